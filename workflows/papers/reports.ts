import { inEach, leaves, parseCaseName, type Text } from '@rapporteur/kernel';
import { views } from './accessors';
import {
  among,
  casesOf,
  counted,
  line,
  oneEach,
  type Line,
  type Material,
  type MaterialCase,
} from './material';
import { recitals } from './parts';
import { hasReply } from './summary';
import { words } from './telling';

// The reports that ¶6 calls for, as far as the log can fill them in. The order is that of the reports
// of working groups to the General Council: mandate, meetings, papers, discussion, what continues.

interface Section {
  readonly id: string;
  readonly title: Text;
  lines(material: Material): readonly Line[];
}

const workingGroup = (material: Material) => casesOf(material, 'workingGroup');
const meetingsOfGroup = (material: Material) =>
  casesOf(material, 'meeting').filter(({ told }) => told.part === '2');

const mandate: Section = {
  id: 'mandate',
  title: words('Mandate', 'Mandat', 'Mandato'),
  lines: (material) =>
    workingGroup(material).length === 0
      ? []
      : [...['1', '2'].map((id) => line(recital(id), [])), ...oneEach(workingGroup(material))],
};

/** `Paragraph 1: …` */
function recital(id: string): Text {
  const said = recitals[id];
  return inEach((language) => {
    const [paragraph, text] = [
      `${{ en: 'Paragraph', fr: 'Paragraphe', es: 'Párrafo' }[language]} ${id}`,
      said?.[language] ?? '',
    ];
    return `${paragraph}: ${text}`;
  });
}

const meetings: Section = {
  id: 'meetings',
  title: words('Meetings', 'Réunions', 'Reuniones'),
  lines: (material) => {
    const held = among(meetingsOfGroup(material), 'closed');
    const planned = meetingsOfGroup(material).filter((each) => !held.includes(each));
    return [
      ...(held.length > 0 ? [line(meetingsHeld(held), held)] : []),
      ...oneEach(held),
      ...oneEach(planned),
    ];
  },
};

function meetingsHeld(held: readonly MaterialCase[]): Text {
  const isOf = (format: string) => (each: MaterialCase) => each.view.context['format'] === format;
  const [formal, informal] = [held.filter(isOf('formal')), held.filter(isOf('informal'))];
  const all = held.length;
  return inEach(
    (language) =>
      ({
        en: `The Working Group has held ${counted(all, 'meeting', 'meetings')}: ${formal.length} formal, ${informal.length} informal.`,
        fr: `Le Groupe de travail a tenu ${counted(all, 'réunion', 'réunions')}: ${formal.length} à titre formel, ${informal.length} à titre informel.`,
        es: `El Grupo de Trabajo ha celebrado ${counted(all, 'reunión', 'reuniones')}: ${formal.length} de carácter formal, ${informal.length} de carácter informal.`,
      })[language],
  );
}

const papers: Section = {
  id: 'papers',
  title: words('Papers submitted', 'Documents présentés', 'Documentos presentados'),
  lines: (material) =>
    casesOf(material, 'topic').flatMap((topic) => {
      const { symbols, members } = paperOf(topic);
      if (symbols === '') return [];
      const text = inEach((language) => {
        const by = { en: 'by', fr: 'par', es: 'por' }[language];
        return `${symbols}, ${by} ${members}: ${topic.told.name[language]}.`;
      });
      return [line(text, [topic])];
    }),
};

function paperOf({ view }: MaterialCase) {
  const joined = (name: string) => {
    const list = view.context[name];
    return Array.isArray(list) ? list.join(', ') : '';
  };
  return { symbols: joined('symbols'), members: joined('members') };
}

const topics: Section = {
  id: 'topics',
  title: words('Topics considered', 'Sujets examinés', 'Temas examinados'),
  lines: (material) => oneEach(casesOf(material, 'topic')),
};

const internationalRules: Section = {
  id: 'internationalRules',
  title: words(
    'Possibility of elaborating international rules',
    "Possibilité d'élaborer des règles internationales",
    'Posibilidad de elaborar normas internacionales',
  ),
  lines: (material) =>
    oneEach(
      casesOf(material, 'topic').filter(({ view }) => view.context['rulesConsidered'] !== null),
    ),
};

const requests: Section = {
  id: 'requests',
  title: words(
    'Requests to other bodies, and their replies',
    "Demandes adressées à d'autres organes et réponses reçues",
    'Solicitudes dirigidas a otros órganos y sus respuestas',
  ),
  lines: (material) => oneEach(casesOf(material, 'referral')),
};

const viewsTaken: Section = {
  id: 'views',
  title: words(
    'Views of consumers, regulators and the private sector',
    'Points de vue des consommateurs, des organismes de réglementation et du secteur privé',
    'Opiniones de los consumidores, los organismos de reglamentación y el sector privado',
  ),
  lines: (material) => {
    const all = casesOf(material, views.procedure);
    const none = all.filter(isUnsought);
    const sought = all.filter((each) => !none.includes(each));
    return [...oneEach(sought), ...(none.length > 0 ? [line(unsought(none.length), none)] : [])];
  },
};

/** Nothing has happened to the views of any group. */
const isUnsought = ({ view }: MaterialCase): boolean =>
  leaves(view.state).every((path) => /\.(unopened|notSought)$/.test(path));

function unsought(count: number): Text {
  return {
    en: `No views have been sought yet on ${counted(count, 'topic', 'topics')}.`,
    fr: `Aucun point de vue n'a encore été sollicité sur ${counted(count, 'sujet', 'sujets')}.`,
    es: `Aún no se han solicitado opiniones sobre ${counted(count, 'tema', 'temas')}.`,
  };
}

const outstanding: Section = {
  id: 'continuation',
  title: words('What continues', 'Suite des travaux', 'Continuación de los trabajos'),
  lines: (material) => {
    const live = among(casesOf(material, 'topic'), 'live');
    const awaited = among(casesOf(material, 'referral'), 'asked').filter((each) => !hasReply(each));
    const count = inEach(
      (language) =>
        ({
          en: `${counted(live.length, 'topic remains', 'topics remain')} before the Working Group; ${counted(awaited.length, 'reply is', 'replies are')} awaited.`,
          fr: `${counted(live.length, 'sujet reste', 'sujets restent')} devant le Groupe de travail; ${counted(awaited.length, 'réponse est attendue', 'réponses sont attendues')}.`,
          es: `${counted(live.length, 'tema permanece', 'temas permanecen')} ante el Grupo de Trabajo; ${counted(awaited.length, 'respuesta pendiente', 'respuestas pendientes')}.`,
        })[language],
    );
    const begun = workingGroup(material);
    return [...(begun.length > 0 ? [line(count, [...live, ...awaited])] : []), ...owed(material)];
  },
};

/** The duties not done, in their own sentences; what is due of documents is no duty of a body. */
const owed = ({ obligations }: Material): readonly Line[] =>
  obligations
    .filter((each) => parseCaseName(each.case)?.procedure !== 'document')
    .filter(({ status }) => ['open', 'awaited', 'overdue', 'notComputable'].includes(status))
    .map((each) => line(each.sentence, [each]));

const decision: Section = {
  id: 'decision',
  title: words('The decision', 'La décision', 'La decisión'),
  lines: (material) => [line(recital('6'), []), ...oneEach(casesOf(material, 'decision'))],
};

const reviews: Section = {
  id: 'reviews',
  title: words('Periodic reviews', 'Examens périodiques', 'Exámenes periódicos'),
  lines: (material) => oneEach(casesOf(material, 'review', 'report')),
};

const group: Section = {
  id: 'group',
  title: words('The Working Group', 'Le Groupe de travail', 'El Grupo de Trabajo'),
  lines: (material) => oneEach(casesOf(material, 'workingGroup', 'chair', 'workPlan')),
};

const practice: Section = {
  id: 'practice',
  title: words(
    'The practice on customs duties',
    'La pratique en matière de droits de douane',
    'La práctica en materia de derechos de aduana',
  ),
  lines: (material) => oneEach(casesOf(material, 'moratorium', 'session')),
};

const duties: Section = {
  id: 'duties',
  title: words('Outstanding duties', 'Obligations en suspens', 'Obligaciones pendientes'),
  lines: owed,
};

export const reports = [
  {
    id: 'groupReport',
    title: words(
      'Comprehensive report of the Working Group, filled in from the log',
      'Rapport exhaustif du Groupe de travail, prérempli à partir du registre',
      'Informe exhaustivo del Grupo de Trabajo, completado a partir del registro',
    ),
    sections: [
      mandate,
      meetings,
      papers,
      topics,
      internationalRules,
      requests,
      viewsTaken,
      outstanding,
    ],
  },
  {
    id: 'ministersReport',
    title: words(
      'Report of the General Council to Ministers, filled in from the log',
      'Rapport du Conseil général aux Ministres, prérempli à partir du registre',
      'Informe del Consejo General a los Ministros, completado a partir del registro',
    ),
    sections: [decision, reviews, group, topics, requests, viewsTaken, practice, duties],
  },
];
