import { createActor, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import xstatePackage from 'xstate/package.json';
import { toJsonObject, type Json, type JsonObject } from './json';
import { reachableTypes, transitionName, transitionNames, typesBefore } from './machine-graph';
import { unsaid } from './unsaid';

// The only file that knows XState. Procedures take `setup` and `assign` from here, and nothing else.
export { assign, setup } from 'xstate';
export type { AnyStateMachine } from 'xstate';

/** The pinned version of XState, stamped on every record it decided. */
export const xstateVersion: string = xstatePackage.version;

/** Where a machine stands: `'vacant'` or `{established: {activity: 'constituted'}}`. */
export type StateValue = string | { readonly [region: string]: StateValue };

/** What a step is to a machine. Time enters only as data: `occurredOn`, an ISO date. */
export interface MachineEvent {
  readonly type: string;
  readonly occurredOn: string;
  readonly data: JsonObject;
}

/** What the guards said, by name. */
export type Guards = Readonly<Record<string, boolean>>;

/** A case at one moment: its state value and its context, both plain JSON. */
export interface Moment {
  readonly value: StateValue;
  readonly context: JsonObject;
}

/** A machine that answers, purely and always alike, what a step leads to. */
export interface Interpreter {
  readonly initial: Moment;
  /** The moment after the step and what the guards said, or undefined when it is not possible. */
  take(from: Moment, event: MachineEvent): Taken | undefined;
  /** The types of step that this moment provides for, whatever their guards will say. */
  admits(moment: Moment): readonly string[];
  /** Whether a step of this type could be taken now, if its payload were right. */
  couldTake(moment: Moment, type: string, occurredOn: string): boolean;
  /** The types of step that some path leads to from here, whatever guards will say. */
  reachable(moment: Moment): ReadonlySet<string>;
  /** Every transition of the machine, as `state on step`, with its place among alternatives. */
  readonly transitions: readonly string[];
  /** Which of them the step takes from here. */
  chosen(from: Moment, event: MachineEvent): readonly string[];
  /** The types of step after which a step of this type is provided for. */
  before(type: string): readonly string[];
}

export interface Taken {
  readonly to: Moment;
  readonly guards: Guards;
}

/** A guard or an action that threw, a context that is no JSON: a fault of the definition, not of a user. */
export class MachineFault extends Error {}

/**
 * Wraps a machine. One inert scope serves all its steps: XState's own `transition()` builds an
 * actor for every call, many times the cost of the step itself (docs/decisions/0004). The scope's
 * shape is internal to the pinned version; a test compares the answers with `transition()`.
 */
export function interpreter(machine: AnyStateMachine): Interpreter {
  const asked = new Map<string, boolean>();
  const watched = withWatchedGuards(machine, asked);
  const scope = inertScope(watched);
  const initial = momentOf(watched.getInitialSnapshot(scope, undefined));

  return {
    initial,
    take(from, event) {
      asked.clear();
      const snapshot = snapshotOf(watched, from);
      try {
        if (snapshot.status !== 'active' || !snapshot.can(event)) return undefined;
        const to = momentOf(watched.transition(snapshot, event, scope));
        return { to, guards: Object.fromEntries([...asked].sort(byName)) };
      } catch (error) {
        throw new MachineFault(`${event.type}: ${String(error)}`, { cause: error });
      }
    },
    admits(moment) {
      const snapshot = snapshotOf(watched, moment);
      return [...new Set(snapshot._nodes.flatMap((node) => node.ownEvents))].sort();
    },
    couldTake(moment, type, occurredOn) {
      const snapshot = snapshotOf(watched, moment);
      return snapshot.status === 'active' && canWithoutPayload(snapshot, type, occurredOn);
    },
    reachable: (moment) => reachableTypes(snapshotOf(watched, moment)._nodes),
    transitions: transitionNames(watched),
    chosen: (from, event) =>
      watched.getTransitionData(snapshotOf(watched, from), event).map(transitionName),
    before: (type) => typesBefore(watched, type),
  };
}

/** A guard that looks into the payload only chooses between targets, and the last is unguarded. */
function canWithoutPayload(
  snapshot: AnyMachineSnapshot,
  type: string,
  occurredOn: string,
): boolean {
  let asked = false;
  const data = unsaid(() => (asked = true));
  try {
    return snapshot.can({ type, occurredOn, data });
  } catch (error) {
    if (asked) return true;
    throw new MachineFault(`${type}: ${String(error)}`, { cause: error });
  }
}

const byName = ([a]: [string, boolean], [b]: [string, boolean]) => (a < b ? -1 : 1);

/** Snapshots already made, so that a moment just reached need not be resolved again. */
const snapshots = new WeakMap<Moment, AnyMachineSnapshot>();

function momentOf(snapshot: AnyMachineSnapshot): Moment {
  const moment = { value: snapshot.value as StateValue, context: toJsonObject(snapshot.context) };
  snapshots.set(moment, snapshot);
  return moment;
}

function snapshotOf(machine: AnyStateMachine, moment: Moment): AnyMachineSnapshot {
  const known = snapshots.get(moment);
  if (known?.machine === machine) return known;
  const { value, context } = moment;
  return machine.resolveState({ value, context } as Parameters<typeof machine.resolveState>[0]);
}

type Guard = (args: unknown, params: unknown) => boolean;

/** The same machine, whose guards also note what they said. */
function withWatchedGuards(machine: AnyStateMachine, asked: Map<string, boolean>): AnyStateMachine {
  const guards = Object.entries(machine.implementations.guards as Record<string, Guard>);
  const watch = ([name, guard]: [string, Guard]): [string, Guard] => [
    name,
    (args, params) => {
      const holds = guard(args, params);
      asked.set(name, holds);
      return holds;
    },
  ];
  return machine.provide({ guards: Object.fromEntries(guards.map(watch)) } as never);
}

function inertScope(machine: AnyStateMachine) {
  const self = createActor(machine);
  const nothing = () => {};
  return {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    defer: nothing,
    logger: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  };
}

/** A state node as far as definitions and diagrams need it. `path` is dotted, '' for the root. */
export interface StateNode {
  readonly path: string;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly parent?: string;
}

/** All state nodes below the root, parents first. */
export function stateNodes(machine: AnyStateMachine): readonly StateNode[] {
  const below = (node: AnyStateMachine['root']): StateNode[] =>
    Object.values(node.states).flatMap((child) => [
      { path: child.path.join('.'), kind: child.type, parent: node.path.join('.') },
      ...below(child),
    ]);
  return below(machine.root);
}

/** The machine as authored, as JSON; functions in it would be lost, which conformance forbids. */
export function machineConfig(machine: AnyStateMachine): JsonObject {
  const text = JSON.stringify(machine.config, (_key, value: unknown) =>
    typeof value === 'function' ? '(function)' : value,
  );
  return JSON.parse(text) as JsonObject;
}

/** The names and kinds of a machine's guards and actions. */
export function machineParts(machine: AnyStateMachine): {
  readonly guards: Readonly<Record<string, unknown>>;
  readonly actions: Readonly<Record<string, unknown>>;
} {
  return { guards: machine.implementations.guards, actions: machine.implementations.actions };
}

/** The leaf states of a value, as dotted paths: `established.activity.constituted`. */
export function leaves(value: StateValue, prefix = ''): readonly string[] {
  if (typeof value === 'string') return [prefix + value];
  return Object.entries(value).flatMap(([region, inner]) =>
    // A region without states of its own is written as an empty object.
    typeof inner === 'object' && Object.keys(inner).length === 0
      ? [prefix + region]
      : leaves(inner, `${prefix}${region}.`),
  );
}

/** Whether a case in this state is in the state or region of that dotted path. */
export function isIn(value: StateValue, path: string): boolean {
  return leaves(value).some((leaf) => leaf === path || leaf.startsWith(`${path}.`));
}

/** A state value as XState writes it, out of JSON. */
export function isStateValue(value: Json | undefined): value is StateValue {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every(isStateValue);
}
