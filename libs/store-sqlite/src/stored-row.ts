import { StoreFault, type NewEvent, type StoredEvent } from '@rapporteur/engine';
import {
  canonicalJson,
  canonicalRecord,
  isJsonObject,
  toJson,
  toJsonObject,
  type Json,
  type StoredParts,
} from '@rapporteur/kernel';
import { columnOf } from '@rapporteur/sqlite';

/** An event as its table holds it, but for its position. */
export interface Row {
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly hash: string | null;
}

/** @throws TypeError on what JSON cannot hold */
export function rowOf(stream: string, revision: number, event: NewEvent): Row {
  const { id, type } = event;
  const metadata = toJsonObject(event.metadata);
  const parts = { stream, revision, id, type, data: toJson(event.data), metadata };
  const { hash } = metadata;
  // A member called `hash` that is no text is no record's hash: it stays where it is.
  return typeof hash === 'string'
    ? { revision, id, type, text: canonicalRecord(parts), hash }
    : { revision, id, type, text: canonicalJson(parts), hash: null };
}

/** @throws StoreFault when the row is not as this store wrote it */
export function eventOf(row: unknown): StoredEvent {
  const position = columnOf(row, 'position');
  const text = columnOf(row, 'text');
  const hash = columnOf(row, 'hash');
  const stored = typeof text === 'string' ? parsed(text) : undefined;
  if (typeof position !== 'number' || !isEvent(stored) || !agrees(row, stored)) {
    throw new StoreFault(
      `The event at position ${String(position)} is not as it was written: the file was altered ` +
        'or is damaged. Verify its hashes, or restore it from a backup.',
    );
  }
  const { stream, revision, id, type, data } = stored;
  const metadata = typeof hash === 'string' ? { ...stored.metadata, hash } : stored.metadata;
  return { stream, revision, position: String(position), id, type, data, metadata };
}

function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function isEvent(value: Json | undefined): value is Json & StoredParts {
  return (
    isJsonObject(value) &&
    typeof value['stream'] === 'string' &&
    typeof value['revision'] === 'number' &&
    typeof value['id'] === 'string' &&
    typeof value['type'] === 'string' &&
    value['data'] !== undefined &&
    isJsonObject(value['metadata'])
  );
}

/** The columns that rows are found by say what the text says. */
function agrees(row: unknown, { stream, revision }: StoredParts): boolean {
  return columnOf(row, 'stream') === stream && columnOf(row, 'revision') === revision;
}
