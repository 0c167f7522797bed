import { IsText, IsTexts, step } from '@rapporteur/kernel';
import { IsOptional } from 'class-validator';
import { observerStatus } from './cite';

/** An organisation asks a body for observer status. */
export class ObserverRequested {
  @IsText(200) org!: string;
  @IsText(100) body!: string;
}

export class ObserverInvitedAdHoc {
  /** The meeting or session to which it is invited. */
  @IsText(130) meetingId!: string;
}

export class ObserverGranted {}

export class ObserverLeftPending {
  @IsOptional() @IsText(2000) reason?: string;
}

export class ObserverRefused {
  @IsOptional() @IsText(2000) reason?: string;
}

export class ObserverLapsed {
  /** The meetings to which it was invited ad hoc; all that there were unless said. */
  @IsOptional() @IsTexts(130, { mostTexts: 100 }) meetings?: string[];
  @IsOptional() @IsText(2000) reason?: string;
}

const observer = { role: 'observer' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;
const bodies = [
  { role: 'body' },
  { role: 'generalCouncil' },
  { role: 'ministerialConference' },
] as const;

export const steps = {
  'observer.requested': step(ObserverRequested, [observer], observerStatus),
  'observer.invitedAdHoc': step(ObserverInvitedAdHoc, bodies, observerStatus),
  'observer.granted': step(ObserverGranted, bodies, observerStatus),
  'observer.leftPending': step(ObserverLeftPending, bodies, observerStatus),
  'observer.refused': step(ObserverRefused, bodies, observerStatus),
  'observer.lapsed': step(ObserverLapsed, [clock, secretariat], observerStatus),
};
