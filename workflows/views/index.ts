import { defineProcedure } from '@rapporteur/kernel';
import lock from './definition.lock.json';
import { duties } from './duties';
import en from './labels/en.json';
import es from './labels/es.json';
import fr from './labels/fr.json';
import { machine } from './machine';
import { mentions } from './mentions';
import { rules } from './rules';
import { steps } from './steps';

export const views = defineProcedure({
  id: 'views',
  version: 0,
  steps,
  machine,
  rules,
  causes: [],
  duties,
  mentions,
  links: { topic: { procedure: 'topic', required: true } },
  labels: { en, fr, es },
  lock,
});
