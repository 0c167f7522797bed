import type { Reading } from '@rapporteur/engine';
import {
  calendarChanges,
  obligationSpans,
  parseCaseName,
  type CalendarChange,
  type CalendarEntry,
  type ObligationSpans,
  type Procedure,
  type Registry,
} from '@rapporteur/kernel';
import type { Driver } from '@rapporteur/sqlite';
import { calendarTable, type CalendarTable } from './obligation-calendar';
import { casesThen, sceneThen, type CasesThen } from './obligation-cases';
import { dependants, type Dependants } from './obligation-dependants';
import { obligationCodes, obligationCounts, obligationTables } from './obligation-tables';
import { writeSpans } from './obligation-writing';
import type { BoardPart, BoardPartDefinition, NotedRecord, Write } from './part';
import { firstRow, numberIn } from './sql';

/**
 * The obligations of all cases on both axes. A record changes those of its own case, of the cases
 * that looked at it by a link, of those it lies under whose deadlines see it there, and, when it
 * changes the calendar, of the cases that asked for what it changed. Those are found out anew, as the
 * log shows them up to the record; all others stay as they are.
 *
 * A deadline is taken to depend on what cases came to, never on how many records they have: a record
 * that changes no timeline, such as a note or added evidence, changes no obligation.
 */
export const obligationPart: BoardPartDefinition = { schema: obligationTables, open };

/** The obligations of one case as a record leaves them. */
interface Worked {
  readonly name: string;
  readonly procedure: string;
  readonly found: ObligationSpans;
}

/** What is kept of the log beside the tables. */
interface Kept {
  readonly reading: Reading;
  readonly kinds: Kinds;
  readonly cases: CasesThen;
  readonly calendar: CalendarTable;
  readonly depending: Dependants;
}

function open(driver: Driver, reading: Reading): BoardPart {
  const codes = obligationCodes(reading.registry);
  const counts = obligationCounts(driver);
  const kept: Kept = {
    reading,
    kinds: kindsOf(reading.registry),
    cases: casesThen(reading),
    calendar: calendarTable(driver),
    depending: dependants(driver),
  };

  function write({ name: own, no: ownNo, index }: NotedRecord, worked: readonly Worked[]): void {
    const corners = worked.flatMap(({ name, procedure, found }) => {
      const no = name === own ? ownNo : numberIn(firstRow(driver, numberOf, name), 'no');
      kept.depending.write({ no, name }, found);
      const now = { no, procedure: codes.procedure(procedure), spans: found.spans };
      return writeSpans(driver, codes, index + 1, now);
    });
    if (corners.length > 0) counts.note(index + 1, corners);
  }

  return {
    async prepare(noted): Promise<Write | undefined> {
      if (!kept.kinds.all.has(noted.procedure.id)) return undefined;
      kept.cases.note(noted);
      if (noted.before === noted.after) return undefined;
      const changes = changesOf(noted);
      const moved = changes ? kept.calendar.changed(noted.name, changes) : [];
      const worked: Worked[] = [];
      for (const name of await concerned(kept, noted, moved)) {
        const found = await work(kept, name, noted.index + 1);
        if (found) worked.push(found);
      }
      return () => {
        if (changes) kept.calendar.write(noted.name, changes);
        write(noted, worked);
      };
    },
  };
}

const numberOf = 'select no from cases where name = ?';

/** The cases whose obligations a record may change. */
async function concerned(
  { reading: { registry }, kinds, cases, depending }: Kept,
  { name, procedure, index }: NotedRecord,
  moved: readonly CalendarEntry[],
): Promise<ReadonlySet<string>> {
  const own = procedure.deadlines.length > 0 ? [name] : [];
  const looking = kinds.lookedAt.has(procedure.id) ? depending.lookingAt(name) : [];
  const asking = moved.length > 0 ? depending.askingFor(moved) : [];
  const isSeen = kinds.seenUnder.has(procedure.id);
  const links = isSeen ? (await cases.at(name, index + 1))?.links : undefined;
  const above = Object.values(links ?? {}).filter((each) =>
    seesUnder(registry, each, procedure.id),
  );
  return new Set([...own, ...looking, ...asking, ...above]);
}

async function work(kept: Kept, name: string, size: number): Promise<Worked | undefined> {
  const { reading, cases, calendar, depending } = kept;
  const then = await cases.at(name, size);
  if (!then) return undefined;
  const found = obligationSpans(await sceneThen(reading, cases, then, size), calendar.history);
  depending.prepared(name, found);
  return { name, procedure: then.procedure.id, found };
}

function changesOf({ ref, procedure, after }: NotedRecord): readonly CalendarChange[] | undefined {
  return procedure.inCalendar && calendarChanges(ref, after, procedure.inCalendar);
}

/** Which procedures' records may change an obligation, and in what way. */
interface Kinds {
  readonly all: ReadonlySet<string>;
  readonly lookedAt: ReadonlySet<string>;
  readonly seenUnder: ReadonlySet<string>;
}

function kindsOf(registry: Registry): Kinds {
  const ids = (which: (procedure: Procedure) => boolean) =>
    [...registry.values()].filter(which).map(({ id }) => id);
  const withDeadlines = [...registry.values()].filter(({ deadlines }) => deadlines.length > 0);
  const lookedAt = withDeadlines.flatMap(({ links }) => Object.values(links));
  const seen = withDeadlines.flatMap(({ deadlines }) =>
    deadlines.flatMap(({ sees }) => sees ?? []),
  );
  const kinds = {
    lookedAt: new Set(lookedAt.map(({ procedure }) => procedure)),
    seenUnder: new Set(seen.flatMap(({ under }) => under ?? [])),
  };
  const calendar = ids(({ inCalendar }) => inCalendar !== undefined);
  const own = withDeadlines.map(({ id }) => id);
  return { ...kinds, all: new Set([...own, ...kinds.lookedAt, ...kinds.seenUnder, ...calendar]) };
}

function seesUnder(registry: Registry, parent: string, procedure: string): boolean {
  const deadlines = registry.get(parseCaseName(parent)?.procedure ?? '')?.deadlines ?? [];
  return deadlines.some(({ sees }) => sees?.under?.includes(procedure));
}
