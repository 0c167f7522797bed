import {
  caseName,
  payloadSchema,
  plusDays,
  type JsonObject,
  type Known,
  type Party,
  type PayloadClass,
  type Procedure,
  type World,
} from '@rapporteur/kernel';
import { sampled, type Choose, type Talk } from './sampled';

/** A step that the machine of a case provides for now; of a case not yet opened where there is none. */
export interface Proposable {
  readonly procedure: Procedure;
  readonly known: Known | undefined;
  readonly type: string;
}

/** What a proposal is made from. */
interface Talking {
  readonly choose: Choose;
  readonly today: string;
  readonly world: World;
}

/** A proposal of a step, by somebody whose act it may be, of what there is to speak of. */
export function proposalFor(talking: Talking, move: Proposable) {
  const { choose, today, world } = talking;
  const { known, procedure, type } = move;
  const ref = known?.ref ?? { procedure: procedure.id, case: newId(world, procedure) };
  const party = partyOf(talking, move);
  const proposal = {
    type,
    data: payloadOf(talking, move),
    occurredOn: choose(8) === 0 ? plusDays(today, -choose(30)) : today,
    again: true,
    ...decided(choose),
    ...(known ? {} : { links: linksOf(talking, procedure) }),
  };
  const actor = { id: 'engine', role: 'clock' } as const;
  if (party.role === 'clock') return { ref, proposal, actor };
  const onBehalfOf = choose(3) === 0 ? {} : { onBehalfOf: party };
  return { ref, proposal: { ...proposal, ...onBehalfOf }, actor: registrar };
}

const registrar = { id: 'registrar', role: 'secretariat' } as const;

/** Half of the steps say how they were decided, most of them by consensus. */
function decided(choose: Choose) {
  if (choose(2) === 0) return {};
  return { decision: { mode: choose(4) === 0 ? ('vote' as const) : ('consensus' as const) } };
}

export const countOf = (world: World, procedure: string): number =>
  namesOf(world, procedure).length;

const schemas = new Map<PayloadClass, JsonObject>();

function schemaOf(payload: PayloadClass): JsonObject {
  const schema = schemas.get(payload) ?? payloadSchema(payload);
  schemas.set(payload, schema);
  return schema;
}

function payloadOf(
  { choose, today, world }: Talking,
  { procedure, known, type }: Proposable,
): JsonObject {
  const definition = procedure.steps[type];
  if (!definition) return {};
  const talk: Talk = {
    choose,
    today,
    casesOf: (of) => namesOf(world, of),
  };
  const data = sampled(schemaOf(definition.payload), talk);
  const context = known?.timeline.at(-1)?.after.context ?? {};
  // Whoever speaks for all sponsors or answers every question takes them from the case itself.
  const shared = Object.keys(data).filter((field) => field in context && choose(2) === 0);
  const taken = Object.fromEntries(shared.map((field) => [field, context[field] ?? null]));
  return Object.fromEntries(Object.entries({ ...data, ...sameKind(data, taken) }));
}

/** What the context says under the same name, where it is of the same kind. */
function sameKind(data: JsonObject, taken: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(taken).filter(
      ([field, value]) =>
        typeof value === typeof data[field] &&
        value !== null &&
        Array.isArray(value) === Array.isArray(data[field]) &&
        (!Array.isArray(value) || value.length > 0),
    ),
  );
}

const namesOf = (world: World, procedure: string): readonly string[] =>
  [...world.cases.values()]
    .filter(({ ref }) => ref.procedure === procedure)
    .map(({ ref }) => caseName(ref));

function newId(world: World, { id }: Procedure): string {
  return `${id.toLowerCase()}-${countOf(world, id)}`;
}

function linksOf({ choose, world }: Talking, { links }: Procedure): Record<string, string> {
  const found = Object.entries(links).flatMap(([link, { procedure, required }]) => {
    const names = namesOf(world, procedure);
    const name = names[choose(Math.max(1, names.length))];
    return name !== undefined && (required || choose(4) > 0) ? [[link, name] as const] : [];
  });
  return Object.fromEntries(found);
}

/** One of those whose act the step may be; where it is of a body, the one that the case speaks of. */
function partyOf({ choose }: Talking, { procedure, known, type }: Proposable): Party {
  const by = procedure.steps[type]?.by ?? [];
  const party = by[choose(Math.max(1, by.length))] ?? { role: 'secretariat' };
  const of = party.of ?? ofWhat(party.role, known, choose);
  return of === undefined ? party : { ...party, of };
}

function ofWhat(role: Party['role'], known: Known | undefined, choose: Choose): string | undefined {
  const said = (field: string) => {
    const value = known?.timeline.at(-1)?.after.context[field];
    return typeof value === 'string' ? value : undefined;
  };
  switch (role) {
    case 'member':
      return ['RUS', 'BRA'][choose(2)];
    case 'observer':
      return said('org') ?? 'UNCTAD';
    case 'body':
    case 'chair':
      return said('body') ?? 'workingGroup';
    default:
      return undefined;
  }
}
