import { setTimeout as delay } from 'node:timers/promises';
import type { Causes } from './causes';
import type { EngineParts } from './engine-parts';
import { StoreUnavailable, type Position } from './event-store';
import { until } from './ledger';

/** How far the following of the log is: its beginning, its live end, or nowhere for now. */
type Stage = 'idle' | 'reading' | 'following' | 'lost' | 'ended';

interface Follower {
  readonly stop: AbortController;
  readonly watching: Set<() => void>;
  stage: Stage;
  last: Position | undefined;
  fault: unknown;
  /** Told of the fault after which the log can never be followed again. */
  readonly failed: (fault: unknown) => void;
  running: Promise<void>;
}

/** Follows the log from its beginning, again from where it was whenever the store is lost. */
export function following(
  parts: EngineParts,
  effects: Causes | undefined,
  report: (line: string) => void,
) {
  let failed: Follower['failed'] = () => {};
  const failure = new Promise<unknown>((resolve) => (failed = resolve));
  const follower: Follower = {
    failed,
    stop: new AbortController(),
    watching: new Set(),
    stage: 'idle',
    last: undefined,
    fault: undefined,
    running: Promise.resolve(),
  };
  return {
    /** Resolves when the log has been read to its end once, however long it is. */
    async start(): Promise<void> {
      become(follower, 'reading');
      const { signal } = follower.stop;
      const work = [follow(parts, effects, follower, report), effects?.run(signal)];
      follower.running = Promise.all(work).then(
        () => become(follower, 'ended'),
        (fault: unknown) => {
          follower.fault = fault;
          follower.failed(fault);
          report(`the log can no longer be followed: ${String(fault)}`);
          follower.stop.abort();
          become(follower, 'ended');
        },
      );
      const settled: readonly Stage[] = ['following', 'ended'];
      await until(follower.watching, () => settled.includes(follower.stage), Infinity);
      if (follower.fault) throw follower.fault;
    },
    isFollowing: (): boolean => follower.stage === 'following',
    /** Resolves with the fault after which this process can never follow the log again. */
    failure,
    /** Whether the log can never be followed again by this process. */
    hasFailed: (): boolean => follower.fault !== undefined,
    async stop(): Promise<void> {
      follower.stop.abort();
      parts.log.end();
      await follower.running;
    },
  };
}

function become(follower: Follower, stage: Stage): void {
  follower.stage = stage;
  [...follower.watching].forEach((look) => look());
}

const [firstPause, longestPause] = [100, 5_000];

async function follow(
  parts: EngineParts,
  effects: Causes | undefined,
  follower: Follower,
  report: (line: string) => void,
): Promise<void> {
  const { signal } = follower.stop;
  let pause = firstPause;
  while (!signal.aborted) {
    try {
      await followOnce(parts, effects, follower);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      report(`the log cannot be followed now (${error.message}); trying again`);
      pause = follower.stage === 'following' ? firstPause : Math.min(pause * 2, longestPause);
      become(follower, 'lost');
    }
    await delay(pause, undefined, { signal }).catch(() => {});
  }
}

async function followOnce(
  { store, log, mentions, basis }: EngineParts,
  effects: Causes | undefined,
  follower: Follower,
): Promise<void> {
  for await (const delivery of store.subscribe(follower.last, follower.stop.signal)) {
    if (delivery === 'caughtUp') {
      effects?.caughtUp();
      become(follower, 'following');
    } else {
      follower.last = delivery.position;
      log.note(delivery);
      mentions.note(delivery);
      basis.note(delivery);
      effects?.note(delivery);
    }
  }
}
