import { IsDay, IsText, Part, step } from '@rapporteur/kernel';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { paragraph, ruleOfProcedure } from '../cite';

/** The days for which a session is planned; one day when it says no last one. */
export class SessionDates {
  @IsDay() from!: string;
  @IsOptional() @IsDay() to?: string;
}

/** The Conference is to meet again, perhaps in a given year; the days are not agreed yet. */
export class SessionCalled {
  /** 12 for the twelfth session. */
  @IsInt() @Min(1) number!: number;
  @IsOptional() @IsInt() @Min(1995) @Max(9999) inYear?: number;
}

export class SessionDateAgreed {
  @Part(SessionDates) dates!: SessionDates;
  @IsOptional() @IsText(500) venue?: string;
}

export class SessionPostponed {
  /** Left out while nobody has set any. */
  @IsOptional() @Part(SessionDates) newDates?: SessionDates;
  @IsText(2000) reason!: string;
  /** Who put it off, in words; whose act the step is stands beside its payload. */
  @IsOptional() @IsText(100) by?: string;
}

export class SessionVenueChanged {
  @IsText(500) venue!: string;
}

export class SessionOpened {
  /** A reference to the person who presides, never a name: `HOLDER-A`. */
  @IsOptional() @IsText(100) presidingRef?: string;
}

/** A session that is open goes on to a later day than planned. */
export class SessionProlonged {
  @IsDay() to!: string;
}

export class SessionClosed {}

export class SessionCancelled {
  @IsText(2000) reason!: string;
}

const conference = { role: 'ministerialConference' } as const;
const chairOfConference = { role: 'chair', of: 'ministerialConference' } as const;
const council = { role: 'generalCouncil' } as const;
const chairOfCouncil = { role: 'chair', of: 'generalCouncil' } as const;

// ¶7: "notre prochaine session, que nous avons décidé de tenir en 2019".
const next = paragraph('7');
const sessions = ruleOfProcedure('Rule 1');

export const steps = {
  'session.called': step(SessionCalled, [conference, council], next),
  'session.dateAgreed': step(SessionDateAgreed, [council, conference], sessions),
  'session.postponed': step(SessionPostponed, [council, chairOfCouncil], sessions),
  'session.venueChanged': step(SessionVenueChanged, [council], sessions),
  'session.opened': step(SessionOpened, [chairOfConference], sessions),
  'session.prolonged': step(SessionProlonged, [conference, chairOfConference], sessions),
  'session.closed': step(SessionClosed, [chairOfConference], sessions),
  'session.cancelled': step(SessionCancelled, [council], sessions),
};
