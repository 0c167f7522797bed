import { isJsonObject, type Json, type JsonObject } from '@rapporteur/kernel';

/** A state of a machine, drawn as a box, or as a dot where nothing has happened yet. */
export interface ChartState {
  /** Dotted: `inOffice.regular`; '' for the machine itself. */
  readonly path: string;
  readonly kind: 'dot' | 'atomic' | 'compound' | 'parallel' | 'final';
  /** Whether it is one of several regions that go on at the same time. */
  readonly isRegion: boolean;
  /** The path of the state it begins in. */
  readonly initial?: string;
  readonly children: readonly ChartState[];
}

/** One way a step may take a machine; several for one step are told apart by guards, in order. */
export interface Transition {
  readonly source: string;
  /** The type of step; '' for one that the machine takes by itself. */
  readonly step: string;
  readonly guard?: string;
  /** None when the step only leaves a trace in the context. */
  readonly targets: readonly string[];
}

/** A machine as a picture needs it. */
export interface Chart {
  readonly root: ChartState;
  readonly transitions: readonly Transition[];
}

/**
 * Reads a machine as it is published in a definition.
 * @throws Error naming a transition whose target is no state of the machine
 */
export function chartOf(machine: JsonObject): Chart {
  const root = stateOf(machine, '', false);
  const find = targetFinder(machine, new Set(statesIn(root).map(({ path }) => path)));
  return { root, transitions: transitionsIn(machine, '', find) };
}

/** A state and all below it, parents first. */
export function statesIn(state: ChartState): readonly ChartState[] {
  return [state, ...state.children.flatMap(statesIn)];
}

/** Whether a path is that state or lies within it; everything lies within the machine, ''. */
export function isWithin(path: string, ancestor: string): boolean {
  return ancestor === '' || path === ancestor || path.startsWith(`${ancestor}.`);
}

/** The state around, '' for the machine itself. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), 0));
}

/** The state right around all of them. */
export function commonParent(paths: readonly string[]): string {
  const [first = ''] = paths;
  const holdsAll = (path: string): string =>
    paths.every((each) => isWithin(each, path)) ? path : holdsAll(parentOf(path));
  return holdsAll(parentOf(first));
}

export const childOf = (path: string, key: string): string =>
  path === '' ? key : `${path}.${key}`;

/** The state in which nothing has happened yet: procedures call it so, and nobody is ever in it. */
const beforeTheFirstStep = 'unopened';

function stateOf(node: JsonObject, path: string, isRegion: boolean): ChartState {
  const initial = initialOf(node, path);
  const children = childrenOf(node).map(([key, child]) => {
    const state = stateOf(child, childOf(path, key), node['type'] === 'parallel');
    const isBefore = key === beforeTheFirstStep && state.path === initial;
    return isBefore && state.kind === 'atomic' ? { ...state, kind: 'dot' as const } : state;
  });
  const own = { path, kind: kindOf(node, children.length > 0), isRegion, children };
  return initial === undefined ? own : { ...own, initial };
}

function kindOf(node: JsonObject, hasChildren: boolean): ChartState['kind'] {
  if (node['type'] === 'parallel' || node['type'] === 'final') return node['type'];
  return hasChildren ? 'compound' : 'atomic';
}

function initialOf({ initial, type }: JsonObject, path: string): string | undefined {
  if (type === 'parallel') return undefined;
  return typeof initial === 'string' ? childOf(path, initial) : undefined;
}

function childrenOf(node: JsonObject): readonly (readonly [string, JsonObject])[] {
  const states = isJsonObject(node['states']) ? node['states'] : {};
  return Object.entries(states).flatMap(([key, child]) =>
    isJsonObject(child) ? [[key, child] as const] : [],
  );
}

type FindTarget = (source: string, target: string, step: string) => string;

function transitionsIn(node: JsonObject, path: string, find: FindTarget): readonly Transition[] {
  const on = isJsonObject(node['on']) ? node['on'] : {};
  const steps = [...Object.entries(on), ['', node['always'] ?? []] as const];
  const own = steps.flatMap(([step, ways]) =>
    listed(ways).map((way) => transitionOf(way, path, step, find)),
  );
  const below = childrenOf(node).flatMap(([key, child]) =>
    transitionsIn(child, childOf(path, key), find),
  );
  return [...own, ...below];
}

function transitionOf(way: Json, source: string, step: string, find: FindTarget): Transition {
  const { target = [], guard } = isJsonObject(way) ? way : { target: way };
  const targets = listed(target).map((each) => find(source, String(each), step));
  return { source, step, targets, ...(typeof guard === 'string' ? { guard } : {}) };
}

function listed(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

/** XState's ways to write a target: `sibling.below`, `.child`, `#id.below`. */
function targetFinder(machine: JsonObject, known: ReadonlySet<string>): FindTarget {
  const ids = new Map(idsIn(machine, ''));
  const written = (source: string, target: string): string | undefined => {
    if (target.startsWith('.')) return childOf(source, target.slice(1));
    if (!target.startsWith('#')) return childOf(parentOf(source), target);
    const [id = '', ...below] = target.slice(1).split('.');
    const from = ids.get(id);
    return from === undefined ? undefined : below.reduce(childOf, from);
  };
  return (source, target, step) => {
    const path = written(source, target);
    if (path !== undefined && known.has(path)) return path;
    throw new Error(`${source || '(root)'} on ${step}: there is no state ${target}`);
  };
}

function idsIn(node: JsonObject, path: string): readonly (readonly [string, string])[] {
  const below = childrenOf(node).flatMap(([key, child]) => idsIn(child, childOf(path, key)));
  return typeof node['id'] === 'string' ? [[node['id'], path], ...below] : below;
}
