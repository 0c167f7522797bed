import {
  jsonEvent,
  type AllStreamResolvedEvent,
  type EventData,
  type JSONEventType,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { checkSizes, StoreFault, type NewEvent, type StoredEvent } from '@rapporteur/engine';
import { canonicalJson, toJson, toJsonObject, type Json } from '@rapporteur/kernel';
import { positionText } from './position';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The events as the client takes them, after everything that could fail on the way: the client
 * never settles an append that it cannot serialise, and lets the process die of it.
 * @throws EventTooLarge, StoreFault, or TypeError on what JSON cannot hold
 */
export function clientEvents(stream: string, events: readonly NewEvent[]): EventData[] {
  if (events.length === 0) throw new StoreFault('there is no event to append');
  if (isOfTheServer(stream)) throw new StoreFault(`${stream}: streams in $ are EventStoreDB's own`);
  checkSizes(events);
  return events.map(clientEvent);
}

function clientEvent({ id, type, data, metadata }: NewEvent): EventData {
  if (!guid.test(id)) {
    throw new StoreFault(
      `${id} is not a UUID in lower case, as which EventStoreDB keeps event ids`,
    );
  }
  if (isOfTheServer(type)) throw new StoreFault(`${type}: types in $ are EventStoreDB's own`);
  return jsonEvent<JSONEventType>({
    id,
    type,
    data: JSON.parse(canonicalJson(toJson(data))),
    metadata: JSON.parse(canonicalJson(toJsonObject(metadata))),
  });
}

/** An event as a read or a subscription delivers it. */
export type Resolved = ResolvedEvent | AllStreamResolvedEvent;

/**
 * Whether it is one of ours and not the server's own: its statistics, its users, and also the links
 * (`$>`) that projections write into streams of ordinary names.
 */
export function isOurs({ event }: Resolved): boolean {
  return event !== undefined && !isOfTheServer(event.streamId) && !isOfTheServer(event.type);
}

/**
 * The event, if it is one of ours.
 * @throws StoreFault on an event that this program cannot have written
 */
export function ourEvent(resolved: Resolved): StoredEvent | undefined {
  const { event } = resolved;
  if (!event || !isOurs(resolved)) return undefined;
  const { streamId: stream, id, type, position } = event;
  const revision = Number(event.revision);
  const place = `revision ${revision} of ${stream}`;
  if (!position) throw new StoreFault(`${place} has no position: EventStoreDB 23.10+ is needed`);
  if (!event.isJson) throw new StoreFault(`${place} is not JSON: another program writes here`);
  const data = jsonOf(event.data, place);
  const metadata = toJsonObject(jsonRecord(event.metadata, place));
  return { stream, revision, position: positionText(position), id, type, data, metadata };
}

const isOfTheServer = (name: string): boolean => name.startsWith('$');

function jsonOf(value: unknown, place: string): Json {
  try {
    return toJson(value);
  } catch (cause) {
    throw new StoreFault(`${place} is not JSON: another program writes here`, { cause });
  }
}

function jsonRecord(value: unknown, place: string): object {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isRecord && !(value instanceof Uint8Array)) return value;
  throw new StoreFault(`${place} has no metadata: another program writes here`);
}
