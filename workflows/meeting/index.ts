import { defineProcedure } from '@rapporteur/kernel';
import { calendarFacts } from './calendar';
import { causes } from './causes';
import lock from './definition.lock.json';
import en from './labels/en.json';
import es from './labels/es.json';
import fr from './labels/fr.json';
import { machine } from './machine';
import { rules } from './rules';
import { steps } from './steps';

export const meeting = defineProcedure({
  id: 'meeting',
  version: 0,
  steps,
  machine,
  rules,
  causes,
  inCalendar: calendarFacts,
  links: { workingGroup: { procedure: 'workingGroup', required: false } },
  labels: { en, fr, es },
  lock,
});
