import {
  dateAtSeat,
  leaves,
  parseCaseName,
  type Ending,
  type Language,
  type Told,
} from '@rapporteur/kernel';
import { registry } from '../registry';
import { registers } from '.';

// A register as a scenario tells it, and what a delegate reads of it.

/** The steps of a register, as far as the log had learnt of them by the end of a day at the seat. */
export function retold(id: string, knownOn = '9999-12-31'): readonly Told[] {
  const register = registers.find((each) => each.id === id);
  if (!register) throw new Error(id);
  const known = register.steps.filter(({ recordedAt }) => dateAtSeat(recordedAt) <= knownOn);
  return known.map(({ case: name, actor, proposal }) => ({ ref: refOf(name), actor, proposal }));
}

/** Every case that a register names itself; those that only causes open are not among them. */
export function casesOf(id: string): readonly string[] {
  const steps = registers.find((each) => each.id === id)?.steps ?? [];
  return [...new Set(steps.map((step) => step.case))].sort();
}

/** Where cases of a procedure stood at the end of a day, in words; those not yet opened left out. */
export function inWords(
  then: Pick<Ending, 'stateAt'>,
  names: readonly string[],
  { asAt, language = 'en' }: { readonly asAt: string; readonly language?: Language },
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const state = then.stateAt(name, asAt);
      const { procedure, case: id } = refOf(name);
      const states = registry.get(procedure)?.labels[language].states ?? {};
      const text = state && leaves(state).map((leaf) => states[leaf] ?? leaf);
      return text ? [[id.replace('ecommerce-', ''), text.join('; ')]] : [];
    }),
  );
}

function refOf(name: string) {
  const ref = parseCaseName(name);
  if (!ref) throw new Error(name);
  return ref;
}
