import { decide } from './decide';
import type { Scene } from './scene';
import { eventId, hashOf } from './hash';
import { toJson } from './json';
import { xstateVersion } from './machine';
import type { Procedure } from './procedure';
import { noHash, seal, type StepRecord } from './record';
import { isRefusal } from './refusal';
import type { StepFact } from './step';
import { inserted, type Timeline } from './timeline';

/** A case made for tests: its records, as the engine would have written them, and its timeline. */
export interface SampleCase {
  readonly records: readonly StepRecord[];
  readonly timeline: Timeline;
}

/** Records facts one after the other; undefined when one of them is refused. */
export function recordAll(
  procedure: Procedure,
  facts: readonly Omit<StepFact, 'revision'>[],
): SampleCase | undefined {
  let timeline: Timeline = [];
  const records: StepRecord[] = [];
  for (const [revision, fact] of facts.entries()) {
    const step = { ...fact, revision };
    const decision = decide(sceneOf(procedure, timeline), {
      step,
      again: true,
      irregularity: { reason: 'It happened.' },
    });
    const outcome =
      isRefusal(decision) && decision.reasons.every(({ field }) => field === 'irregularity')
        ? decide(sceneOf(procedure, timeline), { step, again: true })
        : decision;
    if (isRefusal(outcome)) return undefined;
    timeline = inserted(timeline, outcome.insertion);
    records.push(sealed(procedure, step, outcome, records.at(-1)?.metadata.hash ?? noHash));
  }
  return { records, timeline };
}

type Decided = Extract<ReturnType<typeof decide>, { readonly outcome: 'decided' }>;

function sealed(procedure: Procedure, step: StepFact, decided: Decided, previousHash: string) {
  const { revision, type, data, occurredOn, follows, decision } = step;
  const { from, to, stateHash, verdicts, basis, irregularity } = decided;
  const stream = `${procedure.id}-m1`;
  const id = eventId(stream, `key-${revision}`, 0);
  return seal(
    {
      stream,
      revision,
      id,
      type,
      data,
      metadata: {
        occurredOn,
        ...(follows === undefined ? {} : { follows }),
        recordedAt: `2019-01-01T00:00:${String(revision).padStart(2, '0')}.000Z`,
        actor: { id: 'registrar', role: 'secretariat' },
        authority: [],
        source: 'minutes',
        ...(decision === undefined ? {} : { decision }),
        from,
        to,
        stateHash,
        verdicts,
        basis: { size: revision, cases: basis },
        ...(irregularity === undefined ? {} : { irregularity }),
        definition: {
          id: procedure.id,
          version: procedure.version,
          hash: procedure.lock.hash,
          xstate: xstateVersion,
        },
        request: hashOf(toJson({ type, data, occurredOn })),
        $correlationId: id,
        $causationId: id,
      },
    },
    previousHash,
  );
}

function sceneOf(procedure: Procedure, timeline: Timeline): Scene {
  return {
    procedure,
    ref: { procedure: procedure.id, case: 'm1' },
    timeline,
    revision: timeline.length - 1,
    related: () => undefined,
    linked: [],
    under: () => [],
    calendar: [],
    recorder: () => 'a test',
  };
}
