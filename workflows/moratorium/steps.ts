import { IsDay, IsText, Part, Parts, step } from '@rapporteur/kernel';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional } from 'class-validator';
import { paragraph, ruleOfProcedure } from '../cite';

/** What a term is tied to: an event, a session, a day; several in one are so many anchors. */
export class TermAnchor {
  /** `nextSession` is the first session after the text; of other events no date is known here. */
  @IsOptional() @IsText(200) event?: string;
  /** A session by its case's id or name: `mc13`, `session/mc13`. */
  @IsOptional() @IsText(130) session?: string;
  @IsOptional() @IsDay() date?: string;
}

/** How long the practice is maintained. */
export class MoratoriumTerm {
  /** "Until our next session, which we have decided to hold in 2019"; "until MC13 or 31 March 2024". */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Parts(TermAnchor)
  anyOf?: TermAnchor[];

  /** "Whichever is earlier". */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Parts(TermAnchor)
  earliestOf?: TermAnchor[];

  /** What keeps the term from ending the practice, in the words of the text: "unless extended". */
  @IsOptional() @IsText(500) unless?: string;
}

export class MoratoriumMaintained {
  @Part(MoratoriumTerm) term!: MoratoriumTerm;
  @IsOptional() @IsText(20) para?: string;
}

export class MoratoriumNearedTerm {
  /** The first day on which the term may come. */
  @IsDay() date!: string;
  /** The day of the text that set the term of which it speaks; the one in force unless said. */
  @IsOptional() @IsDay() termSetOn?: string;
}

export class MoratoriumTermMoved {
  @IsDay() oldDate!: string;
  /** Left out while the session that it is tied to has no day. */
  @IsOptional() @IsDay() newDate?: string;
  /** The day of the text that set the term of which it speaks; the one in force unless said. */
  @IsOptional() @IsDay() termSetOn?: string;
}

/** One way to read the term, and the day that it gives; of a session its first, if it has one. */
export class TermReading {
  /** What it goes by: `nextSession`, `session/mc14`, `date`. */
  @IsText(200) label!: string;
  @IsOptional() @IsDay() date?: string;
}

export class MoratoriumAnchorDiverged {
  @IsArray() @ArrayMinSize(2) @ArrayMaxSize(40) @Parts(TermReading) readings!: TermReading[];
  /** The day of the text that set the term of which it speaks; the one in force unless said. */
  @IsOptional() @IsDay() termSetOn?: string;
}

export class MoratoriumTermClarified {
  /** Of the decision that clarifies it. */
  @IsText(100) symbol!: string;
  @Part(MoratoriumTerm) term!: MoratoriumTerm;
}

export class MoratoriumExtended {
  @IsText(100) symbol!: string;
  @Part(MoratoriumTerm) term!: MoratoriumTerm;
}

export class MoratoriumLapsed {
  /** Under which reading of the term: `session/mc14`, `date`. */
  @IsText(200) reading!: string;
  /** The last day of the practice under that reading. */
  @IsDay() date!: string;

  /** The readings that give another day or none yet, recorded beside it. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @Parts(TermReading)
  otherReadings?: TermReading[];
}

export class MoratoriumMadePermanent {
  @IsText(100) symbol!: string;
}

export class MoratoriumEnded {
  @IsText(100) symbol!: string;
}

const conference = { role: 'ministerialConference' } as const;
const council = { role: 'generalCouncil' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;

const practice = paragraph('7');
const decisions = ruleOfProcedure('Rule 33');

export const steps = {
  'moratorium.maintained': step(MoratoriumMaintained, [clock], practice),
  'moratorium.nearedTerm': step(MoratoriumNearedTerm, [clock], practice),
  'moratorium.termMoved': step(MoratoriumTermMoved, [clock], practice),
  'moratorium.anchorDiverged': step(MoratoriumAnchorDiverged, [clock], practice),
  'moratorium.termClarified': step(MoratoriumTermClarified, [council, conference], decisions),
  'moratorium.extended': step(MoratoriumExtended, [conference, council], decisions),
  'moratorium.lapsed': step(MoratoriumLapsed, [secretariat], practice),
  'moratorium.madePermanent': step(MoratoriumMadePermanent, [conference], decisions),
  'moratorium.ended': step(MoratoriumEnded, [conference], decisions),
};
