import {
  eventId,
  noHash,
  seal,
  xstateVersion,
  type Decision,
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
  const id = eventId(hot.stream, request.key, 0);
  const last = hot.records.at(-1)?.metadata;
  const record: UnsealedRecord = {
    stream: hot.stream,
    revision: hot.revision + 1,
    id,
    type: request.parsed.proposal.type,
    data: request.prepared.data,
    metadata: {
      ...asProposed(request),
      ...asDecided(decision),
      ...causality(id, request.by),
      recordedAt: notBefore(parts.clock(), last?.recordedAt),
      basis: { size: request.size, cases: decision.basis },
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
