import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  designated,
  heldOver,
  holding,
  interim,
  resigned,
  tookOffice,
  vacant,
} from '../told-chair';
import { meetingHeld, meetingPlanned } from '../told-meetings';

const { given } = scenarios(procedures);

const due = (told: readonly Told[], day: string) =>
  given(...told)
    .due('chair/ecommerce', day)
    .map(({ type, occurredOn, data }) => ({ type, occurredOn, data }));

const planned = meetingPlanned('wg-5', 'workingGroup', ['2019-02-12'], '2018-11-20');
const closed = meetingHeld('wg-5', '2019-02-12');
const successor = (day: string) => designated(day, 'full', 'HOLDER-B');

const heldOverOn = (occurredOn: string) => [
  { type: 'chair.heldOver', occurredOn, data: { reason: 'No successor was designated.' } },
];
const termEndedOn = (occurredOn: string) => [{ type: 'chair.termEnded', occurredOn, data: {} }];

describe('when the last meeting of the term has closed, the clock', () => {
  it('proposes nothing before, nor while the calendar holds no such meeting', () => {
    expect(due([planned, ...holding], '2019-02-13')).toEqual([]);
    expect(due(holding, '2019-12-31')).toEqual([]);
  });

  it('holds the chair over for want of a successor, once', () => {
    const met = [planned, ...holding, ...closed];
    expect(due(met, '2019-02-12')).toEqual(heldOverOn('2019-02-12'));
    expect(due(met, '2019-02-11')).toEqual([]);
    expect(due([...met, heldOver('2019-02-12')], '2019-02-20')).toEqual([]);
  });

  it('holds over also a chair whose successor was designated afterwards', () => {
    const met = [planned, ...holding, ...closed, successor('2019-05-07')];
    expect(due(met, '2019-05-07')).toEqual(heldOverOn('2019-02-12'));
  });

  it('ends the term when a successor is designated', () => {
    const met = [planned, ...holding, successor('2019-01-28'), ...closed];
    expect(due(met, '2019-02-12')).toEqual(termEndedOn('2019-02-12'));
    expect(due([...met, tookOffice('2019-02-12')], '2019-02-20')).toEqual([]);
  });
});

describe('of a chair who has resigned as from a later day, the clock', () => {
  const leaving = [...holding, resigned('2018-10-01', '2018-10-18')];

  it('ends the term on that day', () => {
    expect(due(leaving, '2018-10-17')).toEqual([]);
    expect(due(leaving, '2018-10-20')).toEqual(termEndedOn('2018-10-18'));
  });
});

describe('of an interim chair, the clock', () => {
  const meeting = meetingPlanned('wg-3', 'workingGroup', ['2018-05-14'], '2018-04-20');
  const presiding = [...vacant, interim('2018-05-14', { meetingId: 'meeting/wg-3' }), meeting];

  it('ends the service when the meeting closes', () => {
    expect(due(presiding, '2018-05-14')).toEqual([]);
    expect(due([...presiding, ...meetingHeld('wg-3', '2018-05-14')], '2018-05-14')).toEqual(
      termEndedOn('2018-05-14'),
    );
  });

  it('ends it on the day that was said', () => {
    const until = [...vacant, interim('2018-04-16', { until: '2018-05-07' })];
    expect(due(until, '2018-05-06')).toEqual([]);
    expect(due(until, '2018-05-07')).toEqual(termEndedOn('2018-05-07'));
  });

  it('leaves alone one whose meeting is not in the calendar', () => {
    expect(due([...vacant, interim('2018-04-16')], '2018-12-31')).toEqual([]);
  });
});
