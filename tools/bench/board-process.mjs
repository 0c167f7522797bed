// Builds a board from a log in a process of its own, so that its time and its memory are its own:
// `board-process.mjs LOG BOARD`. Says what it took, and ends.
import { readOnlyDesk } from './desks.mjs';

const [log, board] = process.argv.slice(2);
const desk = await readOnlyDesk(log);
const withoutBoard = memory();
const cpu = process.cpuUsage();
const start = performance.now();
await desk.openBoard(board);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
process.send({ seconds, cpuSeconds: (user + system) / 1e6, withoutBoard, withBoard: memory() });
await desk.close();
process.disconnect();

/** In bytes: what is used after garbage has been collected, and the most that was ever resident. */
function memory() {
  globalThis.gc();
  return {
    heap: process.memoryUsage().heapUsed,
    resident: process.resourceUsage().maxRSS * 1024,
  };
}
