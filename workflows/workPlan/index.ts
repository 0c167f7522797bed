import { defineProcedure } from '@rapporteur/kernel';
import { clock } from './clock';
import { deadlines } from './deadlines';
import lock from './definition.lock.json';
import en from './labels/en.json';
import es from './labels/es.json';
import fr from './labels/fr.json';
import { namedMeeting } from '../named-meeting';
import { duties } from './duties';
import { machine } from './machine';
import { rules } from './rules';
import { steps } from './steps';

export const workPlan = defineProcedure({
  id: 'workPlan',
  version: 0,
  steps,
  machine,
  rules,
  causes: [],
  links: { parent: { procedure: 'workingGroup', required: true } },
  mentions: namedMeeting,
  duties,
  deadlines,
  clock,
  labels: { en, fr, es },
  lock,
});
