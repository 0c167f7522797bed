import { IsDay, IsText, IsTexts, Part, SaysOneOf, step } from '@rapporteur/kernel';
import { IsIn, IsOptional } from 'class-validator';
import { appointmentOfOfficers, paragraph } from '../cite';

export class ChairPostCreated {
  @IsOptional() @IsText(20) para?: string;
}

export class ChairConsultationsOpened {
  /** The office that holds them. */
  @IsText(100) by!: string;
  @IsTexts(100) groupings!: string[];
}

export class ChairConsensusNoted {
  @IsText(130) meetingId!: string;
  /** A reference to the person, never a name: `HOLDER-A`. */
  @IsText(100) holderRef!: string;
}

export class ChairDesignationBlocked {
  @IsText(2000) reason!: string;
}

export class ChairDesignated {
  @IsText(100) holderRef!: string;
  @IsText(100) capacity!: string;
  /** A full term, or the remainder of a predecessor's. */
  @IsIn(['full', 'remainder']) term!: 'full' | 'remainder';
}

export class ChairTookOffice {
  @IsDay() from!: string;
}

export class ChairResigned {
  @IsDay() effectiveOn!: string;
  @IsOptional() @IsText(100) noticeSymbol?: string;
}

/** How long an interim chair serves: one meeting, or until a day; it says one of them at least. */
@SaysOneOf('meetingId', 'until')
export class InterimScope {
  @IsOptional() @IsText(130) meetingId?: string;
  @IsOptional() @IsDay() until?: string;
}

export class ChairInterimAppointed {
  @IsText(100) holderRef!: string;
  @Part(InterimScope) scope!: InterimScope;
}

export class ChairHeldOver {
  @IsText(2000) reason!: string;
}

export class ChairTermEnded {}

const council = { role: 'generalCouncil' } as const;
const chairOfCouncil = { role: 'chair', of: 'generalCouncil' } as const;
const holder = { role: 'chair', of: 'workingGroup' } as const;
const group = { role: 'body', of: 'workingGroup' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;

export const steps = {
  'chair.postCreated': step(ChairPostCreated, [clock], paragraph('2')),
  'chair.consultationsOpened': step(
    ChairConsultationsOpened,
    [chairOfCouncil],
    appointmentOfOfficers,
  ),
  'chair.consensusNoted': step(ChairConsensusNoted, [council], appointmentOfOfficers),
  'chair.designationBlocked': step(ChairDesignationBlocked, [council], paragraph('2')),
  'chair.designated': step(ChairDesignated, [council], paragraph('2')),
  'chair.tookOffice': step(ChairTookOffice, [secretariat], appointmentOfOfficers),
  'chair.resigned': step(ChairResigned, [holder], appointmentOfOfficers),
  'chair.interimAppointed': step(ChairInterimAppointed, [group, council], appointmentOfOfficers),
  'chair.heldOver': step(ChairHeldOver, [clock], appointmentOfOfficers),
  'chair.termEnded': step(ChairTermEnded, [clock], appointmentOfOfficers),
};
