import type { EventEmitter } from 'node:events';

/** The subscriptions that are open, which the server may forget without telling their clients. */
export interface Subscriptions {
  /** Notes a subscription until its call ends; the function says whether it has been forgotten. */
  begin(call: EventEmitter): () => boolean;
  /** From now on the open ones get nothing any more, and their calls stay open. */
  forget(): void;
  /** How many have begun so far. */
  begun(): number;
}

export function openSubscriptions(): Subscriptions {
  const forgotten = new WeakSet<EventEmitter>();
  const open = new Set<EventEmitter>();
  let begun = 0;
  return {
    begin: (call) => {
      begun += 1;
      open.add(call);
      for (const event of ['cancelled', 'close']) call.once(event, () => open.delete(call));
      return () => forgotten.has(call);
    },
    forget: () => {
      for (const call of open) forgotten.add(call);
    },
    begun: () => begun,
  };
}
