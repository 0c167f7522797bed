import { createRequire } from 'node:module';

export type SqlValue = string | number | null;

/** A prepared statement; what it returns is narrowed by whoever asked. */
export interface Statement {
  run(...values: SqlValue[]): unknown;
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
}

/** As much of a SQLite binding as the store uses; both bindings have it as it stands. */
export interface Driver {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface Binding {
  readonly DatabaseSync: new (path: string) => Driver;
}

/**
 * Opens a file with the SQLite built into this Node where it has one without a flag (22.13 and
 * later), else with the package of the same interface, which is then the only native code loaded.
 *
 * The package has one weakness: after `close` it lets go of the file only when the garbage
 * collector has found the statements, or the process ends.
 */
export function openDriver(path: string): Driver {
  const { DatabaseSync } = builtIn() ?? packaged();
  return new DatabaseSync(path);
}

/** Nodes that call it experimental say so on loading; that is noise to whoever runs the product. */
function builtIn(): Binding | undefined {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    const found: unknown = process.getBuiltinModule('node:sqlite');
    return isBinding(found) ? found : undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function packaged(): Binding {
  const found: typeof import('@photostructure/sqlite') =
    createRequire(__filename)('@photostructure/sqlite');
  return found;
}

function isBinding(module: unknown): module is Binding {
  return (
    typeof module === 'object' &&
    module !== null &&
    'DatabaseSync' in module &&
    typeof module.DatabaseSync === 'function'
  );
}

/** The value of a column, of a row that is an object as both bindings return it. */
export function columnOf(row: unknown, name: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined;
}
