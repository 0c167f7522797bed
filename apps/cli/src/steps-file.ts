import { isJsonObject, toJson, type Json, type JsonObject } from '@rapporteur/kernel';
import { parse } from 'csv-parse/sync';
import { UsageFault } from './desk';

/** A step out of a file, and the line on which it begins, from 1. */
export interface FileStep {
  readonly line: number;
  readonly case: string;
  readonly proposal: JsonObject;
}

/** A step's payload schema by its type, as far as it is known here. */
export type SchemaOf = (type: string) => JsonObject | undefined;

/** What is wrong with one cell, said with its line by whoever reads the file. */
class BadCell extends Error {}

/**
 * Steps out of a CSV file with a header. Columns: `case`, `type`, `occurredOn`; `data` (JSON) or one
 * column for each member of it (`data.symbol`, `data.term.until`), read as the step's schema says;
 * and as needed `source`, `follows`, `again`, `onBehalfOf` (`role` or `role:of`), `decision.mode`,
 * `decision.meeting`, `decision.item`, `irregularity.reason`, `irregularity.rules`, `documents`,
 * `authority`, `links.<name>`. An empty cell says nothing. Lists of texts may be written `a; b`.
 * @throws UsageFault naming every cell that cannot be read, with its line
 */
export function stepsFrom(text: string, schemaOf: SchemaOf): readonly FileStep[] {
  const rows = rowsOf(text);
  if (rows.length === 0)
    throw new UsageFault('the file holds no steps: a header and one line each');
  const faults: string[] = [];
  const steps = rows.flatMap(({ line, cells }) => {
    try {
      return [stepFrom(line, cells, schemaOf)];
    } catch (fault) {
      if (!(fault instanceof BadCell)) throw fault;
      faults.push(`line ${line}: ${fault.message}`);
      return [];
    }
  });
  if (faults.length > 0) throw new UsageFault(faults.join('\n'));
  return steps;
}

interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

function rowsOf(text: string): readonly Row[] {
  const lines = text.split('\n');
  let begins = 1;
  return parsed(text).flatMap(({ record, info }, i) => {
    const from = i === 0 ? lines.findIndex((line) => line.trim() !== '') + 2 : begins;
    begins = info.lines + 1;
    const cells = Object.entries(record).flatMap(([column, cell]) =>
      cell === '' ? [] : [[column, cell] as const],
    );
    const line = from + blankLines(lines, from);
    return cells.length > 0 ? [{ line, cells: new Map(cells) }] : [];
  });
}

/** How many lines from this one (counted from 1) say nothing. */
function blankLines(lines: readonly string[], from: number): number {
  const said = lines.slice(from - 1).findIndex((line) => line.trim() !== '');
  return Math.max(0, said);
}

interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

function parsed(text: string): readonly Parsed[] {
  try {
    return parse(text, {
      columns: true,
      bom: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    throw new UsageFault(`the file is no CSV: ${error instanceof Error ? error.message : ''}`);
  }
}

const required = ['case', 'type', 'occurredOn'];

function stepFrom(line: number, cells: Row['cells'], schemaOf: SchemaOf): FileStep {
  const missing = required.filter((column) => !cells.has(column));
  if (missing.length > 0) throw new BadCell(`${missing.join(', ')} must be given`);
  const [name = '', type = ''] = [cells.get('case'), cells.get('type')];
  const schema = schemaOf(type);
  let proposal: JsonObject = { type, data: {} };
  for (const [column, cell] of cells) {
    if (column === 'case' || column === 'type') continue;
    const path = column.split('.');
    proposal = placed(proposal, path, valueOf(column, path, { cell, schema }));
  }
  return { line, case: name, proposal };
}

/** The object with a value at a path in it; two columns that say the same thing differently clash. */
function placed(
  object: JsonObject,
  [first = '', ...rest]: readonly string[],
  value: Json,
): JsonObject {
  const there = object[first];
  if (rest.length > 0) {
    const inner = there === undefined ? {} : there;
    if (!isJsonObject(inner)) throw new BadCell(`${first} is given twice`);
    return { ...object, [first]: placed(inner, rest, value) };
  }
  if (isJsonObject(there) && isJsonObject(value))
    return { ...object, [first]: { ...there, ...value } };
  if (there !== undefined && !isJsonObject(there)) throw new BadCell(`${first} is given twice`);
  return { ...object, [first]: value };
}

interface Cell {
  readonly cell: string;
  readonly schema: JsonObject | undefined;
}

const texts = ['occurredOn', 'source', 'decision', 'links'];
const jsons = ['follows', 'again', 'documents', 'authority'];

function valueOf(column: string, path: readonly string[], { cell, schema }: Cell): Json {
  const [first = '', ...rest] = path;
  if (first === 'data')
    return rest.length === 0 ? json(column, cell) : member(column, rest, { cell, schema });
  if (column === 'onBehalfOf') return party(cell);
  if (column === 'irregularity.reason') return cell;
  if (column === 'irregularity.rules') return listed(cell);
  if (texts.includes(first)) return cell;
  if (jsons.includes(column)) return json(column, cell);
  throw new BadCell(`there is no column "${column}"; ${columns}`);
}

const columns =
  'there are case, type, occurredOn, data, data.<member>, source, follows, again, onBehalfOf, ' +
  'decision.<member>, irregularity.reason, irregularity.rules, documents, authority, links.<name>';

function party(cell: string): Json {
  const [role = '', of] = cell.split(':');
  return of === undefined ? { role } : { role, of };
}

/** A member of the payload, as its schema says: a text stays as it is written. */
function member(column: string, path: readonly string[], { cell, schema }: Cell): Json {
  const found = path.reduce<JsonObject | undefined>(
    (at, name) => resolved(schema, part(part(at, 'properties'), name)),
    schema,
  );
  const type = found?.['type'];
  if (type === 'string' || (found && type === undefined)) return cell;
  if (type === 'array' && !cell.startsWith('[')) return listed(cell);
  if (type === undefined && !/^[[{]/.test(cell)) return cell;
  return json(column, cell);
}

const part = (object: JsonObject | undefined, name: string): JsonObject | undefined => {
  const found = object?.[name];
  return isJsonObject(found) ? found : undefined;
};

/** A nested class stands under `$defs` of the whole schema. */
function resolved(
  whole: JsonObject | undefined,
  schema: JsonObject | undefined,
): JsonObject | undefined {
  const reference = schema?.['$ref'];
  if (typeof reference !== 'string') return schema;
  return part(part(whole, '$defs'), reference.replace('#/$defs/', ''));
}

const listed = (cell: string): Json => cell.split(/\s*;\s*/).filter((text) => text !== '');

function json(column: string, cell: string): Json {
  try {
    return toJson(JSON.parse(cell));
  } catch {
    throw new BadCell(`${column} is not JSON: ${cell}`);
  }
}
