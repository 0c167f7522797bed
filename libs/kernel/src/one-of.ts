import { JSONSchema } from 'class-validator-jsonschema';

/**
 * An object of this class says at least one of these members. This is for whoever reads the schema;
 * the refusal is that of a structural rule, which says in words what is missing.
 */
export function SaysOneOf(...members: readonly [string, string, ...string[]]): ClassDecorator {
  return JSONSchema({ anyOf: members.map((member) => ({ required: [member] })) });
}
