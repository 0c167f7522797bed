import { ruleOf, type Around, type StepFact, type Verdict } from '@rapporteur/kernel';
import { isActOfMember } from '../bodies';
import { ruleOfProcedure } from '../cite';
import { articleNine, meaningOfConsensus, votesOfTheUnion } from './article-nine';
import type { ItemContext } from './context';
import { votesOn } from './membership';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, ItemContext>();

/** The rules on how a decision is taken: by consensus; failing consensus, by vote or higher up. */
export const consensusRules = [
  rule({
    id: 'item.noStandingObjection',
    grade: 'structural',
    cite: meaningOfConsensus,
    text: {
      en: 'A body decides by consensus if no Member present at the meeting formally objects to the proposed decision; while a formal objection stands, there is no decision, unless by vote.',
      fr: "Un organe décide par consensus si aucun Membre présent à la réunion ne s'oppose formellement à la décision proposée; tant qu'une objection formelle est maintenue, il n'y a pas de décision, sauf par un vote.",
      es: 'Un órgano decide por consenso si ningún Miembro presente en la reunión se opone formalmente a la decisión; mientras se mantenga una objeción formal no hay decisión, salvo por votación.',
    },
    on: ['item.decided'],
    holds: ({ data }, { case: { context } }) =>
      context.objectors.length === 0 || data.mode === 'vote',
  }),
  rule({
    id: 'item.objectorPresent',
    grade: 'structural',
    cite: meaningOfConsensus,
    text: {
      en: 'A formal objection counts only when the Member that raises it is present at the meeting.',
      fr: 'Une objection formelle ne compte que si le Membre qui la formule est présent à la réunion.',
      es: 'Una objeción formal solo cuenta si el Miembro que la formula está presente en la reunión.',
    },
    on: ['item.objectionRaised'],
    holds: ({ data: { present } }) => present ?? 'notComputable',
  }),
  rule({
    id: 'item.memberForItself',
    grade: 'structural',
    isAboutWho: true,
    cite: meaningOfConsensus,
    text: {
      en: 'A Member objects, lifts its objection, confirms or maintains its reservation for itself alone.',
      fr: 'Un Membre formule ou lève une objection, confirme ou maintient une réserve, pour lui-même seulement.',
      es: 'Un Miembro formula o retira una objeción, y confirma o mantiene una reserva, únicamente por sí mismo.',
    },
    on: [
      'item.objectionRaised',
      'item.objectionLifted',
      'item.confirmed',
      'item.reservationMaintained',
    ],
    holds: (step) => isActOfMember(step, [step.data.byMember]),
  }),
  rule({
    id: 'item.ownObjectionLifted',
    grade: 'structural',
    cite: meaningOfConsensus,
    text: {
      en: 'An objection is lifted by a Member whose objection stands.',
      fr: "Une objection est levée par un Membre dont l'objection est maintenue.",
      es: 'Una objeción la retira un Miembro cuya objeción se mantiene.',
    },
    on: ['item.objectionLifted'],
    holds: ({ data }, { case: { context } }) => context.objectors.includes(data.byMember),
  }),
  rule({
    id: 'item.ownReservation',
    grade: 'structural',
    cite: articleNine,
    text: {
      en: 'What was agreed ad referendum is confirmed, and a reservation maintained, by a Member that had reserved its position.',
      fr: 'Ce qui a été convenu ad referendum est confirmé, et une réserve maintenue, par un Membre qui avait réservé sa position.',
      es: 'Lo acordado ad referéndum lo confirma, y una reserva la mantiene, un Miembro que había reservado su posición.',
    },
    on: ['item.confirmed', 'item.reservationMaintained'],
    holds: ({ data }, { case: { context } }) => context.reservers.includes(data.byMember),
  }),
  rule({
    id: 'item.confirmedInTime',
    grade: 'advisory',
    cite: articleNine,
    text: {
      en: 'What was agreed ad referendum is confirmed by the day that the body set, and has effect from the confirmation.',
      fr: "Ce qui a été convenu ad referendum est confirmé au plus tard le jour fixé par l'organe, et prend effet à la confirmation.",
      es: 'Lo acordado ad referéndum se confirma a más tardar el día fijado por el órgano, y surte efecto desde la confirmación.',
    },
    on: ['item.confirmed'],
    holds: ({ occurredOn }, { case: { context } }) =>
      context.confirmBy === null ? 'notComputable' : occurredOn <= context.confirmBy,
  }),
  rule({
    id: 'item.voteInCouncilOrConference',
    grade: 'structural',
    isAboutWho: true,
    cite: articleNine,
    text: {
      en: 'Where a decision cannot be arrived at by consensus, it is the Ministerial Conference or the General Council that decides by voting; another body refers the matter up.',
      fr: "Dans les cas où il n'est pas possible d'arriver à une décision par consensus, c'est la Conférence ministérielle ou le Conseil général qui décide aux voix; un autre organe renvoie la question.",
      es: 'Cuando no se puede llegar a una decisión por consenso, es la Conferencia Ministerial o el Consejo General quien decide por votación; otro órgano remite la cuestión.',
    },
    on: ['item.decided', 'item.voteTaken'],
    holds: (step, around) =>
      'mode' in step.data && step.data.mode === 'consensus' ? true : isOfTheHighest(step, around),
  }),
  rule({
    id: 'item.votesWithinMembership',
    grade: 'advisory',
    cite: votesOfTheUnion,
    text: {
      en: 'Each Member has one vote; the European Union has as many votes as it has member States that are Members, and no vote besides. No more votes are counted than can be cast.',
      fr: "Chaque Membre dispose d'une voix; l'Union européenne dispose d'un nombre de voix égal au nombre de ses États membres qui sont Membres, et d'aucune autre. Il n'est pas compté plus de voix qu'il ne peut en être exprimé.",
      es: 'Cada Miembro tiene un voto; la Unión Europea tiene tantos votos como Estados miembros suyos son Miembros, y ninguno más. No se cuentan más votos de los que pueden emitirse.',
    },
    on: ['item.voteTaken'],
    holds: ({ data, occurredOn }) => {
      const most = votesOn(occurredOn);
      return most === undefined ? 'notComputable' : data.for + data.against + data.abstain <= most;
    },
  }),
  rule({
    id: 'item.referredUpFromBelow',
    grade: 'structural',
    isAboutWho: true,
    cite: ruleOfProcedure('Rule 33'),
    text: {
      en: 'A body below the General Council refers to it a matter on which it has reached no consensus; the General Council and the Ministerial Conference refer nothing up.',
      fr: "Un organe subordonné au Conseil général lui renvoie une question sur laquelle il n'est pas parvenu à un consensus; le Conseil général et la Conférence ministérielle ne renvoient rien.",
      es: 'Un órgano subordinado al Consejo General le remite una cuestión sobre la que no ha llegado a un consenso; el Consejo General y la Conferencia Ministerial no remiten nada.',
    },
    on: ['item.referredUp'],
    holds: (step, around) => {
      const isHighest = isOfTheHighest(step, around);
      return isHighest === 'notComputable' ? isHighest : !isHighest;
    },
  }),
];

const highest = ['generalCouncil', 'ministerialConference'];

/** Whether it is an act of the General Council or the Conference, by whose act or whose meeting it is. */
function isOfTheHighest(
  { party }: Pick<StepFact, 'party'>,
  { related }: Pick<Around, 'related'>,
): Verdict {
  const body = party?.role === 'body' ? party.of : party?.role;
  const known = body ?? related('meeting')?.context['body'];
  return typeof known === 'string' ? highest.includes(known) : 'notComputable';
}
