import { ruleOf } from '@rapporteur/kernel';
import { paragraph } from '../cite';
import type { ViewsContext } from './machine';
import type { Stakeholders } from './stakeholders';
import type { steps } from './steps';

const rule = ruleOf<typeof steps, ViewsContext>();

/** Paragraph 5 asks for best endeavours: every rule here makes a note and refuses nothing. */
export const rules = [
  rule({
    id: 'views.soughtBeforeReceived',
    grade: 'advisory',
    cite: paragraph('5'),
    text: {
      en: 'Views are sought, to the extent possible, before they are received; those that came unasked are noted as such.',
      fr: "Les points de vue sont sollicités, dans la mesure du possible, avant d'être reçus; ceux qui sont venus sans avoir été sollicités sont notés comme tels.",
      es: 'Las opiniones se solicitan, en la medida de lo posible, antes de recibirse; de las que llegaron sin haber sido solicitadas se deja constancia.',
    },
    on: ['views.received'],
    holds: ({ data }, { case: views }) => views.context[data.group].channels.length > 0,
  }),
  rule({
    id: 'views.throughAMember',
    grade: 'advisory',
    cite: paragraph('5'),
    text: {
      en: 'No paper of a non-governmental organization is circulated as an official document: views that stand in one come through a Member.',
      fr: "Aucune communication d'une organisation non gouvernementale n'est distribuée comme document officiel: les points de vue qui figurent dans un tel document passent par un Membre.",
      es: 'Ninguna comunicación de una organización no gubernamental se distribuye como documento oficial: las opiniones que figuran en uno llegan por conducto de un Miembro.',
    },
    on: ['views.received'],
    // A paper that is not registered as a document has not been circulated as one, as far as is known.
    holds: ({ data }, { related }) => {
      if (data.viaMember !== undefined) return true;
      const document = related('document');
      return document ? document.context['kind'] === 'memberPaper' : 'notComputable';
    },
  }),
  rule({
    id: 'views.receivedBeforeConsidered',
    grade: 'advisory',
    cite: paragraph('5'),
    text: {
      en: 'What is taken into consideration are views that have been received from that group.',
      fr: 'Ce qui est pris en considération, ce sont des points de vue qui ont été reçus de ce groupe.',
      es: 'Lo que se toma en consideración son opiniones que se han recibido de ese grupo.',
    },
    on: ['views.considered'],
    holds: ({ data }, { case: views }) => wereReceived(views.context, data.group),
  }),
  rule({
    id: 'views.reflected',
    grade: 'advisory',
    cite: paragraph('5'),
    text: {
      en: 'It is said where one sees that the views were taken into consideration.',
      fr: "Il est indiqué où l'on voit que les points de vue ont été pris en considération.",
      es: 'Se indica dónde se ve que las opiniones se han tomado en consideración.',
    },
    on: ['views.considered'],
    holds: ({ data }) => data.whereReflected !== undefined,
  }),
  rule({
    id: 'views.consideredByTheGroup',
    grade: 'advisory',
    cite: paragraph('5'),
    text: {
      en: 'It is the discussions within the Working Group that take views into consideration: the meeting is one of its own.',
      fr: 'Ce sont les discussions au sein du Groupe de travail qui prennent en considération les points de vue: la réunion est une de ses réunions.',
      es: 'Son los debates en el seno del Grupo de Trabajo los que toman en consideración las opiniones: la reunión es una de las suyas.',
    },
    on: ['views.considered'],
    holds: (_step, { related }) => {
      const body = related('meeting')?.context['body'];
      return typeof body === 'string' ? body === 'workingGroup' : 'notComputable';
    },
  }),
];

const wereReceived = (context: ViewsContext, group: Stakeholders): boolean =>
  context[group].sources.length > 0;
