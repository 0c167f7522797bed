import { inEach, type Language, type Text } from '@rapporteur/kernel';
import type { DocumentContext } from '../document/machine';
import type { ItemContext } from '../item/context';
import type { MeetingContext } from '../meeting/machine';
import type { ObserverContext } from '../observer/machine';
import type { ReferralContext } from '../referral/context';
import type { SessionContext } from '../session/machine';
import { categories } from '../topic/categories';
import type { TopicContext } from '../topic/context';
import { printedTitle } from '../topic/title';
import { stakeholders, type Stakeholders } from '../views/stakeholders';
import type { ViewsContext } from '../views/machine';
import {
  bodyCalled,
  dayOrNone,
  days,
  fact,
  idOf,
  labels,
  listed,
  listedWords,
  same,
  telling,
  words,
  type Fact,
} from './telling';

/** What is done under the decision, ¶¶2 to 5, and what stands around it. */
export const toldOfWork = {
  meeting: telling<MeetingContext>(({ context }) => ({
    part: context.body === 'workingGroup' ? '2' : 'other',
    name: inEach((language) => {
      const when = context.spans.map(({ from, to }) => days(from, to)[language]).join('; ');
      return `${bodyCalled(context.body)[language]}, ${when || undated[language]}`;
    }),
    facts: [
      ...fact(words('Form', 'Forme', 'Forma'), context.format && formats[context.format]),
      ...fact(words('Minutes', 'Compte rendu', 'Acta'), context.minutes),
    ],
    symbols: [context.minutes, ...context.corrigenda].flatMap((symbol) => symbol ?? []),
  })),

  topic: telling<TopicContext>(({ name, context }) => ({
    part: '3',
    name: inEach((language) => topicTitle(context, language) || idOf({ name })),
    facts: [
      ...fact(words('Number', 'Numéro', 'Número'), context.topicNo),
      ...fact(words('Sponsors', 'Auteurs', 'Patrocinadores'), listed(context.members)),
      ...fact(
        words('Kind', 'Catégorie', 'Categoría'),
        listedWords(context.categories.map((each) => categories[each])),
      ),
      ...fact(labels.symbols, listed(context.symbols)),
      ...fact(
        words('Discussed at', 'Discuté lors de', 'Examinado en'),
        meetingCount(context.discussedAt.length),
      ),
      ...fact(
        words('International rules', 'Règles internationales', 'Normas internacionales'),
        context.rulesConsidered && rulesOutcomes[context.rulesConsidered],
      ),
    ],
    symbols: [
      ...context.symbols,
      ...context.docs,
      ...(context.textSymbol ? [context.textSymbol] : []),
    ],
  })),

  referral: telling<ReferralContext>(({ name, context }) => ({
    part: '4',
    name: inEach((language) => {
      const body = bodyCalled(context.body)[language];
      const called = context.symbol ?? idOf({ name });
      return {
        en: `Request to the ${body} (${called})`,
        fr: `Demande adressée à: ${body} (${called})`,
        es: `Solicitud dirigida a: ${body} (${called})`,
      }[language];
    }),
    facts: [
      ...fact(
        words('Questions', 'Questions', 'Preguntas'),
        inEach((language) => questionCount(context, language)),
      ),
      ...fact(
        words('Transmitted on', 'Transmise le', 'Transmitida el'),
        dayOrNone(context.transmittedOn),
      ),
      ...fact(
        words(
          'Reply requested by',
          'Réponse demandée au plus tard le',
          'Respuesta solicitada para',
        ),
        dayOrNone(context.replyBy),
      ),
      ...fact(
        words('Replied on', 'Réponse reçue le', 'Respondida el'),
        dayOrNone(context.repliedOn),
      ),
      ...fact(
        words('Papers received', 'Documents reçus', 'Documentos recibidos'),
        listed(context.reports),
      ),
    ],
    symbols: [context.symbol, ...context.reports].flatMap((symbol) => symbol ?? []),
  })),

  views: telling<ViewsContext>(({ context }) => ({
    part: '5',
    name: words('Views', 'Points de vue', 'Opiniones'),
    facts: stakeholders.flatMap((group) =>
      groupFacts(context, group).map(({ label, value }) => ({
        label: inEach(
          (language) => `${groupNames[group][language]}, ${label[language].toLowerCase()}`,
        ),
        value,
      })),
    ),
    symbols: stakeholders.flatMap((group) => context[group].docRefs),
  })),

  session: telling<SessionContext>(({ name, context }) => ({
    part: 'other',
    name: inEach((language) => {
      const called = idOf({ name }).toUpperCase();
      return {
        en: `Ministerial Conference, session ${called}`,
        fr: `Conférence ministérielle, session ${called}`,
        es: `Conferencia Ministerial, período de sesiones ${called}`,
      }[language];
    }),
    facts: [
      ...fact(labels.date, context.opens ? days(context.opens, context.closes ?? undefined) : ''),
      ...fact(words('Venue', 'Lieu', 'Lugar'), context.venue),
      ...fact(words('Opened on', 'Ouverte le', 'Inaugurado el'), dayOrNone(context.openedOn)),
      ...fact(words('Closed on', 'Close le', 'Clausurado el'), dayOrNone(context.closedOn)),
    ],
    symbols: [],
  })),

  document: telling<DocumentContext>(({ name, context }) => ({
    part: 'other',
    name: same(context.symbols[0] ?? idOf({ name })),
    facts: [
      ...fact(words('Title', 'Titre', 'Título'), context.title),
      ...fact(words('Also', 'Aussi', 'También'), listed(context.symbols.slice(1))),
      ...fact(
        words('Circulated on', 'Distribué le', 'Distribuido el'),
        dayOrNone(context.circulatedOn),
      ),
      ...fact(words('Versions', 'Versions', 'Versiones'), listed(context.versions)),
    ],
    symbols: [],
  })),

  observer: telling<ObserverContext>(({ name, context }) => ({
    part: 'other',
    name: inEach((language) => {
      const at = `${context.org ?? idOf({ name })}, ${bodyCalled(context.body)[language]}`;
      return { en: `Observer: ${at}`, fr: `Observateur: ${at}`, es: `Observador: ${at}` }[language];
    }),
    facts: fact(
      words('Invited to', 'Invitée à', 'Invitada a'),
      meetingCount(context.meetings.length),
    ),
    symbols: [],
  })),

  item: telling<ItemContext>(({ name, context }) => ({
    part: 'other',
    name: inEach((language) => {
      const called = context.title ?? idOf({ name });
      return {
        en: `Agenda item: ${called}`,
        fr: `Point de l'ordre du jour: ${called}`,
        es: `Punto del orden del día: ${called}`,
      }[language];
    }),
    facts: [
      ...fact(words('Requested by', 'Demandé par', 'Solicitado por'), context.by),
      ...fact(words('Objections', 'Objections', 'Objeciones'), listed(context.objectors)),
      ...fact(words('Decision', 'Décision', 'Decisión'), context.decision),
    ],
    symbols: context.docs,
  })),
};

export const formats = {
  formal: words('formal', 'formelle', 'formal'),
  informal: words('informal', 'informelle', 'informal'),
  special: words('special', 'extraordinaire', 'extraordinaria'),
};

export const rulesOutcomes: Readonly<Record<NonNullable<TopicContext['rulesConsidered']>, Text>> = {
  elaborate: words('to be elaborated', 'à élaborer', 'que se elaborarán'),
  notElaborate: words('not to be elaborated', 'à ne pas élaborer', 'que no se elaborarán'),
  noConsensus: words(
    'considered, no consensus',
    'possibilité examinée, pas de consensus',
    'posibilidad examinada, sin consenso',
  ),
};

export const groupNames: Readonly<Record<Stakeholders, Text>> = {
  consumers: words('Consumers', 'Consommateurs', 'Consumidores'),
  regulators: words('Regulators', 'Organismes de réglementation', 'Organismos de reglamentación'),
  privateSector: words('Private sector', 'Secteur privé', 'Sector privado'),
};

/** What is known of the views of one group. */
export function groupFacts(context: ViewsContext, group: Stakeholders): readonly Fact[] {
  const { sources, docRefs, whereReflected, reason } = context[group];
  return [
    ...fact(words('Sources', 'Sources', 'Fuentes'), listed(sources)),
    ...fact(words('Documents', 'Documents', 'Documentos'), listed(docRefs)),
    ...fact(
      words('Reflected in', 'Dont il est fait état dans', 'Reflejadas en'),
      listed(whereReflected),
    ),
    ...fact(words('Reason', 'Motif', 'Motivo'), reason),
  ];
}

const undated = words('no date', 'sans date', 'sin fecha');

export function topicTitle({ title, originalLang }: TopicContext, language: Language): string {
  return originalLang ? printedTitle(title, originalLang, language) : '';
}

/** How many meetings, in words; nothing where there were none. */
function meetingCount(count: number): Text | undefined {
  if (count === 0) return undefined;
  const many = count > 1 ? 's' : '';
  return words(
    `${count} meeting${many}`,
    `${count} réunion${many}`,
    count > 1 ? `${count} reuniones` : '1 reunión',
  );
}

function questionCount({ questions, answered }: ReferralContext, language: Language): string {
  const count = questions.length;
  return {
    en: `${count}, answered: ${answered.length}`,
    fr: `${count}, réponses reçues: ${answered.length}`,
    es: `${count}, respondidas: ${answered.length}`,
  }[language];
}
