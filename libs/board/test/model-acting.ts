import { expect } from '@jest/globals';
import type { Recorded } from '@rapporteur/engine';
import {
  isEngineStep,
  isRefusal,
  type Correction,
  type JsonObject,
  type Refusal,
} from '@rapporteur/kernel';
import { sampleRegistry } from '@rapporteur/kernel/samples';
import {
  correctedSteps,
  correctionsIn,
  placed,
  stepsOf,
  takenInTurn,
  type Logged,
  type ModelStep,
} from './model';
import {
  payloads,
  type Act,
  type CorrectionAct,
  type DecisionAct,
  type StepAct,
  type seasons,
} from './model-acts';
import type { TwoOffices } from './model-office';

/** Who acts, when, and what has happened so far, by kind: so that it can be seen that it all did. */
export interface Acting {
  readonly offices: TwoOffices;
  readonly days: (typeof seasons)[number];
  readonly happened: Map<string, number>;
}

/**
 * Acts, and compares what the offices say is possible with the model.
 * @throws when they disagree
 */
export async function perform(acting: Acting, act: Act): Promise<void> {
  acting.offices.wait(act.wait);
  if (act.act === 'step') await recordStep(acting, act as StepAct);
  else if (act.act === 'correction') await correct(acting, act as CorrectionAct);
  else await decide(acting, act as DecisionAct);
}

const ids = ['tea', 'milk', 'sugar'];

/** A notice, where that is meant and there is one; else the motion. */
function nameOf(acting: Acting, act: { readonly case: number; readonly isOfNotice: boolean }) {
  const notice = `notice/${ids[act.case]}`;
  const isThere = act.isOfNotice && ofCase(acting, notice).length > 0;
  return isThere ? notice : `motion/${ids[act.case]}`;
}

const ofCase = ({ offices: { log } }: Acting, name: string) =>
  log.filter((record) => record.name === name);

const count = ({ happened }: Acting, what: string) =>
  happened.set(what, (happened.get(what) ?? 0) + 1);

const oneOf = <T>(items: readonly T[], number: number): T | undefined =>
  items[number % Math.max(items.length, 1)];

/** What is followed: a step of that day by number, now and then any record at all, or the opening. */
function followed(own: readonly Logged[], follows: number | undefined, day: string) {
  const steps = stepsOf(own).filter(({ occurredOn }) => occurredOn === day);
  const among = (follows ?? 0) % 10 === 0 ? own : steps;
  const revision = follows === -1 ? -1 : oneOf(among, follows ?? 0)?.revision;
  return follows === undefined || revision === undefined ? {} : { follows: revision };
}

async function recordStep(acting: Acting, act: StepAct): Promise<void> {
  const { offices } = acting;
  const name = nameOf(acting, act);
  const own = ofCase(acting, name);
  const body = bodyOf(acting, name, act);
  const first = await offices.record(act.office, name, body);
  const isIrregular = isRefusal(first) && first.code === 'irregular';
  const irregular = { ...body, irregularity: { reason: 'It happened all the same.' } };
  const result = isIrregular ? await offices.record(act.office, name, irregular) : first;

  const step: ModelStep = { ...body, revision: own.length };
  const steps = stepsOf(own);
  compare(acting, { name, body }, result, placed(steps, step));
  if (isRefusal(result)) return;
  count(acting, 'step');
  if (steps.some(({ occurredOn }) => occurredOn > step.occurredOn)) count(acting, 'late entry');
  if (step.follows !== undefined && step.follows >= 0) count(acting, 'step that follows another');
  if (step.follows === -1) count(acting, 'step first of its day');
  if (steps.some(({ occurredOn }) => occurredOn === step.occurredOn)) count(acting, 'equal dates');
}

/** A case begins on one of the first days, so that something may follow. */
function bodyOf(acting: Acting, name: string, act: StepAct) {
  const own = ofCase(acting, name);
  const occurredOn = acting.days[own.length === 0 ? act.day % 2 : act.day]!;
  const where = { occurredOn, ...followed(own, act.follows, occurredOn), revision: own.length };
  const bodies = Object.keys(payloads)
    .filter((type) => name.startsWith(type.split('.')[0]!))
    .map((type) => ({ type, data: oneOf(payloads[type]!, act.payload) as JsonObject }));
  const possible = bodies.filter((body) =>
    takenInTurn(sampleRegistry, name, placed(stepsOf(own), { ...body, ...where })),
  );
  const chosen = oneOf(act.isAny || possible.length === 0 ? bodies : possible, act.type)!;
  const { revision: _revision, ...place } = where;
  return { ...chosen, ...place, again: true };
}

/** They agree on whether these steps, in this order, are possible. */
function compare(
  acting: Acting,
  about: { readonly name: string; readonly body: object },
  result: Recorded | Refusal,
  steps: readonly ModelStep[],
): void {
  const isPossible = takenInTurn(sampleRegistry, about.name, steps) !== undefined;
  if (!isRefusal(result)) {
    expect({ ...about, isPossible }).toEqual({ ...about, isPossible: true });
    return;
  }
  const { code } = result;
  if (!isByOrder(result)) return;
  count(acting, code === 'notPossible' ? 'not possible' : 'later step impossible');
  expect({ ...about, code, isPossible }).toEqual({ ...about, code, isPossible: false });
}

/** A rule, a reference to nothing, a person: these are not the model's. */
const isByOrder = ({ code, reasons }: Refusal): boolean =>
  (code === 'notPossible' || code === 'laterStepImpossible') &&
  reasons.some(({ rule }) => rule.endsWith('.order'));

async function correct(acting: Acting, act: CorrectionAct): Promise<void> {
  const { offices } = acting;
  const name = nameOf(acting, act);
  const own = ofCase(acting, name);
  const corrections = correctionsOf(acting, name, act);
  if (corrections.length === 0) return;
  const body = {
    type: 'record.correctionProposed',
    data: { reason: 'The minutes say otherwise.', corrections },
  };
  const proposed = await offices.annotate(act.office, name, body);
  compare(acting, { name, body }, proposed, correctedSteps(stepsOf(own), corrections));
  if (isRefusal(proposed) || act.then === 'later') return;
  const proposal = proposed.revision;
  const isDecided = await decideOn(
    acting,
    { ...act, name, isApproval: act.then === 'approval' },
    proposal,
  );
  // What was possible a moment ago is so still.
  expect({ name, body, isDecided }).toEqual({ name, body, isDecided: true });
}

/** The first of some corrections, each a little different, that is possible; the last, if none is. */
function correctionsOf(acting: Acting, name: string, act: CorrectionAct): readonly Correction[] {
  const steps = stepsOf(ofCase(acting, name));
  const isPossible = (corrections: readonly Correction[]) =>
    takenInTurn(sampleRegistry, name, correctedSteps(steps, corrections)) !== undefined;
  const tries = act.isAny ? [0] : [0, 1, 2, 3, 4, 5];
  const some = tries.map((shift) => shifted(acting, name, act, shift));
  return some.find(isPossible) ?? some.at(-1) ?? [];
}

function shifted(
  acting: Acting,
  name: string,
  { parts }: CorrectionAct,
  shift: number,
): readonly Correction[] {
  const own = ofCase(acting, name);
  const steps = own.filter(({ type }) => !isEngineStep(type));
  const found = new Map<number, Correction>();
  for (const { target, kind, payload, day, follows } of parts) {
    const step = oneOf(steps, target + shift);
    if (!step) continue;
    const { revision, type } = step;
    const data = oneOf(payloads[type]!, payload) as JsonObject;
    const occurredOn = oneOf(acting.days, day + shift)!;
    const standing = stepsOf(own).find((each) => each.revision === revision) ?? step;
    const corrections: Readonly<Record<typeof kind, Correction>> = {
      payload: { revision, data },
      date: { revision, occurredOn },
      place: { revision, follows: -1, ...followed(own, follows, standing.occurredOn) },
      both: { revision, data, occurredOn, ...followed(own, follows, occurredOn) },
      annul: { revision, annul: true },
    };
    found.set(revision, corrections[kind]);
  }
  return [...found.values()];
}

async function decide(acting: Acting, act: DecisionAct): Promise<void> {
  const name = nameOf(acting, act);
  const own = ofCase(acting, name);
  const decided = new Set(own.map(({ data }) => data['proposal']));
  const open = own.filter(
    ({ type, revision }) => type === 'record.correctionProposed' && !decided.has(revision),
  );
  const proposal = oneOf(open, act.which)?.revision;
  if (proposal !== undefined) await decideOn(acting, { ...act, name }, proposal);
}

/** Approves or rejects by a second person; whether that was possible. */
async function decideOn(
  acting: Acting,
  { office, name, isApproval }: { office: string; name: string; isApproval: boolean },
  proposal: number,
): Promise<boolean> {
  const own = ofCase(acting, name);
  const corrections = correctionsIn(own[proposal]);
  const body = isApproval
    ? { type: 'record.corrected', data: { proposal } }
    : { type: 'record.correctionRejected', data: { proposal, reason: 'They do not.' } };
  const result = await acting.offices.annotate(office, name, body, 1);
  if (!isApproval) {
    if (!isRefusal(result)) count(acting, 'proposal rejected');
    return !isRefusal(result);
  }
  compare(acting, { name, body }, result, correctedSteps(stepsOf(own), corrections));
  if (isRefusal(result)) return false;
  countApproved(acting, own, corrections);
  return true;
}

function countApproved(
  acting: Acting,
  own: readonly Logged[],
  corrections: readonly Correction[],
): void {
  const earlier = own
    .filter(({ type }) => type === 'record.corrected')
    .flatMap(({ data }) => correctionsIn(own[Number(data['proposal'])]))
    .map(({ revision }) => revision);
  if (corrections.length > 1) count(acting, 'corrections approved together');
  for (const { revision, annul, data, occurredOn, follows } of corrections) {
    if (earlier.includes(revision)) count(acting, 'correction of a correction');
    if (annul) count(acting, 'annulment');
    else if (data) count(acting, 'correction of a payload');
    if (occurredOn !== undefined) count(acting, 'correction of a date');
    if (follows !== undefined) count(acting, 'correction of a place');
  }
}
