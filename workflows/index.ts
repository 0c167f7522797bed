export { paperParts } from './papers';
export { registers } from './registers';
export type { Register, RegisterStep } from './registers';
export { procedures, registry } from './registry';
