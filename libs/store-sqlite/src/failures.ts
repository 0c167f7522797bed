import { StoreFault, StoreUnavailable } from '@rapporteur/engine';

/** SQLite's primary result codes (sqlite.org/rescode.html) after which the same call may succeed. */
const passing = {
  busy: 5,
  locked: 6,
  outOfMemory: 7,
  interrupted: 9,
  ioError: 10,
  full: 13,
  cannotOpen: 14,
  protocol: 15,
};
const passingCodes = new Set(Object.values(passing));

/** Whether another process holds the lock that was needed. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === passing.busy || code === passing.locked;
}

/** Whether the file is of another kind altogether. */
export function isNoDatabase(error: unknown): boolean {
  return resultCode(error) === 26;
}

/**
 * A failure of SQLite in the port's words: unavailable where a retry may help or the outcome is
 * unknown (a COMMIT whose sync failed may still be found in the WAL), else a fault.
 */
export function storeError(error: unknown, where = 'SQLite'): Error {
  if (error instanceof StoreFault || error instanceof StoreUnavailable) return error;
  const code = resultCode(error);
  const isPassing = code !== undefined && passingCodes.has(code);
  const message = `${where}: ${messageOf(error)}`;
  return isPassing
    ? new StoreUnavailable(message, { cause: error })
    : new StoreFault(message, { cause: error });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The primary code, which is the low byte of the extended one. */
function resultCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
