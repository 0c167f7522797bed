import { took, type Told } from '@rapporteur/kernel';

// What became of the sessions of the Ministerial Conference, as scenarios of several procedures tell it.

const council = { role: 'generalCouncil' } as const;
const conference = { role: 'ministerialConference' } as const;
const presiding = { role: 'chair', of: 'ministerialConference' } as const;

interface Days {
  readonly from: string;
  readonly to?: string;
}

export const sessionCalled = (id: string, number: number, day: string, inYear?: number): Told =>
  took(
    `session/${id}`,
    'session.called',
    { number, ...(inYear === undefined ? {} : { inYear }) },
    { occurredOn: day, onBehalfOf: conference },
  );

export const sessionDated = (id: string, day: string, dates: Days): Told =>
  took(`session/${id}`, 'session.dateAgreed', { dates }, { occurredOn: day, onBehalfOf: council });

export const sessionPostponed = (id: string, day: string, reason: string): Told =>
  took(`session/${id}`, 'session.postponed', { reason }, { occurredOn: day, onBehalfOf: council });

export const sessionCancelled = (id: string, day: string): Told =>
  took(
    `session/${id}`,
    'session.cancelled',
    { reason: 'No host' },
    { occurredOn: day, onBehalfOf: council },
  );

export const sessionOpened = (id: string, day: string): Told =>
  took(`session/${id}`, 'session.opened', {}, { occurredOn: day, onBehalfOf: presiding });

export const sessionProlonged = (id: string, day: string, to: string): Told =>
  took(`session/${id}`, 'session.prolonged', { to }, { occurredOn: day, onBehalfOf: conference });

export const sessionClosed = (id: string, day: string): Told =>
  took(`session/${id}`, 'session.closed', {}, { occurredOn: day, onBehalfOf: presiding });

/** The session at which the decision is adopted, which is not the one that follows it. */
export const mc11: readonly Told[] = [
  sessionDated('mc11', '2016-12-07', { from: '2017-12-10', to: '2017-12-13' }),
  sessionOpened('mc11', '2017-12-10'),
  sessionClosed('mc11', '2017-12-13'),
];

/** MC12 as the text has it: called for 2019, and given days in that year. */
export const mc12Called: Told = sessionCalled('mc12', 12, '2017-12-13', 2019);
export const mc12In2019: Told = sessionDated('mc12', '2018-03-07', {
  from: '2019-12-09',
  to: '2019-12-12',
});

/** What happened to it: fixed for June 2020, off, re-set for November 2021, put off, held in June 2022. */
export const mc12InJune2020: Told = sessionDated('mc12', '2018-10-18', {
  from: '2020-06-08',
  to: '2020-06-11',
});
export const mc12Off: Told = sessionPostponed('mc12', '2020-03-12', 'The host withdraws');
export const mc12InNovember2021: Told = sessionDated('mc12', '2021-03-01', {
  from: '2021-11-29',
  to: '2021-12-03',
});
export const mc12OffAgain: Told = sessionPostponed('mc12', '2021-11-26', 'Travel restrictions');
export const mc12InJune2022: Told = sessionDated('mc12', '2022-02-23', {
  from: '2022-06-12',
  to: '2022-06-15',
});
export const mc12Held: readonly Told[] = [
  sessionOpened('mc12', '2022-06-12'),
  sessionProlonged('mc12', '2022-06-15', '2022-06-17'),
  sessionClosed('mc12', '2022-06-17'),
];

/** MC13, of 26 to 29 February 2024, which closed on 2 March. */
export const mc13Dated: Told = sessionDated('mc13', '2022-12-19', {
  from: '2024-02-26',
  to: '2024-02-29',
});
export const mc13Held: readonly Told[] = [
  sessionOpened('mc13', '2024-02-26'),
  sessionProlonged('mc13', '2024-02-29', '2024-03-02'),
  sessionClosed('mc13', '2024-03-02'),
];

/** MC14, of 26 to 29 March 2026, which closed on the 30th. */
export const mc14Dated: Told = sessionDated('mc14', '2024-12-16', {
  from: '2026-03-26',
  to: '2026-03-29',
});
export const mc14Held: readonly Told[] = [
  sessionOpened('mc14', '2026-03-26'),
  sessionProlonged('mc14', '2026-03-29', '2026-03-30'),
  sessionClosed('mc14', '2026-03-30'),
];
