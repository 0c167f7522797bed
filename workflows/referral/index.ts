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

const topic = { procedure: 'topic', required: false } as const;

export const referral = defineProcedure({
  id: 'referral',
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
    workingGroup: { procedure: 'workingGroup', required: false },
    topic,
    topic2: topic,
    topic3: topic,
    topic4: topic,
    topic5: topic,
  },
  labels: { en, fr, es },
  lock,
});
