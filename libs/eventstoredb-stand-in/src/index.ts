export { eventStoreDbStandIn } from './event-store-db-stand-in';
export type { EventStoreDbStandIn } from './event-store-db-stand-in';
export type { Failure, Refusal, When } from './faults';
export type { SilentLink } from './silent-link';
