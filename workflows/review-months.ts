/** The months of the General Council's sessions at which paragraph 6 calls for a review. */
export const reviewMonths = ['2018-07', '2018-12', '2019-07'] as const;

export type ReviewMonth = (typeof reviewMonths)[number];
