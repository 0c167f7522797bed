import { engine, memoryCheckpoints, memoryEventStore, type Engine } from '@rapporteur/engine';
import { isEngineStep, isRefusal, parseCaseName } from '@rapporteur/kernel';
import { paperParts, registers, registry, type Register } from '@rapporteur/workflows';
import type { BriefSource } from '../src';

/** A register in memory, with an engine on it. */
export interface Brought {
  readonly engine: Engine;
  readonly source: BriefSource;
  readonly register: Register;
}

/**
 * Records a register as it was recorded, up to an instant, and goes on with the clock at that instant.
 * @throws when a step is refused: the register is then not as it was
 */
export async function brought(id: string, until = '9999'): Promise<Brought> {
  const register = registers.find((each) => each.id === id)!;
  let instant = register.steps[0]!.recordedAt;
  const running = await engine({
    store: memoryEventStore(),
    registry,
    checkpoints: memoryCheckpoints(),
    clock: () => instant,
    newKey: () => '',
    simulated: true,
    report: () => {},
  });
  await running.start();
  for (const [n, { case: name, recordedAt, actor, proposal }] of register.steps.entries()) {
    if (recordedAt > until) break;
    instant = recordedAt > instant ? recordedAt : instant;
    const take = isEngineStep(String(proposal['type'])) ? running.annotate : running.record;
    const taken = await take(parseCaseName(name)!, proposal, { actor, key: `${id}:${n}` });
    if (isRefusal(taken)) throw new Error(`${id}, step ${n}: ${JSON.stringify(taken)}`);
    await settled(running, taken.position);
  }
  const { label, simulated } = register;
  return {
    engine: running,
    source: { engine: running, parts: paperParts, register: { id, label, simulated } },
    register,
  };
}

/** Waits for all that came of a step, and of what it caused. */
async function settled(running: Engine, position: string): Promise<void> {
  await running.settled(position);
  let last = position;
  for await (const event of running.reading.store.readAll(position)) last = event.position;
  if (last !== position) await settled(running, last);
}
