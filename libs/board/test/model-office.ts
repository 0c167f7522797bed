import {
  engine,
  memoryCheckpoints,
  memoryEventStore,
  type Engine,
  type EventStore,
  type Recorded,
} from '@rapporteur/engine';
import {
  caseName,
  caseOfStream,
  isRefusal,
  parseCaseName,
  recordOf,
  type Actor,
  type CaseRef,
  type Refusal,
} from '@rapporteur/kernel';
import { sampleRegistry } from '@rapporteur/kernel/samples';
import { setImmediate as turn } from 'node:timers/promises';
import { dayAtSeat, type Logged } from './model';
import type { Wait } from './model-acts';

const registrar: Actor = { id: 'registrar', role: 'secretariat' };
const deputy: Actor = { id: 'deputy', role: 'secretariat' };
const [millisecond, hour] = [1, 3_600_000];

/** Two offices on one log, each with an engine and a clock of its own, and the log as they wrote it. */
export interface TwoOffices {
  readonly first: Engine;
  /** All that is recorded, told without the engine. */
  readonly log: readonly Logged[];
  wait(wait: Wait): void;
  /** Resolves when the first office has followed the log to its end. */
  caughtUp(): Promise<void>;
  /** Records a step, in one of the offices, and waits for what it causes. */
  record(where: string, name: string, body: object): Promise<Recorded | Refusal>;
  /** An engine step; of two persons by number. */
  annotate(where: string, name: string, body: object, person?: number): Promise<Recorded | Refusal>;
  close(): Promise<void>;
}

/** @param behind by how many hours the second office's clock is behind the first's */
export async function twoOffices(start: string, behind: number): Promise<TwoOffices> {
  const store = memoryEventStore();
  let now = Date.parse(start);
  const clockOf = (late: number) => () => new Date(now - late).toISOString();
  const first = await openOffice(store, 'first', clockOf(0));
  // One of them proposes effects; both may, but then chance decides whose clock they carry.
  const second = await openOffice(store, 'second', clockOf(behind * hour), { readOnly: true });
  const log: Logged[] = [];
  let last: string | undefined;

  async function told(result: Recorded | Refusal): Promise<Recorded | Refusal> {
    if (!isRefusal(result)) await first.settled(result.position);
    for await (const event of store.readAll(last)) {
      last = event.position;
      const { revision, type, data, metadata } = recordOf(event);
      const { occurredOn, recordedAt, follows } = metadata;
      const name = caseName(caseOfStream(event.stream)!);
      log.push({ name, revision, recordedAt, type, data, occurredOn, follows });
    }
    return result;
  }

  const officeOf = (where: string) => (where === 'second' ? second : first);
  return {
    first,
    log,
    wait: (wait) => void (now = after(now, wait)),
    caughtUp: async () => {
      while (first.log.size < log.length) await turn();
    },
    record: async (where, name, body) =>
      told(await officeOf(where).record(refOf(name), body, { actor: registrar })),
    annotate: async (where, name, body, person = 0) => {
      const actor = person === 0 ? registrar : deputy;
      return told(await officeOf(where).annotate(refOf(name), body, { actor }));
    },
    close: async () => {
      await Promise.all([first.stop(), second.stop()]);
      await store.close();
    },
  };
}

async function openOffice(
  store: EventStore,
  name: string,
  clock: () => string,
  how: { readonly readOnly?: true } = {},
): Promise<Engine> {
  let keys = 0;
  const office = await engine({
    store,
    registry: sampleRegistry,
    checkpoints: memoryCheckpoints(),
    clock,
    // What happens is not bound to when it is recorded: all days may be entered at any time.
    today: '2019-12-31',
    newKey: () => `${name}-${(keys += 1)}`,
    report: () => {},
    ...how,
  });
  await office.start();
  return office;
}

export function refOf(name: string): CaseRef {
  const ref = parseCaseName(name);
  if (!ref) throw new Error(`${name} is no case`);
  return ref;
}

function after(now: number, wait: Wait): number {
  switch (wait) {
    case 'none':
      return now;
    case 'millisecond':
      return now + millisecond;
    case 'hours':
      return now + 7 * hour;
    case 'toMidnight':
      return nextMidnight(now);
    case 'justBeforeMidnight':
      return nextMidnight(now + millisecond) - millisecond;
  }
}

/** When the next day begins at the seat: at a full hour, whatever the season. */
function nextMidnight(now: number): number {
  const day = (instant: number) => dayAtSeat(new Date(instant).toISOString());
  let next = Math.floor(now / hour) * hour + hour;
  while (day(next) === day(now)) next += hour;
  return next;
}
