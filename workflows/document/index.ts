import { defineProcedure } from '@rapporteur/kernel';
import { clock } from './clock';
import { deadlines } from './deadlines';
import lock from './definition.lock.json';
import en from './labels/en.json';
import es from './labels/es.json';
import fr from './labels/fr.json';
import { machine } from './machine';
import { rules } from './rules';
import { steps } from './steps';

export const document = defineProcedure({
  id: 'document',
  version: 0,
  steps,
  machine,
  rules,
  causes: [],
  deadlines,
  clock,
  links: {},
  labels: { en, fr, es },
  lock,
});
