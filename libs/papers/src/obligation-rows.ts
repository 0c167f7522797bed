import type { CaseObligation, Reading } from '@rapporteur/engine';
import {
  caseName,
  obligationsOf,
  sameJson,
  toJson,
  type Deadline,
  type InCalendar,
  type Obligation,
  type RelatedCase,
  type Scene,
} from '@rapporteur/kernel';
import type { Basis } from './basis';
import type { ObligationRow, RecordSince } from './brief';
import { caseTitle, type KnownCase } from './known-cases';
import { marked, sideBySide } from './marked';

/** The deadlines of the cases of a paper at its date, those that end first before the others. */
export async function obligationRows(
  reading: Reading,
  cases: readonly KnownCase[],
  basis: Basis,
  records: readonly RecordSince[],
): Promise<readonly ObligationRow[]> {
  const rows: ObligationRow[] = [];
  for (const known of cases) {
    const { deadlines } = known.now.procedure;
    if (deadlines.length === 0) continue;
    const now = await reading.sceneAt(known.name, basis.now.size, deadlines);
    const isSame = basis.then.size === basis.now.size;
    const then = isSame ? now : await reading.sceneAt(known.name, basis.then.size, deadlines);
    rows.push(...rowsOf({ known, then, now }, basis.asAt, records));
  }
  return rows.sort(byEnd);
}

interface Seen {
  readonly known: KnownCase;
  readonly then: Scene | undefined;
  readonly now: Scene | undefined;
}

function rowsOf(seen: Seen, date: string, records: readonly RecordSince[]) {
  const { known, then, now } = seen;
  const of = (scene: Scene | undefined) =>
    numbered(scene ? obligationsOf(scene, { date, opening: false }) : []);
  return sideBySide(of(then), of(now), ({ key }) => key).flatMap((pair): ObligationRow[] => {
    const deadline = (pair.now ?? pair.then)?.obligation.deadline;
    const because = () => recordsBehind(seen, date, { deadline, records });
    const row = marked(
      pair.then && withCase(pair.then.obligation, known),
      pair.now && withCase(pair.now.obligation, known),
      because,
    );
    return row ? [{ case: known.name, name: caseTitle(known, date), ...row }] : [];
  });
}

/** A deadline that was superseded has several windows, one after the other. */
function numbered(obligations: readonly Obligation[]) {
  const seen = new Map<string, number>();
  return obligations.map((obligation) => {
    const n = seen.get(obligation.deadline) ?? 0;
    seen.set(obligation.deadline, n + 1);
    return { key: `${obligation.deadline}#${n}`, obligation };
  });
}

const withCase = (obligation: Obligation, { name, now }: KnownCase): CaseObligation => ({
  case: name,
  procedure: now.ref.procedure,
  ...obligation,
});

/**
 * The records since then that can have made a deadline another: those that bear on the date, of the
 * case and of those that it looks at; of the meetings in the calendar, those that moved.
 */
function recordsBehind(
  { then, now }: Seen,
  date: string,
  {
    deadline,
    records,
  }: { readonly deadline: string | undefined; readonly records: readonly RecordSince[] },
): readonly number[] {
  const scene = now ?? then;
  const by = scene?.procedure.deadlines.find(({ id }) => id === deadline);
  if (!scene || !by) return [];
  const bearing = records.filter(({ bears }) => bears);
  const among = (names: readonly string[]) =>
    bearing.filter((record) => names.includes(record.case)).map(({ index }) => index);
  const near = [caseName(scene.ref), ...namesOf(scene.linked), ...namesOf(underOf(scene, by))];
  const found = among([...near, ...(by.sees?.calendar ? movedMeetings({ then, now }, date) : [])]);
  return found.length > 0 ? found : among([...near, ...calendarNames(scene)]);
}

const namesOf = (cases: readonly RelatedCase[]) => cases.map(({ name }) => name);
const calendarNames = ({ calendar }: Pick<Scene, 'calendar'>) =>
  namesOf(calendar.map(({ related }) => related));
const underOf = (scene: Scene, { sees }: Deadline) =>
  (sees?.under ?? []).flatMap((procedure) => scene.under(procedure));

/** The meetings that stood otherwise in the calendar at the date, as known then. */
function movedMeetings({ then, now }: Pick<Seen, 'then' | 'now'>, date: string): readonly string[] {
  return calendarNames(now ?? emptyCalendar).filter(
    (name) => !sameJson(entryOf(then, name, date), entryOf(now, name, date)),
  );
}

const emptyCalendar: Pick<Scene, 'calendar'> = { calendar: [] };

function entryOf(scene: Scene | undefined, name: string, date: string) {
  const found = scene?.calendar.find(({ related }) => related.name === name);
  return toJson((found && factsAt(found.related, found.inCalendar, date)) ?? null);
}

function factsAt(related: RelatedCase, inCalendar: InCalendar, date: string) {
  const view = related.asAt({ date, opening: false });
  return view && inCalendar(view);
}

const never = '9999-12-31';

function byEnd(a: ObligationRow, b: ObligationRow): number {
  const key = ({ now, then, case: name }: ObligationRow) => {
    const { windows = [], deadline = '', supersededOn = never } = now ?? then ?? {};
    return [windows.at(-1)?.to ?? never, name, deadline, supersededOn].join(' ');
  };
  return key(a) < key(b) ? -1 : 1;
}
