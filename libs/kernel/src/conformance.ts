import { machineConfig, machineParts, stateNodes, type AnyStateMachine } from './machine';
import { declaredChecks, payloadClasses } from './payload';
import type { Procedure } from './procedure';
import { languages, type Language } from './text';
import { hasWords } from './validation-words';
import { isJsonObject, type Json, type JsonObject } from './json';

/** Something that a procedure's definition lacks or must not have. */
export interface Finding {
  readonly check: string;
  /** The state, step, rule, label or file it is about. */
  readonly where: string;
  readonly message: string;
}

/** Every finding on a definition, as far as the definition itself tells. */
export function conformanceOf(procedure: Procedure): readonly Finding[] {
  return [
    ...languages.flatMap((language) => labelFindings(procedure, language)),
    ...stepFindings(procedure),
    ...machineFindings(procedure.machine),
    ...payloadFindings(procedure),
    ...ruleFindings(procedure),
  ];
}

const finding = (check: string, where: string, message: string): Finding => ({
  check,
  where,
  message,
});

/** Everything that a person may be shown has a label in every language, and no label is left over. */
function labelFindings(procedure: Procedure, language: Language): readonly Finding[] {
  const labels = procedure.labels[language];
  const fields = Object.values(procedure.steps)
    .flatMap(({ payload }) => payloadClasses(payload))
    .flatMap(declaredChecks)
    .map(({ property }) => property);
  const wanted = {
    states: stateNodes(procedure.machine).map(({ path }) => path),
    steps: Object.keys(procedure.steps),
    fields: [...new Set(fields)],
  };
  const about = (['states', 'steps', 'fields'] as const).flatMap((kind) => [
    ...wanted[kind]
      .filter((name) => !labels[kind][name]?.trim())
      .map((name) => finding('label.missing', name, `no ${language} label among its ${kind}`)),
    ...Object.keys(labels[kind])
      .filter((name) => !wanted[kind].includes(name))
      .map((name) =>
        finding('label.unused', name, `a ${language} label among its ${kind} is of nothing`),
      ),
  ]);
  const whole = (['title', 'summary'] as const)
    .filter((name) => !labels[name].trim())
    .map((name) => finding('label.missing', name, `no ${language} ${name}`));
  return [...about, ...whole];
}

/** Steps declared and steps handled are the same, and named after their procedure. */
function stepFindings({ id, steps, machine, causes }: Procedure): readonly Finding[] {
  const handled = new Set(handledTypes(machineConfig(machine)));
  const declared = Object.keys(steps);
  return [
    ...declared
      .filter((type) => !handled.has(type))
      .map((type) => finding('step.unhandled', type, 'is declared, but no state takes it')),
    ...[...handled]
      .filter((type) => !declared.includes(type))
      .map((type) => finding('step.undeclared', type, 'is taken by a state, but not declared')),
    ...declared
      .filter((type) => !new RegExp(`^${id}\\.[a-z][a-zA-Z0-9]*$`).test(type))
      .map((type) => finding('step.name', type, `must be named ${id}.somethingHappened`)),
    ...declared
      .filter((type) => steps[type]?.by.length === 0)
      .map((type) => finding('step.by', type, 'must say whose act it is')),
    ...causes
      .filter(({ on }) => !declared.includes(on))
      .map(({ on }) => finding('cause.step', on, 'causes something, but is not declared')),
  ];
}

function handledTypes(node: JsonObject): readonly string[] {
  const own = isJsonObject(node['on']) ? Object.keys(node['on']) : [];
  return [...own, ...childStates(node).flatMap(([, child]) => handledTypes(child))];
}

function childStates(node: JsonObject): readonly (readonly [string, JsonObject])[] {
  const states = isJsonObject(node['states']) ? node['states'] : {};
  return Object.entries(states).flatMap(([key, child]) =>
    isJsonObject(child) ? [[key, child] as const] : [],
  );
}

/** Machines are deterministic and made of named parts. */
function machineFindings(machine: AnyStateMachine): readonly Finding[] {
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
  const on = isJsonObject(node['on']) ? Object.entries(node['on']) : [];
  const taken = on.flatMap(([type, to]) => transitionFindings(to, `${path} on ${type}`, named));
  const always = node['always'] === undefined ? [] : alwaysFindings(node['always'], path, named);
  const wild = on
    .filter(([type]) => type.includes('*'))
    .map(([type]) => finding('machine.wildcard', `${path} on ${type}`, 'must name its step'));
  const below = childStates(node).flatMap(([key, child]) =>
    nodeFindings(child, path === '(root)' ? key : `${path}.${key}`, named),
  );
  return [...kept, ...taken, ...always, ...wild, ...below];
}

function listed(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function transitionFindings(to: Json, where: string, named: Named): readonly Finding[] {
  return listed(to)
    .filter(isJsonObject)
    .flatMap((transition) => [
      ...partFindings('guard', listed(transition['guard']), where, named.guards),
      ...partFindings('action', listed(transition['actions']), where, named.actions),
    ]);
}

function alwaysFindings(always: Json, path: string, named: Named): readonly Finding[] {
  const unguarded = listed(always).some(
    (each) => !isJsonObject(each) || each['guard'] === undefined,
  );
  return [
    ...(unguarded ? [finding('machine.always', path, 'has an always without a named guard')] : []),
    ...transitionFindings(always, `${path} always`, named),
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

/** Every check of a payload has words in every language. */
function payloadFindings({ steps }: Procedure): readonly Finding[] {
  return Object.entries(steps).flatMap(([type, { payload }]) =>
    payloadClasses(payload)
      .flatMap(declaredChecks)
      .filter(({ name }) => !unspoken.includes(name) && !hasWords(name))
      .map(({ property, name }) =>
        finding(
          'payload.words',
          `${type} ${property}`,
          `the check ${name} has no words for a person`,
        ),
      ),
  );
}

/** Checks that never fail on their own. */
const unspoken = ['isOptional', 'conditionalValidation', 'nestedValidation'];

function ruleFindings({ id, rules, steps }: Procedure): readonly Finding[] {
  const ids = rules.map((rule) => rule.id);
  return rules.flatMap((rule) => [
    ...(rule.id.startsWith(`${id}.`)
      ? []
      : [finding('rule.name', rule.id, `must begin with ${id}.`)]),
    ...(ids.filter((other) => other === rule.id).length > 1
      ? [finding('rule.name', rule.id, 'is the id of two rules')]
      : []),
    ...rule.on
      .filter((type) => !(type in steps))
      .map((type) => finding('rule.step', rule.id, `judges ${type}, which is no step`)),
    ...languages
      .filter((language) => !rule.text[language].trim())
      .map((language) => finding('rule.text', rule.id, `has no text in ${language}`)),
    ...(rule.cite.instrument.trim() ? [] : [finding('rule.cite', rule.id, 'cites no instrument')]),
  ]);
}
