import { deadlineOf } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import type { ReferralContext } from './machine';
import type { steps } from './steps';

const deadline = deadlineOf<typeof steps, ReferralContext>();

export const deadlines = [
  deadline({
    id: 'referral.reply',
    number: 'D13',
    step: 'referral.reported',
    soft: true,
    cite: paragraph('4'),
    text: {
      en: 'Reply of the body to the request for assistance',
      fr: "Réponse de l'organe à la demande d'assistance",
      es: 'Respuesta del órgano a la solicitud de asistencia',
    },
    // The text sets no date: a window there is only where the request itself has set one.
    due: ({ case: { context, isIn } }) => {
      const { transmittedOn, replyBy } = context;
      if (transmittedOn === null || isIn('declined') || isIn('recalled')) return undefined;
      if (replyBy === null) return { awaitedSince: transmittedOn };
      return { windows: [{ to: replyBy, because: notHeard }] };
    },
    // Any reply meets it: in part, in full, or that there is nothing to report.
    metOn: ({ case: { context } }) => context.repliedOn ?? undefined,
  }),
];

const notHeard = {
  en: 'the body had not reported by the day set in the request',
  fr: "l'organe n'avait pas rendu compte au jour fixé dans la demande",
  es: 'el órgano no había informado el día fijado en la solicitud',
};
