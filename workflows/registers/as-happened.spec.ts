import { scenarios } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  decision,
  draft,
  happened,
  knownOn,
  practice,
  review,
  said,
  taken,
  toldBy,
} from './retold-as-happened';

const { given } = scenarios(procedures);
const then = knownOn();

describe('the register as happened', () => {
  it('says in three languages that it is a reconstruction, not the record of the organisation', () => {
    expect(happened.simulated).toBe(true);
    expect(happened.label.en).toMatch(/reconstruction from public sources, not the organisation's/);
    expect(happened.label.fr).toMatch(/reconstitution d'après des sources publiques, et non/);
    expect(happened.label.es).toMatch(/reconstrucción a partir de fuentes públicas, no el/);
  });

  it('replays without an alert', () => {
    expect(then.alerts).toEqual([]);
  });

  it('knows of no working group, nor of anything that needs one', () => {
    const known = new Set(happened.steps.map(({ case: name }) => name.split('/')[0]));
    expect([...known].sort()).toEqual([
      'decision',
      'document',
      'meeting',
      'ministerialReport',
      'moratorium',
      'review',
      'session',
    ]);
    for (const none of ['workingGroup', 'chair', 'workPlan']) {
      expect(then.state(`${none}/ecommerce`)).toBeUndefined();
      expect(then.state(`${none}/mc11-work-programme`)).toBeUndefined();
    }
    expect(then.state('report/mc11-work-programme-2018-07')).toBeUndefined();
  });

  it('is irregular nowhere: nobody is known to have broken a rule of procedure', () => {
    expect(taken.filter(({ proposal }) => 'irregularity' in proposal)).toEqual([]);
  });

  it('notes what its sources leave out, and what did happen otherwise than preferred', () => {
    const steps = toldBy();
    const found = steps.flatMap((each, at) => {
      const { decision: decided } = given(...steps.slice(0, at)).when(each);
      const verdicts = Object.entries(decided?.verdicts ?? {});
      const broken = verdicts.filter(([rule, verdict]) => rule.includes('.') && verdict === false);
      return broken.map(([rule]) => `${taken[at]?.case} ${rule}`);
    });
    const mc12Dated = [
      'session/mc12 session.inTheYearDecided',
      'session/mc12 session.everyTwoYears',
    ];
    expect(found).toEqual([
      // The sources do not say under which item.
      `${decision} decision.onAgenda`,
      `${review('2018-07')} review.openedByTheChair`,
      // MC12 was to be held in 2019; it was put off to two years after MC11 and more, three times.
      ...mc12Dated,
      `${review('2018-12')} review.openedByTheChair`,
      `${review('2019-07')} review.openedByTheChair`,
      ...mc12Dated,
      ...mc12Dated,
      // By 24 days, after MC13.
      'session/mc14 session.everyTwoYears',
      // 30 March or 31 March: the press gives both.
      `${practice} moratorium.lapseUncontested`,
    ]);
  });
});

describe('the clock', () => {
  const names = [...new Set(happened.steps.map(({ case: name }) => name))];
  const days = [...new Set(taken.map(({ proposal }) => String(proposal['occurredOn'])))];

  it('proposes nothing more at any day of the register, nor long after it', () => {
    const due = [...days, '2024-03-31', '2026-04-30', '2040-01-01'].flatMap((day) =>
      names.flatMap((name) => then.due(name, day).map(({ type }) => `${day} ${name} ${type}`)),
    );
    expect(due).toEqual([]);
  });

  it('took its steps as the timekeeper sends them', () => {
    const steps = happened.steps.filter(({ actor }) => actor.role === 'clock');
    expect(new Set(steps.map(({ proposal }) => proposal['type']))).toEqual(
      new Set([
        'ministerialReport.reanchored',
        'ministerialReport.missed',
        'moratorium.anchorDiverged',
        'moratorium.nearedTerm',
        'moratorium.termMoved',
        'document.derestricted',
      ]),
    );
    for (const { actor, proposal } of steps) {
      expect(actor).toEqual({ id: 'timekeeper', role: 'clock' });
      expect(proposal['onBehalfOf']).toEqual({ role: 'clock' });
    }
  });
});

describe('what became of the two texts', () => {
  it('the draft of 5 October 2017 was not adopted', () => {
    expect(then.stateAt(draft, '2017-12-12')).toEqual({ draft: 'onAgenda' });
    expect(then.stateAt(draft, '2017-12-13')).toEqual({ draft: 'notAdopted' });
  });

  it('another text was, which provides for three reviews and the practice, and for no group', () => {
    expect(then.stateAt(decision, '2017-12-13')).toMatchObject({ adopted: { force: 'inForce' } });
    for (const month of ['2018-07', '2018-12', '2019-07'])
      expect(then.stateAt(review(month), '2017-12-13')).toMatchObject({ agenda: 'scheduled' });
    expect(then.stateAt(practice, '2017-12-13')).toEqual({ maintained: 'current' });
  });

  it('the later decisions took the place of what it says of the practice, and of nothing else', () => {
    expect(then.stateAt(decision, '2019-12-09')).toMatchObject({ adopted: { force: 'inForce' } });
    expect(then.state(decision)).toMatchObject({ adopted: { force: 'partlySuperseded' } });
    expect(then.context(decision)).toMatchObject({ superseded: ['7'] });
  });
});

describe('the reviews', () => {
  it.each([
    ['2018-07', 'D3', '2018-07-26', 'done on 26 July 2018, in time (due on 26 July 2018).'],
    ['2018-12', 'D4', '2018-12-12', 'done on 12 December 2018, in time (due on 12 December 2018).'],
    [
      '2019-07',
      'D5',
      '2019-07-24',
      'done on 24 July 2019, in time (due from 23 July 2019 to 24 July 2019).',
    ],
  ])('of %s took place at the meeting of its month', (month, number, day, words) => {
    expect(said(then, [review(month), number, day])).toEqual([words]);
    expect(then.state(review(month))).toMatchObject({
      report: 'awaited',
      agenda: { held: 'noted' },
    });
  });

  it('were to be held in the month while nobody knew the day, and not computable the year before', () => {
    const [july] = [review('2018-07')];
    expect(said(then, [july, 'D3', '2018-07-25'])).toEqual([
      'due from 1 July 2018 to 31 July 2018.',
    ]);
    expect(said(then, [july, 'D3', '2018-03-07'])).toEqual([
      'the date cannot be computed, because the calendar is not populated.',
    ]);
  });

  it('rested on the reports of the bodies, then on what was said', () => {
    const basis = (month: string) => then.context(review(month))?.['reportBasis'];
    expect(['2018-07', '2018-12', '2019-07'].map(basis)).toEqual(['bodies', 'oral', 'oral']);
  });
});
