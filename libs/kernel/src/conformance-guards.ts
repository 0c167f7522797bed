import { finding, type Finding } from './conformance-finding';
import { childPath, childStates, stepsOf } from './conformance-machine';
import { isJsonObject, type Json, type JsonObject } from './json';
import { machineConfig, machineParts, type AnyStateMachine } from './machine';
import { unsaid } from './unsaid';

/**
 * A guard that decides whether a step is possible reads context only: what is possible must be
 * known before anybody has said anything. One that chooses between targets, the last of them
 * unguarded, may read the payload. Each guard is asked with a payload that tells when it is looked
 * into; what a guard does with contexts other than the two tried, this cannot see.
 */
export function guardFindings(machine: AnyStateMachine): readonly Finding[] {
  const config = machineConfig(machine);
  const { guards } = machineParts(machine);
  const context = isJsonObject(config['context']) ? config['context'] : {};
  const contexts = [context, otherwise(context)];
  return whetherGuards(config, '(root)', new Set())
    .filter(({ guard, type }) => contexts.some((each) => readsPayload(guards[guard], type, each)))
    .map(({ guard, type, path }) =>
      finding(
        'guard.payload',
        `${path} on ${type}`,
        `${guard} decides whether the step is possible, but reads the payload; add a last branch without a guard`,
      ),
    );
}

interface WhetherGuard {
  readonly guard: string;
  readonly type: string;
  readonly path: string;
}

/** The guards of lists without an unguarded branch, here or in a state above that would be asked next. */
function whetherGuards(
  node: JsonObject,
  path: string,
  always: ReadonlySet<string>,
): readonly WhetherGuard[] {
  const steps = stepsOf(node);
  const unguarded = steps.filter(([, to]) => guardsOf(to).length < to.length);
  const possible = new Set([...always, ...unguarded.map(([type]) => type)]);
  const own = steps
    .filter(([type]) => !possible.has(type))
    .flatMap(([type, to]) => guardsOf(to).map((guard) => ({ guard, type, path })));
  const below = childStates(node).flatMap(([key, child]) =>
    whetherGuards(child, childPath(path, key), possible),
  );
  return [...own, ...below];
}

function guardsOf(transitions: readonly Json[]): readonly string[] {
  return transitions.flatMap((each) =>
    isJsonObject(each) && typeof each['guard'] === 'string' ? [each['guard']] : [],
  );
}

function readsPayload(guard: unknown, type: string, context: JsonObject): boolean {
  if (typeof guard !== 'function') return false;
  let asked = false;
  const data = unsaid(() => (asked = true));
  try {
    guard({ context, event: { type, occurredOn: '2018-03-07', data } });
  } catch {
    // It looked, or could not do with such a context; only the first is of interest here.
  }
  return asked;
}

/** The same shape with other values, so that a guard takes its other way. */
function otherwise(context: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(context).map(([key, value]) => [key, other(value)]));
}

function other(value: Json): Json {
  if (value === null) return 'x';
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}x`;
  if (Array.isArray(value)) return value.length === 0 ? ['x'] : [];
  return isJsonObject(value) ? otherwise(value) : value;
}
