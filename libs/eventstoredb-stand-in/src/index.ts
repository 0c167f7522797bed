export { eventStoreDbStandIn } from './event-store-db-stand-in';
export type { EventStoreDbStandIn } from './event-store-db-stand-in';
export type { Refusal, When } from './faults';
