import { BACKWARDS, END, type ReadAllOptions } from '@eventstore/db-client';
import { StoreUnavailable, type Position } from '@rapporteur/engine';
import { comparePositions, positionText } from './position';
import { fromLeader, resolvedIn, type ReadsWith } from './reading';
import { isOurs } from './stored-events';

/** How far a subscription is. */
export interface Progress {
  /** The last position it has shown us. */
  seen: Position | undefined;
  /** Grows with everything it shows. */
  steps: number;
  /** Whether it is the server's turn, rather than the reader's. */
  isWaiting: boolean;
}

interface LooksWith extends ReadsWith {
  readonly livenessInterval: number;
}

/**
 * Looks at the end of the log again and again, for a server may forget a subscription and tell
 * nobody (EventStoreDB does, when a node stops). An event of ours that is in the log at one look,
 * and still not delivered at the next with nothing else delivered in between, shows it.
 *
 * Returns what ends the looking.
 */
export function keepAlive(
  progress: Progress,
  on: LooksWith,
  onDead: (error: Error) => void,
): () => void {
  let owedSince: number | undefined;
  let known = progress.seen;
  let timer: NodeJS.Timeout | undefined;
  const looking = new AbortController();
  const look = async () => {
    const { steps, isWaiting, seen } = progress;
    if (isWaiting && steps === owedSince) {
      return onDead(new StoreUnavailable('EventStoreDB has forgotten the subscription'));
    }
    known = later(known, seen);
    const end = isWaiting ? await endAfter(known, { ...on, closed: looking.signal }) : undefined;
    owedSince = end?.owes ? steps : undefined;
    if (end && !end.owes) known = later(known, end.position);
    if (!looking.signal.aborted) timer = again();
  };
  const again = () =>
    setTimeout(() => {
      look().catch((error: Error) => {
        if (!looking.signal.aborted) onDead(error);
      });
    }, on.livenessInterval).unref();
  timer = again();
  return () => {
    looking.abort();
    clearTimeout(timer);
  };
}

/** The end of the log, and whether an event of ours stands between a position and it. */
interface End {
  readonly position: Position;
  readonly owes: boolean;
}

async function endAfter(known: Position | undefined, on: ReadsWith): Promise<End | undefined> {
  // Mostly the last event is known already, and all there is to read.
  for await (const last of backwards(1, on)) {
    if (last.isOurs || isBefore(last.position, known)) {
      return { position: last.position, owes: !isBefore(last.position, known) };
    }
    return { position: last.position, owes: await owesAfter(known, on) };
  }
  return undefined;
}

async function owesAfter(known: Position | undefined, on: ReadsWith): Promise<boolean> {
  for await (const { position, isOurs } of backwards(Number.MAX_SAFE_INTEGER, on)) {
    if (isBefore(position, known)) return false;
    if (isOurs) return true;
  }
  return false;
}

async function* backwards(
  maxCount: number,
  on: ReadsWith,
): AsyncGenerator<{ position: Position; isOurs: boolean }> {
  const from: ReadAllOptions = { direction: BACKWARDS, fromPosition: END, maxCount, ...fromLeader };
  for await (const resolved of resolvedIn((client) => client.readAll(from), on)) {
    const position = resolved.event?.position;
    if (position) yield { position: positionText(position), isOurs: isOurs(resolved) };
  }
}

const isBefore = (position: Position, known: Position | undefined): boolean =>
  known !== undefined && comparePositions(position, known) <= 0;

const later = (a: Position | undefined, b: Position | undefined): Position | undefined =>
  a === undefined || (b !== undefined && comparePositions(a, b) < 0) ? b : a;
