import { defineProcedure } from '@rapporteur/kernel';
import { clock } from './clock';
import { deadlines } from './deadlines';
import lock from './definition.lock.json';
import { duties } from './duties';
import en from './labels/en.json';
import es from './labels/es.json';
import fr from './labels/fr.json';
import { machine } from './machine';
import { reviews } from './reviews';
import { rules } from './rules';
import { steps } from './steps';

export const ministerialReport = defineProcedure({
  id: 'ministerialReport',
  version: 0,
  steps,
  machine,
  rules,
  causes: [],
  duties,
  deadlines,
  clock,
  mentions: reviews,
  links: { parent: { procedure: 'decision', required: true } },
  labels: { en, fr, es },
  lock,
});
