import {
  approvalOf,
  isRefusal,
  judgeEngineStep,
  proposalsIn,
  type CorrectionProposal,
  type Refusal,
} from '@rapporteur/kernel';
import type { EngineParts } from './engine-parts';
import type { HotCase } from './hot-cases';
import { impactOf, type Impact } from './impact';
import type { Understood } from './questions';
import { hotAt } from './reading';

/** A proposal to correct records of a case, and what became of it. */
export interface CorrectionAnswer extends CorrectionProposal {
  /** The revision of the proposal. */
  readonly revision: number;
  /** What approving it would change, as far as is known; only of one that is open. */
  readonly impact?: Pick<Impact, 'consequences' | 'effects'>;
  /** Why it could not be approved as things stand; only of one that is open. */
  readonly impossible?: Pick<Refusal, 'code' | 'reasons'>;
}

/** All corrections of a case that were proposed, in the order proposed. */
export interface CorrectionsAnswer {
  readonly outcome: 'answered';
  readonly procedure: string;
  readonly case: string;
  readonly knownOn: string;
  readonly basis: { readonly size: number };
  readonly corrections: readonly CorrectionAnswer[];
}

export async function correctionsAnswer(
  parts: EngineParts,
  { ref, name }: HotCase,
  { knownOn, size }: Understood,
): Promise<CorrectionsAnswer> {
  const hot = await hotAt(parts, name, size);
  const corrections: CorrectionAnswer[] = [];
  for (const [revision, proposal] of proposalsIn(hot?.records ?? [])) {
    const isOpen = hot && proposal.status === 'open';
    const open = isOpen ? await outlook(parts, hot, proposal, size) : {};
    corrections.push({ revision, ...proposal, ...open });
  }
  return {
    outcome: 'answered',
    procedure: ref.procedure,
    case: ref.case,
    knownOn,
    basis: { size },
    corrections,
  };
}

/** What approving an open proposal would come to. */
async function outlook(
  parts: EngineParts,
  hot: HotCase,
  { corrections: proposed, proposed: { revision } }: CorrectionProposal,
  size: number,
): Promise<Pick<CorrectionAnswer, 'impact' | 'impossible'>> {
  const step = { type: approvalOf(proposed), data: { proposal: revision } };
  const judged = judgeEngineStep(hot, step, { id: '', role: 'operator' });
  if (isRefusal(judged)) return { impossible: { code: judged.code, reasons: judged.reasons } };
  const { corrections, supposed } = judged;
  const impact = await impactOf(parts, { hot, corrections, timeline: supposed }, size);
  if (isRefusal(impact)) return { impossible: { code: impact.code, reasons: impact.reasons } };
  const { consequences, effects } = impact;
  return { impact: { consequences, effects } };
}
