import asDrafted from './as-drafted.json';
import { registerFrom, type Register } from './register';

export type { Register, RegisterStep } from './register';

/** The registers that come with the procedures. */
export const registers: readonly Register[] = [registerFrom(asDrafted)];
