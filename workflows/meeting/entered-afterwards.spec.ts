import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { meetingPlanned, meetingPostponed } from '../told-meetings';

const { given } = scenarios(procedures);
const name = 'meeting/gc-2019-07-23';

const body = 'generalCouncil';
const days = [{ from: '2019-07-23', to: '2019-07-24' }];
const held = (more: object = {}) =>
  took(name, 'meeting.held', { body, spans: days, format: 'formal', ...more }, '2019-07-24');

const planned = meetingPlanned('gc-2019-07-23', body, ['2019-07-22'], '2019-05-07');
const convened = took(
  name,
  'meeting.convened',
  { airgramSymbol: 'WTO/AIR/GC/SIM/1', noticeDate: '2019-07-12' },
  '2019-07-12',
);
const agendaCirculated = took(
  name,
  'meeting.agendaCirculated',
  { symbol: 'WT/GC/W/SIM/1', items: ['Review of progress'] },
  '2019-07-19',
);

describe('a meeting entered afterwards', () => {
  it('was held on its days; nothing is said of its notice and its agenda', () => {
    const then = given().when(held());
    expect(then.state(name)).toEqual({ closed: { record: 'none' } });
    expect(then.context(name)).toMatchObject({
      body,
      spans: days,
      noticeDate: null,
      agendaAdopted: false,
    });
    expect(Object.values(then.decision?.verdicts ?? {})).not.toContain(false);
  });

  it('has its minutes issued like any other', () => {
    const minutes = { symbol: 'WT/GC/M/SIM/1', issuedOn: '2019-09-20' };
    const then = given(held()).when(took(name, 'meeting.minutesIssued', minutes, '2019-09-20'));
    expect(then.state(name)).toEqual({ closed: { record: 'issued' } });
  });

  it.each([
    ['planned', [planned]],
    ['convened', [planned, convened]],
    ['on paper', [planned, convened, agendaCirculated]],
    ['put off', [planned, meetingPostponed('gc-2019-07-23', '2019-07-18')]],
  ])('may have been %s before, for other days', (_how, before: readonly Told[]) => {
    const then = given(...before).when(held());
    expect(then.state(name)).toEqual({ closed: { record: 'none' } });
    expect(then.context(name)).toMatchObject({ spans: days });
  });

  it('did not end before it began', () => {
    const spans = [{ from: '2019-07-24', to: '2019-07-23' }];
    expect(given().when(held({ spans })).refusedBy).toEqual(['meeting.spansInOrder']);
  });

  it('of a group was held after the group was established; unknown while nobody says of which', () => {
    const verdict = 'meeting.ofAnEstablishedGroup';
    const ofAGroup = given().when(held({ body: 'workingGroup' }));
    expect(ofAGroup.decision?.verdicts[verdict]).toBe('notComputable');
    expect(given().when(held()).decision?.verdicts[verdict]).toBe(true);
  });
});
