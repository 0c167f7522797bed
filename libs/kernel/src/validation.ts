import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { isJsonObject, toJson, toJsonObject, type Json, type JsonObject } from './json';
import { declaredChecks, type PayloadClass } from './payload';
import { malformed, type Reason } from './refusal';
import { words } from './validation-words';

/** What validation returned: the plain value to store, and the same as an instance of its class. */
export type Validated<P extends object = object> =
  | { readonly valid: true; readonly value: JsonObject; readonly instance: P }
  | { readonly valid: false; readonly reasons: readonly Reason[] };

/**
 * Checks a value against its class and returns what is to be stored: exactly the declared members.
 * Members not declared, `null`, and what JSON cannot hold are refused, never dropped.
 * @param field how the value is called in reasons (`data`)
 */
export function validated<P extends object>(
  payload: PayloadClass<P>,
  value: unknown,
  field: string,
): Validated<P> {
  const json = jsonObject(value, field);
  if (!json.valid) return json;
  const instance = plainToInstance(payload, json.value);
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
  });
  const reasons = errors.flatMap((error) => reasonsOf(error, field));
  if (reasons.length > 0) return { valid: false, reasons };
  return { valid: true, value: toJsonObject(instance), instance };
}

type Checked =
  | { readonly valid: true; readonly value: JsonObject }
  | { readonly valid: false; readonly reasons: readonly Reason[] };

function jsonObject(value: unknown, field: string): Checked {
  let json: Json;
  try {
    json = toJson(value, field);
  } catch {
    return { valid: false, reasons: [malformed(field || 'body', words('notJson', []))] };
  }
  if (!isJsonObject(json))
    return { valid: false, reasons: [malformed(field || 'body', words('isObject', []))] };
  const reasons = unacceptable(json, field, 0);
  return reasons.length > 0 ? { valid: false, reasons } : { valid: true, value: json };
}

const deepest = 12;

/** What class-transformer would pass over in silence: nulls, names with a meaning in JavaScript. */
function unacceptable(value: Json, field: string, depth: number): readonly Reason[] {
  if (value === null) return [malformed(field, words('notNull', []))];
  if (typeof value !== 'object') return [];
  if (depth > deepest) return [malformed(field, words('tooDeep', [deepest]))];
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, i) => unacceptable(item, `${field}[${i}]`, depth + 1));
  }
  return Object.entries(value).flatMap(([key, item]) =>
    hasMeaning(key)
      ? [malformed(fieldName(field, key), words('whitelistValidation', []))]
      : unacceptable(item, fieldName(field, key), depth + 1),
  );
}

/** Names that every object has: `constructor`, `toString`, `__proto__` … */
const hasMeaning = (key: string) => key in Object.prototype || key === 'prototype';

function reasonsOf(error: ValidationError, parent: string): readonly Reason[] {
  const field = fieldName(parent, error.property);
  const own = firstBroken(Object.keys(error.constraints ?? {})).map((constraint) =>
    malformed(field, words(constraint, constraintArguments(error, constraint))),
  );
  return [...own, ...(error.children ?? []).flatMap((child) => reasonsOf(child, field))];
}

/** Of what is wrong with one member, what was declared first: that it is a list, then how long. */
function firstBroken(constraints: readonly string[]): readonly string[] {
  // Decorators register from the last to the first, and nested checks come after all others.
  const own = constraints.filter((name) => name !== 'nestedValidation');
  return (own.length > 0 ? own : constraints).slice(-1);
}

/** `data.proponents[0]`; the members of the request itself stand without a prefix. */
function fieldName(parent: string, property: string): string {
  if (parent === '') return property;
  return /^\d+$/.test(property) ? `${parent}[${property}]` : `${parent}.${property}`;
}

/** What a constraint was declared with: the allowed values, the greatest length. */
function constraintArguments(error: ValidationError, constraint: string): readonly unknown[] {
  const target = error.target?.constructor;
  if (!target) return [];
  const declared = declaredChecks(target).find(
    (check) => check.property === error.property && check.name === constraint,
  );
  return declared?.with ?? [];
}
