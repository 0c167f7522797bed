import { ruleOf } from '@rapporteur/kernel';
import { ruleOfProcedure } from '../cite';
import type { ItemContext } from './context';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, ItemContext>();

/** The rules on how an item comes on the agenda, and on what may be done with it there. */
export const agendaRules = [
  rule({
    id: 'item.requestedBeforeNotice',
    grade: 'procedural',
    cite: ruleOfProcedure('Rules 3-4'),
    text: {
      en: 'An item is requested before the day of the notice that convenes the meeting; on that day the agenda is closed. One carried over from another item is not requested anew.',
      fr: "L'inscription d'un point est demandée avant le jour de l'avis de convocation de la réunion; ce jour-là l'ordre du jour est clos. Un point issu d'un autre n'est pas demandé à nouveau.",
      es: 'La inclusión de un punto se solicita antes del día del aviso de convocatoria de la reunión; ese día se cierra el orden del día. Un punto que procede de otro no se solicita de nuevo.',
    },
    on: ['item.requested'],
    holds: ({ occurredOn, party }, { related }) => {
      if (party?.role === 'clock') return true;
      const meeting = related('meeting');
      if (!meeting) return 'notComputable';
      // Seen as at the end of the day of the request: no notice yet, so the agenda was open.
      const noticeDate = meeting.context['noticeDate'];
      return typeof noticeDate !== 'string' || occurredOn < noticeDate;
    },
  }),
  rule({
    id: 'item.documentsAttached',
    grade: 'procedural',
    cite: ruleOfProcedure('Rules 3-4'),
    text: {
      en: 'An item is requested in writing, with the documents that go with it.',
      fr: "L'inscription d'un point est demandée par écrit, avec les documents qui s'y rapportent.",
      es: 'La inclusión de un punto se solicita por escrito, con los documentos correspondientes.',
    },
    on: ['item.requested'],
    holds: ({ data, party }) => party?.role === 'clock' || data.docs.length > 0,
  }),
  rule({
    id: 'item.barredAsOutsideMandate',
    grade: 'procedural',
    cite: ruleOfProcedure('Rule 6'),
    text: {
      en: "There is no tradition of barring an item from the agenda, unless it is outside the body's terms of reference.",
      fr: "Il n'est pas de tradition d'exclure un point de l'ordre du jour, sauf s'il ne relève pas du mandat de l'organe.",
      es: 'No es tradición excluir un punto del orden del día, salvo que quede fuera del mandato del órgano.',
    },
    on: ['item.inclusionContested'],
    holds: ({ data }) => data.ground === 'termsOfReference',
  }),
  rule({
    id: 'item.actedUponAsDecided',
    grade: 'procedural',
    cite: ruleOfProcedure('Rules 25-26'),
    text: {
      en: 'Under other business, or on late papers, a body takes note; a decision there is irregular, unless the body decides to act.',
      fr: "Au titre des autres questions, ou sur la base de documents tardifs, un organe prend note; une décision y est irrégulière, à moins que l'organe ne décide d'agir.",
      es: 'En otros asuntos, o sobre la base de documentos tardíos, un órgano toma nota; una decisión en ese marco es irregular, a menos que el órgano decida actuar.',
    },
    on: ['item.decided', 'item.decidedAdReferendum', 'item.voteTaken'],
    holds: (_step, { case: { context } }) =>
      context.isForAction || !(context.isOtherBusiness || context.isLate),
  }),
  rule({
    id: 'item.quorum',
    grade: 'procedural',
    cite: ruleOfProcedure('Rule 16'),
    text: {
      en: 'A decision is taken with a quorum, a simple majority of the Members; it is presumed until a challenge has found it lacking.',
      fr: "Une décision est prise lorsque le quorum, soit une majorité simple des Membres, est atteint; il est présumé l'être tant qu'une contestation n'a pas constaté qu'il faisait défaut.",
      es: 'Una decisión se adopta con quórum, que es la mayoría simple de los Miembros; se presume que lo hay mientras una impugnación no haya constatado su falta.',
    },
    on: ['item.decided', 'item.decidedAdReferendum', 'item.voteTaken'],
    holds: (_step, { related }) => {
      const hasQuorum = related('meeting')?.context['hasQuorum'];
      return typeof hasQuorum === 'boolean' ? hasQuorum : 'notComputable';
    },
  }),
];
