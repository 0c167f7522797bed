import { hash } from 'node:crypto';
import { canonicalJson, type Json } from './json';

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/** SHA-256 of a value's canonical text. */
export function hashOf(value: Json): string {
  return sha256(canonicalJson(value));
}

const namespace = Buffer.from('0b7e5c1e2f4d5a7c9e3b6d8f1a2c4e60', 'hex');

/**
 * The id of an event: UUIDv5 (RFC 9562) of the canonical JSON of [stream, idempotency key, index]
 * in this product's namespace. The same request always makes the same id, so a retry is found.
 */
export function eventId(stream: string, key: string, index: number): string {
  const name = Buffer.from(canonicalJson([stream, key, index]), 'utf8');
  const digest = hash('sha1', Buffer.concat([namespace, name]), 'hex');
  const variant = ((parseInt(digest.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `${variant}${digest.slice(18, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
