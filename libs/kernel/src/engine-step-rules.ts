import { annotationsOf } from './annotations';
import { judgeCorrection, type CaseBefore, type CorrectionStep } from './correction-rules';
import type { Correction } from './corrections';
import { engineCitation } from './engine-citation';
import { engineSteps, type PreparedEngineStep } from './engine-steps';
import { hashOf } from './hash';
import type { StateValue } from './machine';
import { isEngineStep, type StepRecord } from './record';
import type { Procedure } from './procedure';
import { isRefusal, refuse, type Reason, type Refusal, type RefusalCode } from './refusal';
import { inEach, type Text } from './text';
import type { Timeline } from './timeline';
import { partyOf, type Actor } from './who';

/** The state that an engine step leaves a case in: both before and after, the one in which it stands once the step counts. */
export interface KeptState {
  readonly from: StateValue;
  readonly to: StateValue;
  readonly stateHash: string;
  readonly verdicts: Readonly<Record<string, never>>;
}

/** Where a case stands last in effective order; at the machine's beginning when no step counts. */
function keptState(procedure: Procedure, timeline: Timeline): KeptState {
  const { value, context } = timeline.at(-1)?.after ?? procedure.interpreter.initial;
  return { from: value, to: value, stateHash: hashOf({ value, context }), verdicts: {} };
}

/** An engine step as far as its rules look at it; its payload is in order. */
type Judged = Pick<PreparedEngineStep, 'type' | 'data'>;

/** What an engine step makes of its case. */
export interface JudgedEngineStep {
  readonly outcome: 'judged';
  readonly kept: KeptState;
  /** The case's steps once it counts: others only when it approves a correction. */
  readonly timeline: Timeline;
  /** What it proposes to correct, or what it approves. */
  readonly corrections: readonly Correction[];
  /** The case's steps as these corrections leave them, or would. */
  readonly supposed: Timeline;
}

/** Judges an engine step on the records before it: pure, so that an auditor judges it alike. */
export function judgeEngineStep(
  before: CaseBefore,
  step: Judged,
  actor: Actor,
): JudgedEngineStep | Refusal {
  const { procedure, records, timeline } = before;
  if (!isCorrection(step)) {
    const refusal = refuseAboutRecord(records, step, actor);
    const kept = keptState(procedure, timeline);
    return refusal ?? { outcome: 'judged', kept, timeline, corrections: [], supposed: timeline };
  }
  const weighed = judgeCorrection(before, step, actor);
  if (isRefusal(weighed)) return weighed;
  const after = step.type === 'record.correctionProposed' ? timeline : weighed.timeline;
  return {
    outcome: 'judged',
    kept: keptState(procedure, after),
    timeline: after,
    corrections: weighed.corrections,
    supposed: weighed.timeline,
  };
}

const corrections = Object.keys(engineSteps).filter((type) =>
  /^record\.(correct|annul)/.test(type),
);

/** The payload of a correction step has been checked against its class. */
function isCorrection(step: {
  readonly type: string;
  readonly data: unknown;
}): step is CorrectionStep {
  return corrections.includes(step.type);
}

function refuseAboutRecord(
  records: readonly StepRecord[],
  step: Judged,
  actor: Actor,
): Refusal | undefined {
  const { revision } = step.data;
  if (typeof revision !== 'number') return undefined;
  const target = records[revision];
  if (!target) return refuseUnknownRecord(step.type, revision, records.length - 1);
  if (isEngineStep(target.type)) return refuseNoStep(step.type, target);
  return step.type === 'record.irregularityApproved'
    ? refuseApproval(records, target, actor)
    : undefined;
}

/** Only what is irregular is approved, once, and by somebody else than who recorded it. */
function refuseApproval(
  records: readonly StepRecord[],
  target: StepRecord,
  actor: Actor,
): Refusal | undefined {
  if (!target.metadata.irregularity) return refuseRegular(target);
  const approved = annotationsOf(records).approvalOf(target.revision);
  if (approved) return refuseApproved(target, approved);
  if (target.metadata.actor.id === actor.id) return refuseSamePerson(target, actor);
  return actor.role === 'chair' && !presides(actor, target)
    ? refuseOtherChair(target, actor)
    : undefined;
}

/** Whether somebody chairs the body whose act a record is; nobody can tell where nobody said whose. */
function presides({ of }: Actor, { metadata: { actor, onBehalfOf } }: StepRecord): boolean {
  const party = partyOf(actor, onBehalfOf);
  return party === undefined || (party.of ?? party.role) === of;
}

export function refuseUnknownRecord(type: string, revision: number, last: number): Refusal {
  return refusal('notFound', type, 'revision', {
    en: `there is no record ${revision} in this case; its records are 0 to ${last}. Its history shows them.`,
    fr: `il n'y a pas d'enregistrement ${revision} dans ce dossier; ses enregistrements vont de 0 à ${last}. L'historique les montre.`,
    es: `no hay un registro ${revision} en este expediente; sus registros van del 0 al ${last}. El historial los muestra.`,
  });
}

function refuseNoStep(type: string, { revision, type: found }: StepRecord): Refusal {
  return refusal('notPossible', type, 'revision', {
    en: `revision ${revision} (${found}) is itself a step of the engine; name the step of the procedure that is meant`,
    fr: `la révision ${revision} (${found}) est elle-même un acte du moteur; indiquer l'acte de la procédure visé`,
    es: `la revisión ${revision} (${found}) es a su vez un trámite del motor; indique el trámite del procedimiento de que se trata`,
  });
}

const approval = 'record.irregularityApproved';

function refuseRegular({ revision, type }: StepRecord): Refusal {
  return refusal('notPossible', approval, 'irregular', {
    en: `revision ${revision} (${type}) was not recorded as irregular; there is nothing to approve`,
    fr: `la révision ${revision} (${type}) n'a pas été enregistrée comme irrégulière; il n'y a rien à approuver`,
    es: `la revisión ${revision} (${type}) no se registró como irregular; no hay nada que aprobar`,
  });
}

function refuseApproved(
  { revision }: StepRecord,
  by: { readonly revision: number; readonly actor: Actor; readonly recordedAt: string },
): Refusal {
  const where = `${by.actor.id}, ${by.recordedAt}`;
  return refusal('alreadyRecorded', approval, 'once', {
    en: `the irregularity of revision ${revision} is already approved (revision ${by.revision}, ${where}); once is enough`,
    fr: `l'irrégularité de la révision ${revision} est déjà approuvée (révision ${by.revision}, ${where}); une fois suffit`,
    es: `la irregularidad de la revisión ${revision} ya está aprobada (revisión ${by.revision}, ${where}); basta una vez`,
  });
}

function refuseSamePerson({ revision }: StepRecord, { id }: Actor): Refusal {
  return refusal('forbidden', approval, 'secondPerson', {
    en: `revision ${revision} was recorded by ${id}; its irregularity is approved by a second person`,
    fr: `la révision ${revision} a été enregistrée par ${id}; son irrégularité doit être approuvée par une deuxième personne`,
    es: `la revisión ${revision} la registró ${id}; su irregularidad debe aprobarla una segunda persona`,
  });
}

function refuseOtherChair({ revision }: StepRecord, { of = '?' }: Actor): Refusal {
  return refusal('forbidden', approval, 'ownBody', {
    en: `revision ${revision} is not an act of the body that this chair presides over (${of}); its own chair approves it, or a second person of the Secretariat`,
    fr: `la révision ${revision} n'est pas un acte de l'organe que préside ce président (${of}); son propre président l'approuve, ou une deuxième personne du Secrétariat`,
    es: `la revisión ${revision} no es un acto del órgano que preside este Presidente (${of}); la aprueba su propio Presidente, o una segunda persona de la Secretaría`,
  });
}

function refusal(code: RefusalCode, type: string, rule: string, words: Text): Refusal {
  const reason: Reason = {
    rule: `${type}.${rule}`,
    grade: 'structural',
    cite: engineCitation(type),
    ...(rule === 'revision' ? { field: 'revision' } : {}),
    message: inEach((language) => words[language]),
  };
  return refuse(code, reason);
}
