import asDrafted from './as-drafted.json';
import asHappened from './as-happened.json';
import { registerFrom, type Register } from './register';

export type { Register, RegisterStep } from './register';

/** The registers that come with the procedures; whoever asks for none in particular gets the first. */
export const registers: readonly Register[] = [registerFrom(asDrafted), registerFrom(asHappened)];
