import { registryOf } from '@rapporteur/kernel';
import { chair } from './chair';
import { decision } from './decision';
import { workingGroup } from './workingGroup';

/** Every procedure in force, one line each. */
export const procedures = [
  decision, //
  workingGroup,
  chair,
];

export const registry = registryOf(procedures);
