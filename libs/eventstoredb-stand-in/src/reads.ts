import { ReadResp, type ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import type { Troubles } from './faults';
import type { Log, LoggedEvent } from './log';
import { planOf, type ReadPlan } from './read-plan';
import { elsewhere, statusOf } from './refusals';
import type { Subscriptions } from './subscriptions';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

export interface Reading {
  readonly log: Log;
  readonly troubles: Troubles;
  readonly subscriptions: Subscriptions;
  /** The node that leads, if it is another one. */
  readonly leader: { readonly port: number } | undefined;
}

/** Read: a stream or all, either way, or a subscription. */
export function read(on: Reading): handleServerStreamingCall<ReadReq, ReadResp> {
  return (call) => {
    call.on('error', () => undefined);
    const moved = elsewhere(on.leader, call.metadata);
    const fault = moved ? undefined : on.troubles.reads.shift();
    const refusal = moved ?? (fault?.kind === 'refusal' ? fault.refusal : undefined);
    if (refusal) {
      call.emit('error', statusOf(refusal));
      return;
    }
    const plan = planOf(on.log, call.request);
    if (fault?.kind === 'silence') void sendSome(call, plan, fault.afterEvents);
    else void (plan.subscription ? follow(call, plan, on) : answer(call, plan));
  };
}

async function answer(call: ReadCall, plan: ReadPlan): Promise<void> {
  if (plan.stream !== undefined && plan.source.length === 0) {
    const missing = new ReadResp.StreamNotFound().setStreamIdentifier(identifier(plan.stream));
    await send(call, new ReadResp().setStreamNotFound(missing));
  }
  await sendSome(call, plan, plan.count);
  if (!call.cancelled) call.end();
}

/** Sends so many events of the plan, in its order. */
async function sendSome(call: ReadCall, plan: ReadPlan, count: number): Promise<void> {
  let left = count;
  for (let i = plan.start; left > 0 && plan.source[i]; i += plan.step) {
    const event = plan.source[i]!;
    if (plan.filter && !plan.filter(event)) continue;
    if (!(await send(call, eventMessage(event, plan)))) return;
    left -= 1;
  }
}

/** Confirmation, history, caught up, and on and on until the client leaves. */
async function follow(
  call: ReadCall,
  plan: ReadPlan,
  { log, subscriptions }: Reading,
): Promise<void> {
  const isForgotten = subscriptions.begin(call);
  const confirmation = new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
  await send(call, new ReadResp().setConfirmation(confirmation));
  let caughtUp = false;
  for (let next = plan.start; !call.cancelled && !isForgotten();) {
    const event = sourceOf(plan, log)[next];
    if (event) {
      next += 1;
      const wanted = !plan.filter || plan.filter(event);
      if (wanted && !(await send(call, eventMessage(event, plan)))) return;
    } else if (!caughtUp) {
      caughtUp = true;
      await sayCaughtUp(call, plan, log);
    } else {
      await appended(call, log);
    }
  }
}

async function sayCaughtUp(call: ReadCall, { filter }: ReadPlan, log: Log): Promise<void> {
  if (filter && log.all.length > 0) await send(call, checkpoint(log.all.at(-1)!));
  await send(call, new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
}

/** A stream that is missing when the subscription begins may come into being later. */
const sourceOf = ({ stream }: ReadPlan, log: Log): readonly LoggedEvent[] =>
  stream === undefined ? log.all : log.stream(stream);

/** Sends a message, at the pace of the client; false when it has left. */
async function send(call: ReadCall, message: ReadResp): Promise<boolean> {
  if (call.cancelled || call.destroyed) return false;
  if (call.write(message)) return true;
  await new Promise<void>((resolve) => {
    const done = () => {
      for (const event of ['drain', 'cancelled', 'close']) call.removeListener(event, done);
      resolve();
    };
    for (const event of ['drain', 'cancelled', 'close']) call.on(event, done);
  });
  return !call.cancelled;
}

/** Waits for the next append, or until the client leaves. */
function appended(call: ReadCall, log: Log): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      forget();
      call.removeListener('cancelled', done);
      resolve();
    };
    const forget = log.onAppend(done);
    call.on('cancelled', done);
  });
}

const identifier = (stream: string): StreamIdentifier =>
  new StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));

function checkpoint({ position }: LoggedEvent): ReadResp {
  const at = new ReadResp.Checkpoint()
    .setCommitPosition(String(position))
    .setPreparePosition(String(position));
  return new ReadResp().setCheckpoint(at);
}

const ticksPerMillisecond = 10_000;

function eventMessage(event: LoggedEvent, plan: ReadPlan): ReadResp {
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(event.id.toLowerCase()))
    .setStreamIdentifier(identifier(event.stream))
    .setStreamRevision(String(event.revision))
    .setPreparePosition(String(event.position))
    .setCommitPosition(String(event.position))
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.contentType)
    .set('created', String(event.created * ticksPerMillisecond));
  const readEvent = new ReadResp.ReadEvent().setEvent(recorded);
  if (plan.stream === undefined) readEvent.setCommitPosition(String(event.position));
  else readEvent.setNoPosition(new Empty());
  return new ReadResp().setEvent(readEvent);
}
