import {
  engine,
  isRefusedEffect,
  memoryCheckpoints,
  type Engine,
  type EventStore,
  type Position,
  type Recorded,
} from '@rapporteur/engine';
import {
  eventId,
  isEngineStep,
  isRefusal,
  parseCaseName,
  streamOf,
  type Refusal,
} from '@rapporteur/kernel';
import { registers, registry, type Register, type RegisterStep } from '@rapporteur/workflows';

/** How bringing a register into a store ended. */
export type Brought =
  | { readonly outcome: 'brought'; readonly steps: number; readonly size: number }
  | { readonly outcome: 'alreadyThere'; readonly size: number }
  /** The store holds something else; nothing was recorded. */
  | { readonly outcome: 'notEmpty'; readonly size: number };

/** A register whose steps are not possible: a fault of the register, not of the user. */
export class RegisterFault extends Error {
  constructor(register: Register, n: number, { code, reasons }: Refusal) {
    const why = reasons.map(({ rule, message }) => `${rule}: ${message.en}`).join('; ');
    super(`step ${n} of ${register.id} is refused (${code}): ${why}`);
  }
}

/**
 * Brings a register into an empty store, each record with its own `recordedAt` and marked as
 * simulated. One that was interrupted is brought to its end; what is there is found, not repeated.
 */
export async function bringRegister(register: Register, store: EventStore): Promise<Brought> {
  const there = await survey(store);
  if (there.size > 0 && there.firstId !== stepId(register, 0)) {
    return { outcome: 'notEmpty', size: there.size };
  }
  if (there.ids.has(stepId(register, register.steps.length - 1))) {
    return { outcome: 'alreadyThere', size: there.size };
  }
  return bring(register, store, there.lastRecordedAt);
}

async function bring(
  register: Register,
  store: EventStore,
  lastRecordedAt: string | undefined,
): Promise<Brought> {
  let instant = lastRecordedAt ?? register.steps[0]?.recordedAt ?? '';
  const importing = await engine({
    store,
    registry,
    checkpoints: memoryCheckpoints(),
    clock: () => instant,
    newKey: () => '',
    simulated: true,
    report: () => {},
  });
  await importing.start();
  try {
    for (const [n, step] of register.steps.entries()) {
      if (step.recordedAt > instant) instant = step.recordedAt;
      const { position, causes } = await bringStep(importing, step, { register, n });
      await importing.settled(position);
      if (causes.some(causesMore)) await allSettled(importing, store, position);
    }
    const alert = importing.alerts().find(isRefusedEffect);
    if (alert) throw new RegisterFault(register, alert.cause.revision, alert.refusal);
    return { outcome: 'brought', steps: register.steps.length, size: importing.log.size };
  } finally {
    await importing.stop();
  }
}

interface Place {
  readonly register: Register;
  readonly n: number;
}

async function bringStep(
  { record, annotate }: Engine,
  { actor, proposal }: RegisterStep,
  { register, n }: Place,
): Promise<Recorded> {
  const by = { actor, key: keyOf(register, n), reservedKey: true };
  const take = isEngineStep(String(proposal['type'])) ? annotate : record;
  const result = await take(caseOf(register, n), proposal, by);
  if (isRefusal(result)) throw new RegisterFault(register, n, result);
  return result;
}

/** Whether a step that was caused may itself cause another. */
function causesMore({ case: name, type }: Recorded['causes'][number]): boolean {
  const procedure = registry.get(parseCaseName(name)?.procedure ?? '');
  return procedure?.causes.some(({ on }) => on === type) ?? false;
}

/** Waits for all that came of a step: what it caused, what that caused, and so on. */
async function allSettled(importing: Engine, store: EventStore, position: Position): Promise<void> {
  let last = position;
  for await (const event of store.readAll(position)) last = event.position;
  if (last === position) return;
  await importing.settled(last);
  await allSettled(importing, store, last);
}

/** The register that a log holds, told by the id of its first event; undefined for a live one. */
export function registerOf(firstId: string | undefined): Register | undefined {
  return firstId === undefined
    ? undefined
    : registers.find((register) => stepId(register, 0) === firstId);
}

const keyOf = (register: Register, n: number): string => `register:${register.id}:${n}`;

function stepId(register: Register, n: number): string {
  return eventId(streamOf(caseOf(register, n)), keyOf(register, n), 0);
}

function caseOf(register: Register, n: number) {
  const name = register.steps[n]?.case ?? '';
  const ref = parseCaseName(name);
  if (!ref) throw new Error(`step ${n} of ${register.id} names no case: "${name}"`);
  return ref;
}

async function survey(store: EventStore) {
  const ids = new Set<string>();
  let firstId: string | undefined;
  let lastRecordedAt: string | undefined;
  for await (const { id, metadata } of store.readAll()) {
    firstId ??= id;
    ids.add(id);
    const recordedAt = metadata['recordedAt'];
    if (typeof recordedAt === 'string') lastRecordedAt = recordedAt;
  }
  return { firstId, lastRecordedAt, ids, size: ids.size };
}
