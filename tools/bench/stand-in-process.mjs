// The stand-in for EventStoreDB in a process of its own, as a server would be. It says where it is,
// and ends when the process that started it lets go.
import { eventStoreDbStandIn } from './libraries.mjs';

const standIn = await eventStoreDbStandIn();
process.once('disconnect', () => process.exit());
process.send(standIn.connectionString);
