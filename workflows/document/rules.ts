import { ruleOf, type Verdict } from '@rapporteur/kernel';
import { isActOfMember } from '../bodies';
import { circulationOfDocuments } from '../cite';
import type { DocumentContext } from './machine';
import { derestrictionDay, restrictionRules } from './restriction';
import type { DocumentCorrected, steps } from './steps';
import { isSymbolOf, parseSymbol, type SymbolStatus } from './symbol';

const rule = ruleOf<typeof steps, DocumentContext>();
const cite = circulationOfDocuments;

export const rules = [
  rule({
    id: 'document.memberForItself',
    grade: 'structural',
    isAboutWho: true,
    cite,
    text: {
      en: 'A Member has a restriction extended, or objects to a derestriction, in its own name alone.',
      fr: "Un Membre fait prolonger une restriction, ou s'oppose à une mise en distribution générale, en son seul nom.",
      es: 'Un Miembro solo hace prorrogar una restricción, o se opone a que un documento pase a distribución general, en su propio nombre.',
    },
    on: ['document.restrictionExtended'],
    holds: (step) =>
      step.data.member === undefined ? true : isActOfMember(step, [step.data.member]),
  }),
  rule({
    id: 'document.inThreeLanguages',
    grade: 'procedural',
    cite,
    text: {
      en: 'A document is derestricted once it is available in English, French and Spanish.',
      fr: 'Un document est mis en distribution générale une fois disponible en français, en anglais et en espagnol.',
      es: 'Un documento pasa a distribución general una vez disponible en español, francés e inglés.',
    },
    on: ['document.derestricted'],
    holds: (_step, { case: document }) => document.isIn('language.complete'),
  }),
  rule({
    id: 'document.periodHasRun',
    grade: 'procedural',
    cite,
    text: {
      en: 'Minutes are derestricted 45 days after their circulation unless a Member objects, papers of Members 60 days after it, or 30 days later when a Member has the restriction extended; no other kind of document is derestricted by the passing of time.',
      fr: "Les comptes rendus sont mis en distribution générale 45 jours après leur distribution, à moins qu'un Membre ne s'y oppose, les documents des Membres 60 jours après celle-ci, ou 30 jours plus tard lorsqu'un Membre fait prolonger la restriction; aucune autre catégorie de documents ne l'est par le seul écoulement du temps.",
      es: 'Las actas pasan a distribución general 45 días después de su distribución, a menos que un Miembro se oponga, y los documentos de los Miembros 60 días después de ella, o 30 días más tarde cuando un Miembro hace prorrogar la restricción; ninguna otra clase de documento pasa a distribución general por el mero transcurso del tiempo.',
    },
    on: ['document.derestricted'],
    holds: ({ data, occurredOn }, { case: { context } }) =>
      data.rule !== 'period' || hasRun(context, occurredOn),
  }),
  rule({
    id: 'document.derestrictedOnConsideration',
    grade: 'procedural',
    cite,
    text: {
      en: 'Papers of Members, and no other documents, are derestricted after their first consideration by a body.',
      fr: 'Les documents des Membres, et eux seuls, sont mis en distribution générale après leur premier examen par un organe.',
      es: 'Los documentos de los Miembros, y solo ellos, pasan a distribución general tras su primer examen por un órgano.',
    },
    on: ['document.derestricted'],
    holds: ({ data }, { case: { context } }) => {
      if (data.rule !== 'firstConsideration') return true;
      if (context.kind === null) return 'notComputable';
      return restrictionRules.afterConsideration.includes(context.kind);
    },
  }),
  rule({
    id: 'document.extendedOnce',
    grade: 'procedural',
    cite,
    text: {
      en: 'The restriction of a paper is extended once.',
      fr: "La restriction d'un document est prolongée une seule fois.",
      es: 'La restricción de un documento se prorroga una sola vez.',
    },
    on: ['document.restrictionExtended'],
    // Several Members may object to the derestriction of the same minutes.
    holds: (_step, { case: { context } }) => context.kind === 'minutes' || context.extensions === 0,
  }),
  rule({
    id: 'document.extendedByThirtyDays',
    grade: 'procedural',
    cite,
    text: {
      en: 'The restriction of a paper is extended by 30 days at most.',
      fr: "La restriction d'un document est prolongée de 30 jours au plus.",
      es: 'La restricción de un documento se prorroga por un máximo de 30 días.',
    },
    on: ['document.restrictionExtended'],
    holds: ({ data }) => (data.days ?? 0) <= restrictionRules.extension,
  }),
  rule({
    id: 'document.extendedInTime',
    grade: 'procedural',
    cite,
    text: {
      en: 'A Member has the restriction extended, or objects, by the day on which the document would be derestricted.',
      fr: "Un Membre fait prolonger la restriction, ou s'oppose, au plus tard le jour où le document serait mis en distribution générale.",
      es: 'Un Miembro hace prorrogar la restricción, o se opone, a más tardar el día en que el documento pasaría a distribución general.',
    },
    on: ['document.restrictionExtended'],
    holds: ({ occurredOn }, { case: { context } }) => {
      const day = derestrictionDay(context);
      return day === undefined ? 'notComputable' : occurredOn <= day;
    },
  }),
  rule({
    id: 'document.registeredAlike',
    grade: 'advisory',
    cite,
    text: {
      en: 'A document registered again is as restricted as it was registered first; another access does not change it.',
      fr: "Un document enregistré à nouveau l'est avec la même restriction que la première fois; un accès différent n'y change rien.",
      es: 'Un documento registrado de nuevo lo está con la misma restricción que la primera vez; otro acceso no lo modifica.',
    },
    on: ['document.registered'],
    holds: ({ data }, { case: { context } }) =>
      context.registeredAs === null || context.registeredAs === data.access,
  }),
  rule({
    id: 'document.symbolReadable',
    grade: 'advisory',
    cite,
    text: {
      en: 'A symbol is made of the collection, the series, the type and the number of the document, and of its status: Rev., Add., Corr. or Suppl.',
      fr: 'Une cote se compose de la collection, de la série, du type et du numéro du document, et de son statut: Rev., Add., Corr. ou Suppl.',
      es: 'Una signatura se compone de la colección, la serie, el tipo y el número del documento, y de su carácter: Rev., Add., Corr. o Suppl.',
    },
    on: ['document.registered'],
    holds: ({ data }) => data.symbols.every((symbol) => parseSymbol(symbol) !== undefined),
  }),
  rule({
    id: 'document.digestReadable',
    grade: 'advisory',
    cite,
    text: {
      en: 'The digest of a document is its SHA-256 in 64 hexadecimal digits; with any other nobody can check the document.',
      fr: "L'empreinte d'un document est son SHA-256 en 64 chiffres hexadécimaux; avec une autre, nul ne peut vérifier le document.",
      es: 'La huella de un documento es su SHA-256 en 64 dígitos hexadecimales; con otra, nadie puede verificar el documento.',
    },
    on: ['document.registered'],
    holds: ({ data }) => data.sha256 === undefined || /^[0-9a-f]{64}$/i.test(data.sha256),
  }),
  rule({
    id: 'document.datedAsTaken',
    grade: 'advisory',
    cite,
    text: {
      en: 'The date that is given is the day on which the step took place.',
      fr: "La date indiquée est le jour où l'acte est intervenu.",
      es: 'La fecha indicada es el día en que tuvo lugar el trámite.',
    },
    on: ['document.circulated', 'document.derestricted'],
    holds: ({ data, occurredOn }) => data.date === undefined || data.date === occurredOn,
  }),
  rule({
    id: 'document.symbolOfVersion',
    grade: 'advisory',
    cite,
    text: {
      en: 'The symbol of a revision, a corrigendum, an addendum or a supplement is that of the document with Rev., Corr., Add. or Suppl. and a number.',
      fr: "La cote d'une révision, d'un corrigendum, d'un addendum ou d'un supplément est celle du document, suivie de Rev., Corr., Add. ou Suppl. et d'un numéro.",
      es: 'La signatura de una revisión, un corrigendum, un addendum o un suplemento es la del documento, seguida de Rev., Corr., Add. o Suppl. y de un número.',
    },
    on: ['document.revised', 'document.corrected', 'document.supplemented'],
    holds: ({ type, data }, { case: { context } }) =>
      isSymbolOfAny(data.symbol, context.symbols, statusesOf[type] ?? []),
  }),
  rule({
    id: 'document.languageParity',
    grade: 'advisory',
    cite,
    text: {
      en: 'A corrigendum to one language version: check the other languages, so that the three say the same.',
      fr: 'Un corrigendum à une version linguistique: vérifier les autres langues, afin que les trois disent la même chose.',
      es: 'Un corrigendum a una versión lingüística: compruébense los demás idiomas, para que los tres digan lo mismo.',
    },
    on: ['document.corrected'],
    holds: ({ data }, { case: { context } }) => isForAllLanguages(data, context),
  }),
];

/** Whether its days have run on a day; those of minutes objected to run no more. */
function hasRun(context: DocumentContext, on: string): Verdict {
  if (context.objectedOn !== null) return false;
  const day = derestrictionDay(context);
  if (day !== undefined) return on >= day;
  const isOfNoPeriod = context.kind !== null && !(context.kind in restrictionRules.days);
  return isOfNoPeriod ? false : 'notComputable';
}

const statusesOf: Readonly<Record<string, readonly SymbolStatus[]>> = {
  'document.revised': ['Rev'],
  'document.corrected': ['Corr'],
  'document.supplemented': ['Add', 'Suppl'],
};

/** A document of several symbols is changed under any of them. */
function isSymbolOfAny(
  symbol: string,
  documents: readonly string[],
  statuses: readonly SymbolStatus[],
): Verdict {
  const said = documents.map((each) => isSymbolOf(symbol, each, statuses));
  if (said.includes(true)) return true;
  return said.includes(undefined) ? 'notComputable' : false;
}

function isForAllLanguages({ langs }: DocumentCorrected, { languages }: DocumentContext): Verdict {
  if (languages.length === 0) return 'notComputable';
  return languages.length === 1 || languages.every((each) => langs?.includes(each) ?? false);
}
