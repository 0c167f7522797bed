export { columnOf, openDriver } from './driver';
export type { Driver, SqlValue, Statement } from './driver';
