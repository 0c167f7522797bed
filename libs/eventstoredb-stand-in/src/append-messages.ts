import {
  AppendResp,
  BatchAppendResp,
  type AppendReq,
  type BatchAppendReq,
} from '@eventstore/db-client/generated/streams_pb';
import {
  AllStreamPosition,
  Empty,
  MaximumAppendSizeExceeded,
  Timeout,
  WrongExpectedVersion,
  type StreamIdentifier,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { status } from '@grpc/grpc-js';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty as GoogleEmpty } from 'google-protobuf/google/protobuf/empty_pb';
import type { Failure, Refusal } from './faults';
import type { Expected, ProposedEvent, Written } from './log';

/** One append, whichever of the two methods asked for it. */
export interface Proposal {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly ProposedEvent[];
}

/** How the log took an append, or why the server did not come to it. */
export type Answer = Written | { readonly outcome: 'failed'; readonly failure: Failure };

type Message = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

export const nameOf = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier!.getStreamName_asU8()).toString('utf8');

export function proposedEvent(message: Message): ProposedEvent {
  const map = message.getMetadataMap();
  return {
    id: message.getId()!.getString(),
    type: map.get('type') ?? '',
    contentType: map.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export function expectedByAppend(options: AppendReq.Options): Expected {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return -1;
  return options.hasStreamExists() ? 'streamExists' : 'any';
}

export function expectedByBatch(options: BatchAppendReq.Options): Expected {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition());
  if (options.hasNoStream()) return -1;
  return options.hasStreamExists() ? 'streamExists' : 'any';
}

const failures: Record<Failure, Refusal> = {
  timeout: { code: status.ABORTED, details: 'Operation timed out: Prepare phase timeout' },
  notReady: { code: status.UNAVAILABLE, details: 'Server Is Not Ready' },
};

/** In a batch "not ready" comes with details that the client does not know. */
const failuresInBatch: Record<Failure, [number, string, Uint8Array]> = {
  timeout: [status.DEADLINE_EXCEEDED, 'Timeout', new Timeout().serializeBinary()],
  notReady: [status.UNAVAILABLE, 'Empty', new Empty().serializeBinary()],
};

/** The answer to Append: a wrong expected version is a message with status OK. */
export function appendAnswer(written: Answer, expected: Expected): AppendResp | Refusal {
  switch (written.outcome) {
    case 'written': {
      const position = new AppendResp.Position()
        .setCommitPosition(String(written.position))
        .setPreparePosition(String(written.position));
      const success = new AppendResp.Success()
        .setCurrentRevision(String(written.revision))
        .setPosition(position);
      return new AppendResp().setSuccess(success);
    }
    case 'wrongExpectedVersion': {
      const wrong = new AppendResp.WrongExpectedVersion();
      if (written.current < 0) wrong.setCurrentNoStream(new Empty());
      else wrong.setCurrentRevision(String(written.current));
      if (expected === 'any') wrong.setExpectedAny(new Empty());
      else if (expected === 'streamExists') wrong.setExpectedStreamExists(new Empty());
      else if (expected < 0) wrong.setExpectedNoStream(new Empty());
      else wrong.setExpectedRevision(String(expected));
      return new AppendResp().setWrongExpectedVersion(wrong);
    }
    case 'tooLarge':
      return {
        code: status.INVALID_ARGUMENT,
        details: `Maximum Append Size of ${written.limit} Exceeded.`,
        trailers: {
          exception: 'maximum-append-size-exceeded',
          'maximum-append-size': String(written.limit),
        },
      };
    case 'failed':
      return failures[written.failure];
  }
}

/** The answer to one append of a BatchAppend: errors are messages, packed with their type. */
export function batchAnswer(written: Answer, expected: Expected): BatchAppendResp {
  switch (written.outcome) {
    case 'written': {
      const position = new AllStreamPosition()
        .setCommitPosition(String(written.position))
        .setPreparePosition(String(written.position));
      const success = new BatchAppendResp.Success()
        .setCurrentRevision(String(written.revision))
        .setPosition(position);
      return new BatchAppendResp().setSuccess(success);
    }
    case 'wrongExpectedVersion': {
      const wrong = new WrongExpectedVersion();
      if (written.current < 0) wrong.setCurrentNoStream(new GoogleEmpty());
      else wrong.setCurrentStreamRevision(String(written.current));
      if (expected === 'any') wrong.setExpectedAny(new GoogleEmpty());
      else if (expected === 'streamExists') wrong.setExpectedStreamExists(new GoogleEmpty());
      else if (expected < 0) wrong.setExpectedNoStream(new GoogleEmpty());
      else wrong.setExpectedStreamPosition(String(expected));
      return failed(status.ALREADY_EXISTS, 'WrongExpectedVersion', wrong.serializeBinary());
    }
    case 'tooLarge': {
      const tooLarge = new MaximumAppendSizeExceeded().setMaxappendsize(written.limit);
      const bytes = tooLarge.serializeBinary();
      return failed(status.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', bytes);
    }
    case 'failed':
      return failed(...failuresInBatch[written.failure]);
  }
}

function failed(code: number, type: string, bytes: Uint8Array): BatchAppendResp {
  const details = new Any();
  details.pack(bytes, `event_store.client.${type}`);
  const error = new Status().setMessage(type).setDetails(details);
  error.setCode(code as ReturnType<Status['getCode']>);
  return new BatchAppendResp().setError(error);
}
