import { hashOf } from './hash';
import { sameJson } from './json';
import type { StateValue } from './machine';
import { malformed, refuse, type Refusal } from './refusal';
import {
  refuseByRules,
  refuseForLaterStep,
  refuseIrregular,
  refuseOrder,
  refuseTwice,
} from './refusals';
import type { Rule, Verdict, Verdicts } from './rule';
import { surroundings, type BasisCase, type Scene } from './scene';
import type { StepFact } from './step';
import { inEach } from './text';
import { insertion, isImpossible, type Entry, type Impossible, type Insertion } from './timeline';

/** A step that somebody proposes; its payload and actor are already in order. */
export interface ProposedStep {
  readonly step: StepFact;
  readonly irregularity?: { readonly rules?: readonly string[]; readonly reason: string };
  /** The same step of the same day is meant to be recorded twice. */
  readonly again?: boolean;
}

/** A later step of the case whose verdict changes with a late entry. */
export type Consequence = {
  readonly revision: number;
  readonly type: string;
  readonly rule: string;
  readonly before: Verdict;
  readonly after: Verdict;
};

/** A step that may be recorded, and all that is to be said of it. */
export interface Decision {
  readonly outcome: 'decided';
  readonly insertion: Insertion;
  readonly from: StateValue;
  readonly to: StateValue;
  readonly stateHash: string;
  readonly verdicts: Verdicts;
  readonly basis: readonly BasisCase[];
  readonly irregularity?: { readonly rules: readonly string[]; readonly reason: string };
  readonly consequences: readonly Consequence[];
}

/** Decides a step: pure, so that the same facts always give the same answer. */
export function decide(scene: Scene, proposed: ProposedStep): Decision | Refusal {
  const { step } = proposed;
  const misplaced = misplacedFollows(scene, step);
  if (misplaced) return misplaced;
  const result = insertion(scene.procedure, scene.timeline, step);
  if (isImpossible(result)) return refuseImpossible(scene, step, result);
  const twice = proposed.again ? undefined : refuseTwin(scene, step);
  if (twice) return twice;

  const [entry] = result.entries;
  const judgement = judge(scene, entry);
  const broken = refuseBroken(judgement, proposed.irregularity);
  if (broken) return broken;
  const consequences = consequencesOf(scene, result);
  if ('outcome' in consequences) return consequences;

  return {
    outcome: 'decided',
    insertion: result,
    from: entry.before.value,
    to: entry.after.value,
    stateHash: hashOf({ value: entry.after.value, context: entry.after.context }),
    verdicts: judgement.verdicts,
    basis: judgement.basis,
    ...irregularityOf(judgement, proposed.irregularity),
    consequences,
  };
}

/** `follows` names a step of the same day of this case, or −1. */
function misplacedFollows({ timeline }: Scene, step: StepFact): Refusal | undefined {
  const { follows, occurredOn } = step;
  if (follows === undefined || follows === -1) return undefined;
  const target = timeline.find((entry) => entry.step.revision === follows);
  if (target?.step.occurredOn === occurredOn) return undefined;
  const words = {
    en: `must be the revision of a step of ${occurredOn} in this case, or -1 for the first of the day; ${follows} is not`,
    fr: `doit être la révision d'un acte du ${occurredOn} dans ce dossier, ou -1 pour le premier du jour; ${follows} ne l'est pas`,
    es: `debe ser la revisión de un trámite de ${occurredOn} en este expediente, o -1 para el primero del día; ${follows} no lo es`,
  };
  return refuse(
    'invalid',
    malformed(
      'follows',
      inEach((language) => words[language]),
    ),
  );
}

function refuseImpossible({ procedure }: Scene, step: StepFact, found: Impossible): Refusal {
  return found.impossible === step
    ? refuseOrder(procedure, found)
    : refuseForLaterStep(procedure, step, found.impossible);
}

function refuseTwin({ procedure, timeline, recorder }: Scene, step: StepFact): Refusal | undefined {
  const twin = timeline.find((entry) => sameStep(entry.step, step))?.step;
  return twin && refuseTwice(procedure, twin, recorder(twin.revision));
}

function sameStep(recorded: StepFact, step: StepFact): boolean {
  return (
    recorded.type === step.type &&
    recorded.occurredOn === step.occurredOn &&
    sameJson(recorded.data, step.data)
  );
}

interface Judgement {
  readonly verdicts: Verdicts;
  readonly broken: readonly Rule[];
  readonly basis: readonly BasisCase[];
}

/** What the guards and the rules say of a step where it stands. */
export function judge(scene: Scene, entry: Entry): Judgement {
  const basis = new Map<string, BasisCase>();
  const looked = (at: BasisCase) => basis.set(at.case, at);
  const rules = scene.procedure.rules.filter((rule) => rule.on.includes(entry.step.type));
  const said = rules.map((rule) => {
    const around = surroundings(scene, entry, { on: entry.step.occurredOn, by: rule, looked });
    return { rule, verdict: rule.holds(entry.step, around) };
  });
  return {
    verdicts: { ...entry.guards, ...Object.fromEntries(said.map((s) => [s.rule.id, s.verdict])) },
    broken: said.filter(({ verdict }) => verdict === false).map(({ rule }) => rule),
    basis: [...basis.values()].sort((a, b) => (a.case < b.case ? -1 : 1)),
  };
}

type Irregularity = NonNullable<ProposedStep['irregularity']>;

/** Refuses what breaks a structural rule, or a procedural one that is not owned up to. */
function refuseBroken(
  { broken }: Judgement,
  claimed: Irregularity | undefined,
): Refusal | undefined {
  const structural = broken.filter(({ grade }) => grade === 'structural');
  if (structural.length > 0) return refuseByRules(structural);
  const procedural = broken.filter(({ grade }) => grade === 'procedural');
  if (!claimed) return procedural.length > 0 ? refuseIrregular(procedural) : undefined;
  const named = claimed.rules ?? procedural.map(({ id }) => id);
  const unnamed = procedural.filter(({ id }) => !named.includes(id));
  if (unnamed.length > 0) return refuseIrregular(unnamed);
  const kept = named.filter((id) => !procedural.some((rule) => rule.id === id));
  return kept.length > 0 || procedural.length === 0 ? refuseNeedless(kept) : undefined;
}

/** What is recorded of an irregularity: the rules broken, and the reason given. */
function irregularityOf({ broken }: Judgement, claimed: Irregularity | undefined) {
  if (!claimed) return {};
  const procedural = broken.filter(({ grade }) => grade === 'procedural');
  const rules = procedural.map(({ id }) => id).sort();
  return { irregularity: { rules, reason: claimed.reason } };
}

function refuseNeedless(kept: readonly string[]): Refusal {
  const which = kept.join(', ');
  const words = {
    en: `names no broken rule${which && ` (${which})`}; leave it out or name the rule that is broken`,
    fr: `ne vise aucune règle enfreinte${which && ` (${which})`}; l'omettre ou nommer la règle enfreinte`,
    es: `no indica ninguna regla incumplida${which && ` (${which})`}; omítalo o indique la regla incumplida`,
  };
  return refuse(
    'invalid',
    malformed(
      'irregularity',
      inEach((language) => words[language]),
    ),
  );
}

/** The later steps whose verdicts change, or the refusal when one would break a structural rule. */
function consequencesOf(
  scene: Scene,
  { place, entries }: Insertion,
): readonly Consequence[] | Refusal {
  const consequences: Consequence[] = [];
  const [proposed, ...later] = entries;
  for (const [i, entry] of later.entries()) {
    const old = scene.timeline[place + i];
    if (!old) continue;
    const before = judge(scene, old);
    const after = judge(scene, entry);
    const undone = after.broken.find(
      (rule) => rule.grade === 'structural' && before.verdicts[rule.id] !== false,
    );
    if (undone) return refuseForLaterStep(scene.procedure, proposed.step, entry.step, undone);
    consequences.push(...verdictChanges(entry.step, before.verdicts, after.verdicts));
  }
  return consequences;
}

/** Of a step, the rules and guards that say something else than before. */
export function verdictChanges(
  { revision, type }: Pick<StepFact, 'revision' | 'type'>,
  before: Verdicts,
  after: Verdicts,
): readonly Consequence[] {
  const rules = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return rules.flatMap((rule) => {
    const [was = 'notComputable', is = 'notComputable'] = [before[rule], after[rule]];
    return was === is ? [] : [{ revision, type, rule, before: was, after: is }];
  });
}
