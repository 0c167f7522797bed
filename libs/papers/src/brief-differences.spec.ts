import { caseName, caseOfStream, isRefusal, recordOf, type StepRecord } from '@rapporteur/kernel';
import { brought, type Brought } from '../test/registers';
import { reviewBrief, type Brief, type BriefQuestion, type Marked } from '.';

jest.setTimeout(60_000);

const asAt = '2018-07-26';

let records: readonly StepRecord[];
let then: Brief;
let now: Brief;

beforeAll(async () => {
  const register = await brought('as-drafted', '2018-10-31');
  const found: StepRecord[] = [];
  for await (const event of register.engine.reading.store.readAll()) found.push(recordOf(event));
  records = found;
  then = await briefKnownOn(register, '2018-07-26');
  now = await briefKnownOn(register, '2018-10-01');
  await register.engine.stop();
});

describe('The brief for 26 July 2018 known on that day and known on 1 October', () => {
  it('lists exactly what was recorded in between of its cases, and counts it', () => {
    const between = records.slice(then.basis.size, now.basis.size);
    expect(between[0]!.metadata.recordedAt > '2018-07-26T22:00').toBe(true);
    expect(between.at(-1)!.metadata.recordedAt < '2018-10-01T22:00').toBe(true);
    expect(records[now.basis.size]!.metadata.recordedAt > '2018-10-01T22:00').toBe(true);
    const cases = casesUnder('decision/ecommerce', records.slice(0, now.basis.size));
    const expected = between.filter(({ stream }) => cases.has(nameOf(stream)));
    const shown = now.recordedSince.records.map(
      (each) => `${each.index} ${each.case} ${each.revision} ${each.type} ${each.recordedAt}`,
    );
    expect(shown).toEqual(
      expected.map(
        ({ stream, revision, type, metadata }) =>
          `${records.findIndex((each) => each.stream === stream && each.revision === revision)} ${nameOf(stream)} ${revision} ${type} ${metadata.recordedAt}`,
      ),
    );
    expect(now.recordedSince.count).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(40);
  });

  it('says so in three languages', () => {
    const { count, words } = now.recordedSince;
    expect(words).toEqual({
      en: `${count} records were added between what was known on 26 July 2018 and what was known on 1 October 2018.`,
      fr: `${count} enregistrements ont été ajoutés entre ce qui était connu au 26 juillet 2018 et ce qui était connu au 1er octobre 2018.`,
      es: `Se añadieron ${count} registros entre lo conocido al 26 de julio de 2018 y lo conocido al 1 de octubre de 2018.`,
    });
    expect(then.recordedSince).toMatchObject({ count: 0, records: [] });
    expect(then.recordedSince.words.en).toMatch(/^Nothing was recorded between/);
  });

  it('the later shows as known then what the earlier showed as known now', () => {
    expect(sidesOf(now, 'then')).toEqual(sidesOf(then, 'now'));
    expect(markedIn(then).every(([, { mark }]) => mark === 'same')).toBe(true);
  });

  it('every difference is marked, and explained by records listed of the date', () => {
    const bearing = new Set(
      now.recordedSince.records.filter(({ bears }) => bears).map(({ index }) => index),
    );
    const different = markedIn(now).filter(([, { mark }]) => mark !== 'same');
    expect(different.length).toBeGreaterThan(20);
    for (const [key, { mark, then: before, now: after, because }] of markedIn(now)) {
      const isSame = JSON.stringify(before) === JSON.stringify(after);
      expect([key, mark === 'same']).toEqual([key, isSame]);
      if (isSame) continue;
      expect([key, because.length > 0]).toEqual([key, true]);
      expect(because.filter((index) => !bearing.has(index))).toEqual([]);
    }
  });

  it('nothing else differs: changes and reports differ only where such records tell', () => {
    const bearing = new Set(
      now.recordedSince.records.filter(({ bears }) => bears).map((each) => each.case),
    );
    const told = (of: Brief) => [
      ...of.changes.cases.map((each) => ({ from: [each.case], said: JSON.stringify(each) })),
      ...of.reports.flatMap(({ sections }) =>
        sections.flatMap(({ id, lines }) =>
          lines.map(({ text, from }) => ({ from, said: `${id} ${text.en}` })),
        ),
      ),
    ];
    const differing = [told(then), told(now)].flatMap((one, i, both) =>
      one.filter(({ said }) => !both[1 - i]!.some((each) => each.said === said)),
    );
    expect(differing.length).toBeGreaterThan(0);
    const unexplained = differing.filter(({ from }) => !from.some((name) => bearing.has(name)));
    expect(unexplained).toEqual([]);
    const { knownOn: _k, knownThen: _t, basis: _b, ...rest } = then;
    const same = ['title', 'decision', 'review', 'asAt', 'asAtIs', 'register'] as const;
    for (const member of same) expect(now[member]).toEqual(rest[member]);
  });
});

describe('At other dates, in the other register', () => {
  let happened: Brought;
  beforeAll(async () => {
    happened = await brought('as-happened');
  });
  afterAll(() => happened.engine.stop());

  it.each([
    ['2018-07-26', '2018-10-18'],
    ['2018-10-18', '2018-12-31'],
    ['2018-12-12', '2019-12-31'],
    ['2019-12-10', '2022-12-31'],
    ['2022-06-17', '2026-06-30'],
  ])('%s, known then and on %s', async (date, knownOn) => {
    const [decision = ''] = happened.engine.reading.log.casesOf('review').map(parentOf(happened));
    const ask = (known: string) =>
      briefOn(happened, { under: decision, asAt: date, knownOn: known });
    const [before, after] = [await ask(date), await ask(knownOn)];
    expect(sidesOf(after, 'then')).toEqual(sidesOf(before, 'now'));
    const bearing = new Set(
      after.recordedSince.records.filter(({ bears }) => bears).map(({ index }) => index),
    );
    const different = markedIn(after).filter(([, { mark }]) => mark !== 'same');
    expect(different.length).toBeGreaterThan(0);
    const unexplained = different.filter(
      ([, { because }]) => because.length === 0 || because.some((index) => !bearing.has(index)),
    );
    expect(unexplained).toEqual([]);
  });
});

const parentOf =
  ({ engine }: Brought) =>
  (name: string): string =>
    engine.reading.log.casesOf('decision').find((each) => {
      return engine.reading.log.linkedTo(each, engine.log.size).includes(name);
    })!;

const briefKnownOn = (of: Brought, knownOn: string) =>
  briefOn(of, { review: 'review/ecommerce-2018-07', asAt, knownOn });

async function briefOn({ source }: Brought, question: BriefQuestion): Promise<Brief> {
  const answer = await reviewBrief(source, question);
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

/** All that one side of what is marked shows, in an order of its own. */
const sidesOf = (of: Brief, side: 'then' | 'now'): readonly string[] =>
  markedIn(of)
    .flatMap(([key, each]) => (each[side] ? [`${key} ${JSON.stringify(each[side])}`] : []))
    .sort();

const nameOf = (stream: string): string => caseName(caseOfStream(stream)!);

/** All that is marked in a brief, each by where it stands. */
function markedIn(of: Brief): readonly (readonly [string, Marked<unknown>])[] {
  const keyed = <M extends Marked<unknown>>(list: readonly M[], key: (m: M) => string) =>
    list.map((each) => [key(each), each] as const);
  const { revision } = {
    revision: (m: Marked<{ case: string; revision: number }>) => m.now ?? m.then,
  };
  const at = (kind: string) => (m: Marked<{ case: string; revision: number }>) =>
    `${kind} ${revision(m)?.case} ${revision(m)?.revision}`;
  return [
    ...of.parts.flatMap(({ cases }) => keyed(cases, (row) => `row ${row.case}`)),
    ...keyed(of.obligations, (row) => `due ${row.case} ${(row.now ?? row.then)?.deadline}`),
    ...of.views.flatMap(({ group, subjects }) =>
      keyed(subjects, (row) => `views ${group.en} ${row.case}`),
    ),
    ...keyed(of.irregular, at('irregular')),
    ...keyed(of.provisional, at('provisional')),
    ...keyed(
      of.corrected,
      ({ then: before, now: after }) =>
        `correction ${(after ?? before)?.case} ${(after ?? before)?.proposal}`,
    ),
  ];
}

/** The cases under a decision, found by nothing but the events. */
function casesUnder(decision: string, log: readonly StepRecord[]): ReadonlySet<string> {
  const links = new Map(
    log
      .filter(({ revision }) => revision === 0)
      .map(({ stream, metadata }) => [nameOf(stream), Object.values(metadata.links ?? {})]),
  );
  const beside = [...links].filter(
    ([name, to]) => /^(meeting|session|observer)\//.test(name) && to.length === 0,
  );
  const under = new Set([decision, ...beside.map(([name]) => name)]);
  for (let size = 0; size !== under.size;) {
    size = under.size;
    links.forEach((to, name) => to.some((each) => under.has(each)) && under.add(name));
  }
  const said = log
    .filter(({ stream, type }) => under.has(nameOf(stream)) && !type.startsWith('record.'))
    .map(({ data }) => JSON.stringify(data));
  const symbols = new Set(said.flatMap((text) => text.match(/"[A-Z]{2,}[^"]*\/[^"]+"/g) ?? []));
  const named = [...symbols].map(
    (symbol) =>
      `document/${symbol
        .slice(1, -1)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')}`,
  );
  return new Set([...under, ...named.filter((name) => links.has(name))]);
}
