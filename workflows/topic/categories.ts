import type { Text } from '@rapporteur/kernel';

/** The kinds of topic that paragraph 3 lists without limitation, and all others. */
export const categoryIds = [
  'scopeAndDefinitions',
  'existingRulesAndGaps',
  'obstacles',
  'confidenceBuilding',
  'tradeFacilitation',
  'transparency',
  'participationOfDevelopingCountries',
  'intellectualProperty',
  'other',
] as const;
export type Category = (typeof categoryIds)[number];

/** What they are called; the French is that of paragraph 3. */
export const categories: Readonly<Record<Category, Text>> = {
  scopeAndDefinitions: {
    en: 'scope and definitions',
    fr: 'portée et définitions',
    es: 'alcance y definiciones',
  },
  existingRulesAndGaps: {
    en: 'existing applicable rules and gaps in the WTO legal framework',
    fr: "règles applicables existantes et lacunes du cadre juridique de l'OMC",
    es: 'normas aplicables existentes y lagunas del marco jurídico de la OMC',
  },
  obstacles: {
    en: 'existing obstacles to electronic commerce',
    fr: 'obstacles au commerce électronique existants',
    es: 'obstáculos existentes al comercio electrónico',
  },
  confidenceBuilding: {
    en: 'confidence-building',
    fr: 'renforcement de la confiance',
    es: 'fomento de la confianza',
  },
  tradeFacilitation: {
    en: 'trade facilitation measures',
    fr: 'mesures de facilitation des échanges',
    es: 'medidas de facilitación del comercio',
  },
  transparency: { en: 'transparency', fr: 'transparence', es: 'transparencia' },
  participationOfDevelopingCountries: {
    en: 'greater participation of developing countries',
    fr: 'participation accrue des pays en développement',
    es: 'mayor participación de los países en desarrollo',
  },
  intellectualProperty: {
    en: 'intellectual property rights',
    fr: 'droits de propriété intellectuelle',
    es: 'derechos de propiedad intelectual',
  },
  other: { en: 'other', fr: 'autres', es: 'otros' },
};
