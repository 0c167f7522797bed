import { defineProcedure } from '@rapporteur/kernel';
import { causes } from './causes';
import { clock } from './clock';
import { deadlines } from './deadlines';
import lock from './definition.lock.json';
import en from './labels/en.json';
import es from './labels/es.json';
import fr from './labels/fr.json';
import { machine } from './machine';
import { rules } from './rules';
import { steps } from './steps';

export const moratorium = defineProcedure({
  id: 'moratorium',
  version: 0,
  steps,
  machine,
  rules,
  causes,
  deadlines,
  clock,
  links: { parent: { procedure: 'decision', required: true } },
  labels: { en, fr, es },
  lock,
});
