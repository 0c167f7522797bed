import { defineProcedure } from '@rapporteur/kernel';
import { namedMeeting } from '../named-meeting';
import { causes } from './causes';
import { clock } from './clock';
import { deadlines } from './deadlines';
import lock from './definition.lock.json';
import { duties } from './duties';
import en from './labels/en.json';
import es from './labels/es.json';
import fr from './labels/fr.json';
import { machine } from './machine';
import { rules } from './rules';
import { steps } from './steps';

export const review = defineProcedure({
  id: 'review',
  version: 0,
  steps,
  machine,
  rules,
  causes,
  duties,
  deadlines,
  clock,
  mentions: namedMeeting,
  links: {
    parent: { procedure: 'decision', required: true },
    workingGroup: { procedure: 'workingGroup', required: false },
    report: { procedure: 'report', required: false },
  },
  labels: { en, fr, es },
  lock,
});
