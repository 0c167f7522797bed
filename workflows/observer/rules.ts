import { ruleOf, type Around, type Verdict } from '@rapporteur/kernel';
import { isActOfBody } from '../bodies';
import { observerStatus } from './cite';
import { isOver, occasionIn } from './invitation';
import type { ObserverContext } from './machine';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, ObserverContext>();
const cite = observerStatus;

export const rules = [
  rule({
    id: 'observer.forItself',
    grade: 'structural',
    isAboutWho: true,
    cite,
    text: {
      en: 'An organisation requests observer status for itself.',
      fr: "Une organisation demande le statut d'observateur pour elle-même.",
      es: 'Una organización solicita la condición de observador para sí misma.',
    },
    on: ['observer.requested'],
    holds: ({ party, data }) =>
      party?.role !== 'observer' || party.of === undefined
        ? 'notComputable'
        : party.of === data.org,
  }),
  rule({
    id: 'observer.perBodyAndOrganisation',
    grade: 'structural',
    cite,
    text: {
      en: 'Observer status is that of one organisation in one body; a request to another body, or of another organisation, is another case.',
      fr: "Le statut d'observateur est celui d'une organisation auprès d'un organe; une demande adressée à un autre organe, ou émanant d'une autre organisation, est un autre dossier.",
      es: 'La condición de observador es la de una organización en un órgano; una solicitud dirigida a otro órgano, o de otra organización, es otro expediente.',
    },
    on: ['observer.requested'],
    holds: ({ data }, { case: { context } }) =>
      (context.org === null || context.org === data.org) &&
      (context.body === null || context.body === data.body),
  }),
  rule({
    id: 'observer.ofItsOwnBody',
    grade: 'structural',
    isAboutWho: true,
    cite,
    text: {
      en: 'A body decides on its own observers alone.',
      fr: 'Un organe ne statue que sur ses propres observateurs.',
      es: 'Un órgano decide únicamente sobre sus propios observadores.',
    },
    on: ['observer.invitedAdHoc', 'observer.granted', 'observer.leftPending', 'observer.refused'],
    holds: (step, { case: { context } }) => isActOfBody(step, context.body ?? ''),
  }),
  rule({
    id: 'observer.meetingOfTheBody',
    grade: 'structural',
    cite,
    text: {
      en: 'A body invites an organisation ad hoc to its own meetings.',
      fr: 'Un organe invite une organisation à titre ad hoc à ses propres réunions.',
      es: 'Un órgano invita a una organización con carácter ad hoc a sus propias reuniones.',
    },
    on: ['observer.invitedAdHoc'],
    sees: { calendar: true },
    holds: ({ data }, { case: { context }, calendar, related }) => {
      if (occasionIn(calendar, context.body ?? '', data.meetingId)) return true;
      return related('meeting') ? false : 'notComputable';
    },
  }),
  rule({
    id: 'observer.byConsensus',
    grade: 'procedural',
    cite,
    text: {
      en: 'A body decides on requests for observer status by consensus; failing consensus, the request stays pending.',
      fr: "Un organe statue par consensus sur les demandes de statut d'observateur; à défaut de consensus, la demande reste en suspens.",
      es: 'Un órgano decide por consenso sobre las solicitudes de la condición de observador; a falta de consenso, la solicitud queda pendiente.',
    },
    on: ['observer.invitedAdHoc', 'observer.granted', 'observer.refused'],
    holds: ({ decision }) => (decision ? decision.mode === 'consensus' : 'notComputable'),
  }),
  rule({
    id: 'observer.invitedInTime',
    grade: 'advisory',
    cite,
    text: {
      en: 'An organisation is invited ad hoc to a meeting that is not over.',
      fr: "Une organisation est invitée à titre ad hoc à une réunion qui n'est pas terminée.",
      es: 'Una organización es invitada con carácter ad hoc a una reunión que no ha terminado.',
    },
    on: ['observer.invitedAdHoc'],
    sees: { calendar: true },
    holds: ({ data, occurredOn }, { case: { context }, calendar }) => {
      const meeting = occasionIn(calendar, context.body ?? '', data.meetingId);
      return meeting?.lastDay === undefined ? 'notComputable' : occurredOn <= meeting.lastDay;
    },
  }),
  rule({
    id: 'observer.adHocUntilTheClose',
    grade: 'procedural',
    cite,
    text: {
      en: 'Ad hoc status lasts until the close of the meeting to which the organisation is invited.',
      fr: "Le statut ad hoc dure jusqu'à la clôture de la réunion à laquelle l'organisation est invitée.",
      es: 'La condición de observador ad hoc dura hasta la clausura de la reunión a la que se invita a la organización.',
    },
    on: ['observer.lapsed'],
    sees: { calendar: true },
    // A regular observer has no invitation that could still run.
    holds: (_step, around) => areOver(around),
  }),
  rule({
    id: 'observer.regularLapsesOnAGround',
    grade: 'advisory',
    cite,
    text: {
      en: 'Regular status does not lapse with a meeting; when it lapses, the ground is given, such as a year without attendance.',
      fr: "Le statut permanent ne devient pas caduc avec une réunion; lorsqu'il le devient, le motif en est donné, par exemple une année sans participation.",
      es: 'La condición de observador permanente no caduca con una reunión; cuando caduca, se indica el motivo, por ejemplo un año sin asistencia.',
    },
    on: ['observer.lapsed'],
    holds: ({ data }, { case: observer }) => !observer.isIn('regular') || data.reason !== undefined,
  }),
];

/** Whether every meeting to which it is invited is over or called off; one not known leaves it open. */
function areOver({ case: { context }, calendar }: Around<ObserverContext>): Verdict {
  const found = context.meetings.map((each) => occasionIn(calendar, context.body ?? '', each));
  if (found.some((each) => each !== undefined && !isOver(each))) return false;
  return found.includes(undefined) ? 'notComputable' : true;
}
