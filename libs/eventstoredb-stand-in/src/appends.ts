import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb';
import type { handleBidiStreamingCall, handleClientStreamingCall } from '@grpc/grpc-js';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import {
  appendAnswer,
  batchAnswer,
  expectedByAppend,
  expectedByBatch,
  nameOf,
  proposedEvent,
  type Answer,
  type Proposal,
} from './append-messages';
import type { Connections } from './connections';
import type { Refusal, Troubles } from './faults';
import type { Log } from './log';
import { elsewhere, statusOf } from './refusals';

/** What the appends work on. */
export interface Appending {
  readonly log: Log;
  readonly troubles: Troubles;
  readonly connections: () => Connections;
  /** The node that leads, if it is another one. */
  readonly leader: { readonly port: number } | undefined;
}

/** What became of one append: how the log took it, a refusal, or no answer at all. */
type Outcome = Answer | { readonly outcome: 'refused'; readonly refusal: Refusal } | undefined;

/** Appends, and lets the next fault in store strike before or after. */
async function commit(
  { log, troubles, connections }: Appending,
  proposal: Proposal,
  peer: string,
): Promise<Outcome> {
  const append = () => log.append(proposal.stream, proposal.expected, proposal.events);
  const fault = troubles.appends.shift();
  if (!fault) return append();
  if (fault.kind === 'refusal') return { outcome: 'refused', refusal: fault.refusal };
  if (fault.kind === 'failure') return { outcome: 'failed', failure: fault.failure };
  if (fault.kind === 'delay') {
    const written = append();
    return pause(fault.milliseconds, written, { ref: false });
  }
  if (fault.when === 'afterCommit') append();
  if (fault.kind === 'cut') connections().cut(peer);
  return undefined;
}

/** Append, the "classic" method: one call per append. */
export function append(
  on: Appending,
  deadlines: number[],
): handleClientStreamingCall<AppendReq, AppendResp> {
  return (call, answer) => {
    const refusal = elsewhere(on.leader, call.metadata);
    if (refusal) return answer(statusOf(refusal));
    deadlines.push(Number(call.getDeadline()) - Date.now());
    const requests: AppendReq[] = [];
    call.on('data', (request: AppendReq) => requests.push(request));
    call.on('end', async () => {
      // A call that was reset looks like one that was ended until its stream has closed. Reset a
      // moment later it was ended indeed, by Node's client, and half an append may be committed.
      await turn();
      if (call.cancelled) return;
      const options = requests[0]!.getOptions()!;
      const expected = expectedByAppend(options);
      const events = requests
        .slice(1)
        .map((request) => proposedEvent(request.getProposedMessage()!));
      const stream = nameOf(options.getStreamIdentifier());
      const outcome = await commit(on, { stream, expected, events }, call.getPeer());
      if (!outcome) return;
      if (outcome.outcome === 'refused') return answer(statusOf(outcome.refusal));
      const message = appendAnswer(outcome, expected);
      if ('code' in message) answer(statusOf(message));
      else answer(null, message);
    });
    call.on('error', () => undefined);
  };
}

/** BatchAppend: one call per connection, with many appends told apart by their correlation id. */
export function batchAppend(
  on: Appending,
): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> {
  return (call) => {
    call.on('error', () => undefined);
    const refusal = elsewhere(on.leader, call.metadata);
    if (refusal) {
      call.emit('error', statusOf(refusal));
      return;
    }
    const begun = new Map<string, { options: BatchAppendReq.Options; proposal: Proposal }>();
    call.on('data', async (request: BatchAppendReq) => {
      const id = request.getCorrelationId()!;
      const { options, proposal } = extended(begun.get(id.getString()), request);
      begun.set(id.getString(), { options, proposal });
      if (!request.getIsFinal()) return;
      begun.delete(id.getString());
      const tooLate = isPast(options, on.troubles.clockAhead);
      const outcome = tooLate ?? (await commit(on, proposal, call.getPeer()));
      if (!outcome) return;
      if (outcome.outcome === 'refused') return call.emit('error', statusOf(outcome.refusal));
      const message = batchAnswer(outcome, proposal.expected)
        .setCorrelationId(id)
        .setStreamIdentifier(options.getStreamIdentifier());
      call.write(message);
    });
    call.on('end', () => call.end());
  };
}

/** A batch carries its deadline as a time of day, which the server compares with its own clock. */
function isPast(options: BatchAppendReq.Options, clockAhead: number): Answer | undefined {
  const deadline = options.getDeadline()?.toDate().getTime() ?? Number.POSITIVE_INFINITY;
  return deadline > Date.now() + clockAhead ? undefined : { outcome: 'failed', failure: 'timeout' };
}

/** The append so far with another chunk of it; the options come with the first. */
function extended(
  begun: { options: BatchAppendReq.Options; proposal: Proposal } | undefined,
  request: BatchAppendReq,
): { options: BatchAppendReq.Options; proposal: Proposal } {
  const options = begun?.options ?? request.getOptions()!;
  const more = request.getProposedMessagesList().map(proposedEvent);
  const proposal = {
    stream: nameOf(options.getStreamIdentifier()),
    expected: expectedByBatch(options),
    events: [...(begun?.proposal.events ?? []), ...more],
  };
  return { options, proposal };
}
