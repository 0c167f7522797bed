import { fromBase64, fromDecimal, toBase64 } from './bytes';
import { openCheckpoint, type OpenedCheckpoint, type Trust } from './checkpoint';
import { flaw, isFlaw, type Flaw } from './flaw';
import { hashLength } from './hashing';
import { verifyInclusion } from './verification';

/** That an entry is in a log, for whoever trusts its key: a file by itself (c2sp.org/tlog-proof). */
export interface TlogProof {
  readonly index: number;
  /** From the leaf's sibling up. */
  readonly inclusionProof: readonly Uint8Array[];
  /** The signed note, as the log issued it. */
  readonly checkpoint: string;
  /** Anything else. Nothing vouches for it. */
  readonly extra?: Uint8Array;
}

const header = 'c2sp.org/tlog-proof@v1';

export function formatTlogProof({ index, inclusionProof, checkpoint, extra }: TlogProof): string {
  const lines = [
    header,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${index}`,
    ...inclusionProof.map(toBase64),
    '',
  ];
  return `${lines.join('\n')}\n${checkpoint}`;
}

/** Reads a proof, exactly as it is written, without trusting it. */
export function parseTlogProof(text: string): TlogProof | Flaw {
  const end = text.indexOf('\n\n');
  const lines = (end < 0 ? text : text.slice(0, end)).split('\n');
  const head = headOf(lines);
  if (isFlaw(head)) return head;
  const { length, ...said } = head;
  const inclusionProof = hashesOf(lines.slice(length), length + 1);
  if (isFlaw(inclusionProof)) return inclusionProof;
  if (end < 0) return flaw('proof.end', { line: lines.length });
  return { ...said, inclusionProof, checkpoint: text.slice(end + 2) };
}

/** What stands before the hashes, in so many lines. */
interface Head {
  readonly length: number;
  readonly index: number;
  readonly extra?: Uint8Array;
}

function headOf([first = '', ...lines]: readonly string[]): Head | Flaw {
  if (first !== header) return flaw('proof.header', { line: 1, expected: header, found: first });
  const [second = '', third = ''] = lines;
  if (!second.startsWith('extra ')) return withIndex(second, { length: 2 });
  const extra = fromBase64(second.slice('extra '.length));
  if (extra === undefined) return flaw('proof.extra', { line: 2, found: second });
  return withIndex(third, { length: 3, extra });
}

function withIndex(line: string, head: Omit<Head, 'index'>): Head | Flaw {
  const index = line.startsWith('index ') ? fromDecimal(line.slice('index '.length)) : undefined;
  return index === undefined
    ? flaw('proof.index', { line: head.length, found: line })
    : { ...head, index };
}

/** An entry that is proved to be in a log, and the checkpoint that proves it. */
export interface ProvedEntry extends OpenedCheckpoint {
  readonly index: number;
  readonly extra?: Uint8Array;
}

/**
 * Checks a proof offline: that the leaf (`leafHash` of the entry, which the reader makes anew from what
 * is to be proved) is in the log, by a checkpoint that the log signed.
 */
export function verifyTlogProof(text: string, leaf: Uint8Array, trust: Trust): ProvedEntry | Flaw {
  const parsed = parseTlogProof(text);
  if (isFlaw(parsed)) return parsed;
  const { index, inclusionProof: proof, extra } = parsed;
  const opened = openCheckpoint(parsed.checkpoint, trust);
  if (isFlaw(opened)) return opened;
  const { size, root } = opened.checkpoint;
  const verified = verifyInclusion({ leaf, index, size, root, proof });
  return isFlaw(verified) ? verified : { ...opened, index, ...(extra ? { extra } : {}) };
}

function hashesOf(lines: readonly string[], firstLine: number): readonly Uint8Array[] | Flaw {
  const hashes: Uint8Array[] = [];
  for (const [i, line] of lines.entries()) {
    const hash = fromBase64(line);
    if (hash?.length !== hashLength)
      return flaw('proof.hash', { line: firstLine + i, found: line });
    hashes.push(hash);
  }
  return hashes;
}
