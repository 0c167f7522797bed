import { inEach, monthInWords } from '@rapporteur/kernel';
import type { ChairContext } from '../chair/office';
import type { DecisionContext } from '../decision/machine';
import type { MinisterialReportContext } from '../ministerialReport/machine';
import type { MoratoriumContext } from '../moratorium/machine';
import type { TermAnchor } from '../moratorium/steps';
import type { ReportContext } from '../report/machine';
import type { ReviewContext } from '../review/machine';
import type { WorkingGroupContext } from '../workingGroup/machine';
import type { WorkPlanContext } from '../workPlan/machine';
import {
  day,
  dayOrNone,
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

/** What the decision itself provides for: ¶¶1, 2, 6 and 7. */
export const toldOfDecision = {
  decision: telling<DecisionContext>(({ context }) => ({
    part: 'decision',
    name: words('Ministerial decision', 'Décision ministérielle', 'Decisión ministerial'),
    facts: [
      ...fact(labels.symbols, listed(context.symbols)),
      ...fact(words('Proponents', 'Auteurs', 'Autores'), listed(context.proponents)),
      ...fact(words('Paragraphs', 'Paragraphes', 'Párrafos'), listed(context.paras)),
      ...fact(
        words('Paragraphs superseded', 'Paragraphes remplacés', 'Párrafos sustituidos'),
        listed(context.superseded),
      ),
      ...fact(words('Corrigenda', 'Corrigendums', 'Correcciones'), listed(context.corrigenda)),
    ],
    symbols: [...context.symbols, ...context.corrigenda],
  })),

  workingGroup: telling<WorkingGroupContext>(({ context }) => ({
    part: '1',
    name: words(
      'Working Group on Electronic Commerce',
      'Groupe de travail du commerce électronique',
      'Grupo de Trabajo sobre Comercio Electrónico',
    ),
    facts: [
      ...fact(
        words('Established on', 'Établi le', 'Establecido el'),
        dayOrNone(context.establishedOn),
      ),
      ...fact(
        words('Mandate until', "Mandat jusqu'au", 'Mandato hasta'),
        dayOrNone(context.until?.date) ?? context.until?.event,
      ),
    ],
    symbols: [],
  })),

  chair: telling<ChairContext>(({ context }) => ({
    part: '2',
    name: words(
      'Chair of the Working Group',
      'Présidence du Groupe de travail',
      'Presidencia del Grupo de Trabajo',
    ),
    facts: [
      ...fact(
        words('Holder (reference)', 'Titulaire (référence)', 'Titular (referencia)'),
        context.holderRef,
      ),
      ...fact(
        words('Successor (reference)', 'Successeur (référence)', 'Sucesor (referencia)'),
        context.successorRef,
      ),
      ...fact(
        words('In office since', 'En fonction depuis le', 'En funciones desde el'),
        dayOrNone(context.inOfficeOn),
      ),
    ],
    symbols: [],
  })),

  workPlan: telling<WorkPlanContext>(({ context: { plan, calendar } }) => ({
    part: '2',
    name: words(
      'Work plan and calendar of meetings',
      'Plan de travail et calendrier des réunions',
      'Plan de trabajo y calendario de reuniones',
    ),
    facts: [
      ...fact(words('Work plan', 'Plan de travail', 'Plan de trabajo'), plan.symbol),
      ...fact(words('Agreed on', 'Convenu le', 'Acordado el'), dayOrNone(plan.agreedOn)),
      ...fact(
        words('Calendar of meetings', 'Calendrier des réunions', 'Calendario de reuniones'),
        calendar.symbol,
      ),
      ...fact(
        words('Calendar agreed on', 'Calendrier convenu le', 'Calendario acordado el'),
        dayOrNone(calendar.agreedOn),
      ),
    ],
    symbols: [plan.symbol, calendar.symbol].flatMap((symbol) => symbol ?? []),
  })),

  report: telling<ReportContext>(({ context }) => ({
    part: '6',
    name: inEach((language) => {
      const month = context.month ? monthInWords(context.month, language) : '—';
      return {
        en: `Report of the Working Group for the review of ${month}`,
        fr: `Rapport du Groupe de travail pour l'examen de ${month}`,
        es: `Informe del Grupo de Trabajo para el examen de ${month}`,
      }[language];
    }),
    facts: [
      ...fact(labels.symbol, context.symbol ?? context.draft),
      ...fact(
        words('Circulated on', 'Distribué le', 'Distribuido el'),
        dayOrNone(context.circulatedOn),
      ),
      ...fact(
        words('Corrigenda and addenda', 'Corrigendums et addenda', 'Correcciones y adiciones'),
        listed([...context.corrigenda, ...context.addenda]),
      ),
      ...fact(
        words('Divergent positions', 'Positions divergentes', 'Posiciones divergentes'),
        context.dissent.length > 0 ? String(context.dissent.length) : '',
      ),
    ],
    symbols: [context.symbol, ...context.addenda, ...context.corrigenda].flatMap((s) => s ?? []),
  })),

  review: telling<ReviewContext>(({ context }) => ({
    part: '6',
    name: inEach((language) => {
      const month = context.month ? monthInWords(context.month, language) : '—';
      return {
        en: `Periodic review of ${month}`,
        fr: `Examen périodique de ${month}`,
        es: `Examen periódico de ${month}`,
      }[language];
    }),
    facts: [
      ...fact(words('Agenda item', "Point de l'ordre du jour", 'Punto'), context.itemNo),
      ...fact(words('Basis', 'Base', 'Base'), context.reportBasis && bases[context.reportBasis]),
      ...fact(words('Guidance', 'Orientations', 'Orientaciones'), context.guidance),
    ],
    symbols: [],
  })),

  ministerialReport: telling<MinisterialReportContext>(({ context }) => ({
    part: '6',
    name: words(
      'Report of the General Council to Ministers',
      'Rapport du Conseil général aux Ministres',
      'Informe del Consejo General a los Ministros',
    ),
    facts: [
      ...fact(
        words('Due to the session', 'Destiné à la session', 'Destinado al período de sesiones'),
        context.anchor && idOf({ name: context.anchor.session }).toUpperCase(),
      ),
      ...fact(
        words('Opening on', "S'ouvrant le", 'Que se inaugura el'),
        dayOrNone(context.anchor?.firstDay),
      ),
      ...fact(labels.symbols, listed(context.symbols) || context.draft),
      ...fact(labels.outcome, context.outcome),
    ],
    symbols: context.symbols,
  })),

  moratorium: telling<MoratoriumContext>(({ context }) => ({
    part: '7',
    name: words(
      'Practice of not imposing customs duties on electronic transmissions',
      'Pratique consistant à ne pas imposer de droits de douane sur les transmissions électroniques',
      'Práctica de no imponer derechos de aduana a las transmisiones electrónicas',
    ),
    facts: [
      ...termFacts(context),
      ...fact(words('Set by', 'Fixé par', 'Fijado por'), context.symbol),
      ...fact(words('Lapsed on', 'Expirée le', 'Expirada el'), dayOrNone(context.lapse?.date)),
    ],
    symbols: [context.symbol].flatMap((symbol) => symbol ?? []),
  })),
};

export const bases = {
  wg: words('report of the Working Group', 'rapport du Groupe de travail', 'informe del Grupo'),
  bodies: words('reports of the bodies', 'rapports des organes', 'informes de los órganos'),
  oral: words('oral statements', 'déclarations orales', 'declaraciones orales'),
  none: words('no report', 'aucun rapport', 'ningún informe'),
};

/** The anchors of its term, and the readings that have diverged. */
function termFacts({ term, readings }: MoratoriumContext): readonly Fact[] {
  const anchors = [...(term?.anyOf ?? []), ...(term?.earliestOf ?? [])];
  const earliest = term?.earliestOf ? [earlier] : [];
  return [
    ...fact(
      words('Term', 'Terme', 'Plazo'),
      anchors.length > 0 ? listedWords([...anchors.map(anchorWords), ...earliest]) : undefined,
    ),
    ...fact(
      words('Divergent readings', 'Interprétations divergentes', 'Interpretaciones divergentes'),
      readings.length > 0 ? listedWords(readings.map(readingWords)) : undefined,
    ),
  ];
}

const earlier = words(
  'whichever is earlier',
  'la première de ces dates étant retenue',
  'lo que ocurra primero',
);

const nextSession = words(
  'the next session',
  'la prochaine session',
  'el próximo período de sesiones',
);

function anchorWords({ event, session, date }: TermAnchor) {
  const called = event ?? session ?? '';
  const name = called === '' ? [] : [sessionWords(called)];
  return listedWords([...name, ...(date === undefined ? [] : [day(date)])]);
}

function readingWords({ label, date }: { readonly label: string; readonly date?: string }) {
  const called = label === 'date' ? [] : [sessionWords(label)];
  const on = date === undefined ? [] : [day(date)];
  return inEach((language) => [...called, ...on].map((text) => text[language]).join(': '));
}

/** `the next session`, `MC14`, or the event as the text calls it. */
function sessionWords(called: string) {
  if (called === 'nextSession') return nextSession;
  const id = called.replace(/^session\//, '');
  return same(/^mc\d+$/.test(id) ? id.toUpperCase() : called);
}
