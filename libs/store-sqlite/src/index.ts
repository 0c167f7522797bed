export { sqliteEventStore } from './sqlite-event-store';
export type { SqliteOptions } from './sqlite-event-store';
