import { IsDay, IsText, IsTexts, step } from '@rapporteur/kernel';
import { IsBoolean, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { ruleOfProcedure } from '../cite';
import { articleNine, meaningOfConsensus } from './article-nine';
import { majorities, type Majority } from './membership';

export class ItemRequested {
  /** The Member, chair or Secretariat that asks; of an item carried over, the item before it. */
  @IsText(130) by!: string;
  /** The symbols of the papers that go with the request. */
  @IsTexts(100, { least: 0 }) docs!: string[];
  @IsOptional() @IsText(500) title?: string;
  @IsOptional() @IsText(130) meetingId?: string;
  /** Asked for, or its papers presented, after the notice of the meeting. */
  @IsOptional() @IsBoolean() late?: boolean;
}

export class ItemListed {
  @IsText(50) itemNo!: string;
  /** It stands on the agenda of every regular meeting. */
  @IsOptional() @IsBoolean() standing?: boolean;
}

const grounds = ['termsOfReference', 'lateDocuments', 'other'] as const;

export class ItemInclusionContested {
  @IsText(100) by!: string;
  @IsIn(grounds) ground!: (typeof grounds)[number];
  @IsOptional() @IsText(5000) statement?: string;
}

export class ItemInclusionAccepted {
  @IsOptional() @IsText(2000) reason?: string;
}

export class ItemRemoved {
  @IsText(2000) reason!: string;
}

export class ItemMovedToOtherBusiness {
  @IsText(2000) reason!: string;
}

export class ItemReverted {
  @IsOptional() @IsText(2000) reason?: string;
}

export class ItemTakenUp {
  /** The body decides to act on it, though it is under other business or its papers are late. */
  @IsOptional() @IsBoolean() forAction?: boolean;
}

export class ItemConsensusPut {
  @IsText(100) textSymbol!: string;
}

export class ItemObjectionRaised {
  @IsText(100) byMember!: string;
  @IsOptional() @IsText(5000) statement?: string;
  /** Whether the Member is present; left out while nobody has said. */
  @IsOptional() @IsBoolean() present?: boolean;
}

export class ItemObjectionLifted {
  @IsText(100) byMember!: string;
}

export class ItemDecided {
  @IsText(5000) text!: string;
  @IsIn(['consensus', 'vote']) mode!: 'consensus' | 'vote';
}

export class ItemDecidedAdReferendum {
  @IsTexts(100) reservers!: string[];
  /** The last day on which those who reserved their position may confirm. */
  @IsDay() confirmBy!: string;
}

export class ItemConfirmed {
  @IsText(100) byMember!: string;
}

export class ItemReservationMaintained {
  @IsText(100) byMember!: string;
}

export class ItemAdReferendumLapsed {
  @IsOptional() @IsText(2000) reason?: string;
}

const methods = ['showOfHands', 'rollCall', 'ballot', 'postal'] as const;

export class ItemVoteTaken {
  @IsInt() @Min(0) for!: number;
  @IsInt() @Min(0) against!: number;
  @IsInt() @Min(0) abstain!: number;
  @IsIn(methods) method!: (typeof methods)[number];
  /** What the matter requires; a majority of the votes cast where nothing is said. */
  @IsOptional() @IsIn(majorities) majority?: Majority;
}

export class ItemReferredUp {
  @IsIn(['generalCouncil']) toBody!: 'generalCouncil';
}

export class ItemNoted {
  @IsOptional() @IsText(5000) text?: string;
}

export class ItemDeferred {
  @IsOptional() @IsText(130) toMeeting?: string;
  @IsOptional() @IsText(2000) reason?: string;
}

const member = { role: 'member' } as const;
const presiding = { role: 'chair' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;
const body = { role: 'body' } as const;
const councils = [{ role: 'generalCouncil' }, { role: 'ministerialConference' }] as const;
const bodies = [body, ...councils] as const;

const requests = ruleOfProcedure('Rules 3-4');
const agenda = ruleOfProcedure('Rule 6');
const otherBusiness = ruleOfProcedure('Rules 25-26');
const decisions = ruleOfProcedure('Rule 33');

export const steps = {
  'item.requested': step(ItemRequested, [member, presiding, secretariat, clock], requests),
  'item.listed': step(ItemListed, [secretariat], ruleOfProcedure('Rule 5')),
  'item.inclusionContested': step(ItemInclusionContested, [member], agenda),
  'item.inclusionAccepted': step(ItemInclusionAccepted, bodies, agenda),
  'item.removed': step(ItemRemoved, bodies, agenda),
  'item.movedToOtherBusiness': step(ItemMovedToOtherBusiness, bodies, otherBusiness),
  'item.reverted': step(ItemReverted, bodies, otherBusiness),
  'item.takenUp': step(ItemTakenUp, [presiding, ...bodies], agenda),
  'item.consensusPut': step(ItemConsensusPut, [presiding], articleNine),
  'item.objectionRaised': step(ItemObjectionRaised, [member], meaningOfConsensus),
  'item.objectionLifted': step(ItemObjectionLifted, [member], meaningOfConsensus),
  'item.decided': step(ItemDecided, bodies, articleNine),
  'item.decidedAdReferendum': step(ItemDecidedAdReferendum, bodies, articleNine),
  'item.confirmed': step(ItemConfirmed, [member], articleNine),
  'item.reservationMaintained': step(ItemReservationMaintained, [member], meaningOfConsensus),
  'item.adReferendumLapsed': step(ItemAdReferendumLapsed, [secretariat], articleNine),
  'item.voteTaken': step(ItemVoteTaken, councils, articleNine),
  'item.referredUp': step(ItemReferredUp, [body], decisions),
  'item.noted': step(ItemNoted, bodies, otherBusiness),
  'item.deferred': step(ItemDeferred, bodies, agenda),
};
