import {
  isPosition,
  malformedPosition,
  StoreUnavailable,
  understand,
  type Question,
  type Reading,
} from '@rapporteur/engine';
import { isRefusal, type Refusal } from '@rapporteur/kernel';
import { setTimeout as delay } from 'node:timers/promises';
import type { BoardFile } from './board-file';
import { checkpointIn } from './checkpoint';
import { isBusy, isDamage } from './failures';
import type { Desk } from './part';
import { inOneRead } from './sql';

/** What answers are made with. */
export interface Asking {
  readonly file: BoardFile;
  readonly reading: Reading;
  readonly identity: string;
  /** Waits until the file holds so many records. */
  upTo(size: number): Promise<void>;
  /** Waits until the file holds all records up to a position. */
  settled(position: string): Promise<void>;
  /** The file was found damaged: it will be built anew. */
  hurt(damage: unknown): void;
}

/** How often a question is put again, when another process is in the way or the file is damaged. */
const attempts = 100;

/**
 * Answers a question once the board holds all that the engine has followed, in one read, so that the
 * answer is what its basis says.
 */
export async function ask<A>(
  asking: Asking,
  question: Question,
  give: (desk: Desk) => A | Refusal,
): Promise<A | Refusal> {
  const { reading, file } = asking;
  if (question.after !== undefined) {
    if (!isPosition(reading, question.after)) return malformedPosition();
    await asking.settled(question.after);
  }
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const needed = reading.log.size;
    await asking.upTo(needed);
    try {
      const answer = inOneRead(file.driver, () => asked(asking, question, { needed, give }));
      if (answer !== undefined) return answer;
    } catch (error) {
      if (isDamage(error)) asking.hurt(error);
      else if (!isBusy(error)) throw error;
    }
    await delay(5);
  }
  throw new StoreUnavailable('another process is at work on the board; try again');
}

interface Asked<A> {
  readonly needed: number;
  give(desk: Desk): A | Refusal;
}

/** The answer; undefined when another process has just begun the file anew. */
function asked<A>(
  { file: { driver }, reading, identity }: Asking,
  question: Question,
  { needed, give }: Asked<A>,
): A | Refusal | undefined {
  const there = checkpointIn(driver);
  if (there.identity !== identity || there.size < needed) return undefined;
  const size = Math.min(there.size, reading.log.size);
  const sizeKnownOn = (instant: string) => Math.min(size, reading.log.sizeKnownOn(instant));
  const log = { size, sizeKnownOn };
  const understood = understand(question, log, reading.now());
  return isRefusal(understood) ? understood : give({ driver, reading, log, asked: understood });
}
