import type { InCalendar } from './around';
import type { CaseView } from './case-view';
import type { ClockStep } from './clock';
import type { Deadline } from './deadline';
import type { JsonObject } from './json';
import type { CaseRef } from './case-ref';
import { interpreter, type AnyStateMachine, type Interpreter } from './machine';
import type { Rule } from './rule';
import type { Duty } from './duty';
import { carries, type PayloadOf, type StepDefinitions, type StepFact } from './step';
import type { Language } from './text';

/** What a procedure's states, steps and fields are called in one language. */
export interface Labels {
  readonly title: string;
  readonly summary: string;
  readonly states: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** A related case: which procedure it is of, and whether the case cannot be opened without it. */
export interface LinkDefinition {
  readonly procedure: string;
  readonly required: boolean;
}

/** What a cause proposes: a step in another case. The child takes the cause's date and authority. */
export interface CausedStep {
  readonly case: CaseRef;
  readonly type: string;
  readonly data: JsonObject;
  readonly links: Readonly<Record<string, string>>;
}

/** The step that causes, as a cause sees it. */
export interface CausingStep<D = JsonObject> {
  readonly case: string;
  readonly data: D;
  readonly occurredOn: string;
  /** The links of its case. */
  readonly links: Readonly<Record<string, string>>;
  /**
   * The cases of a procedure whose links lead to its case, as at the end of its day and as known when
   * it was recorded; the cause declares the procedures in `under`.
   */
  under(procedure: string): readonly CaseView[];
}

/** On a step of this type, the steps it causes elsewhere. */
export interface Cause {
  readonly on: string;
  /** The procedures among whose cases it looks for those under its own. */
  readonly under: readonly string[];
  causes(step: CausingStep): readonly CausedStep[];
}

/** Declares causes of a procedure whose steps are S. */
export function causeOf<S extends StepDefinitions>() {
  return <T extends keyof S & string>(
    on: T,
    causes: (step: CausingStep<PayloadOf<S, T>>) => readonly CausedStep[],
    { under = [] }: { readonly under?: readonly string[] } = {},
  ): Cause => ({
    on,
    under,
    causes: (step) => (carries<PayloadOf<S, T>>(step) ? causes(step) : []),
  });
}

/** What is known around a step that names cases in itself: its case's id, and where its links lead. */
export interface MentionedFrom {
  readonly case: string;
  readonly links: Readonly<Record<string, string>>;
}

/** The cases that a step names in itself, by a name for each: `{meeting: 'meeting/gc-2018-03'}`. */
export type Mentions = (
  step: Pick<StepFact, 'type' | 'data' | 'decision'>,
  from: MentionedFrom,
) => Readonly<Record<string, string>>;

/** What is stored of a definition, generated and committed; its hash is stamped on every record. */
export interface DefinitionLock {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly machine: JsonObject;
  readonly schemas: Readonly<Record<string, JsonObject>>;
}

export interface Procedure {
  /** camelCase without hyphen; EventStoreDB's category. */
  readonly id: string;
  readonly version: number;
  readonly steps: StepDefinitions;
  readonly machine: AnyStateMachine;
  readonly interpreter: Interpreter;
  readonly rules: readonly Rule[];
  readonly causes: readonly Cause[];
  /** Steps that the text calls for, while they are due. */
  readonly duties: readonly Duty[];
  /** By when what is due, from the calendar. */
  readonly deadlines: readonly Deadline[];
  /** Steps that the clock proposes when their day has come. */
  readonly clock: readonly ClockStep[];
  /** How its cases stand in the calendar, when they are meetings or sessions. */
  readonly inCalendar?: InCalendar;
  /** The cases that a step names in itself, such as its meeting; its rules may look at them. */
  readonly mentions: Mentions;
  readonly links: Readonly<Record<string, LinkDefinition>>;
  readonly labels: Readonly<Record<Language, Labels>>;
  readonly lock: DefinitionLock;
}

type Optional = 'duties' | 'deadlines' | 'clock' | 'mentions';

type Definition = Omit<Procedure, 'interpreter' | 'lock' | Optional> & {
  readonly duties?: readonly Duty[];
  readonly deadlines?: readonly Deadline[];
  readonly clock?: readonly ClockStep[];
  readonly mentions?: Mentions;
  /** `definition.lock.json`; read here, compared with the definition by conformance alone. */
  readonly lock: unknown;
};

/** No case but those that the links lead to. */
const nothing: Mentions = () => ({});

/** Puts a procedure together from the parts of its folder. */
export function defineProcedure(definition: Definition): Procedure {
  const { lock, duties = [], deadlines = [], clock = [], mentions = nothing } = definition;
  return {
    ...definition,
    duties,
    deadlines,
    clock,
    mentions,
    interpreter: interpreter(definition.machine),
    lock: isLock(lock) ? lock : unlocked(definition),
  };
}

function isLock(value: unknown): value is DefinitionLock {
  return typeof value === 'object' && value !== null && 'hash' in value && 'schemas' in value;
}

/** A definition not locked yet: nothing can be recorded under it that an auditor could check. */
function unlocked({ id, version }: { id: string; version: number }): DefinitionLock {
  return { id, version, hash: '0'.repeat(64), machine: {}, schemas: {} };
}

/** The definitions an engine runs, by id. */
export type Registry = ReadonlyMap<string, Procedure>;

export function registryOf(procedures: readonly Procedure[]): Registry {
  return new Map(procedures.map((procedure) => [procedure.id, procedure]));
}
