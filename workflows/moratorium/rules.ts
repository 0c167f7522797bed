import { ruleOf, type Citation } from '@rapporteur/kernel';
import { paragraph, ruleOfProcedure } from '../cite';
import { datedSessions, isOnDayOf } from '../next-session';
import type { MoratoriumContext } from './machine';
import { readingsOf } from './readings';
import type { MoratoriumTerm, steps } from './steps';

const rule = ruleOf<typeof steps, MoratoriumContext>();

const betweenSessions: Citation = {
  instrument: 'Marrakesh Agreement Establishing the World Trade Organization',
  paragraph: 'Article IV:2',
};

export const rules = [
  rule({
    id: 'moratorium.byDecision',
    grade: 'structural',
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'The term of the practice is clarified or extended, and the practice made permanent or ended, by a decision taken by consensus or, failing consensus, by vote.',
      fr: 'Le terme de la pratique est précisé ou prorogé, et la pratique rendue permanente ou levée, par une décision prise par consensus ou, à défaut de consensus, par un vote.',
      es: 'El término de la práctica se aclara o se prorroga, y la práctica se hace permanente o se levanta, mediante una decisión adoptada por consenso o, a falta de consenso, por votación.',
    },
    on: [
      'moratorium.termClarified',
      'moratorium.extended',
      'moratorium.madePermanent',
      'moratorium.ended',
    ],
    holds: ({ decision }) =>
      decision ? decision.mode === 'consensus' || decision.mode === 'vote' : 'notComputable',
  }),
  rule({
    id: 'moratorium.councilBetweenSessions',
    grade: 'procedural',
    cite: betweenSessions,
    text: {
      en: 'The General Council acts on the term of the practice in the intervals between sessions of the Ministerial Conference.',
      fr: "Le Conseil général statue sur le terme de la pratique dans l'intervalle entre les sessions de la Conférence ministérielle.",
      es: 'El Consejo General decide sobre el término de la práctica en los intervalos entre períodos de sesiones de la Conferencia Ministerial.',
    },
    on: ['moratorium.termClarified', 'moratorium.extended'],
    sees: { calendar: true },
    holds: ({ party, occurredOn }, { calendar }) => {
      if (!party) return 'notComputable';
      return party.role !== 'generalCouncil' || !isOnDayOf(datedSessions(calendar), occurredOn);
    },
  }),
  rule({
    id: 'moratorium.termNamed',
    grade: 'advisory',
    cite: paragraph('7'),
    text: {
      en: 'A term names at least one session or day on which it comes; of another event no date is known here.',
      fr: "Un terme indique au moins une session ou un jour auquel il échoit; d'un autre événement, aucune date n'est connue ici.",
      es: 'Un término indica al menos un período de sesiones o un día en que vence; de otro acontecimiento no se conoce aquí fecha alguna.',
    },
    on: ['moratorium.maintained', 'moratorium.termClarified', 'moratorium.extended'],
    holds: ({ data }) => namesAnchor(data.term),
  }),
  rule({
    id: 'moratorium.lapsesAtItsTerm',
    grade: 'procedural',
    cite: paragraph('7'),
    text: {
      en: 'The practice lapses once its term has come under one reading at least.',
      fr: 'La pratique arrive à expiration une fois son terme échu selon une interprétation au moins.',
      es: 'La práctica expira una vez llegado su término según al menos una interpretación.',
    },
    on: ['moratorium.lapsed'],
    sees: { calendar: true },
    holds: ({ data: { date } }, { case: { context }, calendar }) => {
      const [first] = readingsOf(context, calendar).all;
      return first ? date >= first.from : 'notComputable';
    },
  }),
  rule({
    id: 'moratorium.lapseUncontested',
    grade: 'advisory',
    cite: paragraph('7'),
    text: {
      en: 'The lapse is recorded on the day that every reading of the term gives; where they give several, the others stand beside it.',
      fr: "L'expiration est enregistrée au jour que donnent toutes les interprétations du terme; lorsqu'elles en donnent plusieurs, les autres figurent à côté.",
      es: 'La expiración se registra en el día que dan todas las interpretaciones del término; cuando dan varios, los demás figuran al lado.',
    },
    on: ['moratorium.lapsed'],
    sees: { calendar: true },
    holds: ({ data: { date } }, { case: { context }, calendar }) => {
      const { all } = readingsOf(context, calendar);
      return all.length === 0 ? 'notComputable' : all.every(({ to }) => to === date);
    },
  }),
];

function namesAnchor({ anyOf = [], earliestOf = [] }: MoratoriumTerm): boolean {
  return [...anyOf, ...earliestOf].some(
    ({ event, session, date }) =>
      event === 'nextSession' || session !== undefined || date !== undefined,
  );
}
