import { setImmediate } from 'node:timers/promises';

export interface GroupCommit {
  /** Does the work in the next group's transaction; resolves when that is durable. */
  submit<T>(work: () => T): Promise<T>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

interface Submitted {
  /** Does the work; what it returns answers the submitter. */
  readonly attempt: () => () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One transaction, and so one sync of the disk, for all that is submitted in a turn of the event
 * loop. Without a timer it delays nobody, and a busy process groups more by itself.
 *
 * Work refuses by returning a value. What throws is the transaction failing: it rejects the group.
 */
export function groupCommit(inTransaction: <T>(work: () => T) => Promise<T>): GroupCommit {
  let waiting: Submitted[] = [];
  let working: Promise<void> | undefined;

  async function workOff(): Promise<void> {
    while (waiting.length > 0) {
      await setImmediate();
      const group = waiting;
      waiting = [];
      await commit(group);
    }
    working = undefined;
  }

  async function commit(group: readonly Submitted[]): Promise<void> {
    try {
      const answers = await inTransaction(() => group.map(({ attempt }) => attempt()));
      answers.forEach((answer) => answer());
    } catch (error) {
      group.forEach(({ reject }) => reject(error));
    }
  }

  return {
    submit: (work) =>
      new Promise((resolve, reject) => {
        const attempt = () => {
          const result = work();
          return () => resolve(result);
        };
        waiting.push({ attempt, reject });
        working ??= workOff();
      }),
    idle: async () => working,
  };
}
