import { inEach, malformed, refuse, type Text } from '@rapporteur/kernel';
import type { IncomingHttpHeaders } from 'node:http';
import { Refused, refusedAtTheDoor } from './problem';

/** The revision in `If-Match: "<revision>"`; undefined without the header. */
export function ifMatchRevision(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const revision = /^"(-1|\d{1,9})"$/.exec(header)?.[1];
  if (revision === undefined)
    throw new Refused(refuse('invalid', malformed('If-Match', ifMatchWords)));
  return Number(revision);
}

/** The caller's key for a request that it may repeat; undefined without the header. */
export function idempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(header)) {
    throw new Refused(refuse('invalid', malformed('Idempotency-Key', keyWords)));
  }
  return header;
}

/** A parameter that is true or false; false without it. */
export function flag(name: string, value: unknown): boolean {
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw new Refused(refuse('invalid', malformed(name, flagWords)));
}

/** A parameter that is not known is a spelling mistake whose answer would mislead. */
export function requireKnown(query: Record<string, unknown>, known: readonly string[]): void {
  const unknown = Object.keys(query).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const words = inEach((language) => `${unknownSentences[language]}: ${known.join(', ')}`);
  throw new Refused(refuse('invalid', ...unknown.map((name) => malformed(name, words))));
}

/** Bodies are JSON and say so; a request without a body need not. */
export function requireJson({
  'content-type': contentType,
  'content-length': length = '0',
  'transfer-encoding': encoding,
}: IncomingHttpHeaders): void {
  const isEmpty = length === '0' && encoding === undefined;
  if (isEmpty && contentType === undefined) return;
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType ?? '')) {
    throw refusedAtTheDoor('unsupportedMediaType', mediaWords);
  }
}

/** The body as an object; a request without one asks for nothing more than its address says. */
export function requestBody(body: unknown = {}): object {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw new Refused(refuse('invalid', malformed('body', bodyWords)));
}

/**
 * The body together with the revision that the address names, which the body may not name again.
 * @param member what the engine calls that revision
 */
export function aboutRecord(
  revision: string,
  body: unknown,
  member: 'revision' | 'proposal' = 'revision',
): object {
  const said = requestBody(body);
  if (!/^\d{1,9}$/.test(revision) || member in said)
    throw new Refused(refuse('invalid', malformed(member, revisionWords)));
  return { ...said, [member]: Number(revision) };
}

const bodySentences = {
  en: 'must be an object',
  fr: 'doit être un objet',
  es: 'debe ser un objeto',
};
const revisionSentences = {
  en: 'must be a revision, 0 or more, in the address and nowhere else',
  fr: "doit être une révision, 0 ou plus, dans l'adresse et nulle part ailleurs",
  es: 'debe ser una revisión, 0 o más, en la dirección y en ningún otro lugar',
};
const bodyWords: Text = inEach((language) => bodySentences[language]);
const revisionWords: Text = inEach((language) => revisionSentences[language]);

const unknownSentences = {
  en: 'is no parameter here; there are',
  fr: "n'est pas un paramètre ici; paramètres admis",
  es: 'no es un parámetro aquí; parámetros admitidos',
};
const flagSentences = {
  en: 'must be true or false',
  fr: 'doit être true ou false',
  es: 'debe ser true o false',
};
const ifMatchSentences = {
  en: 'must be a revision in double quotes, such as "3"',
  fr: 'doit être une révision entre guillemets droits, p. ex. "3"',
  es: 'debe ser una revisión entre comillas rectas, p. ej. "3"',
};
const keySentences = {
  en: 'must be 1 to 200 visible ASCII characters',
  fr: 'doit comporter de 1 à 200 caractères ASCII visibles',
  es: 'debe tener de 1 a 200 caracteres ASCII visibles',
};
const mediaSentences = {
  en: 'Send the body as "Content-Type: application/json".',
  fr: 'Envoyer le corps avec «Content-Type: application/json».',
  es: 'Envíe el cuerpo con «Content-Type: application/json».',
};
const flagWords: Text = inEach((language) => flagSentences[language]);
const ifMatchWords: Text = inEach((language) => ifMatchSentences[language]);
const keyWords: Text = inEach((language) => keySentences[language]);
const mediaWords: Text = inEach((language) => mediaSentences[language]);
