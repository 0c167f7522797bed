import { eventStoreContract } from './event-store.contract';
import { memoryEventStore } from './memory-event-store';

eventStoreContract(
  'The memory store',
  async () => {
    const store = memoryEventStore();
    const none = () => {
      throw new Error('declared impossible');
    };
    return { store, another: none, cutNextAppend: none, dispose: () => store.close() };
  },
  {
    another: 'it lives in one process',
    cutNextAppend: 'it has no connection',
  },
);
