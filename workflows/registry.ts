import { registryOf } from '@rapporteur/kernel';
import { chair } from './chair';
import { decision } from './decision';
import { meeting } from './meeting';
import { workPlan } from './workPlan';
import { workingGroup } from './workingGroup';

/** Every procedure in force, one line each. */
export const procedures = [
  decision, //
  workingGroup,
  chair,
  meeting,
  workPlan,
];

export const registry = registryOf(procedures);
