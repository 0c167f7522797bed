import { consensusRules } from './consensus-rules';
import { agendaRules } from './agenda-rules';

export const rules = [...agendaRules, ...consensusRules];
