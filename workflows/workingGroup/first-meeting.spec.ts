import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  meetingClosed,
  meetingOfTheGroup,
  theChairDesignated,
  theChairInOffice,
  theDecisionAdopted,
  theGroupEstablished,
} from '../told';

const { given } = scenarios(procedures);
const name = 'workingGroup/ecommerce';
const day = '2018-04-16';

const held = (when: Parameters<typeof took>[3], meetingId = 'wg-1') =>
  took(name, 'workingGroup.firstMeetingHeld', { meetingId }, when);
const chair = (type: string, data: object, when: Parameters<typeof took>[3]) =>
  took('chair/ecommerce', `chair.${type}`, data, when);

const established: readonly Told[] = [...theDecisionAdopted, theGroupEstablished];
const met: readonly Told[] = [...meetingOfTheGroup('wg-1', day), meetingClosed('wg-1', day)];

describe('the first meeting of the Working Group', () => {
  it('is held when the meeting closes, under a chair in office', () => {
    const then = given(...established, ...theChairInOffice, ...met).when(held(day));
    expect(then.decision?.verdicts).toEqual({
      'workingGroup.meetingClosed': true,
      'workingGroup.chairInOffice': true,
    });
    expect(then.context(name)).toMatchObject({ firstMeetingId: 'wg-1' });
    expect(then.decision?.basis.map((looked) => looked.case)).toEqual([
      'chair/ecommerce',
      'meeting/wg-1',
    ]);
  });

  it('may be called by the name of its case as well', () => {
    const then = given(...established, ...theChairInOffice, ...met).when(held(day, 'meeting/wg-1'));
    expect(then.decision?.verdicts['workingGroup.meetingClosed']).toBe(true);
  });

  it('is not held while the meeting is open, nor before the day on which it closes', () => {
    const open = [...established, ...theChairInOffice, ...meetingOfTheGroup('wg-1', day)];
    const then = given(...open).when(held(day));
    expect(then.refusedBy).toEqual(['workingGroup.meetingClosed']);
    expect(then.refusal?.reasons[0]?.message.fr).toContain('une fois close');
    const early = given(...open, meetingClosed('wg-1', '2018-04-17')).when(held(day));
    expect(early.refusedBy).toEqual(['workingGroup.meetingClosed']);
  });

  it.each(['wg-9', 'the first meeting', 'chair/ecommerce'])(
    'is not judged by a meeting of which nothing is recorded: %s',
    (meetingId) => {
      const then = given(...established, ...theChairInOffice).when(held(day, meetingId));
      expect(then.decision?.verdicts['workingGroup.meetingClosed']).toBe('notComputable');
    },
  );

  it.each([
    ['vacant', []],
    ['not yet taken up', [theChairDesignated]],
  ])('under an office that is %s is irregular', (_what, before) => {
    const then = given(...established, ...before, ...met).when(held(day));
    expect(then.refusal?.code).toBe('irregular');
    expect(then.refusedBy).toEqual(['workingGroup.chairInOffice']);
    const irregularity = { reason: 'A delegate presided.' };
    const recorded = given(...established, ...before, ...met).when(
      held({ occurredOn: day, irregularity }),
    );
    expect(recorded.state(name)).toMatchObject({ established: { activity: 'operational' } });
  });

  it('may be held under a chair ad interim, who has left when the day ends', () => {
    const interim = (meetingId: string) => [
      chair(
        'interimAppointed',
        { holderRef: 'HOLDER-B', scope: { meetingId } },
        { occurredOn: day, onBehalfOf: { role: 'body', of: 'workingGroup' } },
      ),
      chair('termEnded', {}, day),
    ];
    for (const meetingId of ['wg-1', 'meeting/wg-1']) {
      const then = given(...established, ...interim(meetingId), ...met).when(held(day));
      expect(then.decision?.verdicts['workingGroup.chairInOffice']).toBe(true);
    }
    const other = given(...established, ...interim('wg-0'), ...met).when(held(day));
    expect(other.refusedBy).toEqual(['workingGroup.chairInOffice']);
  });

  it('is not judged by a chairmanship to which nothing leads', () => {
    const ref = { procedure: 'workingGroup', case: 'other' };
    const instructed = took(
      'workingGroup/other',
      'workingGroup.establishmentInstructed',
      { decisionSymbol: 'WT/MIN(17)/SIM/1', para: '2' },
      { occurredOn: '2017-12-13', links: { parent: 'decision/ecommerce' } },
    );
    const ours = [...theDecisionAdopted, theGroupEstablished, ...met];
    const before = [...ours, instructed, { ...theGroupEstablished, ref }];
    const then = given(...before).when({ ...held(day), ref });
    expect(then.decision?.verdicts['workingGroup.chairInOffice']).toBe('notComputable');
  });

  it('stays the first when a dormant group meets again', () => {
    const dormant = took(
      name,
      'workingGroup.becameDormant',
      { reason: 'No meeting' },
      '2019-05-07',
    );
    const then = given(...established, ...theChairInOffice, ...met, held(day), dormant).when(
      held('2019-10-15', 'wg-7'),
    );
    expect(then.context(name)).toMatchObject({ firstMeetingId: 'wg-1' });
  });
});
