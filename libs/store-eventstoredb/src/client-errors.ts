import { convertToCommandError, ErrorType, isCommandError } from '@eventstore/db-client';
import { EventTooLarge, StoreFault, StoreUnavailable } from '@rapporteur/engine';
import { NoAnswer } from './patience';
import type { ClientInUse, SharedClient } from './shared-client';

/**
 * What no retry can mend, with what would. All other errors of the client leave the outcome of an
 * append unknown, or say that the server cannot answer now: those are to be retried.
 */
const faults: Partial<Record<ErrorType, string>> = {
  [ErrorType.ACCESS_DENIED]:
    'EventStoreDB denied access: put user:password@ before the host in the connection string, of ' +
    'a user in $admins or one whom the access lists let write the streams and read $all',
  [ErrorType.STREAM_DELETED]:
    'the stream was deleted in EventStoreDB and takes no event ever again; no part of this ' +
    'program deletes streams',
  [ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED]:
    'the events of one append are together more than EventStoreDB takes: raise MaxAppendSize on ' +
    'the server (1 MiB up to 25.0)',
  [ErrorType.INVALID_ARGUMENT]: 'EventStoreDB refused the request as malformed',
  [ErrorType.INVALID_TRANSACTION]: 'EventStoreDB refused the request as malformed',
  [ErrorType.MISSING_REQUIRED_METADATA_PROPERTY]: 'EventStoreDB refused the request as malformed',
  [ErrorType.UNSUPPORTED]: 'this server is too old: EventStoreDB 23.10 or later is needed',
};

/** What grpc says when one side speaks TLS and the other does not, or does not trust it. */
const tlsTrouble = /wrong version number|packet length too long|EPROTO|ssl3|SSL routines/i;
const untrusted = /self.signed|unable to (verify|get)|certificate|altnames/i;

/** An error of the client, or of what lies below it, as the port knows them. */
export function storeError(error: unknown): EventTooLarge | StoreFault | StoreUnavailable {
  if (error instanceof EventTooLarge || error instanceof StoreFault) return error;
  if (error instanceof StoreUnavailable) return error;
  if (!(error instanceof Error)) return new StoreUnavailable(String(error));
  // Some come from grpc as they are, before the client has converted them.
  const converted = convertToCommandError(error);
  const fault = isCommandError(converted) ? faults[converted.type] : undefined;
  const says = `(${converted.message})`;
  if (fault !== undefined) return new StoreFault(`${fault} ${says}`, { cause: converted });
  if (tlsTrouble.test(converted.message)) {
    return new StoreFault(
      'the connection string asks for TLS, which this server does not speak: add ?tls=false to it ' +
        `if the server runs insecurely ${says}`,
      { cause: converted },
    );
  }
  if (untrusted.test(converted.message)) {
    return new StoreFault(
      'the certificate of the server is not trusted: name the file of the authority that signed ' +
        `it with ?tlsCAFile=… in the connection string, or with NODE_EXTRA_CA_CERTS ${says}`,
      { cause: converted },
    );
  }
  return new StoreUnavailable(`EventStoreDB is unavailable ${says}`, { cause: converted });
}

/** After these the client connects anew by itself. */
const reconnecting: readonly ErrorType[] = [
  ErrorType.NOT_LEADER,
  ErrorType.UNAVAILABLE,
  ErrorType.CANCELLED,
];

/** An error on a client as the port knows it; a client that would go on failing is thrown away. */
export function thrown(
  shared: SharedClient,
  use: ClientInUse,
  error: unknown,
): ReturnType<typeof storeError> {
  const known = storeError(error);
  if (known instanceof StoreUnavailable && isLasting(error)) shared.renew(use);
  return known;
}

/**
 * Whether the client would go on failing: it keeps a connection that has gone silent, and, for ever,
 * the failure of its first question on a connection or of its search for the cluster. Both come
 * unconverted. What it cannot tell ("no leader", "reset") may be the connection's fault as well.
 */
function isLasting(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return error instanceof NoAnswer;
  if (!(error instanceof Error)) return false;
  const converted = convertToCommandError(error);
  if (!isCommandError(converted)) return true;
  if (reconnecting.includes(converted.type)) return false;
  return converted !== error || converted.type === ErrorType.UNKNOWN;
}
