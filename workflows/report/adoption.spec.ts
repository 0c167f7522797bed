import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  adopted,
  agreed,
  before,
  drafted,
  due,
  issued,
  july,
  missed,
  report,
  submitted,
  tabled,
  written,
} from '../told-july-report';

const { given } = scenarios(procedures);

const verdict = (told: readonly Told[], last: Told, rule: string) =>
  given(...told).when(last).decision?.verdicts[`report.${rule}`];

describe('the draft of the report', () => {
  it('has sections on international rules and on the views of ¶5; without them it is noted', () => {
    const told = (sections: string[]) =>
      given(...due).when(drafted('2018-06-30', { sections })).decision?.verdicts;
    expect(told(['internationalRules', 'views'])).toEqual({
      'report.coverageInOrder': true,
      'report.onInternationalRules': true,
      'report.onViews': true,
    });
    expect(told(['meetings'])).toMatchObject({
      'report.onInternationalRules': false,
      'report.onViews': false,
    });
  });

  it('covers a period that does not end before it begins', () => {
    const coverage = { from: '2018-06-30', to: '2018-06-29' };
    const then = given(...due).when(drafted('2018-06-30', { coverage }));
    expect(then.refusedBy).toEqual(['report.coverageInOrder']);
    expect(then.refusal?.reasons[0]?.message.fr).toContain('ne se termine pas avant');
  });

  it('is revised, also while it is before the group', () => {
    const symbol = 'JOB/WGEC/SIM/1/Rev.1';
    expect(
      given(...written)
        .when(drafted('2018-07-02', { symbol }))
        .state(report),
    ).toBe('drafted');
    const then = given(...before).when(drafted('2018-07-09', { symbol }));
    expect(then.state(report)).toBe('underAdoption');
    expect(then.context(report)).toMatchObject({ draft: symbol });
  });

  it('is put before a meeting of the group, not of the General Council', () => {
    expect(verdict(written, tabled('2018-07-09'), 'beforeTheGroup')).toBe(true);
    expect(verdict(written, tabled('2018-07-09', 'wg-9'), 'beforeTheGroup')).toBe('notComputable');
    const then = given(...written).when(tabled('2018-07-09', 'gc-july'));
    expect(then.refusedBy).toEqual(['report.beforeTheGroup']);
  });
});

describe('the adoption of the report', () => {
  it('is by consensus, with the positions of those who do not share a view', () => {
    const then = given(...before).when(adopted('2018-07-09'));
    expect(then.decision?.verdicts).toEqual({ 'report.byConsensus': true, 'report.onDraft': true });
    expect(then.context(report)).toMatchObject({
      issuedBy: 'group',
      dissent: ['One Member did not share paragraph 12.'],
    });
  });

  it('is not a matter of taking note; not judged while nobody has said how', () => {
    const noted = given(...before).when(adopted('2018-07-09', 'noted'));
    expect(noted.refusedBy).toEqual(['report.byConsensus']);
    expect(noted.refusal?.reasons[0]?.message.en).toContain("its Chair's responsibility");
    const { decision: _decision, ...proposal } = adopted('2018-07-09').proposal as {
      decision: object;
    };
    const unsaid = { ...adopted('2018-07-09'), proposal };
    expect(verdict(before, unsaid, 'byConsensus')).toBe('notComputable');
  });

  it('without a draft put before the group is noted', () => {
    for (const told of [due, written]) {
      expect(verdict(told, adopted('2018-07-09'), 'onDraft')).toBe(false);
    }
  });

  it('fails without consensus, and the Chair issues the report on his own responsibility', () => {
    const then = given(...before).when(issued('2018-07-09'));
    expect(then.state(report)).toBe('onChairResponsibility');
    const handed = given(...before, issued('2018-07-09')).when(submitted('2018-07-13'));
    expect(handed.state(report)).toEqual({ submitted: 'onTime' });
    expect(handed.context(report)).toMatchObject({ issuedBy: 'chair' });
  });

  it('comes once, and before the report is submitted', () => {
    expect(given(...agreed).when(issued('2018-07-10')).refusedBy).toEqual([
      'report.issuedOnChairResponsibility.order',
    ]);
    expect(given(...before).when(submitted('2018-07-16')).refusedBy).toEqual([
      'report.submitted.order',
    ]);
    const past = given(...before, missed(july)).when(submitted('2018-08-01', 'No consensus'));
    expect(past.refusedBy).toEqual(['report.adoptedOrIssued']);
  });
});
