export type {
  CaseChange,
  CasesAnswer,
  CaseStanding,
  ChangesAnswer,
  ChangeStep,
  CorrectedRecord,
  CorrectionEntry,
  LateAnswer,
  LateEntry,
  ListedCase,
  StateCount,
  StepContent,
  StepCorrected,
} from './answers';
export { openBoard } from './board';
export type { Board, BoardSettings } from './board';
export type { ObligationCounts, ObligationsAnswer, ObligationsQuestion } from './obligation-answer';
export type { CaseFilter, CasesQuestion, ChangesQuestion, LateQuestion, Paging } from './questions';
