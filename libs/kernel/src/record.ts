import {
  canonicalJson,
  isJsonObject,
  toJson,
  toJsonObject,
  type Json,
  type JsonObject,
} from './json';
import { sha256 } from './hash';
import { isStateValue, type StateValue } from './machine';
import type { BasisCase } from './scene';
import type { DocumentRef, Source } from './proposal';
import type { Citation } from './refusal';
import type { Verdicts } from './rule';
import type { DecisionTaken, StepFact } from './step';
import { partyOf, type Actor, type Party } from './who';

/** Everything stored of a step besides its payload; docs/record.md says what each member is. */
export type Metadata = {
  readonly occurredOn: string;
  readonly follows?: number;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly onBehalfOf?: Party;
  readonly authority: readonly Citation[];
  readonly source: Source;
  readonly decision?: DecisionTaken;
  readonly documents?: readonly DocumentRef[];
  readonly links?: Readonly<Record<string, string>>;
  readonly from: StateValue;
  readonly to: StateValue;
  readonly stateHash: string;
  readonly verdicts: Verdicts;
  readonly basis: { readonly size: number; readonly cases: readonly BasisCase[] };
  readonly irregularity?: { readonly rules: readonly string[]; readonly reason: string };
  readonly definition: {
    readonly id: string;
    readonly version: number;
    readonly hash: string;
    readonly xstate: string;
  };
  readonly request: string;
  readonly simulated?: true;
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly previousHash: string;
  readonly hash: string;
};

/** One record of a case's history. */
export interface StepRecord {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: Metadata;
}

export type UnsealedRecord = Omit<StepRecord, 'metadata'> & {
  readonly metadata: Omit<Metadata, 'previousHash' | 'hash'>;
};

/** The `previousHash` of revision 0. */
export const noHash = '0'.repeat(64);

/**
 * Chains a record to the one before it in its case and stamps its hash. What it returns is what its
 * canonical text parses to, so that a record in memory and the same one read back are alike.
 */
export function seal(record: UnsealedRecord, previousHash: string): StepRecord {
  const unstamped = toJsonObject({ ...record.metadata, previousHash });
  const text = canonicalRecord({ ...record, metadata: unstamped });
  const stored = toJson(JSON.parse(text));
  const { data, metadata } = isJsonObject(stored) ? stored : {};
  const stamped = { ...(isJsonObject(metadata) ? metadata : {}), hash: sha256(text) };
  return recordOf({ ...record, data: data ?? null, metadata: stamped });
}

/** What is stored of any event, whoever's it is. */
export interface StoredParts {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: Json;
  readonly metadata: JsonObject;
}

/** The text whose SHA-256 is a record's hash: canonical JSON of all of it but the hash itself. */
export function canonicalRecord(record: StoredParts): string {
  const { hash: _hash, ...metadata } = record.metadata;
  const { stream, revision, id, type, data } = record;
  return canonicalJson({ stream, revision, id, type, data, metadata });
}

/** The hash that a record ought to have. */
export function recordHash(record: StoredParts): string {
  return sha256(canonicalRecord(record));
}

/** A history that cannot have been written by this product: never expected, never passed over. */
export class UnreadableRecord extends Error {
  constructor({ stream, revision }: StoredParts, what: string) {
    super(`${stream}, revision ${revision}: ${what}`);
  }
}

/**
 * An event of the store as a record.
 * @throws UnreadableRecord when it lacks what every record has
 */
export function recordOf(event: StoredParts): StepRecord {
  const { stream, revision, id, type, data, metadata } = event;
  if (!isJsonObject(data)) throw new UnreadableRecord(event, 'its data is no object');
  if (!isMetadata(metadata)) throw new UnreadableRecord(event, 'its metadata is not a record’s');
  return { stream, revision, id, type, data, metadata };
}

const texts = ['occurredOn', 'recordedAt', 'stateHash', 'request', 'previousHash', 'hash'];
const objects = ['actor', 'verdicts', 'basis', 'definition'];

function isMetadata(value: JsonObject): value is JsonObject & Metadata {
  return (
    texts.every((name) => typeof value[name] === 'string') &&
    objects.every((name) => isJsonObject(value[name])) &&
    isStateValue(value['from']) &&
    isStateValue(value['to'])
  );
}

/** Engine steps act in transaction time only: they never enter the fold. */
export function isEngineStep(type: string): boolean {
  return type.startsWith('record.');
}

/** A record as the fold sees it. */
export function factOf({ revision, type, data, metadata }: StepRecord): StepFact {
  const { occurredOn, follows, decision, actor, onBehalfOf } = metadata;
  const party = partyOf(actor, onBehalfOf);
  return {
    revision,
    type,
    data,
    occurredOn,
    ...(follows === undefined ? {} : { follows }),
    ...(decision === undefined ? {} : { decision }),
    ...(party === undefined ? {} : { party }),
  };
}
