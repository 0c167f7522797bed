import { it, jest } from '@jest/globals';
import { eventStoreContract } from '@rapporteur/engine/contract';
import { eventStoreDbEventStore } from './event-store-db-event-store';

const url = process.env['EVENTSTOREDB_URL'];

if (url === undefined || url === '') {
  it.skip('keeps the contract on a real EventStoreDB: EVENTSTOREDB_URL=esdb://… npm run test:eventstoredb', () => {});
} else {
  jest.setTimeout(60_000);
  eventStoreContract(
    'EventStoreDB (a real server)',
    async () => {
      const store = eventStoreDbEventStore(url);
      return {
        store,
        another: async () => eventStoreDbEventStore(url),
        cutNextAppend: () => undefined,
        dispose: () => store.close(),
      };
    },
    { cutNextAppend: 'nothing stands between this test and the server to cut the connection' },
  );
}
