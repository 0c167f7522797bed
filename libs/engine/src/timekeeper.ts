import { hashOf, isRefusal, parseCaseName, type Actor, type Refusal } from '@rapporteur/kernel';
import type { Engine } from './engine';
import type { CaseDueStep } from './portfolio';

/** What the timekeeper works with: a client of an engine here, or of one behind a server. */
export interface Clockwork<R> {
  /** The steps that have come due. */
  due(): Promise<readonly CaseDueStep[]>;
  /** Proposes a step and waits for what it causes; gives what was refused, or undefined. */
  propose(step: CaseDueStep, key: string): Promise<R | undefined>;
}

/** What came of the clock's steps. */
export interface Tick<R> {
  readonly recorded: readonly CaseDueStep[];
  /** For the Secretariat to record, if it is so. */
  readonly toConfirm: readonly CaseDueStep[];
  readonly refused: readonly { readonly step: CaseDueStep; readonly refusal: R }[];
}

/** More than any register has due at once: a definition that makes ever new steps due ends here. */
const mostSteps = 100_000;

/**
 * Proposes the steps that the passing of time brings, and those that come due by them, until there
 * are no more. The same again records nothing twice: whoever proposes a step uses the same key.
 * A step is proposed once, also when it changed nothing and is due as before.
 */
export async function tick<R>(clockwork: Clockwork<R>): Promise<Tick<R>> {
  const recorded: CaseDueStep[] = [];
  const refused: { readonly step: CaseDueStep; readonly refusal: R }[] = [];
  const proposed = new Set<string>();
  for (;;) {
    const due = await clockwork.due();
    const fresh = due.filter((step) => !step.confirm && !proposed.has(keyOf(step)));
    if (fresh.length === 0 || proposed.size > mostSteps) {
      return { recorded, toConfirm: due.filter(({ confirm }) => confirm), refused };
    }
    for (const step of fresh) {
      proposed.add(keyOf(step));
      const refusal = await clockwork.propose(step, keyOf(step));
      if (refusal === undefined) recorded.push(step);
      else refused.push({ step, refusal });
    }
  }
}

function keyOf({ case: name, type, occurredOn, data }: CaseDueStep): string {
  return `tick:${type}:${occurredOn}:${hashOf({ name, data }).slice(0, 16)}`;
}

/**
 * The clockwork of an engine here.
 * @param date ISO date: the steps that have come due by the end of this day
 */
export function clockworkOf(
  engine: Pick<Engine, 'due' | 'record' | 'settled'>,
  actor: Actor,
  date: string,
): Clockwork<Refusal> {
  return {
    async due() {
      const answer = await engine.due({ asAt: date });
      if (isRefusal(answer)) throw new Error(`${date} is no date`);
      return answer.steps;
    },
    async propose({ case: name, type, data, occurredOn }, key) {
      const ref = parseCaseName(name);
      if (!ref) throw new Error(`${name} is no case`);
      const body = { type, data, occurredOn, onBehalfOf: { role: 'clock' } };
      const result = await engine.record(ref, body, { actor, key });
      // Another timekeeper, in another office, was faster: it is done.
      if (isRefusal(result)) return result.code === 'keyReused' ? undefined : result;
      await engine.settled(result.position);
      return undefined;
    },
  };
}
