import { concat, numberOf, uint64, utf8 } from './bytes';
import { ed25519Sign, ed25519Verifies } from './crypto';
import { flaw, type Flaw } from './flaw';
import { verifierOf, type SignerKey, type VerifierKey } from './key';

/** Whoever signs notes: a key at hand (`signerOf`, `cosignerOf`), or a device that never gives it up. */
export interface Signer {
  readonly name: string;
  readonly id: string;
  /** The signature over a text, as it follows the id on the signature line. */
  readonly sign: (text: string) => Uint8Array;
}

/** That a key signed a text; of a witness also when, in seconds since 1970 (UTC), as it says. */
export interface Signed {
  readonly key: VerifierKey;
  readonly time?: number;
}

/** How long an Ed25519 signature is; that of a cosignature has its time in 8 bytes before. */
const signatureBytes = 64;
const timeBytes = 8;

/** Signs as a log does: the text itself. */
export function signerOf(key: SignerKey): Signer {
  const { name, id } = verifierOf(key);
  return { name, id, sign: (text) => ed25519Sign(key.seed, utf8(text)) };
}

/**
 * Signs as a witness does, for a checkpoint that it saw follow the earlier ones; the time is in seconds
 * since 1970. One key must not serve two witnesses: the name is not signed.
 */
export function cosignerOf(key: SignerKey, time: number): Signer {
  const { name, id } = verifierOf(key, 'cosignature/v1');
  return {
    name,
    id,
    sign: (text) => concat(uint64(time), ed25519Sign(key.seed, cosigned(text, time))),
  };
}

/** Checks the signature, or cosignature, of a key over a text. */
export function verifySignature(
  key: VerifierKey,
  text: string,
  signature: Uint8Array,
): Signed | Flaw {
  return key.type === 'ed25519'
    ? verified({ key }, utf8(text), signature)
    : verifyCosignature(key, text, signature);
}

function verifyCosignature(key: VerifierKey, text: string, signature: Uint8Array): Signed | Flaw {
  if (signature.length !== timeBytes + signatureBytes) return wrongSignature(key);
  const time = numberOf(signature);
  if (time === undefined) return flaw('cosignature.time', { name: key.name });
  return verified({ key, time }, cosigned(text, time), signature.subarray(timeBytes));
}

/** What a witness signs (c2sp.org/tlog-cosignature): a header, the time, and the checkpoint's text. */
function cosigned(text: string, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}

function verified(signed: Signed, message: Uint8Array, signature: Uint8Array): Signed | Flaw {
  const { key } = signed;
  const right =
    signature.length === signatureBytes && ed25519Verifies(key.publicKey, message, signature);
  return right ? signed : wrongSignature(key);
}

const wrongSignature = ({ name, id }: VerifierKey) => flaw('note.signature', { name, id });
