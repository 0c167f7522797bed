import { isProcedureId } from './case-ref';
import { finding, type Finding } from './conformance-finding';
import { handledTypes } from './conformance-machine';
import type { Procedure } from './procedure';
import type { Citation } from './refusal';
import { languages, type Text } from './text';

/** What has an id and can be cited is named after its procedure, once, and says where it is written. */
export function nameFindings(procedure: Procedure): readonly Finding[] {
  return [
    ...procedureFindings(procedure),
    ...stepFindings(procedure),
    ...ruleFindings(procedure),
    ...dutyFindings(procedure),
    ...timeFindings(procedure),
  ];
}

function procedureFindings({ id, machine }: Procedure): readonly Finding[] {
  return [
    ...(isProcedureId(id) ? [] : [finding('procedure.name', id, 'must be one camelCase word')]),
    ...(machine.id === id ? [] : [finding('machine.name', machine.id, `must be called ${id}`)]),
  ];
}

/** Steps declared and steps handled are the same, and named after their procedure. */
function stepFindings({ id, steps, machine, causes }: Procedure): readonly Finding[] {
  const handled = handledTypes(machine);
  const declared = Object.keys(steps);
  return [
    ...declared
      .filter((type) => !handled.has(type))
      .map((type) => finding('step.unhandled', type, 'is declared, but no state takes it')),
    ...[...handled]
      .filter((type) => !declared.includes(type))
      .map((type) => finding('step.undeclared', type, 'is taken by a state, but not declared')),
    ...declared
      .filter((type) => !isNamedAfter(id, type))
      .map((type) => finding('step.name', type, `must be named ${id}.somethingHappened`)),
    ...Object.entries(steps).flatMap(([type, { by, cite }]) => [
      ...(by.length === 0 ? [finding('step.by', type, 'must say whose act it is')] : []),
      ...citeFindings('step', type, cite),
    ]),
    ...causes
      .filter(({ on }) => !declared.includes(on))
      .map(({ on }) => finding('cause.step', on, 'causes something, but is not declared')),
  ];
}

function ruleFindings(procedure: Procedure): readonly Finding[] {
  const { rules, steps } = procedure;
  return rules.flatMap((rule) => [
    ...idFindings('rule', rule, procedure),
    ...(rule.on.length === 0 ? [finding('rule.step', rule.id, 'judges no step')] : []),
    ...rule.on
      .filter((type) => !(type in steps))
      .map((type) => finding('rule.step', rule.id, `judges ${type}, which is no step`)),
  ]);
}

function dutyFindings(procedure: Procedure): readonly Finding[] {
  const { duties, steps } = procedure;
  return duties.flatMap((duty) => [
    ...idFindings('duty', duty, procedure),
    ...(duty.step in steps
      ? []
      : [finding('duty.step', duty.id, `calls for ${duty.step}, which is no step`)]),
  ]);
}

/**
 * Deadlines are named like rules; what the clock proposes is a step of its own. What has to be
 * confirmed is not the clock's to record, nor that of anybody who acts for it.
 */
function timeFindings(procedure: Procedure): readonly Finding[] {
  const { deadlines, clock, steps } = procedure;
  const clockOf = (type: string) => steps[type]?.by.some(({ role }) => role === 'clock') ?? false;
  return [
    ...deadlines.flatMap((deadline) => idFindings('deadline', deadline, procedure)),
    ...clock
      .filter(({ step, confirm }) => !(confirm ? step in steps : clockOf(step)))
      .map(({ step }) => finding('clock.step', step, 'is no step that the clock may take')),
    ...clock
      .filter(({ step, confirm }) => confirm && clockOf(step))
      .map(({ step }) =>
        finding('clock.step', step, 'is to be confirmed, yet the clock may take it'),
      ),
  ];
}

interface Citable {
  readonly id: string;
  readonly text: Text;
  readonly cite: Citation;
}

function idFindings(
  kind: 'rule' | 'duty' | 'deadline',
  { id, text, cite }: Citable,
  { id: procedure, rules, duties, deadlines, steps }: Procedure,
): readonly Finding[] {
  const named = [...rules, ...duties, ...deadlines].map((each) => each.id);
  const namesakes = [...named, ...Object.keys(steps)].filter((other) => other === id);
  return [
    ...(isNamedAfter(procedure, id)
      ? []
      : [finding(`${kind}.name`, id, `must be named ${procedure}.something`)]),
    ...(namesakes.length > 1
      ? [finding(`${kind}.name`, id, 'is also the name of another rule, duty, deadline or step')]
      : []),
    ...languages
      .filter((language) => !text[language].trim())
      .map((language) => finding(`${kind}.text`, id, `has no text in ${language}`)),
    ...citeFindings(kind, id, cite),
  ];
}

const isNamedAfter = (procedure: string, name: string): boolean =>
  new RegExp(`^${procedure}\\.[a-z][a-zA-Z0-9]*$`).test(name);

function citeFindings(
  kind: 'step' | 'rule' | 'duty' | 'deadline',
  where: string,
  { instrument }: Citation,
): readonly Finding[] {
  return instrument.trim() ? [] : [finding(`${kind}.cite`, where, 'cites no instrument')];
}
