import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';

/*
 * All that this library asks of the platform. A build for browsers puts another file with the same
 * four functions in its place. They are synchronous: a tree has two hashes for every record, and the
 * browser's own digest would have each of them awaited.
 */

/** SHA-256, 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(hash('sha256', bytes, 'buffer'));
}

/** The beginnings of the DER of a 32-byte Ed25519 key (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex');
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const privateKey = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
const publicKey = (bytes: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([spki, bytes]), format: 'der', type: 'spki' });

/** Whether an Ed25519 signature (RFC 8032) is that of the 32-byte public key over the message. */
export function ed25519Verifies(
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify(null, message, publicKey(key), signature);
}

/** The 64-byte Ed25519 signature over the message with a 32-byte seed. */
export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, privateKey(seed)));
}

/** The 32-byte public key that belongs to a seed. */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  const der = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
  return new Uint8Array(der.subarray(spki.length));
}
