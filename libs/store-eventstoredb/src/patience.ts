import { StoreUnavailable } from '@rapporteur/engine';

/** The server fell silent: not even the connection is to be relied on. */
export class NoAnswer extends StoreUnavailable {}

/** How long, and how often, an answer is waited for. */
export interface Patience {
  /** How often an append is sent at most. */
  readonly attempts: number;
  /** Milliseconds for one attempt, and for the next event of a read. */
  readonly timeLimit: number;
  /** A number from 0 to below 1. */
  readonly random: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const [shortestBackOff, longestBackOff] = [50, 2000];

/** How long to wait before the nth retry: doubling, and spread so that writers do not march in step. */
export function backOff(retry: number, random: () => number): number {
  const full = Math.min(longestBackOff, shortestBackOff * 2 ** retry);
  return (full / 2) * (1 + random());
}

/** Settles as the promise does, or fails when it has not settled in time. */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(noAnswer(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Calls back when it was left running for so long; it starts running. */
export interface Watch {
  /** Stops it while the other side is not to blame for the time that passes. */
  pause(): void;
  resume(): void;
  end(): void;
}

export function watch(milliseconds: number, onSilence: (error: NoAnswer) => void): Watch {
  let paused = false;
  const timer = setTimeout(() => {
    if (!paused) onSilence(noAnswer(milliseconds));
  }, milliseconds);
  return {
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
      timer.refresh();
    },
    end: () => clearTimeout(timer),
  };
}

const noAnswer = (milliseconds: number): NoAnswer =>
  new NoAnswer(`EventStoreDB did not answer within ${milliseconds} ms`);
