import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { nameOf } from './append-messages';
import type { Log, LoggedEvent } from './log';

/** A read or a subscription, as asked for. */
export interface ReadPlan {
  /** The stream read, or undefined for all. */
  readonly stream: string | undefined;
  /** The events read from: it grows while a subscription follows it. */
  readonly source: readonly LoggedEvent[];
  /** Index of the first event in the source. */
  readonly start: number;
  readonly step: 1 | -1;
  /** How many events at most. */
  readonly count: number;
  readonly subscription: boolean;
  readonly filter: ((event: LoggedEvent) => boolean) | undefined;
}

type Options = ReadReq.Options;

export function planOf(log: Log, request: ReadReq): ReadPlan {
  const options = request.getOptions()!;
  const subscription = options.hasSubscription();
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  const streamOptions = options.getStream();
  const stream = streamOptions && nameOf(streamOptions.getStreamIdentifier());
  const source = stream === undefined ? log.all : log.stream(stream);
  const from = streamOptions
    ? startInStream(streamOptions, source, subscription)
    : startInAll(options.getAll()!, source, { subscription, backwards });
  return {
    stream,
    source,
    start: backwards ? Math.min(from, source.length - 1) : from,
    step: backwards ? -1 : 1,
    count: subscription ? Number.POSITIVE_INFINITY : Number(options.getCount()),
    subscription,
    filter: filterOf(options),
  };
}

/** From a revision on, inclusive; a subscription begins after it. */
function startInStream(
  options: ReadReq.Options.StreamOptions,
  source: readonly LoggedEvent[],
  subscription: boolean,
): number {
  const after = subscription ? 1 : 0;
  if (options.hasRevision()) return Number(options.getRevision()) + after;
  return options.hasEnd() ? source.length - 1 + after : 0;
}

/** Forwards from a position is inclusive, backwards from it exclusive, as is a subscription. */
function startInAll(
  options: ReadReq.Options.AllOptions,
  source: readonly LoggedEvent[],
  { subscription, backwards }: { subscription: boolean; backwards: boolean },
): number {
  if (options.hasStart()) return 0;
  if (options.hasEnd()) return backwards ? source.length - 1 : source.length;
  const position = BigInt(options.getPosition()!.getCommitPosition());
  if (backwards) return source.findLastIndex((event) => event.position < position);
  const reached = (event: LoggedEvent) =>
    subscription ? event.position > position : event.position >= position;
  const index = source.findIndex(reached);
  return index < 0 ? source.length : index;
}

function filterOf(options: Options): ReadPlan['filter'] {
  const filter = options.getFilter();
  if (!filter) return undefined;
  const onType = filter.getEventType();
  const expression = (onType ?? filter.getStreamIdentifier())!;
  const prefixes = expression.getPrefixList();
  const regex = new RegExp(expression.getRegex());
  return (event) => {
    const text = onType ? event.type : event.stream;
    return prefixes.length > 0 ? prefixes.some((p) => text.startsWith(p)) : regex.test(text);
  };
}
