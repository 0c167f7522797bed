import { scenarios, took } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { meetingClosed, theDecisionAdopted } from '../told';

const { given } = scenarios(procedures);
const name = 'meeting/gc-2018-07-26';

/** An informal meeting, which needs no notice and no agenda. */
const over = [
  took(
    name,
    'meeting.planned',
    { body: 'generalCouncil', spans: [{ from: '2018-07-26' }], format: 'informal' },
    '2018-05-08',
  ),
  took(
    name,
    'meeting.opened',
    { presidingRef: 'HOLDER-G', capacity: 'chair', quorum: 'presumed' },
    { occurredOn: '2018-07-26', onBehalfOf: { role: 'chair', of: 'generalCouncil' } },
  ),
  meetingClosed('gc-2018-07-26', '2018-07-26'),
];

describe('the minutes, compared with what was recorded', () => {
  const confirmed = (revision: number, of = 'decision/ecommerce') => ({
    case: of,
    revision,
    finding: 'confirmed',
  });
  const differing = (revision: number, note?: string) => ({
    ...confirmed(revision),
    finding: 'differing',
    ...(note === undefined ? {} : { note }),
  });
  const comparing = (steps: readonly object[], missing: readonly string[] = []) =>
    given(...theDecisionAdopted, ...over).when(
      took(
        name,
        'meeting.minutesIssued',
        { symbol: 'WT/GC/M/SIM/3', issuedOn: '2018-09-22', steps, missing },
        '2018-09-22',
      ),
    );

  it('may leave everything as it is', () => {
    const then = comparing([confirmed(3), differing(2, 'Another item number.')]);
    expect(then.decision?.verdicts).toEqual({
      'meeting.stepsListedOnce': true,
      'meeting.differenceExplained': true,
      'meeting.nothingMissing': true,
    });
    expect(then.alerts).toEqual([]);
    expect(then.state(name)).toEqual({ closed: { record: 'issued' } });
  });

  it('bear out a step that is there, and raise an alert for one that is not', () => {
    const then = comparing([confirmed(0), confirmed(9), confirmed(0, 'decision/other')]);
    expect(then.alerts.map(({ reasons }) => reasons[0]?.rule)).toEqual([
      'record.evidenceAdded.revision',
      'record.evidenceAdded.revision',
    ]);
  });

  it('differ with a note that says in what, and leave nothing unrecorded', () => {
    const then = comparing([differing(3)], ['The Chair was designated.']);
    expect(then.decision?.verdicts).toMatchObject({
      'meeting.differenceExplained': false,
      'meeting.nothingMissing': false,
    });
  });

  it('find one thing of each step', () => {
    const then = comparing([confirmed(3), differing(3, 'Not so.')]);
    expect(then.refusedBy).toEqual(['meeting.stepsListedOnce']);
  });
});
