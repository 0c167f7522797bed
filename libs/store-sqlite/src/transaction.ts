import type { Driver } from '@rapporteur/sqlite';

/** Does the work in one transaction that is durable on return, or undone when it throws. */
export type InTransaction = <T>(work: () => T) => T;

export function transactionsOn(driver: Driver): InTransaction {
  const begin = driver.prepare('begin immediate');
  const commit = driver.prepare('commit');
  const rollback = driver.prepare('rollback');

  function undo(): void {
    try {
      rollback.run();
    } catch {
      // After some failures SQLite has rolled back by itself; the first failure is the one to tell.
    }
  }

  return (work) => {
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      undo();
      throw error;
    }
  };
}
