import { defineProcedure } from '@rapporteur/kernel';
import lock from './definition.lock.json';
import { duties } from './duties';
import en from './labels/en.json';
import es from './labels/es.json';
import fr from './labels/fr.json';
import { machine } from './machine';
import { rules } from './rules';
import { steps } from './steps';

export const chair = defineProcedure({
  id: 'chair',
  version: 0,
  steps,
  machine,
  rules,
  causes: [],
  duties,
  links: {
    parent: { procedure: 'decision', required: true },
    workingGroup: { procedure: 'workingGroup', required: true },
  },
  labels: { en, fr, es },
  lock,
});
