import { defineProcedure } from '@rapporteur/kernel';
import { namedMeeting } from '../named-meeting';
import { causes } from './causes';
import lock from './definition.lock.json';
import en from './labels/en.json';
import es from './labels/es.json';
import fr from './labels/fr.json';
import { machine } from './machine';
import { rules } from './rules';
import { steps } from './steps';

export const decision = defineProcedure({
  id: 'decision',
  version: 0,
  steps,
  machine,
  rules,
  causes,
  mentions: namedMeeting,
  links: {},
  labels: { en, fr, es },
  lock,
});
