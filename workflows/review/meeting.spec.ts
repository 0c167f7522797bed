import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  anchored,
  held,
  inTime,
  july,
  listed,
  onAgenda,
  opened,
  report,
  review,
  scheduled,
} from '../told-july-review';
import { meetingHeld, meetingPlanned, meetingPostponed } from '../told-meetings';
import { councilMeets, councilOpens, reportSubmitted } from '../told-review';

const { given } = scenarios(procedures);

const verdict = (told: readonly Told[], last: Told, rule: string) =>
  given(...told).when(last).decision?.verdicts[`review.${rule}`];

describe('the meeting of a review', () => {
  it('is a meeting of the General Council, in the month of the review', () => {
    const then = given(...scheduled).when(anchored('gc-july', '2018-05-08'));
    expect(then.decision?.verdicts).toEqual({
      'review.atTheCouncil': true,
      'review.atTheSessionOfItsMonth': true,
    });
    expect(then.state(review)).toEqual({ report: 'awaited', agenda: 'anchored' });
  });

  it('is not a meeting of another body', () => {
    const ofGroup = meetingPlanned('wg-1', 'workingGroup', [july], '2018-01-08');
    const then = given(...scheduled, ofGroup).when(anchored('wg-1', '2018-05-08'));
    expect(then.refusedBy).toEqual(['review.atTheCouncil']);
    expect(then.refusal?.reasons[0]?.cite).toEqual({ instrument: 'JOB/GC/137', paragraph: '6' });
  });

  it('in another month is irregular, and the refusal says so in three languages', () => {
    const october = councilMeets('gc-october', '2018-10-18');
    const then = given(...scheduled, october).when(anchored('gc-october', '2018-05-08'));
    expect(then.refusal?.code).toBe('irregular');
    expect(then.refusedBy).toEqual(['review.atTheSessionOfItsMonth']);
    expect(then.refusal?.reasons[0]?.message.fr).toContain('sessions de juillet et décembre 2018');
    expect(then.refusal?.reasons[0]?.message.es).toContain('períodos de sesiones de julio');
  });

  it('is not judged while nothing is known of it, or it has no day', () => {
    const unknown = anchored('gc-9', '2018-05-08');
    expect(given(...scheduled).when(unknown).decision?.verdicts).toEqual({
      'review.atTheCouncil': 'notComputable',
      'review.atTheSessionOfItsMonth': 'notComputable',
    });
    const off = [...scheduled, meetingPostponed('gc-july', '2018-05-07')];
    const again = anchored('meeting/gc-july', '2018-05-08');
    expect(verdict(off, again, 'atTheSessionOfItsMonth')).toBe('notComputable');
  });

  it('is another one when its own is put off, also after the review was listed', () => {
    const second = councilMeets('gc-july-2', '2018-07-30');
    const off = [...onAgenda, second, meetingPostponed('gc-july', '2018-07-20', '2018-10-18')];
    const then = given(...off).when(anchored('gc-july-2', '2018-07-20'));
    expect(then.state(review)).toMatchObject({ agenda: 'anchored' });
    expect(then.context(review)).toMatchObject({ meetingId: 'gc-july-2', itemNo: null });
  });

  it('may be left unsaid: a review is listed, and even held, all the same', () => {
    expect(
      given(...scheduled)
        .when(listed('2018-07-12'))
        .state(review),
    ).toMatchObject({
      agenda: 'onAgenda',
    });
    const then = given(...scheduled, ...reportSubmitted(report, '2018-07-16')).when(held());
    expect(then.state(review)).toMatchObject({ agenda: { held: 'noted' } });
    expect(then.decision?.verdicts['review.openedByTheChair']).toBe(false);
  });

  it('may list it under another number', () => {
    const then = given(...onAgenda).when(listed('2018-07-24', '5'));
    expect(then.context(review)).toMatchObject({ itemNo: '5' });
  });
});

describe('the opening of a review', () => {
  it('takes place while the meeting is in session, with the report at hand', () => {
    const then = given(...inTime, councilOpens('gc-july', july)).when(opened(july));
    expect(then.state(review)).toMatchObject({ agenda: 'underReview' });
    expect(then.decision?.verdicts).toEqual({
      'review.inSession': true,
      'review.reportAtHand': true,
    });
    expect(then.decision?.basis.map((looked) => looked.case)).toContain(report);
  });

  it('is recorded when the meeting has closed that day, not when it closed before', () => {
    const over = [...inTime, ...meetingHeld('gc-july', july)];
    expect(verdict(over, opened(july), 'inSession')).toBe(true);
    expect(given(...over).when(opened('2018-07-27')).refusedBy).toEqual(['review.inSession']);
  });

  it.each([
    ['not open yet', []],
    ['put off', [meetingPostponed('gc-july', '2018-07-20')]],
  ])('does not take place at a meeting that is %s', (_what, before) => {
    const then = given(...inTime, ...before).when(opened(july));
    expect(then.refusedBy).toEqual(['review.inSession']);
    expect(then.refusal?.reasons[0]?.message.en).toContain('is in session');
  });

  it('is not judged when nobody has said at which meeting, or nothing is known of it', () => {
    const somewhere = [...scheduled, anchored('gc-9', '2018-05-08')];
    expect(verdict(somewhere, opened(july), 'inSession')).toBe('notComputable');
    const said = given(...somewhere).when(opened(july, 'gc-july'));
    expect(said.refusedBy).toEqual(['review.inSession']);
    const unsaid = [...scheduled, listed('2018-07-12')];
    expect(verdict(unsaid, opened(july), 'inSession')).toBe('notComputable');
  });

  it('without the report is noted', () => {
    const before = [...onAgenda, councilOpens('gc-july', july)];
    expect(verdict(before, opened(july), 'reportAtHand')).toBe(false);
  });

  it('follows its being tied to a meeting or listed', () => {
    expect(given(...scheduled).when(opened(july)).refusedBy).toEqual(['review.opened.order']);
  });
});
