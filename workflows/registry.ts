import { registryOf } from '@rapporteur/kernel';
import { chair } from './chair';
import { decision } from './decision';
import { document } from './document';
import { item } from './item';
import { meeting } from './meeting';
import { ministerialReport } from './ministerialReport';
import { moratorium } from './moratorium';
import { observer } from './observer';
import { referral } from './referral';
import { report } from './report';
import { review } from './review';
import { session } from './session';
import { topic } from './topic';
import { views } from './views';
import { workPlan } from './workPlan';
import { workingGroup } from './workingGroup';

/** Every procedure in force, one line each. */
export const procedures = [
  decision, //
  workingGroup,
  chair,
  meeting,
  workPlan,
  session,
  document,
  observer,
  referral,
  item,
  review,
  report,
  ministerialReport,
  moratorium,
  topic,
  views,
];

export const registry = registryOf(procedures);
