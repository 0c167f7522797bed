import { causeOf, parseCaseName, type CausedStep } from '@rapporteur/kernel';
import type { steps } from './steps';

const on = causeOf<typeof steps>();

type Links = Readonly<Record<string, string>>;

export const causes = [
  // ¶4: a topic knows which of its questions are with another body, and when one is no longer.
  on('referral.transmitted', ({ case: id, links }) =>
    inEachTopic(links, { type: 'topic.referralMade', data: { referralId: id }, links: {} }),
  ),
  on('referral.noted', ({ case: id, links }) => ended(links, id, 'noted')),
  on('referral.declined', ({ case: id, links }) => ended(links, id, 'declined')),
  on('referral.recalled', ({ case: id, links }) => ended(links, id, 'recalled')),
];

function ended(links: Links, referralId: string, outcome: 'noted' | 'declined' | 'recalled') {
  const data = { referralId, outcome };
  return inEachTopic(links, { type: 'topic.referralEnded', data, links: {} });
}

/** The same step in each topic that the referral serves, once. */
function inEachTopic(links: Links, step: Omit<CausedStep, 'case'>): readonly CausedStep[] {
  return [...new Set(Object.values(links))].sort().flatMap((name) => {
    const ref = parseCaseName(name);
    return ref?.procedure === 'topic' ? [{ case: ref, ...step }] : [];
  });
}
