import { finding, type Finding } from './conformance-finding';
import { isJsonObject, type Json, type JsonObject } from './json';
import { machineConfig, machineParts, type AnyStateMachine } from './machine';

/** Machines are deterministic, made of named parts, and cite the text for every transition. */
export function machineFindings(machine: AnyStateMachine): readonly Finding[] {
  const { guards, actions } = machineParts(machine);
  const impure = Object.entries(actions)
    .filter(([, action]) => !isAssign(action))
    .map(([name]) => finding('machine.action', name, 'must be an assign'));
  const odd = Object.entries(guards)
    .filter(([, guard]) => typeof guard !== 'function' || 'check' in guard)
    .map(([name]) => finding('machine.guard', name, 'must be a plain function'));
  const named = { guards: Object.keys(guards), actions: Object.keys(actions) };
  return [...impure, ...odd, ...nodeFindings(machineConfig(machine), '(root)', named)];
}

/** The types of step that some state takes. */
export function handledTypes(machine: AnyStateMachine): ReadonlySet<string> {
  const typesOf = (node: JsonObject): readonly string[] => [
    ...stepsOf(node).map(([type]) => type),
    ...childStates(node).flatMap(([, child]) => typesOf(child)),
  ];
  return new Set(typesOf(machineConfig(machine)));
}

/** The steps that a state takes itself, each with its transitions in order. */
export function stepsOf(node: JsonObject): readonly (readonly [string, readonly Json[]])[] {
  const on = isJsonObject(node['on']) ? node['on'] : {};
  return Object.entries(on).map(([type, to]) => [type, listed(to)] as const);
}

export function childStates(node: JsonObject): readonly (readonly [string, JsonObject])[] {
  const states = isJsonObject(node['states']) ? node['states'] : {};
  return Object.entries(states).flatMap(([key, child]) =>
    isJsonObject(child) ? [[key, child] as const] : [],
  );
}

/** `(root)`, `vacant`, `inOffice.regular` */
export const childPath = (path: string, key: string): string =>
  path === '(root)' ? key : `${path}.${key}`;

function isAssign(action: unknown): boolean {
  return typeof action === 'function' && 'type' in action && action.type === 'xstate.assign';
}

interface Named {
  readonly guards: readonly string[];
  readonly actions: readonly string[];
}

const forbidden = ['after', 'invoke', 'onDone', 'entry', 'exit', 'activities', 'history', 'route'];

function nodeFindings(node: JsonObject, path: string, named: Named): readonly Finding[] {
  const kept = forbidden
    .filter((name) => name in node)
    .map((name) =>
      finding(`machine.${name}`, path, `has ${name}, which a procedure must not have`),
    );
  const on = stepsOf(node);
  const taken = on.flatMap(([type, to]) => transitionFindings(to, `${path} on ${type}`, named));
  const always = node['always'] === undefined ? [] : alwaysFindings(node['always'], path, named);
  const wild = on
    .filter(([type]) => type.includes('*'))
    .map(([type]) => finding('machine.wildcard', `${path} on ${type}`, 'must name its step'));
  const below = childStates(node).flatMap(([key, child]) =>
    nodeFindings(child, childPath(path, key), named),
  );
  return [...kept, ...taken, ...always, ...wild, ...below];
}

function listed(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function transitionFindings(to: readonly Json[], where: string, named: Named): readonly Finding[] {
  const uncited = to.some((transition) => !isCited(transition))
    ? [finding('transition.cite', where, 'has a transition whose meta cites nothing')]
    : [];
  // XState takes such a transition for one that is forbidden, and never takes it.
  const idle = to.filter(isJsonObject).some((each) => !('target' in each) && !('actions' in each))
    ? [finding('transition.idle', where, 'has neither a target nor an action: it is never taken')]
    : [];
  const parts = to
    .filter(isJsonObject)
    .flatMap((transition) => [
      ...partFindings('guard', listed(transition['guard']), where, named.guards),
      ...partFindings('action', listed(transition['actions']), where, named.actions),
    ]);
  return [...uncited, ...idle, ...parts];
}

function isCited(transition: Json): boolean {
  const meta = isJsonObject(transition) ? transition['meta'] : undefined;
  const cite = isJsonObject(meta) ? meta['cite'] : undefined;
  const instrument = isJsonObject(cite) ? cite['instrument'] : undefined;
  return typeof instrument === 'string' && instrument.trim() !== '';
}

function alwaysFindings(always: Json, path: string, named: Named): readonly Finding[] {
  const branches = listed(always);
  const unguarded = branches.some((each) => !isJsonObject(each) || each['guard'] === undefined);
  return [
    ...(unguarded ? [finding('machine.always', path, 'has an always without a named guard')] : []),
    ...transitionFindings(branches, `${path} always`, named),
  ];
}

function partFindings(
  kind: 'guard' | 'action',
  parts: readonly Json[],
  where: string,
  known: readonly string[],
): readonly Finding[] {
  return parts.flatMap((part) => {
    if (typeof part !== 'string' || part === '(function)') {
      return [finding(`machine.inline`, where, `has an inline ${kind}; give it a name in setup`)];
    }
    return known.includes(part)
      ? []
      : [finding(`machine.${kind}`, where, `names no ${kind}: ${part}`)];
  });
}
