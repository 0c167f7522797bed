/** A JSON value; what the log stores and the machines hold is nothing else. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value as JSON, members that are `undefined` left out.
 * @throws TypeError naming the path of what JSON cannot hold
 */
export function toJson(value: unknown, path = '$'): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return wellFormed(value, path);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item, i) => toJson(item, `${path}[${i}]`));
  if (typeof value === 'object') return toJsonObject(value, path);
  throw new TypeError(`${path} is ${String(value)} (${typeof value}), which JSON cannot hold`);
}

/** As `toJson`, for an object. */
export function toJsonObject(value: object, path = '$'): JsonObject {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.map(([key, member]) => [wellFormed(key, path), toJson(member, `${path}.${key}`)]),
  );
}

function wellFormed(text: string, path: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError(`${path} holds half a Unicode character`);
  return text;
}

/**
 * The canonical text of a JSON value, as RFC 8785 (JCS) defines it: members sorted by the UTF-16
 * code units of their names, numbers and strings as ECMAScript writes them, no white space.
 * @throws TypeError on a lone surrogate, which has no UTF-8 form, and on NaN and the infinities
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(wellFormed(value, '$'));
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`${value} is no JSON number`);
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((key) => member(key, value[key])).join(',')}}`;
}

function member(key: string, value: Json | undefined): string {
  if (value === undefined)
    throw new TypeError(`member ${key} is undefined, which JSON cannot hold`);
  return `${JSON.stringify(wellFormed(key, '$'))}:${canonicalJson(value)}`;
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether two JSON values are the same, whatever the order of their members. */
export function sameJson(a: Json, b: Json): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
