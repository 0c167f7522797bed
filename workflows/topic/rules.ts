import { rulesOnGroup } from './rules-on-group';
import { rulesOnMembers } from './rules-on-members';

export const rules = [...rulesOnMembers, ...rulesOnGroup];
