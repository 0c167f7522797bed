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

/** What one step recorded may make due in another case, so often at most. */
const mostRounds = 50;

/**
 * Proposes the steps that the passing of time brings, and those that come due by them, until there
 * are no more. The same again records nothing twice: whoever proposes a step uses the same key.
 */
export async function tick<R>(clockwork: Clockwork<R>): Promise<Tick<R>> {
  const recorded: CaseDueStep[] = [];
  const refused = new Map<string, { readonly step: CaseDueStep; readonly refusal: R }>();
  for (let round = 0; round < mostRounds; round += 1) {
    const due = await clockwork.due();
    const fresh = due.filter((step) => !step.confirm && !refused.has(keyOf(step)));
    if (fresh.length === 0) {
      const toConfirm = due.filter(({ confirm }) => confirm);
      return { recorded, toConfirm, refused: [...refused.values()] };
    }
    for (const step of fresh) {
      const refusal = await clockwork.propose(step, keyOf(step));
      if (refusal === undefined) recorded.push(step);
      else refused.set(keyOf(step), { step, refusal });
    }
  }
  throw new Error('the steps of the clock do not come to an end');
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
      if (isRefusal(result)) return result;
      await engine.settled(result.position);
      return undefined;
    },
  };
}
