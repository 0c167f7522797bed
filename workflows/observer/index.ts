import { defineProcedure } from '@rapporteur/kernel';
import { clock } from './clock';
import lock from './definition.lock.json';
import en from './labels/en.json';
import es from './labels/es.json';
import fr from './labels/fr.json';
import { namedOccasion } from './invitation';
import { machine } from './machine';
import { rules } from './rules';
import { steps } from './steps';

export const observer = defineProcedure({
  id: 'observer',
  version: 0,
  steps,
  machine,
  rules,
  causes: [],
  clock,
  links: {},
  mentions: namedOccasion,
  labels: { en, fr, es },
  lock,
});
