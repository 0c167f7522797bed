import { fromBase64, fromDecimal, sameBytes, toBase64 } from './bytes';
import { flaw, isFlaw, type Flaw } from './flaw';
import { emptyRoot, hashLength } from './hashing';
import type { KeyType, VerifierKey } from './key';
import { openNote, signNote, type NoteSignature } from './note';
import type { Signed, Signer } from './signature';

/** What a log was at a size (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** Which log: its unique name. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Further lines, which say nothing of the tree. */
  readonly extensions: readonly string[];
}

/** Whose word is taken: the log's keys, and those of witnesses who cosign what they saw of it. */
export interface Trust {
  readonly origin: string;
  readonly logKeys: readonly VerifierKey[];
  readonly witnesses?: readonly VerifierKey[];
}

/** A checkpoint that one of the log's keys signed. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly signed: readonly Signed[];
  /** By known witnesses, each with its time. How many are enough is for the reader to say. */
  readonly cosigned: readonly Signed[];
  readonly unknown: readonly NoteSignature[];
}

/** The text that is signed. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, size, toBase64(root), ...extensions].map((line) => `${line}\n`).join('');
}

/** Reads the text of a checkpoint, exactly as it is written: any other text for the same is a flaw. */
export function parseCheckpoint(text: string): Checkpoint | Flaw {
  const wrong = flawOfLines(text);
  if (wrong) return wrong;
  const [origin = '', sizeLine = '', rootLine = '', ...extensions] = linesOf(text);
  const size = fromDecimal(sizeLine);
  if (size === undefined) return flaw('checkpoint.size', { line: 2, found: sizeLine });
  const root = rootIn(rootLine, size);
  return isFlaw(root) ? root : { origin, size, root, extensions };
}

function rootIn(line: string, size: number): Uint8Array | Flaw {
  const root = fromBase64(line);
  if (root?.length !== hashLength) return flaw('checkpoint.root', { line: 3, found: line });
  if (size > 0 || sameBytes(root, emptyRoot())) return root;
  return flaw('checkpoint.emptyRoot', { line: 3, expected: toBase64(emptyRoot()) });
}

const linesOf = (text: string) => text.slice(0, -1).split('\n');

function flawOfLines(text: string): Flaw | undefined {
  if (!text.endsWith('\n')) return flaw('note.end', {});
  const lines = linesOf(text);
  const empty = lines.indexOf('');
  if (empty >= 0) return flaw('checkpoint.emptyLine', { line: empty + 1 });
  return lines.length < 3 ? flaw('checkpoint.lines', { found: lines.length }) : undefined;
}

/**
 * Signs a checkpoint. It is for the caller never to sign two that contradict each other. One that could
 * not be read again is a flaw.
 */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly Signer[]): string | Flaw {
  const text = formatCheckpoint(checkpoint);
  const read = parseCheckpoint(text);
  if (isFlaw(read)) return read;
  if (read.origin !== checkpoint.origin) {
    return flaw('checkpoint.origin', { expected: checkpoint.origin, found: read.origin });
  }
  return signNote(text, signers);
}

/**
 * Checks a signed checkpoint: that it is this log's, and signed by one of its keys. A wrong signature
 * by any known key, also that of a witness, is a flaw.
 */
export function openCheckpoint(note: string, trust: Trust): OpenedCheckpoint | Flaw {
  const { origin, logKeys, witnesses = [] } = trust;
  const misplaced = flawOfType(logKeys, 'ed25519') ?? flawOfType(witnesses, 'cosignature/v1');
  if (misplaced) return misplaced;
  const opened = openNote(note, [...logKeys, ...witnesses]);
  if (isFlaw(opened)) return opened;
  const signed = opened.signed.filter(({ key }) => key.type === 'ed25519');
  const cosigned = opened.signed.filter(({ key }) => key.type === 'cosignature/v1');
  if (signed.length === 0) return notByTheLog(logKeys, cosigned);
  const checkpoint = parseCheckpoint(opened.text);
  if (isFlaw(checkpoint)) return checkpoint;
  if (checkpoint.origin !== origin) {
    return flaw('checkpoint.origin', { expected: origin, found: checkpoint.origin });
  }
  return { checkpoint, signed, cosigned, unknown: opened.unknown };
}

/** A log's key is never taken for a witness, nor a witness for the log. */
function flawOfType(keys: readonly VerifierKey[], expected: KeyType): Flaw | undefined {
  const other = keys.find(({ type }) => type !== expected);
  return other && flaw('key.type', { name: other.name, expected, found: other.type });
}

function notByTheLog(logKeys: readonly VerifierKey[], cosigned: readonly Signed[]): Flaw {
  return flaw('note.unknownSigners', {
    expected: logKeys.map(({ name, id }) => `${name}+${id}`).join(', ') || '—',
    found: cosigned.map(({ key }) => `${key.name}+${key.id}`).join(', '),
  });
}
