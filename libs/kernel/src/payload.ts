import 'reflect-metadata';
import { Type } from 'class-transformer';
import { getMetadataStorage, registerDecorator, ValidateNested } from 'class-validator';
import { JSONSchema, targetConstructorToSchema } from 'class-validator-jsonschema';
import { isDate } from './dates';
import { isJsonObject, toJsonObject, type JsonObject } from './json';

/** A class whose decorators say what a payload must be. */
export type PayloadClass<P extends object = object> = new () => P;

/** The property holds an ISO date (`YYYY-MM-DD`) of a day that exists. */
export function IsDay(options: { each?: boolean } = {}): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isDay',
      target: target.constructor,
      propertyName: String(property),
      options,
      validator: { validate: (value: unknown) => typeof value === 'string' && isDate(value) },
    });
}

/** Which of a class's properties hold which other class. */
const parts = new WeakMap<object, Map<string, PayloadClass>>();

/** The property holds an object of this class. */
export function Part(payload: PayloadClass): PropertyDecorator {
  return nested(payload, false);
}

/** The property holds a list of objects of this class; how many, `ArrayMinSize` and so on say. */
export function Parts(payload: PayloadClass): PropertyDecorator {
  return nested(payload, true);
}

function nested(payload: PayloadClass, each: boolean): PropertyDecorator {
  const reference = { $ref: `#/$defs/${payload.name}` };
  const name = each ? 'isParts' : 'isPart';
  return (target, property) => {
    const known = parts.get(target.constructor) ?? new Map<string, PayloadClass>();
    parts.set(target.constructor, known.set(String(property), payload));
    ValidateNested({ each })(target, property);
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      validator: { validate: each ? isListOfParts : isOnePart },
    });
    Type(() => payload)(target, property);
    JSONSchema(each ? { type: 'array', items: reference } : reference)(target, String(property));
  };
}

// class-validator looks into a list wherever an object is expected, and into lists of lists.
const isOnePart = (value: unknown) => !Array.isArray(value);
const isListOfParts = (value: unknown) => Array.isArray(value) && !value.some(Array.isArray);

/** One check of one property, with what it was declared with. */
export interface DeclaredCheck {
  readonly property: string;
  readonly name: string;
  readonly with: readonly unknown[];
}

/** Every check that a payload class declares, its own nested classes not included. */
export function declaredChecks(payload: object['constructor']): readonly DeclaredCheck[] {
  return getMetadataStorage()
    .getTargetValidationMetadatas(payload, '', true, false)
    .map((found) => ({
      property: found.propertyName,
      name: found.name ?? found.type,
      with: Array.isArray(found.constraints) ? found.constraints : [],
    }));
}

/** The classes that a payload's members are made of, itself first. */
export function payloadClasses(payload: PayloadClass): readonly PayloadClass[] {
  const found = new Set<PayloadClass>();
  const visit = (candidate: PayloadClass): void => {
    if (found.has(candidate)) return;
    found.add(candidate);
    for (const part of parts.get(candidate)?.values() ?? []) visit(part);
  };
  visit(payload);
  return [...found];
}

/** The payload as JSON Schema 2020-12, complete in itself: nested classes stand under `$defs`. */
export function payloadSchema(payload: PayloadClass): JsonObject {
  const [own, ...nested] = payloadClasses(payload).map(
    (each) => [each.name, schemaOf(each)] as const,
  );
  const schema = own?.[1] ?? {};
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...schema,
    ...(nested.length > 0 ? { $defs: Object.fromEntries(nested) } : {}),
  };
}

function schemaOf(payload: PayloadClass): JsonObject {
  const schema = toJsonObject(
    targetConstructorToSchema(payload, {
      refPointerPrefix: '#/$defs/',
      additionalConverters: {
        isDay: { type: 'string', format: 'date' },
        saysSomething: { pattern: '\\S' },
        areIdentified: {},
        isPart: {},
        isParts: {},
      },
    }),
  );
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  return { type: 'object', ...schema, properties, additionalProperties: false };
}
