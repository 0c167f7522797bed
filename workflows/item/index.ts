import { defineProcedure } from '@rapporteur/kernel';
import { namedMeeting } from '../named-meeting';
import { causes } from './causes';
import { clock } from './clock';
import lock from './definition.lock.json';
import en from './labels/en.json';
import es from './labels/es.json';
import fr from './labels/fr.json';
import { machine } from './machine';
import { rules } from './rules';
import { steps } from './steps';

export const item = defineProcedure({
  id: 'item',
  version: 0,
  steps,
  machine,
  rules,
  causes,
  clock,
  mentions: namedMeeting,
  links: {
    meeting: { procedure: 'meeting', required: false },
    follows: { procedure: 'item', required: false },
  },
  labels: { en, fr, es },
  lock,
});
