/** Sections of a report that a paragraph of the decision calls for, by the ids used in its drafts. */
export const sections = {
  /** ¶1: "y compris la possibilité d'élaborer des règles internationales". */
  internationalRules: 'internationalRules',
  /** ¶5: the views of consumers, regulators and the private sector, and how they were considered. */
  views: 'views',
} as const;
