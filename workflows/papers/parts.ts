import type { Text } from '@rapporteur/kernel';
import { words } from './telling';

// The paragraphs of the decision. The French is the draft's own; the other languages render it.

export const recitals: Readonly<Record<string, Text>> = {
  '1': words(
    'a working group on electronic commerce shall be established under the auspices of the General Council to carry out such functions as may be necessary to ensure the effective continuation of the work on issues relating to electronic commerce, and to provide Members with an appropriate forum to discuss these issues and their evolution, including the possibility of elaborating international rules.',
    "un groupe de travail du commerce électronique sera établi sous les auspices du Conseil général pour s'acquitter des fonctions qui pourront être nécessaires pour assurer la poursuite efficace des travaux sur les questions liées au commerce électronique et fournir aux Membres une enceinte appropriée pour discuter de ces questions et de leur évolution, y compris la possibilité d'élaborer des règles internationales.",
    'se establecerá un grupo de trabajo sobre comercio electrónico bajo los auspicios del Consejo General para desempeñar las funciones que sean necesarias a fin de asegurar la continuación eficaz de los trabajos sobre las cuestiones relacionadas con el comercio electrónico y ofrecer a los Miembros un foro apropiado para debatir esas cuestiones y su evolución, incluida la posibilidad de elaborar normas internacionales.',
  ),
  '2': words(
    'the General Council shall be instructed, at its first meeting in February 2018, to establish a working group on electronic commerce and to designate its chair; at its first meeting the Working Group shall agree on a work plan and on the calendar of meetings.',
    "il sera donné pour instruction au Conseil général, à sa première réunion en février 2018, d'établir un groupe de travail du commerce électronique et d'en désigner le président; à sa première réunion, le Groupe de travail conviendra d'un plan de travail et du calendrier des réunions.",
    'se darán instrucciones al Consejo General para que, en su primera reunión de febrero de 2018, establezca un grupo de trabajo sobre comercio electrónico y designe a su Presidente; en su primera reunión, el Grupo de Trabajo convendrá en un plan de trabajo y en el calendario de las reuniones.',
  ),
  '3': words(
    'Members shall submit topics of discussion to the Working Group.',
    'les Membres soumettront des sujets de discussion au Groupe de travail.',
    'los Miembros someterán temas de debate al Grupo de Trabajo.',
  ),
  '4': words(
    'the Working Group may request assistance from WTO bodies by addressing to them specific requests relating to their areas of competence; these bodies shall report any results to the Working Group.',
    "le Groupe de travail pourra demander aux organes de l'OMC une assistance en leur adressant des demandes spécifiques en rapport avec leurs domaines de compétence; ces organes rendront compte au Groupe de travail des éventuels résultats obtenus.",
    'el Grupo de Trabajo podrá pedir asistencia a los órganos de la OMC dirigiéndoles solicitudes específicas relacionadas con sus esferas de competencia; esos órganos rendirán cuentas al Grupo de Trabajo de los resultados que se obtengan.',
  ),
  '5': words(
    'the discussions in the Working Group shall, to the extent possible, take into consideration the views of consumers, regulators and the private sector, with a view to a balance of legitimate interests.',
    'les discussions au sein du Groupe de travail devront, dans la mesure du possible, prendre en considération les points de vue des consommateurs, des organismes de réglementation et du secteur privé dans le but de parvenir à un équilibre des intérêts légitimes.',
    'los debates en el Grupo de Trabajo deberán, en la medida de lo posible, tomar en consideración las opiniones de los consumidores, los organismos de reglamentación y el sector privado, con miras a lograr un equilibrio de los intereses legítimos.',
  ),
  '6': words(
    'the General Council shall be instructed to hold periodic reviews of the progress made at its sessions of July and December 2018 and July 2019, on the basis of a comprehensive report submitted by the Working Group, and to report to the next session of the Ministerial Conference.',
    "il sera donné pour instruction au Conseil général de procéder à des examens périodiques des progrès accomplis lors de ses sessions de juillet et décembre 2018 et de juillet 2019 sur la base d'un rapport exhaustif présenté par le Groupe de travail, et de faire rapport à la session suivante de la Conférence ministérielle.",
    'se darán instrucciones al Consejo General para que realice exámenes periódicos de los progresos logrados en sus períodos de sesiones de julio y diciembre de 2018 y de julio de 2019, sobre la base de un informe exhaustivo presentado por el Grupo de Trabajo, y para que informe al siguiente período de sesiones de la Conferencia Ministerial.',
  ),
  '7': words(
    'the current practice of not imposing customs duties on electronic transmissions shall be maintained until our next session, which we have decided to hold in 2019.',
    "la pratique actuelle consistant à ne pas imposer de droits de douane sur les transmissions électroniques sera maintenue jusqu'à notre prochaine session, que nous avons décidé de tenir en 2019.",
    'se mantendrá la práctica actual de no imponer derechos de aduana a las transmisiones electrónicas hasta nuestro próximo período de sesiones, que hemos decidido celebrar en 2019.',
  ),
};

const titles: readonly (readonly [id: string, title: Text])[] = [
  ['decision', words('The decision', 'La décision', 'La decisión')],
  ['1', words('¶1: the Working Group', '¶1: le Groupe de travail', '¶1: el Grupo de Trabajo')],
  [
    '2',
    words(
      '¶2: chair, work plan and meetings',
      '¶2: présidence, plan de travail et réunions',
      '¶2: presidencia, plan de trabajo y reuniones',
    ),
  ],
  ['3', words('¶3: topics of discussion', '¶3: sujets de discussion', '¶3: temas de debate')],
  [
    '4',
    words(
      '¶4: requests for assistance',
      "¶4: demandes d'assistance",
      '¶4: solicitudes de asistencia',
    ),
  ],
  [
    '5',
    words(
      '¶5: views taken into consideration',
      '¶5: points de vue pris en considération',
      '¶5: opiniones tomadas en consideración',
    ),
  ],
  ['6', words('¶6: reviews and reports', '¶6: examens et rapports', '¶6: exámenes e informes')],
  [
    '7',
    words(
      '¶7: practice on customs duties',
      '¶7: pratique en matière de droits de douane',
      '¶7: práctica en materia de derechos de aduana',
    ),
  ],
  [
    'other',
    words(
      'Around the decision: sessions, meetings, documents',
      'Autour de la décision: sessions, réunions, documents',
      'En torno a la decisión: períodos de sesiones, reuniones, documentos',
    ),
  ],
];

export const parts = titles.map(([id, title]) => {
  const recital = recitals[id];
  return { id, title, ...(recital ? { recital } : {}) };
});
