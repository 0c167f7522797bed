import {
  isEngineStep,
  isJsonObject,
  isRefusal,
  normalInstant,
  parseCaseName,
  parseEngineStep,
  parseProposal,
  roles,
  toJson,
  type Actor,
  type Json,
  type JsonObject,
  type Text,
} from '@rapporteur/kernel';

/** A history to import into an empty store: what was recorded, when, by whom. */
export interface Register {
  readonly id: string;
  readonly label: Text;
  readonly simulated: boolean;
  /** In the order recorded; steps caused by others are not among them. */
  readonly steps: readonly RegisterStep[];
}

export interface RegisterStep {
  /** `procedure/case` */
  readonly case: string;
  /** ISO instant at which the log learned of it. */
  readonly recordedAt: string;
  readonly actor: Actor;
  /** A step as it is proposed; of an engine step, `{type, data}`. */
  readonly proposal: JsonObject;
}

/** A register that cannot be read, and where. */
export class BadRegister extends Error {}

/** Reads a register; a mistake in one is a fault of this package and throws. */
export function registerFrom(file: unknown): Register {
  const { id, label, simulated, steps } = object(toJson(file), 'register');
  const name = text(id, 'id');
  const words = object(label, `${name}.label`);
  if (typeof simulated !== 'boolean') throw new BadRegister(`${name}.simulated`);
  if (!Array.isArray(steps)) throw new BadRegister(`${name}.steps`);
  return {
    id: name,
    label: {
      en: text(words['en'], `${name}.label.en`),
      fr: text(words['fr'], `${name}.label.fr`),
      es: text(words['es'], `${name}.label.es`),
    },
    simulated,
    steps: inOrder(steps.map((each: Json, i) => stepFrom(each, `${name}.steps[${i}]`))),
  };
}

function stepFrom(json: Json, where: string): RegisterStep {
  const step = object(json, where);
  const name = text(step['case'], `${where}.case`);
  if (!parseCaseName(name)) throw new BadRegister(`${where}.case`);
  const recordedAt = text(step['recordedAt'], `${where}.recordedAt`);
  if (normalInstant(recordedAt) !== recordedAt) throw new BadRegister(`${where}.recordedAt`);
  const proposal = object(step['proposal'], `${where}.proposal`);
  // What is recorded by the engine itself (evidence, notes, approvals) has no date of its own.
  const parse = isEngineStep(String(proposal['type'])) ? parseEngineStep : parseProposal;
  if (isRefusal(parse(proposal))) throw new BadRegister(`${where}.proposal`);
  return { case: name, recordedAt, actor: actorFrom(step['actor'], `${where}.actor`), proposal };
}

function actorFrom(json: Json | undefined, where: string): Actor {
  const actor = object(json, where);
  const id = text(actor['id'], `${where}.id`);
  const role = roles.find((each) => each === actor['role']);
  if (!role) throw new BadRegister(`${where}.role`);
  return actor['of'] === undefined ? { id, role } : { id, role, of: text(actor['of'], where) };
}

function inOrder(steps: readonly RegisterStep[]): readonly RegisterStep[] {
  steps.forEach(({ recordedAt }, i) => {
    const before = steps[i - 1];
    if (before && before.recordedAt > recordedAt) throw new BadRegister(`steps[${i}].recordedAt`);
  });
  return steps;
}

function object(json: Json | undefined, where: string): JsonObject {
  if (!isJsonObject(json)) throw new BadRegister(where);
  return json;
}

function text(json: Json | undefined, where: string): string {
  if (typeof json !== 'string' || json === '') throw new BadRegister(where);
  return json;
}
