import { IsDay, Part, step } from '@rapporteur/kernel';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
} from 'class-validator';
import { appointmentOfOfficers, paragraph } from '../cite';

export class ChairPostCreated {
  @IsOptional() @IsString() @Length(1, 20) para?: string;
}

export class ChairConsultationsOpened {
  /** The office that holds them. */
  @IsString() @Length(1, 100) by!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  groupings!: string[];
}

export class ChairConsensusNoted {
  @IsString() @Length(1, 130) meetingId!: string;
  /** A reference to the person, never a name: `HOLDER-A`. */
  @IsString() @Length(1, 100) holderRef!: string;
}

export class ChairDesignationBlocked {
  @IsString() @Length(1, 2000) reason!: string;
}

export class ChairDesignated {
  @IsString() @Length(1, 100) holderRef!: string;
  @IsString() @Length(1, 100) capacity!: string;
  /** A full term, or the remainder of a predecessor's. */
  @IsIn(['full', 'remainder']) term!: 'full' | 'remainder';
}

export class ChairTookOffice {
  @IsDay() from!: string;
}

export class ChairResigned {
  @IsDay() effectiveOn!: string;
  @IsOptional() @IsString() @Length(1, 100) noticeSymbol?: string;
}

/** How long an interim chair serves: one meeting, or until a day. */
export class InterimScope {
  @IsOptional() @IsString() @Length(1, 130) meetingId?: string;
  @IsOptional() @IsDay() until?: string;
}

export class ChairInterimAppointed {
  @IsString() @Length(1, 100) holderRef!: string;
  @Part(InterimScope) scope!: InterimScope;
}

export class ChairHeldOver {
  @IsString() @Length(1, 2000) reason!: string;
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
