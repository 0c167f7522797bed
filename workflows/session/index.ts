import { defineProcedure } from '@rapporteur/kernel';
import { calendarFacts } from './calendar';
import lock from './definition.lock.json';
import en from './labels/en.json';
import es from './labels/es.json';
import fr from './labels/fr.json';
import { machine } from './machine';
import { rules } from './rules';
import { steps } from './steps';

export const session = defineProcedure({
  id: 'session',
  version: 0,
  steps,
  machine,
  rules,
  causes: [],
  inCalendar: calendarFacts,
  links: {},
  labels: { en, fr, es },
  lock,
});
