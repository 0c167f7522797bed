import { IsText, IsTexts, languages, step, type Language } from '@rapporteur/kernel';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { paragraph, ruleOfProcedure } from '../cite';
import { categoryIds, type Category } from './categories';

export class TopicSubmitted {
  /** The sponsors: the Members that submit it together. */
  @IsTexts(100) members!: string[];
  @IsIn(languages) originalLang!: Language;
  /** In the original language; the others come by `topic.titleTranslated`. */
  @IsText(500) title!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(categoryIds.length)
  @IsIn(categoryIds, { each: true })
  categories!: Category[];

  @IsText(100) docSymbol!: string;
  /** It proposes that international rules be developed. */
  @IsOptional() @IsBoolean() proposesRules?: boolean;
  /** How a balance of legitimate interests is sought. */
  @IsOptional() @IsText(5000) balanceNote?: string;
}

export class TopicRegistered {
  @IsText(50) topicNo!: string;
  /** Left out, it does: what does not bear on world trade says so. */
  @IsOptional() @IsBoolean() bearsOnWorldTrade?: boolean;
}

export class TopicTitleTranslated {
  @IsIn(languages) lang!: Language;
  @IsText(500) title!: string;
}

export class TopicCosponsored {
  @IsTexts(100) members!: string[];
}

export class TopicRevised {
  /** The symbol of the revision. */
  @IsText(100) docSymbol!: string;
  /** What is other than before. */
  @IsOptional() @IsText(5000) changes?: string;
}

export class TopicReclassified {
  @IsIn(categoryIds) from!: Category;
  @IsIn(categoryIds) to!: Category;
  @IsText(2000) reason!: string;
}

/** What is put forward against a topic; the mandate of ¶1 knows the first of these alone. */
export const grounds = [
  'notRelatedToElectronicCommerce',
  'competenceOfAnotherBody',
  'proposalForRules',
] as const;

export class TopicHeldOutsideMandate {
  @IsIn(grounds) ground!: (typeof grounds)[number];
  @IsOptional() @IsText(2000) note?: string;
}

export class TopicScheduled {
  @IsText(500) planItem!: string;
  @IsTexts(130, { least: 0 }) meetingIds!: string[];
}

export class TopicDiscussed {
  @IsText(130) meetingId!: string;
  /** The papers before the group. */
  @IsTexts(130, { least: 0 }) docs!: string[];
  @IsOptional() @IsText(5000) balanceNote?: string;
}

export class TopicPaused {
  @IsText(2000) reason!: string;
}

export class TopicResumed {
  @IsOptional() @IsText(2000) reason?: string;
}

export const rulesOutcomes = ['elaborate', 'notElaborate', 'noConsensus'] as const;

export class TopicRulesConsidered {
  /** To develop international rules, not to, or no consensus on it. */
  @IsIn(rulesOutcomes) outcome!: (typeof rulesOutcomes)[number];
}

export class TopicWithdrawn {
  @IsTexts(100) by!: string[];
}

export class TopicMerged {
  /** The topic in which it goes on. */
  @IsText(130) into!: string;
}

export class TopicSplit {
  /** The topics in which it goes on. */
  @IsTexts(130, { mostTexts: 50 }) children!: string[];
}

export class TopicCarriedForward {
  /** The next work plan, or who takes it up. */
  @IsText(500) toPlan!: string;
}

export class TopicConcluded {
  @IsIn(['agreed', 'noted', 'noConvergence']) outcome!: 'agreed' | 'noted' | 'noConvergence';
  @IsOptional() @IsText(100) textSymbol?: string;
}

export class TopicReferralMade {
  @IsText(130) referralId!: string;
}

export class TopicReferralEnded {
  @IsText(130) referralId!: string;
  @IsIn(['noted', 'declined', 'recalled']) outcome!: 'noted' | 'declined' | 'recalled';
}

const member = { role: 'member' } as const;
const group = { role: 'body', of: 'workingGroup' } as const;
const secretariat = { role: 'secretariat' } as const;
const clock = { role: 'clock' } as const;

const topics = paragraph('3');
const mandate = paragraph('1');
const plan = paragraph('2');
const assistance = paragraph('4');
// The text does not say how a topic ends; the group ends it as it takes its decisions.
const decisions = ruleOfProcedure('Rule 33');

export const steps = {
  'topic.submitted': step(TopicSubmitted, [member], topics),
  'topic.registered': step(TopicRegistered, [secretariat], topics),
  'topic.titleTranslated': step(TopicTitleTranslated, [secretariat], topics),
  'topic.cosponsored': step(TopicCosponsored, [member], topics),
  'topic.revised': step(TopicRevised, [member], topics),
  'topic.reclassified': step(TopicReclassified, [member], topics),
  'topic.withdrawn': step(TopicWithdrawn, [member], topics),
  'topic.heldOutsideMandate': step(TopicHeldOutsideMandate, [group], mandate),
  'topic.scheduled': step(TopicScheduled, [group], plan),
  'topic.discussed': step(TopicDiscussed, [group], mandate),
  'topic.paused': step(TopicPaused, [group], decisions),
  'topic.resumed': step(TopicResumed, [group], decisions),
  'topic.rulesConsidered': step(TopicRulesConsidered, [group], mandate),
  'topic.merged': step(TopicMerged, [group], decisions),
  'topic.split': step(TopicSplit, [group], decisions),
  'topic.carriedForward': step(TopicCarriedForward, [group, clock], decisions),
  'topic.concluded': step(TopicConcluded, [group], decisions),
  'topic.referralMade': step(TopicReferralMade, [clock], assistance),
  'topic.referralEnded': step(TopicReferralEnded, [clock], assistance),
};
