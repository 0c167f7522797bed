import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';

const { given } = scenarios(procedures);
const name = 'observer/unctad-generalcouncil';
const council = { role: 'generalCouncil' } as const;
const chairOfCouncil = { role: 'chair', of: 'generalCouncil' } as const;

const requested = took(
  name,
  'observer.requested',
  { org: 'UNCTAD', body: 'generalCouncil' },
  { occurredOn: '2019-04-02', onBehalfOf: { role: 'observer', of: 'UNCTAD' } },
);
const byCouncil = (type: string, data: object, occurredOn: string): Told =>
  took(name, type, data, { occurredOn, onBehalfOf: council });
const invited = (meetingId: string, on = '2019-05-07') =>
  byCouncil('observer.invitedAdHoc', { meetingId }, on);
const lapsed = (on: string) => took(name, 'observer.lapsed', {}, on);

/** A meeting of the Council, up to the step named. */
const meeting = (id: string, from: string, to = from): Record<string, Told> => {
  const told = (type: string, data: object, occurredOn: string, onBehalfOf?: object): Told =>
    took(`meeting/${id}`, `meeting.${type}`, data, {
      occurredOn,
      ...(onBehalfOf ? { onBehalfOf: onBehalfOf as typeof council } : {}),
    });
  const spans = [{ from, to }];
  return {
    planned: told('planned', { body: 'generalCouncil', spans, format: 'informal' }, '2019-03-04'),
    opened: told(
      'opened',
      { presidingRef: 'HOLDER-G', capacity: 'chair', quorum: 'presumed' },
      from,
      chairOfCouncil,
    ),
    closed: told('closed', { endedAt: '18:05' }, to),
    cancelled: told(
      'cancelled',
      { reason: 'No item', by: 'generalCouncil' },
      '2019-07-01',
      council,
    ),
  };
};

const steps = (of: Record<string, Told>, ...which: readonly string[]): readonly Told[] =>
  which.flatMap((each) => of[each] ?? []);
const held = (of: Record<string, Told>) => steps(of, 'planned', 'opened', 'closed');

const july = meeting('gc-2019-07-23', '2019-07-23', '2019-07-24');
const october = meeting('gc-2019-10-15', '2019-10-15', '2019-10-16');

const due = (date: string, ...told: readonly Told[]) =>
  given(requested, ...told)
    .due(name, date)
    .map(({ type, occurredOn, confirm }) => [type, occurredOn, confirm]);
const lapsesOn = (day: string) => [['observer.lapsed', day, false]];

describe('the clock', () => {
  it('proposes the lapse of an ad hoc status at the close of the meeting', () => {
    const whole = [...held(july), invited('gc-2019-07-23')];
    expect(due('2019-07-23', ...whole)).toEqual([]);
    expect(due('2019-07-24', ...whole)).toEqual(lapsesOn('2019-07-24'));
    expect(due('2019-09-30', ...whole)).toEqual(lapsesOn('2019-07-24'));
  });

  it('waits while the meeting is in session, and after its day until it is closed', () => {
    const open = [...steps(july, 'planned', 'opened'), invited('meeting/gc-2019-07-23')];
    expect(due('2019-09-30', ...open)).toEqual([]);
  });

  it('waits for the last of the meetings to which the organisation is invited', () => {
    const both = [invited('gc-2019-07-23'), invited('gc-2019-10-15')];
    const first = [...held(july), ...steps(october, 'planned'), ...both];
    expect(due('2019-09-30', ...first)).toEqual([]);
    expect(due('2019-12-31', ...held(july), ...held(october), ...both)).toEqual(
      lapsesOn('2019-10-16'),
    );
  });

  it('takes a meeting that is called off for over, as from when this is known', () => {
    const off = [...steps(july, 'planned', 'cancelled'), invited('gc-2019-07-23')];
    expect(due('2019-06-30', ...off)).toEqual([]);
    expect(due('2019-07-01', ...off).map(([type]) => type)).toEqual(['observer.lapsed']);
  });

  it('knows nothing of a meeting that is not recorded, or is another body’s', () => {
    expect(due('2019-12-31', invited('gc-2019-07-23'))).toEqual([]);
  });

  it('does not let an invitation lapse before it was made', () => {
    const late = [...held(july), invited('gc-2019-07-23', '2019-07-30')];
    expect(due('2019-12-31', ...late)).toEqual(lapsesOn('2019-07-30'));
  });

  it('proposes nothing for other states, and nothing twice', () => {
    expect(due('2019-12-31', ...held(july))).toEqual([]);
    const regular = [invited('gc-2019-07-23'), byCouncil('observer.granted', {}, '2019-07-23')];
    expect(due('2019-12-31', ...held(july), ...regular)).toEqual([]);
    const over = [invited('gc-2019-07-23'), lapsed('2019-07-24')];
    expect(due('2019-12-31', ...held(july), ...over)).toEqual([]);
  });

  it('makes a proposal that can be recorded', () => {
    const actor = { id: 'timekeeper', role: 'clock' } as const;
    const then = given(requested, ...held(july), invited('gc-2019-07-23')).when({
      ...lapsed('2019-07-24'),
      actor,
    });
    expect(then.state(name)).toBe('lapsed');
    expect(then.decision?.verdicts['observer.adHocUntilTheClose']).toBe(true);
  });
});

describe('a session of the Ministerial Conference', () => {
  const conference = { role: 'ministerialConference' } as const;
  const agreed = took(
    'session/mc12',
    'session.dateAgreed',
    { dates: { from: '2020-06-08', to: '2020-06-11' }, venue: 'Geneva' },
    { occurredOn: '2018-10-18', onBehalfOf: council },
  );

  it('is a meeting to which the Conference may invite', () => {
    const request = took(
      'observer/unctad-mc',
      'observer.requested',
      { org: 'UNCTAD', body: 'ministerialConference' },
      { occurredOn: '2019-04-02', onBehalfOf: { role: 'observer', of: 'UNCTAD' } },
    );
    const invitation = took(
      'observer/unctad-mc',
      'observer.invitedAdHoc',
      { meetingId: 'session/mc12' },
      { occurredOn: '2019-12-10', onBehalfOf: conference },
    );
    const verdict = (...before: readonly Told[]) =>
      given(...before, request).when(invitation).decision?.verdicts['observer.meetingOfTheBody'];
    expect(verdict(agreed)).toBe(true);
    expect(verdict()).toBe('notComputable');
  });
});
