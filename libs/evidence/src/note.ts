import { concat, fromBase64, fromHex, toBase64, toHex } from './bytes';
import { flaw, isFlaw, type Flaw } from './flaw';
import { isKeyName, isSameKey, type VerifierKey } from './key';
import { verifySignature, type Signed, type Signer } from './signature';

/** A line of a note by which a key signs it; not checked yet. */
export interface NoteSignature {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly id: string;
  /** What follows the id: for Ed25519 64 bytes, for a cosignature 72. */
  readonly signature: Uint8Array;
}

/** A text with who is said to have signed it (c2sp.org/signed-note). */
export interface Note {
  /** Ends with a newline; may have empty lines. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A note of which at least one signature is by a known key and right. */
export interface OpenedNote {
  readonly text: string;
  /** Once for each key, whatever the number of its lines. */
  readonly signed: readonly Signed[];
  /** By keys that are not known here: nothing is said of these. */
  readonly unknown: readonly NoteSignature[];
}

/** So many signatures are read, as in Go's note package; the format wants 16 to be accepted. */
export const mostSignatures = 100;

/** The note as it is written; parsing gives it back. */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

export function formatSignature({ name, id, signature }: NoteSignature): string {
  return `— ${name} ${toBase64(concat(fromHex(id) ?? new Uint8Array(), signature))}\n`;
}

/** Reads a note without trusting it: the signatures are those that it claims. */
export function parseNote(note: string): Note | Flaw {
  const wrong = flawOfCharacters(note);
  if (wrong) return wrong;
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || end + 2 === note.length || !note.endsWith('\n')) return flaw('note.unsigned', {});
  const text = note.slice(0, end + 1);
  const signatures = parseSignatures(note.slice(end + 2), text.split('\n').length + 1);
  return isFlaw(signatures) ? signatures : { text, signatures };
}

/**
 * Reads signature lines, such as a witness answers with, to be added to a note. `firstLine` is the
 * number of the first among the lines of the note, for a flaw.
 */
export function parseSignatures(lines: string, firstLine = 1): readonly NoteSignature[] | Flaw {
  const wrong = flawOfCharacters(lines);
  if (wrong) return wrong;
  if (!lines.endsWith('\n')) return flaw('note.unsigned', {});
  const all = lines.slice(0, -1).split('\n');
  if (all.length > mostSignatures) {
    return flaw('note.signatures', { expected: mostSignatures, found: all.length });
  }
  const signatures: NoteSignature[] = [];
  for (const [i, line] of all.entries()) {
    const signature = parseSignature(line);
    if (!signature) return flaw('note.signatureLine', { line: firstLine + i, found: line });
    signatures.push(signature);
  }
  return signatures;
}

/** Signs a text, which ends with a newline, once with each signer. */
export function signNote(text: string, signers: readonly Signer[]): string | Flaw {
  const wrong = flawOfCharacters(text) ?? (text.endsWith('\n') ? undefined : flaw('note.end', {}));
  if (wrong) return wrong;
  if (signers.length === 0) return flaw('note.unsigned', {});
  const signatures = signers.map(({ name, id, sign }) => ({ name, id, signature: sign(text) }));
  return formatNote({ text, signatures });
}

/**
 * Checks a note with the keys that are known. A wrong signature by a known key is a flaw, however many
 * others are right; signatures by other keys are left aside; without any by a known key, the text
 * means nothing.
 */
export function openNote(note: string, known: readonly VerifierKey[]): OpenedNote | Flaw {
  const parsed = parseNote(note);
  if (isFlaw(parsed)) return parsed;
  const { text, signatures } = parsed;
  const signed = flawOfKeys(known) ?? signedBy(known, parsed);
  if (isFlaw(signed)) return signed;
  const unknown = signatures.filter((line) => !known.some((key) => isBy(key, line)));
  if (signed.length > 0) return { text, signed, unknown };
  return flaw('note.unknownSigners', {
    expected: known.map(calledAs).join(', ') || '—',
    found: signatures.map(calledAs).join(', '),
  });
}

const isBy = (key: VerifierKey, line: NoteSignature) => calledAs(key) === calledAs(line);

/** Checks every signature by a known key; each key once, by its first. */
function signedBy(known: readonly VerifierKey[], note: Note): readonly Signed[] | Flaw {
  const signed = new Map<string, Signed>();
  for (const line of note.signatures) {
    const key = known.find((one) => isBy(one, line));
    const checked = key && verifySignature(key, note.text, line.signature);
    if (isFlaw(checked)) return checked;
    if (checked && !signed.has(calledAs(line))) signed.set(calledAs(line), checked);
  }
  return [...signed.values()];
}

const calledAs = ({ name, id }: { readonly name: string; readonly id: string }) => `${name}+${id}`;

function parseSignature(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes === undefined || bytes.length < 5) return undefined;
  return { name, id: toHex(bytes.subarray(0, 4)), signature: bytes.slice(4) };
}

/** Notes are UTF-8 without control characters other than the newline. */
function flawOfCharacters(note: string): Flaw | undefined {
  const at = note.search(/[\u0000-\u0009\u000b-\u001f]|\p{Cs}/u);
  if (at < 0) return undefined;
  return flaw('note.character', { line: note.slice(0, at).split('\n').length });
}

/** Two known keys must not be taken for one another. */
function flawOfKeys(known: readonly VerifierKey[]): Flaw | undefined {
  const twice = known.find((key, i) =>
    known.slice(0, i).some((other) => calledAs(other) === calledAs(key) && !isSameKey(other, key)),
  );
  return twice && flaw('key.twice', { name: twice.name, id: twice.id });
}
