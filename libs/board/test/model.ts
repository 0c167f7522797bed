import type { Correction, JsonObject, Moment, Registry, StateValue } from '@rapporteur/kernel';

/**
 * The laws, written down as plainly as they are said and as slowly as that is: docs/record.md and
 * laws 1 to 3. Every answer is worked out from the whole log by editing lists. It shares nothing with
 * the engine but the machines, and is there to be compared with it and with the board.
 */

/** A record, as far as the laws speak of it. */
export interface Logged {
  /** `procedure/case` */
  readonly name: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly occurredOn: string;
  readonly follows?: number | undefined;
}

/** A step where it counts, as corrected. */
export type ModelStep = Pick<Logged, 'revision' | 'type' | 'data' | 'occurredOn' | 'follows'>;

export interface ModelQuestion {
  readonly asAt: string;
  readonly moment: 'opening' | 'close';
  /** A date, an instant or `@<size>`. */
  readonly knownOn: string;
}

export interface ModelAnswer {
  readonly state: StateValue;
  readonly context: JsonObject | null;
  /** The last revision known. */
  readonly revision: number;
  readonly size: number;
  /** The steps that count, in effective order. */
  readonly counted: readonly ModelStep[];
}

/** Law 2: all records before the first whose `recordedAt` exceeds what is asked for. */
export function knownBy(
  log: readonly Logged[],
  { knownOn, moment }: ModelQuestion,
): readonly Logged[] {
  if (knownOn.startsWith('@')) return log.slice(0, Number(knownOn.slice(1)));
  const exceeds = ({ recordedAt }: Logged) => {
    if (knownOn.includes('T')) return Date.parse(recordedAt) > Date.parse(knownOn);
    const day = dayAtSeat(recordedAt);
    return moment === 'opening' ? day >= knownOn : day > knownOn;
  };
  const first = log.findIndex(exceeds);
  return first < 0 ? log : log.slice(0, first);
}

const clockAtSeat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Zurich',
  dateStyle: 'short',
});

/** The day that a clock on the wall at the seat shows. */
export const dayAtSeat = (instant: string): string => clockAtSeat.format(new Date(instant));

/** Where a case stands (law 1). */
export function modelStateAt(
  registry: Registry,
  log: readonly Logged[],
  { name, ...question }: ModelQuestion & { readonly name: string },
): ModelAnswer {
  const known = knownBy(log, question);
  const own = known.filter((record) => record.name === name);
  const { asAt, moment } = question;
  const counted = stepsOf(own).filter(({ occurredOn }) =>
    moment === 'opening' ? occurredOn < asAt : occurredOn <= asAt,
  );
  const answer = { revision: own.length - 1, size: known.length, counted };
  if (counted.length === 0) return { state: 'beforeLog', context: null, ...answer };
  const reached = takenInTurn(registry, name, counted);
  if (!reached) throw new Error(`${name}: what was recorded is not possible`);
  return { state: reached.value, context: reached.context, ...answer };
}

/** The steps of a case in effective order, as its records make it, one after the other. */
export function stepsOf(records: readonly Logged[]): readonly ModelStep[] {
  let steps: readonly ModelStep[] = [];
  for (const record of records) {
    if (record.type === 'record.corrected' || record.type === 'record.annulled') {
      const proposal = records.find(({ revision }) => revision === record.data['proposal']);
      steps = correctedSteps(steps, correctionsIn(proposal));
    } else if (!record.type.startsWith('record.')) {
      steps = placed(steps, record);
    }
  }
  return steps;
}

export const correctionsIn = (proposal: Logged | undefined): readonly Correction[] =>
  (proposal?.data['corrections'] ?? []) as unknown as readonly Correction[];

/**
 * A step put where it belongs: after all earlier days and before all later ones. On its day it stands
 * directly after the step it follows, or first when it follows −1; without such a step on that day it
 * stands after all those of the day that were recorded before it.
 */
export function placed(steps: readonly ModelStep[], step: ModelStep): readonly ModelStep[] {
  const earlier = steps.filter(({ occurredOn }) => occurredOn < step.occurredOn);
  const day = steps.filter(({ occurredOn }) => occurredOn === step.occurredOn);
  const later = steps.filter(({ occurredOn }) => occurredOn > step.occurredOn);
  const followed = day.findIndex(({ revision }) => revision === step.follows);
  const recordedBefore = day.findLastIndex(({ revision }) => revision < step.revision);
  const at = step.follows === -1 ? 0 : followed >= 0 ? followed + 1 : recordedBefore + 1;
  return [...earlier, ...day.slice(0, at), step, ...day.slice(at), ...later];
}

/**
 * What is annulled or moved leaves its place, and the others keep theirs; then what is moved is put
 * anew where it belongs, in the order of the corrections.
 */
export function correctedSteps(
  steps: readonly ModelStep[],
  corrections: readonly Correction[],
): readonly ModelStep[] {
  let result = [...steps];
  const moved: ModelStep[] = [];
  for (const { revision, data, occurredOn, follows, annul } of corrections) {
    const at = result.findIndex((step) => step.revision === revision);
    const step = result[at];
    if (!step) continue;
    const put = { ...step, data: data ?? step.data };
    if (annul) result.splice(at, 1);
    else if (occurredOn === undefined && follows === undefined) result.splice(at, 1, put);
    else {
      result.splice(at, 1);
      moved.push({ ...put, occurredOn: occurredOn ?? step.occurredOn, follows });
    }
  }
  for (const step of moved) result = [...placed(result, step)];
  return result;
}

/** Where steps lead, in this order; undefined when one of them is not possible. */
export function takenInTurn(
  registry: Registry,
  name: string,
  steps: readonly ModelStep[],
): Moment | undefined {
  const { interpreter } = registry.get(name.split('/')[0]!)!;
  let moment = interpreter.initial;
  for (const { type, occurredOn, data } of steps) {
    const taken = interpreter.take(moment, { type, occurredOn, data });
    if (!taken) return undefined;
    moment = taken.to;
  }
  return moment;
}
