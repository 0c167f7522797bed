import type { Engine } from '@rapporteur/engine';
import { isRefusal, refuseField, type Refusal, type Text } from '@rapporteur/kernel';
import { asked, knownNow, knownThen, type Basis } from './basis';
import type { Brief, Knowledge } from './brief';
import { briefOf, type Drafting } from './drafting';
import { casesOfPaper, shownAt, withThen, type CaseNow } from './known-cases';
import type { PaperParts } from './paper-parts';
import { reviewDay } from './review-days';
import { subjectOf, type Subject } from './subject';
import { asAtWords } from './words';

/** What a brief is made from. */
export interface BriefSource {
  readonly engine: Pick<Engine, 'reading'>;
  readonly parts: PaperParts;
  readonly register: {
    readonly id: string;
    readonly label: Text;
    readonly simulated: boolean;
  };
}

/** Either a review, by default on its own day, or a decision on any date. */
export interface BriefQuestion {
  /** `review/<case>` */
  readonly review?: string | undefined;
  /** `decision/<case>` */
  readonly under?: string | undefined;
  /** ISO date. */
  readonly asAt?: string | undefined;
  /**
   * What was known then (date, instant, `@<size>`), no later than what is known now: by default at the
   * end of the date, or what is known now where that is less.
   */
  readonly knownThen?: string | undefined;
  /** What is known now: by default all of the log. */
  readonly knownOn?: string | undefined;
}

/**
 * The paper on where a decision stood. Nothing in it comes from the clock: asked again with
 * `knownOn=@<size>` of its basis it is the same, whatever has been recorded since.
 */
export async function reviewBrief(
  source: BriefSource,
  question: BriefQuestion,
): Promise<Brief | Refusal> {
  const { parts } = source;
  const { reading } = source.engine;
  const now = knownNow(reading, question.knownOn);
  if (isRefusal(now)) return now;
  const subject = await subjectOf({ reading, parts, size: now.size }, question);
  if (isRefusal(subject)) return subject;
  const { decision, review } = subject;
  const cases = await casesOfPaper(reading, parts, { decision, size: now.size });
  const date = dateOf(source, question, { cases, review });
  if (isRefusal(date)) return date;
  const then = knownThen(reading, { asAt: date.asAt, knownThen: question.knownThen }, now);
  if (isRefusal(then)) return then;
  const drafting = await draftingOf(source, { subject, cases, date }, { then, now });
  return briefOf(drafting);
}

/** The date of a paper, and why this one. */
interface PaperDate {
  readonly outcome?: never;
  readonly asAt: string;
  readonly words: Text;
}

function dateOf(
  { engine: { reading }, parts }: BriefSource,
  { asAt }: BriefQuestion,
  { cases, review }: { readonly cases: readonly CaseNow[]; readonly review: string | null },
): PaperDate | Refusal {
  if (asAt !== undefined) {
    const understood = asked(reading, { asAt });
    return isRefusal(understood) ? understood : { asAt, words: asAtWords.asked };
  }
  const known = cases.find(({ name }) => name === review);
  const found = known && reviewDay({ parts, cases }, known);
  return found ? { asAt: found.day, words: found.words } : refuseField('asAt', dateMissing);
}

const dateMissing: Text = {
  en: 'is missing: say the date (YYYY-MM-DD) at which the decision is to be looked at',
  fr: 'manque: indiquer la date (AAAA-MM-JJ) à laquelle la décision doit être considérée',
  es: 'falta: indique la fecha (AAAA-MM-DD) a la que debe considerarse la decisión',
};

interface Found {
  readonly subject: Subject;
  readonly cases: readonly CaseNow[];
  readonly date: PaperDate;
}

async function draftingOf(
  { engine: { reading }, parts, register }: BriefSource,
  { subject, cases, date }: Found,
  knowledge: { readonly then: Knowledge; readonly now: Knowledge },
): Promise<Drafting> {
  const basis: Basis = { asAt: date.asAt, ...knowledge };
  const all = await withThen(reading, cases, basis);
  const shown = shownAt(parts, all, date.asAt);
  const { decision, review } = subject;
  return { reading, parts, register, decision, review, basis, asAtIs: date.words, all, shown };
}
