import type { Position, Reading, StoredEvent } from '@rapporteur/engine';
import type { Driver } from '@rapporteur/sqlite';
import { setImmediate, setTimeout as delay } from 'node:timers/promises';
import { checkpointIn, hashIn, moveTo, type Checkpoint } from './checkpoint';
import { knownCases, type KnownCases } from './known-cases';
import type { BoardPart, BoardPartDefinition, NotedRecord, Write } from './part';
import { inOneWrite } from './sql';

/** The file holds less than this process has written into it: another has begun it anew. */
export class BegunAnew extends Error {}

/** The file does not hold the log that is followed, or not as this program would. */
export class Strayed extends Error {}

export interface IntakeSettings {
  readonly driver: Driver;
  readonly reading: Reading;
  readonly definitions: readonly BoardPartDefinition[];
  readonly identity: string;
  readonly signal: AbortSignal;
  /** How many records are written in one transaction while there are more. */
  readonly mostAtOnce?: number;
  /** Told how many records can be asked about. */
  readonly reached: (size: number) => void;
}

/** Takes in the records of a log that come after those which a file holds. */
export interface Intake extends IntakeSettings {
  /** Where the file was at the beginning; undefined for the beginning of the log. */
  readonly after: Position | undefined;
  readonly cases: KnownCases;
  parts: readonly BoardPart[];
  /** How many records have come; all but the batch are in the file. */
  index: number;
  /** The hash of the last of them that is in the file. */
  last: string;
  batch: Prepared[];
  /** How far another process has written the file, which is then passed over. */
  ahead?: Checkpoint;
}

/** A record with what will be written of it. */
interface Prepared {
  readonly index: number;
  readonly event: StoredEvent;
  readonly noted: NotedRecord | undefined;
  readonly writes: readonly Write[];
}

const usuallyAtOnce = 1000;

export function intakeOn(settings: IntakeSettings): Intake {
  const { size, position, hash } = checkpointIn(settings.driver);
  return {
    ...settings,
    after: size > 0 ? position : undefined,
    cases: knownCases(settings.reading),
    parts: openParts(settings),
    index: size,
    last: hash,
    batch: [],
  };
}

const openParts = ({ definitions, driver, reading }: IntakeSettings): readonly BoardPart[] =>
  definitions.map((each) => each.open(driver, reading));

/**
 * Takes the next record of the log.
 * @throws Strayed when it is not the next of the log that the engine follows
 */
export async function take(intake: Intake, event: StoredEvent): Promise<void> {
  const { index, ahead, reading, cases, mostAtOnce = usuallyAtOnce } = intake;
  await logReaches(reading, index + 1, intake.signal);
  if (intake.signal.aborted) return;
  if (!isAt(reading, event, index)) throw new Strayed();
  if (ahead && index < ahead.size) passOver(intake, event, ahead);
  else intake.batch.push(await prepared(intake, event, index, await cases.noted(event, index)));
  intake.index += 1;
  const isFull = intake.batch.length >= mostAtOnce;
  if (isFull || intake.index >= reading.log.size) await flush(intake);
  // Lets others be answered in between.
  if (isFull) await setImmediate();
}

async function prepared(
  { parts }: Intake,
  event: StoredEvent,
  index: number,
  noted: NotedRecord | undefined,
): Promise<Prepared> {
  const writes: Write[] = [];
  for (const part of noted ? parts : []) {
    const write = noted && (await part.prepare(noted));
    if (write) writes.push(write);
  }
  return { index, event, noted, writes };
}

function passOver(intake: Intake, event: StoredEvent, { size, hash }: Checkpoint): void {
  if (intake.index === size - 1 && hashIn(event) !== hash) throw new Strayed();
  intake.last = hashIn(event);
}

/** Writes what has come; what another process has written meanwhile is not written again. */
export async function flush(intake: Intake): Promise<void> {
  while (intake.batch.length > 0) {
    const there = write(intake);
    if (there) await goOnFrom(intake, there);
  }
}

/** Writes the batch; when the file is not where that begins, nothing, and answers where it is. */
function write(intake: Intake): Checkpoint | undefined {
  const { driver, identity, batch, last } = intake;
  const [first, final] = [batch[0], batch.at(-1)];
  if (!first || !final) return undefined;
  const there = inOneWrite(driver, () => {
    const found = checkpointIn(driver);
    if (found.identity !== identity) throw new Strayed();
    if (found.size !== first.index) return found;
    if (found.hash !== last) throw new Strayed();
    for (const { writes } of batch) writes.forEach((each) => each());
    moveTo(driver, final.index + 1, final.event);
    return undefined;
  });
  if (there) return there;
  intake.last = hashIn(final.event);
  intake.batch = [];
  intake.reached(final.index + 1);
  return undefined;
}

async function goOnFrom(intake: Intake, there: Checkpoint): Promise<void> {
  const { batch } = intake;
  if (there.size < (batch[0]?.index ?? 0)) throw new BegunAnew();
  const same = batch.find(({ index }) => index === there.size - 1);
  if (same && hashIn(same.event) !== there.hash) throw new Strayed();
  intake.last = there.hash;
  intake.batch = [];
  // What they hold in memory does not know what the other process wrote.
  intake.parts = openParts(intake);
  for (const { event, index, noted } of batch.filter(({ index }) => index >= there.size)) {
    intake.batch.push(await prepared(intake, event, index, noted));
  }
  if (there.size > intake.index) {
    intake.ahead = there;
    intake.cases.clear();
  }
  intake.reached(there.size);
}

/** Whether the record at an index of the log is this one. */
export function isAt(
  { log }: Reading,
  { stream, revision }: Pick<StoredEvent, 'stream' | 'revision'>,
  index: number,
): boolean {
  return log.countIn(stream, index) === revision && log.countIn(stream, index + 1) === revision + 1;
}

/**
 * Waits until the engine has followed the log to a size: what is around a case is asked of it.
 * @param longest how long to wait, in milliseconds
 */
export async function logReaches(
  { log }: Reading,
  size: number,
  signal: AbortSignal,
  longest = Infinity,
): Promise<void> {
  for (let waited = 0; log.size < size && waited < longest && !signal.aborted; waited += 2) {
    await delay(2, undefined, { signal }).catch(() => {});
  }
}
