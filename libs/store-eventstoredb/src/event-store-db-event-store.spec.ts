import { eventStoreContract, type Bench } from '@rapporteur/engine/contract';
import { eventStoreDbStandIn } from '@rapporteur/eventstoredb-stand-in';
import { eventStoreDbEventStore, type EventStoreDbOptions } from './event-store-db-event-store';

const bench = async (options: EventStoreDbOptions): Promise<Bench> => {
  const server = await eventStoreDbStandIn();
  const store = eventStoreDbEventStore(server.connectionString, options);
  return {
    store,
    another: async () => eventStoreDbEventStore(server.connectionString, options),
    cutNextAppend: server.cutNextAppend,
    dispose: async () => {
      await store.close();
      await server.close();
    },
  };
};

eventStoreContract('EventStoreDB (stand-in)', () => bench({}));
eventStoreContract('EventStoreDB (stand-in), appending in batches', () =>
  bench({ appends: 'batch' }),
);
