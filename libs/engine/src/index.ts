export { checkSizes } from './event-size';
export { EventTooLarge, largestEvent, StoreFault, StoreUnavailable } from './event-store';
export type { Appended, Conflict, Delivery, EventStore, NewEvent } from './event-store';
export type { Position, StoredEvent } from './event-store';
export { memoryEventStore } from './memory-event-store';
