import type { StepFact, Text, Verdict } from '@rapporteur/kernel';

/** The bodies that the decision and the 1998 work programme speak of, by the ids used in steps. */
export const bodies: Readonly<Record<string, Text>> = {
  ministerialConference: {
    en: 'Ministerial Conference',
    fr: 'Conférence ministérielle',
    es: 'Conferencia Ministerial',
  },
  generalCouncil: { en: 'General Council', fr: 'Conseil général', es: 'Consejo General' },
  workingGroup: {
    en: 'Working Group on Electronic Commerce',
    fr: 'Groupe de travail du commerce électronique',
    es: 'Grupo de Trabajo sobre Comercio Electrónico',
  },
  servicesCouncil: {
    en: 'Council for Trade in Services',
    fr: 'Conseil du commerce des services',
    es: 'Consejo del Comercio de Servicios',
  },
  goodsCouncil: {
    en: 'Council for Trade in Goods',
    fr: 'Conseil du commerce des marchandises',
    es: 'Consejo del Comercio de Mercancías',
  },
  tripsCouncil: {
    en: 'Council for TRIPS',
    fr: 'Conseil des ADPIC',
    es: 'Consejo de los ADPIC',
  },
  tradeAndDevelopmentCommittee: {
    en: 'Committee on Trade and Development',
    fr: 'Comité du commerce et du développement',
    es: 'Comité de Comercio y Desarrollo',
  },
};

/** What a body is called; its id where nothing else is known of it. */
export function bodyName(id: string): Text {
  return bodies[id] ?? { en: id, fr: id, es: id };
}

/** Whether a step is the act of this body, or of its chair; not computable when nobody has said whose. */
export function isActOfBody({ party }: Pick<StepFact, 'party'>, body: string): Verdict {
  if (!party) return 'notComputable';
  const { role, of } = party;
  if (role === 'generalCouncil' || role === 'ministerialConference') return role === body;
  if (role !== 'body' && role !== 'chair') return 'notComputable';
  return of === undefined ? 'notComputable' : of === body;
}

/** Whether a step is the act of one of these Members; not computable when nobody has said whose. */
export function isActOfMember({ party }: Pick<StepFact, 'party'>, of: readonly string[]): Verdict {
  if (party?.role !== 'member' || party.of === undefined) return 'notComputable';
  return of.includes(party.of);
}
