import { understand, type CaseAtSize, type Reading, type Understood } from '@rapporteur/engine';
import {
  annotationsOf,
  isRefusal,
  proposalsIn,
  type Correction,
  type Refusal,
  type StepFact,
  type StepRecord,
} from '@rapporteur/kernel';
import type {
  CorrectedRecord,
  CorrectionEntry,
  LateAnswer,
  LateEntry,
  StepContent,
} from './answers';
import { casesUnder, refuseFilter } from './case-filter';
import { renamed } from './changes-answer';
import { dayNumber } from './days';
import { correctionWords, lateEntryWords } from './late-words';
import { numberedPageOf } from './paging';
import type { Desk } from './part';
import type { LateQuestion } from './questions';
import { wrongWayRound } from './refusals';
import { allRows, numberIn, textIn } from './sql';
import { seatDate } from './step-index';

/** What the tables say of a page; the rest is in the cases themselves. */
export interface LatePage {
  readonly outcome: 'page';
  readonly asked: Understood;
  readonly since: Understood;
  readonly rows: readonly LateRow[];
  readonly next?: string;
}

/** A late entry, or a proposal of corrections that was made or decided. */
interface LateRow {
  readonly kind: 'late' | 'correction';
  /** Its place in the order of the list: the index of the record that brings it there. */
  readonly at: number;
  readonly name: string;
  readonly revision: number;
  /** Of a proposal: the indexes of it and, once it is decided, of the decision. */
  readonly proposed: number;
  readonly decided?: number;
}

/** What was recorded late and what was corrected, of the records after what was known since. */
export function latePage(desk: Desk, question: LateQuestion): LatePage | Refusal {
  const { procedure, under } = question;
  const list = { ...question, kind: 'late', filters: [procedure, under, question.since] } as const;
  const page = numberedPageOf(list, desk.asked);
  if (isRefusal(page)) return page;
  const { asked } = page;
  const refused = refuseFilter(question, { ...desk, asked });
  if (refused) return refused;
  const since = understand({ knownOn: question.since ?? '@0' }, desk.log, desk.reading.now());
  if (isRefusal(since)) return renamed(since, { knownOn: 'since' });
  if (since.size > desk.asked.size) return wrongWayRound('since');
  const rows = rowsOf(desk, question, { ...page, size: asked.size, from: since.size });
  const last = rows[page.limit - 1];
  return {
    outcome: 'page',
    asked,
    since: { ...since, size: Math.min(since.size, asked.size) },
    rows: rows.slice(0, page.limit),
    ...(last && rows.length > page.limit ? { next: page.next(last.at) } : {}),
  };
}

interface Window {
  readonly from: number;
  readonly size: number;
  readonly after: number;
  readonly limit: number;
}

function rowsOf(
  { driver }: Desk,
  { procedure, under }: LateQuestion,
  { from, size, after, limit }: Window,
): readonly LateRow[] {
  const numbers = under === undefined ? '' : JSON.stringify(casesUnder(driver, under, size));
  const sought = [from, size, after, limit + 1, procedure ?? '', numbers] as const;
  const late = allRows(driver, lateRows, ...sought).map((row) => rowIn(row, 'late'));
  const corrected = allRows(driver, correctionRows, ...sought).map((row) =>
    rowIn(row, 'correction'),
  );
  return [...late, ...corrected].sort((a, b) => a.at - b.at).slice(0, limit + 1);
}

const fitting = `(?5 = '' or cases.procedure = ?5)
  and (?6 = '' or cases.no in (select value from json_each(?6)))`;

const lateRows = `
  select idx as at, cases.name as name, revision, idx as proposed
  from records indexed by records_late cross join cases on cases.no = records.no
  where delay > 0 and idx >= ?1 and idx < ?2 and idx > ?3 and ${fitting}
  order by idx limit ?4
`;

/** A proposal stands where it was first touched within the window. */
const correctionRows = `
  with touched as (
    select no, proposal, min(idx) as at from records indexed by records_of_corrections
    where proposal >= 0 and idx >= ?1 and idx < ?2 group by no, proposal
  )
  select at, cases.name as name, touched.proposal as revision, made.idx as proposed, (
    select max(idx) from records as decision
    where decision.no = touched.no and decision.revision > touched.proposal
      and decision.proposal = touched.proposal and decision.idx < ?2
  ) as decided
  from touched cross join cases on cases.no = touched.no
  cross join records as made on made.no = touched.no and made.revision = touched.proposal
  where at > ?3 and ${fitting}
  order by at limit ?4
`;

function rowIn(row: unknown, kind: LateRow['kind']): LateRow {
  const decided = numberIn(row, 'decided');
  return {
    kind,
    at: numberIn(row, 'at'),
    name: textIn(row, 'name'),
    revision: numberIn(row, 'revision'),
    proposed: numberIn(row, 'proposed'),
    ...(decided > 0 ? { decided } : {}),
  };
}

/** The page, with what the cases say of it: they are the same whenever they are read. */
export async function lateAnswer(reading: Reading, page: LatePage): Promise<LateAnswer> {
  const { asked, since, rows, next } = page;
  const late: LateEntry[] = [];
  const corrections: CorrectionEntry[] = [];
  for (const row of rows) {
    const known = await reading.caseAt(row.name, asked.size);
    if (known && row.kind === 'late') late.push(...lateEntry(known, row));
    if (known && row.kind === 'correction') {
      const then = await reading.caseAt(row.name, row.decided ?? asked.size);
      corrections.push(...correctionEntry(known, then ?? known, row));
    }
  }
  return {
    outcome: 'answered',
    since: since.knownOn,
    knownOn: asked.knownOn,
    basis: { size: asked.size, sizeSince: since.size },
    late,
    corrections,
    ...(next === undefined ? {} : { next }),
  };
}

function lateEntry(
  { name, procedure, ref, records, timeline }: CaseAtSize,
  row: LateRow,
): readonly LateEntry[] {
  const record = records[row.revision];
  if (!record) return [];
  const { isProvisional, approvalOf } = annotationsOf(records);
  const { occurredOn, recordedAt, actor, irregularity } = record.metadata;
  const approved = approvalOf(record.revision);
  const delay = daysFrom(occurredOn, seatDate(recordedAt));
  const since = standingSince(record, timeline);
  return [
    {
      case: name,
      procedure: procedure.id,
      index: row.at,
      revision: record.revision,
      type: record.type,
      occurredOn,
      recordedAt,
      actor,
      delay,
      provisional: isProvisional(record),
      ...(irregularity ? { irregularity: approved ? { approved } : { unapproved: true } } : {}),
      ...since,
      words: lateEntryWords(procedure, ref.case, {
        type: record.type,
        occurredOn,
        recordedAt,
        late: delay,
        ...since,
      }),
    },
  ];
}

/** What corrections have made of a step since. */
function standingSince(
  { revision, metadata: { occurredOn } }: StepRecord,
  timeline: CaseAtSize['timeline'],
): Pick<LateEntry, 'annulled' | 'corrected'> {
  const step = timeline.find((entry) => entry.step.revision === revision)?.step;
  if (!step) return { annulled: true };
  return step.occurredOn === occurredOn ? {} : { corrected: { occurredOn: step.occurredOn } };
}

const daysFrom = (day: string, later: string): number => dayNumber(later) - dayNumber(day);

/** @param then the case as it stood before the decision, or as it stands while there is none */
function correctionEntry(
  known: CaseAtSize,
  then: CaseAtSize,
  row: LateRow,
): readonly CorrectionEntry[] {
  const { name, procedure, ref, records } = known;
  const proposal = proposalsIn(records).get(row.revision);
  if (!proposal) return [];
  const { status, proposed, decided } = proposal;
  const on = seatDate((decided ?? proposed).recordedAt);
  const corrections = proposal.corrections.flatMap((correction) => {
    const record = records[correction.revision];
    const step = then.timeline.find((entry) => entry.step.revision === correction.revision)?.step;
    return record ? [correctedRecord(correction, record, { step, on })] : [];
  });
  const entry = { status, proposed, ...(decided ? { decided } : {}), corrections };
  return [
    {
      case: name,
      procedure: procedure.id,
      index: row.proposed,
      proposal: row.revision,
      ...entry,
      words: correctionWords(procedure, ref.case, entry),
    },
  ];
}

function correctedRecord(
  { data, occurredOn, annul }: Correction,
  record: StepRecord,
  { step, on }: { readonly step: StepFact | undefined; readonly on: string },
): CorrectedRecord {
  const { revision, type, metadata } = record;
  const before: StepContent = step
    ? { occurredOn: step.occurredOn, data: step.data }
    : { occurredOn: metadata.occurredOn, data: record.data };
  const after = { occurredOn: occurredOn ?? before.occurredOn, data: data ?? before.data };
  const delay = daysFrom(seatDate(metadata.recordedAt), on);
  return { revision, type, before, ...(annul ? {} : { after }), delay };
}
