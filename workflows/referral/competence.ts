import type { Citation, Verdict } from '@rapporteur/kernel';

/** The work programme of 1998, which says which body took up what. */
export const workProgramme: Citation = {
  instrument: 'Work Programme on Electronic Commerce adopted on 25 September 1998 (WT/L/274)',
};

/**
 * What each body took up under the work programme of 1998. The General Council keeps the cross-cutting
 * issues and all that concerns customs duties on electronic transmissions, though two councils have
 * customs duties on their lists as well.
 */
const lists = {
  servicesCouncil: [
    'scopeAndModes',
    'mostFavouredNation',
    'transparency',
    'developingCountries',
    'domesticRegulation',
    'competition',
    'privacyAndFraud',
    'marketAccess',
    'nationalTreatment',
    'telecommunications',
    'customsDuties',
    'classification',
  ],
  goodsCouncil: [
    'marketAccess',
    'valuation',
    'licensing',
    'customsDuties',
    'standards',
    'rulesOfOrigin',
    'classification',
  ],
  tripsCouncil: ['copyright', 'trademarks', 'newTechnologies'],
  tradeAndDevelopmentCommittee: [
    'developingCountries',
    'smallEnterprises',
    'participation',
    'infrastructure',
    'traditionalDistribution',
    'finance',
  ],
  generalCouncil: ['crossCutting', 'customsDuties'],
} as const;

export type Subject = (typeof lists)[keyof typeof lists][number];

/** Every subject of 1998, once. */
export const subjects: readonly Subject[] = [...new Set(Object.values(lists).flat())];

const listOf: Readonly<Record<string, readonly Subject[]>> = lists;

/** What a question says of itself, as far as competence goes. */
export interface Asked {
  readonly text: string;
  readonly subject?: Subject;
}

/**
 * Whether a question belongs to what the body took up. The General Council and the Conference may take
 * up anything; of a body not named in 1998, and of a question without a subject, nothing can be said.
 */
export function isWithinCompetence({ subject }: Asked, body: string): Verdict {
  if (body === 'generalCouncil' || body === 'ministerialConference') return true;
  const list = listOf[body];
  if (subject === undefined || list === undefined) return 'notComputable';
  return list.includes(subject);
}

const customsDuties: readonly RegExp[] = [
  /\bcustoms\s+dut(?:y|ies)\b/i,
  /\bimport\s+dut(?:y|ies)\b/i,
  /(?<!non-)\btariffs?\b/i,
  /\bdroits?\s+de\s+douane\b/i,
  /\bdroits?\s+d['’]importation\b/i,
  /\bdroits?\s+douaniers?\b/i,
  /\btarifs?\s+douaniers?\b/i,
  /\bderechos?\s+de\s+(?:aduana|importación)\b/i,
  /\bderechos?\s+(?:aduaneros?|arancelarios?)\b/i,
  /(?<!no )\barancel(?:es)?\b/i,
];

/** Whether a question is about customs duties: it says so, or its words do, in any of the languages. */
export function isAboutCustomsDuties({ subject, text }: Asked): boolean {
  return subject === 'customsDuties' || customsDuties.some((words) => words.test(text));
}
