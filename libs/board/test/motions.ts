import { memoryEventStore, type Engine } from '@rapporteur/engine';
import { isRefusal, type Actor } from '@rapporteur/kernel';
import { sampleRegistry } from '@rapporteur/kernel/samples';
import fc from 'fast-check';
import { engineOn, refOf } from './obligation-scene';

// Motions and notices of them: recorded at random, late, corrected, annulled.

export const secretariat: Actor = { id: 'registrar', role: 'secretariat' };
export const deputy: Actor = { id: 'deputy', role: 'secretariat' };

/** An engine on the sample procedures, whose instant is set. */
export interface Office {
  readonly engine: Engine;
  at(instant: string): void;
  /** Records a step; says whether it was taken. */
  record(name: string, step: object): Promise<boolean>;
  /** Records a step of the engine; its revision when it was taken. */
  annotate(name: string, step: object, actor?: Actor): Promise<number | undefined>;
}

export async function motionOffice(store = memoryEventStore()): Promise<Office> {
  let instant = '2019-02-01T08:00:00.000Z';
  const engine = await engineOn(sampleRegistry, store, { clock: () => instant });
  return {
    engine,
    at: (next) => void (instant = next),
    async record(name, step) {
      const result = await engine.record(refOf(name), step, { actor: secretariat });
      if (isRefusal(result)) return false;
      await engine.settled(result.position);
      return true;
    },
    async annotate(name, step, actor = secretariat) {
      const result = await engine.annotate(refOf(name), step, { actor });
      return isRefusal(result) ? undefined : result.revision;
    },
  };
}

const names = ['motion/tea', 'motion/milk', 'motion/sugar', 'notice/tea'] as const;
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2019-01-${String(n).padStart(2, '0')}`);

const steps = fc.oneof(
  fc.record({ type: fc.constant('motion.discussed'), data: fc.constant({ summary: 'at length' }) }),
  fc.record({
    type: fc.constant('motion.paused'),
    data: fc.constantFrom({}, { until: '2019-03-01' }),
  }),
  fc.record({ type: fc.constant('motion.resumed'), data: fc.constant({}) }),
  fc.record({
    type: fc.constant('motion.carried'),
    data: fc.constant({}),
    irregularity: fc.constant({ rules: ['motion.discussedTwice'], reason: 'in haste' }),
  }),
);

const correction = fc.oneof(
  fc.record({ revision: fc.nat(3), occurredOn: day }),
  fc.record({ revision: fc.nat(3), annul: fc.constant(true) }),
  fc.record({ revision: fc.nat(3), data: fc.constantFrom({}, { until: '2019-03-01' }) }),
  fc.record({ revision: fc.nat(3), follows: fc.integer({ min: -1, max: 3 }) }),
);

/** What is attempted next, and how many milliseconds later. */
export const attempt = fc.record({
  later: fc.constantFrom(0, 0, 1, 86_400_000, 20 * 86_400_000),
  name: fc.constantFrom(...names),
  step: fc.record({ step: steps, occurredOn: day }),
  /** Whether the step is recorded, and what else is proposed and decided. */
  kind: fc.constantFrom('step', 'step', 'step', 'correct', 'correct', 'propose', 'reject', 'note'),
  correction,
});
export type Attempt = typeof attempt extends fc.Arbitrary<infer A> ? A : never;

/** Opens the cases; what follows is random. */
export async function openMotions(office: Office): Promise<void> {
  const tabled = { type: 'motion.tabled', data: { text: 'That tea be served', movers: ['A'] } };
  await office.record('motion/tea', { ...tabled, occurredOn: '2019-01-05' });
  await office.record('motion/milk', {
    ...tabled,
    occurredOn: '2019-01-02',
    links: { amends: 'motion/tea' },
  });
  await office.record('motion/sugar', {
    ...tabled,
    occurredOn: '2019-01-20',
    links: { amends: 'motion/milk' },
  });
}

/** Makes an attempt, which may be refused. */
export async function make(office: Office, { name, kind, step, correction: put }: Attempt) {
  if (kind === 'step') {
    await office.record(name, { ...step.step, occurredOn: step.occurredOn });
    return;
  }
  if (kind === 'note') {
    await office.annotate(name, { type: 'record.noted', data: { text: 'seen' } });
    return;
  }
  const proposed = {
    type: 'record.correctionProposed',
    data: { reason: 'misread', corrections: [put] },
  };
  const proposal = await office.annotate(name, proposed);
  if (proposal === undefined || kind === 'propose') return;
  const type =
    kind === 'reject'
      ? 'record.correctionRejected'
      : 'annul' in put
        ? 'record.annulled'
        : 'record.corrected';
  await office.annotate(name, { type, data: { proposal, reason: 'compared' } }, deputy);
}

/** Makes all attempts, one after the other. */
export async function makeAll(office: Office, attempts: readonly Attempt[]): Promise<void> {
  let now = Date.parse('2019-02-01T08:00:00.000Z');
  for (const each of attempts) {
    now += each.later;
    office.at(new Date(now).toISOString());
    await make(office, each);
  }
}
