/**
 * How many Members there are from a day on. A fact of the world, kept here by whoever keeps the
 * procedures; of the time before the first day nothing is known.
 */
const membership: readonly { readonly from: string; readonly members: number }[] = [
  { from: '2016-07-29', members: 164 },
  { from: '2024-08-21', members: 165 },
  { from: '2024-08-30', members: 166 },
];

/** How many Members there are on a day (ISO date). */
export function membersOn(day: string): number | undefined {
  return membership.findLast(({ from }) => from <= day)?.members;
}

/**
 * How many votes can be cast at most: one for each Member, but none for the European Union itself,
 * which votes with as many votes as it has member States that are Members, and in their stead.
 */
export function votesOn(day: string): number | undefined {
  const members = membersOn(day);
  return members === undefined ? undefined : members - 1;
}

/** The votes counted, and the majority that the matter requires. */
export interface Count {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly majority?: Majority;
}

export const majorities = ['votesCast', 'twoThirdsOfMembers', 'threeFourthsOfMembers'] as const;
export type Majority = (typeof majorities)[number];

/**
 * Whether the votes carry the text: a majority of the votes cast, among which abstentions are not,
 * unless the matter requires more. Where the number of Members is not known, more is not reached.
 */
export function isCarried({ majority = 'votesCast', ...votes }: Count, day: string): boolean {
  if (majority === 'votesCast') return votes.for > votes.against;
  const members = membersOn(day) ?? Infinity;
  return majority === 'twoThirdsOfMembers'
    ? votes.for * 3 >= members * 2
    : votes.for * 4 >= members * 3;
}
