/** Those whose views ¶5 names, by the ids used in steps and states. */
export const stakeholders = ['consumers', 'regulators', 'privateSector'] as const;
export type Stakeholders = (typeof stakeholders)[number];
