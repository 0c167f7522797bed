import { endOfMonth, inEach, type Text } from '@rapporteur/kernel';
import type { Basis } from './basis';
import type { Since } from './changes';
import { toldAt, viewOf, type CaseNow } from './known-cases';
import type { PaperParts } from './paper-parts';
import { asAtWords, sinceWords } from './words';

/** The day of a review, and why that one. */
export interface ReviewDay {
  readonly day: string;
  readonly words: Text;
}

/** What the days of reviews are told from. */
export interface Reviews {
  readonly parts: PaperParts;
  readonly cases: readonly CaseNow[];
}

/**
 * The day of a review, as known now: on which it was held, else opened; else the first day of the
 * meeting to which it is tied, else the end of its month. Undefined of what has none of these.
 */
export function reviewDay({ parts, cases }: Reviews, review: CaseNow): ReviewDay | undefined {
  const { held, opened } = parts.review;
  const last = (type: string) =>
    review.now.timeline.findLast(({ step }) => step.type === type)?.step.occurredOn;
  const view = latestView(review);
  const meeting = view && parts.review.meeting(view);
  const month = view && parts.review.month(view);
  const days: readonly (readonly [string | undefined, Text])[] = [
    [last(held), asAtWords.held],
    [last(opened), asAtWords.opened],
    [firstDayOf(cases.find(({ name }) => name === meeting)), asAtWords.meeting],
    [month === undefined ? undefined : endOfMonth(month), asAtWords.month],
  ];
  return days.flatMap(([day, words]) => (day === undefined ? [] : [{ day, words }]))[0];
}

const latestView = ({ now }: CaseNow) => viewOf(now, { date: '9999-12-31', opening: false });

function firstDayOf(meeting: CaseNow | undefined): string | undefined {
  const view = meeting && latestView(meeting);
  const facts = view && meeting.now.procedure.inCalendar?.(view);
  return facts?.spans.map(({ from }) => from).sort()[0];
}

/** Since when changes are told: the review before, else the adoption, else the beginning. */
export function sinceOf(
  reviews: Reviews,
  { decision, review }: { readonly decision: CaseNow | undefined; readonly review: string | null },
  { asAt }: Pick<Basis, 'asAt'>,
): Since {
  const previous = previousReview(reviews, review, asAt);
  if (previous) {
    const { known, day } = previous;
    const name = toldAt(known.now, known.tell, asAt)?.told.name ?? inEach(() => known.name);
    return { from: day, since: 'review', sinceWords: sinceWords.review(name, day) };
  }
  const adopted = decision?.now.timeline.findLast(
    ({ step }) => step.type === reviews.parts.adopted && step.occurredOn <= asAt,
  );
  const from = adopted?.step.occurredOn;
  if (from !== undefined) {
    return { from, since: 'adoption', sinceWords: sinceWords.adoption(from) };
  }
  return { from: null, since: 'beginning', sinceWords: sinceWords.beginning };
}

/** The last of the other reviews that came before the date, or before this one. */
function previousReview(reviews: Reviews, review: string | null, asAt: string) {
  return reviews.cases
    .filter(
      ({ name, now }) => name !== review && now.ref.procedure === reviews.parts.review.procedure,
    )
    .flatMap((known) => {
      const day = reviewDay(reviews, known)?.day;
      const hasBegun = toldAt(known.now, known.tell, asAt) !== undefined;
      return day !== undefined && day < asAt && hasBegun ? [{ known, day }] : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .at(-1);
}
