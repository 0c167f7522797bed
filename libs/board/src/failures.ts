/** SQLite's primary result codes (sqlite.org/rescode.html), as far as the board tells them apart. */
const codes = { error: 1, busy: 5, locked: 6, corrupt: 11, notADatabase: 26 };

/** Whether another process holds the lock that was needed; the same call may succeed later. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === codes.busy || code === codes.locked;
}

/** Whether the file is damaged, or no database at all. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === codes.corrupt || code === codes.notADatabase;
}

/** Whether the file cannot be used as it is: no right, no room, no disk. */
export function isUnusable(error: unknown): boolean {
  const code = resultCode(error);
  return code !== undefined && code !== codes.error && !isBusy(error) && !isDamage(error);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The primary code, which is the low byte of the extended one. */
function resultCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
