import type { Engine, Recorded, RequestedBy, StoredEvent } from '@rapporteur/engine';
import {
  eventId,
  isRefusal,
  recordOf,
  replay,
  streamOf,
  type CaseRef,
  type Refusal,
} from '@rapporteur/kernel';
import { sampleRegistry } from '@rapporteur/kernel/samples';

/** A request that was answered 2xx. */
export interface Acknowledged {
  readonly ref: CaseRef;
  readonly step: { readonly type: string; readonly data: object };
  readonly by: RequestedBy;
  readonly answer: Recorded;
}

interface Ended {
  readonly engine: Engine;
  readonly log: readonly StoredEvent[];
}

/** Every law of design §3 (4 to 7) that the log at the end of a simulation breaks, in words. */
export async function violations(
  { engine, log }: Ended,
  acknowledged: readonly Acknowledged[],
  prefixes: readonly (readonly string[])[],
): Promise<readonly string[]> {
  const streams = grouped(log, ({ stream }) => stream);
  return [
    ...[...streams].flatMap(([stream, events]) => replayLaw(stream, events)),
    ...acknowledged.flatMap((each) => recordedLaw(each, streams.get(streamOf(each.ref)) ?? [])),
    ...(await Promise.all(acknowledged.map((each) => repeatedLaw(engine, each)))).flat(),
    ...winnerLaw(acknowledged),
    ...prefixes.flatMap((prefix) => keptLaw(prefix, log)),
    ...effectsLaw(log, streams),
    ...engine.alerts().map(({ effect }) => `alert: ${effect.type} in ${effect.case}`),
  ];
}

/** Law 4, and the chain: every history replays to exactly what it says. */
function replayLaw(stream: string, events: readonly StoredEvent[]): readonly string[] {
  const procedure = sampleRegistry.get(stream.split('-')[0]!)!;
  const difference = replay(procedure, events.map(recordOf));
  return difference ? [`law 4: ${stream} ${JSON.stringify(difference)}`] : [];
}

/** Law 5: what was answered is there, at its place, once. */
function recordedLaw({ ref, step, by, answer }: Acknowledged, events: readonly StoredEvent[]) {
  const id = eventId(streamOf(ref), by.key ?? '', 0);
  const found = events.filter((event) => event.id === id);
  const same = events.filter(
    ({ type, data }) => type === step.type && JSON.stringify(data) === JSON.stringify(step.data),
  );
  const name = `${streamOf(ref)} ${String(by.key)}`;
  return [
    ...(found.length === 1 ? [] : [`law 5: ${name} is recorded ${found.length} times`]),
    ...(found[0]?.revision === answer.revision ? [] : [`law 5: ${name} is not where it was said`]),
    ...(step.type === 'motion.discussed' && same.length !== 1
      ? [`law 5: what ${name} says is recorded ${same.length} times`]
      : []),
  ];
}

/** Law 5: the request repeated is answered alike. */
async function repeatedLaw(engine: Engine, { ref, step, by, answer }: Acknowledged) {
  const again = await engine.record(ref, step, by);
  const irregular = { ...step, irregularity: { reason: 'The recess was near.' } };
  const repeated = isRefusal(again) ? await engine.record(ref, irregular, by) : again;
  return JSON.stringify(repeated) === JSON.stringify(answer)
    ? []
    : [`law 5: ${String(by.key)} answered ${brief(answer)}, repeated ${brief(repeated)}`];
}

/** Law 6: of those who named one revision of a case, one at most was answered with success. */
function winnerLaw(acknowledged: readonly Acknowledged[]): readonly string[] {
  const named = acknowledged.filter(({ by }) => by.ifMatch !== undefined);
  const places = grouped(named, ({ ref, by }) => `${streamOf(ref)} after ${String(by.ifMatch)}`);
  const all = grouped(acknowledged, ({ ref, answer }) => `${streamOf(ref)} ${answer.revision}`);
  return [...places, ...all]
    .filter(([, winners]) => winners.length > 1)
    .map(([place, winners]) => `law 6: ${winners.length} won ${place}`);
}

/** Law 7: what the log held is still there, unchanged, in the same order. */
function keptLaw(prefix: readonly string[], log: readonly StoredEvent[]): readonly string[] {
  const kept = prefix.every((hash, i) => log[i]?.metadata['hash'] === hash);
  return kept ? [] : ['law 7: the log no longer begins as it did'];
}

/** Every motion carried has its notices, each once and caused by it. */
function effectsLaw(
  log: readonly StoredEvent[],
  streams: ReadonlyMap<string, readonly StoredEvent[]>,
): readonly string[] {
  const causes = log.filter(({ type }) => type === 'motion.carried');
  const wanted = causes.flatMap(({ stream, id }) => {
    const notice = stream.replace('motion', 'notice');
    return [notice, `${notice}-a`].map((each) => [each, id] as const);
  });
  const notices = log.filter(({ type }) => type === 'notice.opened');
  return [
    ...wanted
      .filter(([stream, id]) => streams.get(stream)?.[0]?.metadata['$causationId'] !== id)
      .map(([stream]) => `causes: ${stream} was not opened by its cause`),
    ...(notices.length === wanted.length
      ? []
      : [`causes: ${notices.length} notices for ${wanted.length} causes`]),
  ];
}

function grouped<T>(items: readonly T[], name: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(name(item));
    if (group) group.push(item);
    else groups.set(name(item), [item]);
  }
  return groups;
}

function brief(answer: Recorded | Refusal): string {
  if (isRefusal(answer)) return `refused (${answer.code})`;
  const { revision, position, to, consequences } = answer;
  return JSON.stringify({ revision, position, to, consequences });
}
