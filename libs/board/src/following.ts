import { StoreFault, StoreUnavailable, type Reading } from '@rapporteur/engine';
import { setTimeout as delay } from 'node:timers/promises';
import type { BoardFile } from './board-file';
import { checkpointIn, hashIn } from './checkpoint';
import { isBusy, isDamage, isUnusable, messageOf } from './failures';
import { BegunAnew, flush, intakeOn, isAt, logReaches, Strayed, take } from './intake';
import type { BoardPartDefinition } from './part';

export interface FollowingSettings {
  readonly file: BoardFile;
  readonly reading: Reading;
  readonly definitions: readonly BoardPartDefinition[];
  readonly identity: string;
  readonly report: (line: string) => void;
  readonly mostAtOnce?: number;
  /** Told how many records can be asked about. */
  readonly reached: (size: number) => void;
  /** Told each time when all of the log has been taken in for now. */
  readonly caughtUp: () => void;
  readonly signal: AbortSignal;
  /** What aborts the attempt that now begins, so that another one does. */
  readonly attempt: () => AbortSignal;
  /** What was found wrong with the file by whoever asked it, once. */
  readonly damage: () => unknown;
}

/** What is known over all attempts. */
interface Attempts {
  hasCaughtUp: boolean;
  /** Before the next one, in milliseconds. */
  pause: number;
}

const [firstPause, longestPause] = [20, 5_000];

/**
 * Takes in the log from where the file is, anew after whatever can be mended, until aborted.
 * @throws what cannot be mended: a history that its own definition does not replay
 */
export async function follow(settings: FollowingSettings): Promise<void> {
  const attempts: Attempts = { hasCaughtUp: false, pause: firstPause };
  const { signal } = settings;
  while (!signal.aborted) {
    try {
      const damage = settings.damage();
      if (damage) settings.file.replace(damage);
      if (!(await isOfThisLog(settings))) throw new Strayed();
      await followOnce(settings, attempts);
    } catch (error) {
      mend(settings, error, attempts);
      if (error instanceof BegunAnew || error instanceof Strayed) continue;
    }
    await delay(attempts.pause, undefined, { signal }).catch(() => {});
    attempts.pause = Math.min(attempts.pause * 2, longestPause);
  }
}

async function followOnce(settings: FollowingSettings, attempts: Attempts): Promise<void> {
  const { file, reading, report } = settings;
  const known = reading.log.size;
  const progress = progressOf(report, () => reading.log.size);
  const reached = (size: number) => {
    progress(size);
    settings.reached(size);
  };
  const signal = AbortSignal.any([settings.signal, settings.attempt()]);
  const intake = intakeOn({ ...settings, driver: file.driver, reached, signal });
  reached(intake.index);
  for await (const delivery of reading.store.subscribe(intake.after, signal)) {
    if (delivery !== 'caughtUp') {
      await take(intake, delivery);
      continue;
    }
    await flush(intake);
    // A position that is none of this log's may lie behind its end.
    if (intake.after !== undefined && intake.index < known) throw new Strayed();
    attempts.hasCaughtUp = true;
    attempts.pause = firstPause;
    settings.caughtUp();
  }
}

/** Makes it possible to go on after a failure, or throws it. */
function mend(settings: FollowingSettings, error: unknown, attempts: Attempts): void {
  const { file, report } = settings;
  if (error instanceof BegunAnew || isBusy(error)) return;
  if (error instanceof StoreUnavailable) {
    report(`the board cannot follow the log now (${error.message}); trying again`);
  } else if (error instanceof Strayed || isOfPosition(error, file)) {
    // What another process makes of the same file by now is left to it.
    if (attempts.hasCaughtUp) file.leave('another process uses it for another log or version');
    else file.reset();
  } else {
    mendFile(file, error);
  }
}

function mendFile(file: BoardFile, error: unknown): void {
  if (isDamage(error)) file.replace(error);
  else if (isUnusable(error) && !file.isInMemory) file.leave(messageOf(error));
  else throw error;
}

/** Whether the store could not make anything of the position that the file holds. */
const isOfPosition = (error: unknown, { driver }: BoardFile): boolean =>
  error instanceof StoreFault && checkpointIn(driver).size > 0;

/** How long the log may take to reach as far as another process has written the file. */
const patience = 2_000;

/** Whether the last record that the file holds is where it was in the log that is followed. */
async function isOfThisLog(settings: FollowingSettings): Promise<boolean> {
  const { file, reading, identity, signal } = settings;
  const { identity: made, size, stream, revision, hash } = checkpointIn(file.driver);
  if (made !== identity) return false;
  if (size === 0) return true;
  await logReaches(reading, size, signal, patience);
  if (reading.log.size < size || !isAt(reading, { stream, revision }, size - 1)) return false;
  const record = (await reading.caseAt(stream.replace('-', '/'), size))?.records[revision];
  // Of what is no case nothing but its place is known.
  return record === undefined || hashIn(record) === hash;
}

const progressEvery = 20_000;

/** Says how far a long building is. */
function progressOf(report: (line: string) => void, all: () => number) {
  let said: number | undefined;
  return (size: number): void => {
    said ??= size;
    if (size - said < progressEvery || all() - size < progressEvery / 2) return;
    said = size;
    report(`the board is being built: ${inWords(size)} of ${inWords(all())} records`);
  };
}

const inWords = (count: number): string => count.toLocaleString('en');
