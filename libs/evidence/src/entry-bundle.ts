import { concat } from './bytes';
import { flaw, type Flaw } from './flaw';

/** The longest entry that its two bytes of length allow. */
export const longestEntry = 65_535;

/** An entry as it stands in a bundle: its length in two bytes, the highest first, and itself. */
export function formatEntry(entry: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry);
}

/** The entries of a bundle that should have so many; the path is that of the bundle, for a flaw. */
export function parseEntryBundle(
  bytes: Uint8Array,
  { path, width }: { readonly path: string; readonly width: number },
): readonly Uint8Array[] | Flaw {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length && entries.length < width) {
    const [high, low] = bytes.subarray(at, at + 2);
    if (high === undefined || low === undefined) break;
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) break;
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  const whole = entries.length === width && at === bytes.length;
  return whole ? entries : flaw('tile.entry', { path, index: entries.length });
}
