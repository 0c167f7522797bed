import {
  eventId,
  noHash,
  seal,
  xstateVersion,
  type Citation,
  type Decision,
  type JsonObject,
  type ParsedProposal,
  type Prepared,
  type StepProposal,
  type StepRecord,
  type UnsealedRecord,
} from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import type { HotCase } from './hot-cases';
import type { RequestedBy } from './recording';

/** The record that caused a step. */
export interface CausedBy {
  readonly eventId: string;
  readonly correlationId: string;
  readonly occurredOn: string;
  readonly authority: readonly Citation[];
}

/** A request in order, about to become a record. */
export interface Request {
  readonly parsed: ParsedProposal;
  readonly prepared: Prepared;
  readonly by: RequestedBy;
  readonly key: string;
  readonly requestHash: string;
}

/** Builds the record of a decided step, chained to the case's last. */
export function newRecord(
  parts: EngineParts,
  hot: HotCase,
  decision: Decision,
  request: Request & { readonly size: number },
): StepRecord {
  const { parsed, prepared, by, key } = request;
  return chained(
    parts,
    hot,
    { type: parsed.proposal.type, data: prepared.data, by, key },
    {
      ...asProposed(request),
      ...asDecided(decision),
      basis: { size: request.size, cases: decision.basis },
    },
  );
}

/** A step about to become a record: what it is, who asks, and the key that identifies the request. */
export interface Recordable {
  readonly type: string;
  readonly data: JsonObject;
  readonly by: RequestedBy;
  readonly key: string;
}

/** What is recorded of a step beyond what every record carries alike. */
type Recorded = Omit<
  UnsealedRecord['metadata'],
  'recordedAt' | 'definition' | 'simulated' | '$correlationId' | '$causationId'
>;

/** Builds a record, chained to the case's last. */
export function chained(
  parts: EngineParts,
  hot: HotCase,
  { type, data, by, key }: Recordable,
  recorded: Recorded,
): StepRecord {
  const id = eventId(hot.stream, key, 0);
  const last = hot.records.at(-1)?.metadata;
  const record: UnsealedRecord = {
    stream: hot.stream,
    revision: hot.revision + 1,
    id,
    type,
    data,
    metadata: {
      ...recorded,
      ...causality(id, by),
      recordedAt: notBefore(parts.clock(), last?.recordedAt),
      definition: definitionOf(hot),
      ...(parts.isSimulated() ? { simulated: true } : {}),
    },
  };
  return seal(record, last?.hash ?? noHash);
}

/** What is stored as the request says it. */
function asProposed({ parsed, prepared, by, requestHash }: Request) {
  const { proposal } = parsed;
  return {
    ...optional(proposal),
    ...(prepared.onBehalfOf ? { onBehalfOf: prepared.onBehalfOf } : {}),
    occurredOn: proposal.occurredOn,
    actor: by.actor,
    authority: proposal.authority ?? [prepared.definition.cite],
    source: proposal.source ?? 'document',
    request: requestHash,
  };
}

function optional({ follows, decision, documents, links }: StepProposal) {
  return {
    ...(follows === undefined ? {} : { follows }),
    ...(decision ? { decision } : {}),
    ...(documents ? { documents } : {}),
    ...(links ? { links } : {}),
  };
}

function asDecided({ from, to, stateHash, verdicts, irregularity }: Decision) {
  return { from, to, stateHash, verdicts, ...(irregularity ? { irregularity } : {}) };
}

/** EventStoreDB's convention: a step that nothing caused is its own cause. */
function causality(id: string, { cause }: RequestedBy) {
  return {
    $correlationId: cause?.correlationId ?? id,
    $causationId: cause?.eventId ?? id,
  };
}

/** Transaction time never goes backwards within a case, whatever the clock says. */
function notBefore(instant: string, earliest: string | undefined): string {
  return earliest !== undefined && earliest > instant ? earliest : instant;
}

function definitionOf({ procedure }: HotCase) {
  const { id, version, lock } = procedure;
  return { id, version, hash: lock.hash, xstate: xstateVersion };
}
