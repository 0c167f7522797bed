import { concat, fromBase64, sameBytes, toBase64, toHex, utf8 } from './bytes';
import { ed25519PublicKey, sha256 } from './crypto';
import { flaw, isFlaw, type Flaw } from './flaw';

/**
 * What the signatures of a key say: that it signed the text (c2sp.org/signed-note), as a log does; or
 * that a witness saw this checkpoint follow the earlier ones, and when (c2sp.org/tlog-cosignature).
 */
export type KeyType = 'ed25519' | 'cosignature/v1';

const typeBytes: Readonly<Record<KeyType, number>> = { ed25519: 0x01, 'cosignature/v1': 0x04 };

/** A key that signatures are checked with. Name and id together are on every signature line. */
export interface VerifierKey {
  readonly name: string;
  /** 8 hexadecimal digits: the beginning of SHA-256(name, 0x0A, type, public key). */
  readonly id: string;
  readonly type: KeyType;
  readonly publicKey: Uint8Array;
}

/** A key to sign with: secret. */
export interface SignerKey {
  readonly name: string;
  readonly seed: Uint8Array;
}

const keyBytes = 32;

/** Names a public Ed25519 key of 32 bytes. */
export function verifierKey(
  name: string,
  publicKey: Uint8Array,
  type: KeyType = 'ed25519',
): VerifierKey | Flaw {
  const wrong = flawOfName(name) ?? flawOfLength(name, publicKey);
  return wrong ?? { name, id: idOf(name, type, publicKey), type, publicKey };
}

/** Names an Ed25519 seed of 32 bytes, which chance made: the caller's to bring. */
export function signerKey(name: string, seed: Uint8Array): SignerKey | Flaw {
  return flawOfName(name) ?? flawOfLength(name, seed) ?? { name, seed };
}

/** The key that the signatures of a signer are checked with, as a log or as a witness. */
export function verifierOf({ name, seed }: SignerKey, type: KeyType = 'ed25519'): VerifierKey {
  const publicKey = ed25519PublicKey(seed);
  return { name, id: idOf(name, type, publicKey), type, publicKey };
}

/** `<name>+<id>+<base64 of type and key>`: how public keys are published. */
export function formatVerifierKey({ name, id, type, publicKey }: VerifierKey): string {
  return `${name}+${id}+${toBase64(concat(Uint8Array.of(typeBytes[type]), publicKey))}`;
}

/** `PRIVATE+KEY+<name>+<id>+<base64 of type and seed>`, as Go's note package writes it: secret. */
export function formatSignerKey(signer: SignerKey): string {
  const seed = toBase64(concat(Uint8Array.of(typeBytes.ed25519), signer.seed));
  return `PRIVATE+KEY+${signer.name}+${verifierOf(signer).id}+${seed}`;
}

export function parseVerifierKey(text: string): VerifierKey | Flaw {
  const parts = partsOf(text);
  if (!parts) return flaw('key.form', { expected: '<name>+<id>+<base64>' });
  const { name, id, material } = parts;
  const type = typeOf(material);
  if (type === undefined) return unknownType(parts);
  const key = verifierKey(name, material.slice(1), type);
  return isFlaw(key) ? key : (flawOfId(key, id) ?? key);
}

/** No flaw of it ever repeats what was given: it may be a key that somebody mistyped. */
export function parseSignerKey(text: string): SignerKey | Flaw {
  const prefix = 'PRIVATE+KEY+';
  const parts = text.startsWith(prefix) ? partsOf(text.slice(prefix.length)) : undefined;
  if (!parts) return flaw('key.form', { expected: `${prefix}<name>+<id>+<base64>` });
  if (typeOf(parts.material) !== 'ed25519') return unknownType(parts);
  const signer = signerKey(parts.name, parts.material.slice(1));
  return isFlaw(signer) ? signer : (flawOfId(verifierOf(signer), parts.id) ?? signer);
}

interface Parts {
  readonly name: string;
  readonly id: string;
  /** The byte of the type, and the key. */
  readonly material: Uint8Array;
}

function partsOf(text: string): Parts | undefined {
  const [, name, id, encoded] = /^([^+]*)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const material = encoded === undefined ? undefined : fromBase64(encoded);
  return name !== undefined && id !== undefined && material ? { name, id, material } : undefined;
}

const flawOfId = ({ name, id: expected }: VerifierKey, found: string) =>
  expected === found ? undefined : flaw('key.id', { name, expected, found });

/** Whether two keys are one and the same. */
export function isSameKey(one: VerifierKey, other: VerifierKey): boolean {
  return (
    one.name === other.name && one.id === other.id && sameBytes(one.publicKey, other.publicKey)
  );
}

/** Whether a key may have this name: not empty, no spaces, no +. */
export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}\p{Cc}\p{Cs}+]+$/u.test(name);
}

function idOf(name: string, type: KeyType, publicKey: Uint8Array): string {
  const typed = Uint8Array.of(0x0a, typeBytes[type]);
  return toHex(sha256(concat(utf8(name), typed, publicKey)).subarray(0, 4));
}

function typeOf(material: Uint8Array): KeyType | undefined {
  if (material[0] === typeBytes.ed25519) return 'ed25519';
  return material[0] === typeBytes['cosignature/v1'] ? 'cosignature/v1' : undefined;
}

const unknownType = ({ name, material }: Parts) =>
  flaw('key.type', {
    name,
    expected: 'ed25519 (01), cosignature/v1 (04)',
    found: toHex(material.subarray(0, 1)),
  });

const flawOfName = (name: string) => (isKeyName(name) ? undefined : flaw('key.name', { name }));

const flawOfLength = (name: string, key: Uint8Array) =>
  key.length === keyBytes
    ? undefined
    : flaw('key.length', { name, expected: keyBytes, found: key.length });
