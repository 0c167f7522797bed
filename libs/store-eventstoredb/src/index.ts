export { eventStoreDbEventStore } from './event-store-db-event-store';
export type { EventStoreDbOptions } from './event-store-db-event-store';
