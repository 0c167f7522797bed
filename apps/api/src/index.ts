export { serve } from './serve';
export type { Served } from './serve';
