import { columnOf, type Driver, type SqlValue, type Statement } from '@rapporteur/sqlite';

const statements = new WeakMap<Driver, Map<string, Statement>>();

/** A statement, prepared once for each database; its text must not hold values. */
export function prepared(driver: Driver, text: string): Statement {
  const known = statements.get(driver) ?? new Map<string, Statement>();
  statements.set(driver, known);
  const statement = known.get(text) ?? driver.prepare(text);
  known.set(text, statement);
  return statement;
}

/** The first row that a statement gives. */
export const firstRow = (driver: Driver, text: string, ...values: SqlValue[]): unknown =>
  prepared(driver, text).get(...values);

/** All rows that a statement gives. */
export const allRows = (driver: Driver, text: string, ...values: SqlValue[]): readonly unknown[] =>
  prepared(driver, text).all(...values);

/** Runs a statement that gives no rows. */
export const run = (driver: Driver, text: string, ...values: SqlValue[]): void =>
  void prepared(driver, text).run(...values);

/** A whole number of a row, 0 where there is none. */
export function numberIn(row: unknown, name: string): number {
  const value = columnOf(row, name);
  return typeof value === 'number' ? value : 0;
}

/** A text of a row, empty where there is none. */
export function textIn(row: unknown, name: string): string {
  const value = columnOf(row, name);
  return typeof value === 'string' ? value : '';
}

/** One read of the database, which nothing written meanwhile changes. The work never waits. */
export const inOneRead = <T>(driver: Driver, work: () => T): T =>
  inTransaction(driver, 'begin', work);

/** One change of the database, made whole or not at all. The work never waits. */
export const inOneWrite = <T>(driver: Driver, work: () => T): T =>
  inTransaction(driver, 'begin immediate', work);

function inTransaction<T>(driver: Driver, begin: string, work: () => T): T {
  run(driver, begin);
  try {
    const result = work();
    run(driver, 'commit');
    return result;
  } catch (error) {
    undo(driver);
    throw error;
  }
}

function undo(driver: Driver): void {
  try {
    run(driver, 'rollback');
  } catch {
    // After some failures SQLite has rolled back by itself; the first failure is the one to tell.
  }
}
