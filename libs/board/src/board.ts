import type { Position, Question, Reading } from '@rapporteur/engine';
import { isRefusal, type CaseRef, type Refusal } from '@rapporteur/kernel';
import type { CasesAnswer, CaseStanding, ChangesAnswer, LateAnswer } from './answers';
import { ask } from './asking';
import { boardFile } from './board-file';
import { casesAnswer, standingOf } from './cases-answer';
import { changesAnswer, renamed } from './changes-answer';
import { lateAnswer, latePage } from './late-answer';
import {
  obligationsAnswer,
  type ObligationsAnswer,
  type ObligationsQuestion,
} from './obligation-answer';
import { obligationPart } from './obligation-part';
import type { CasesQuestion, ChangesQuestion, LateQuestion } from './questions';
import { identityOf, schemaOf } from './schema';
import { standIndex } from './stand-index';
import { stepIndex } from './step-index';
import { upkeepOf } from './upkeep';

export interface BoardSettings {
  /** Disposable: deleted, it is built anew. `:memory:` for a log in memory. */
  readonly file: string;
  readonly reading: Reading;
  /** Told of what a person should see: that it is being built, and why. */
  readonly report: (line: string) => void;
  /** How many records are written in one transaction while there are more; 1,000 without it. */
  readonly mostAtOnce?: number;
}

/** The read model: all cases on two axes. Whatever is asked is answered on all that the engine knows. */
export interface Board {
  /** Follows the log; resolves when it has been read to its end once. The engine has been started. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** How many records it holds. */
  readonly size: number;
  /** It has read the log to its end once, and follows it. */
  isFollowing(): boolean;
  /** Waits until it holds all records up to a position. */
  settled(position: Position): Promise<void>;
  caseAt(ref: CaseRef, question: Question): Promise<CaseStanding | Refusal>;
  /** Cases and counts by state. */
  cases(question: CasesQuestion): Promise<CasesAnswer | Refusal>;
  /** What became different, in words. */
  changes(question: ChangesQuestion): Promise<ChangesAnswer | Refusal>;
  /** What was recorded late, and what was corrected. */
  late(question: LateQuestion): Promise<LateAnswer | Refusal>;
  /** The obligations of all cases, and counts by status. */
  obligations(question: ObligationsQuestion): Promise<ObligationsAnswer | Refusal>;
}

/** What is kept in a board; another list, or another schema of one, makes it be built anew. */
const definitions = [stepIndex, standIndex, obligationPart];

/** Opens a board; whatever is wrong with its file, it is built anew from the log. */
export function openBoard(settings: BoardSettings): Board {
  const { reading } = settings;
  const identity = identityOf(definitions, reading.registry);
  const file = boardFile({ ...settings, schema: schemaOf(definitions), identity });
  const upkeep = upkeepOf({ ...settings, file, definitions, identity });
  const asking = { file, reading, identity, ...upkeep };
  return {
    start: upkeep.start,
    async stop() {
      await upkeep.stop();
      file.close();
    },
    get size() {
      return upkeep.size();
    },
    isFollowing: upkeep.isFollowing,
    settled: upkeep.settled,
    caseAt: (ref, question) => ask(asking, question, (desk) => standingOf(desk, ref)),
    cases: (question) => ask(asking, question, (desk) => casesAnswer(desk, question)),
    async changes(question) {
      const { to, moment, knownOn, after } = question;
      const later = { asAt: to, moment, knownOn, after };
      const answer = await ask(asking, later, (desk) => changesAnswer(desk, question));
      return isRefusal(answer) ? renamed(answer, { asAt: 'to' }) : answer;
    },
    async late(question) {
      const { knownOn, after } = question;
      const page = await ask(asking, { knownOn, after }, (desk) => latePage(desk, question));
      return isRefusal(page) ? page : lateAnswer(reading, page);
    },
    obligations: (question) => ask(asking, question, (desk) => obligationsAnswer(desk, question)),
  };
}
