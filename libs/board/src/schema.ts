import { sha256, type Registry } from '@rapporteur/kernel';
import { checkpointTable } from './checkpoint';
import type { BoardPartDefinition } from './part';

/** Raised when what is written into the tables changes though their text does not. */
const version = 1;

/** All tables, in SQL. */
export const schemaOf = (parts: readonly BoardPartDefinition[]): string =>
  [checkpointTable, ...parts.map(({ schema }) => schema)].join('\n');

/** What a board is made by: with another schema or other definitions it would say something else. */
export function identityOf(parts: readonly BoardPartDefinition[], registry: Registry): string {
  const definitions = [...registry.values()].map(({ id, lock }) => `${id} ${lock.hash}`).sort();
  return sha256([String(version), schemaOf(parts), ...definitions].join('\n'));
}
