import fc from 'fast-check';
import { isAskedFor } from './calendar-cases';
import { plusDays } from './dates';
import type { Due } from './deadline';
import { standingEntries } from './obligation-calendar';
import { obligationSpans } from './obligation-spans';
import { obligationOf, obligationsOf } from './obligations';
import { isRefusal } from './refusal';
import { answer, because, byTheDay, changed, given, name } from './sample-deadlines';
import { charge, paper, sitting } from './sample-diary';
import { took, type Told } from './scenario';
import { sceneIn, take, worldOf } from './scenario-world';
import { Unseen, type Scene } from './scene';

const sees = { calendar: true, under: ['paper'] } as const;
const sight = { sees };

/** Deadlines that look at all there is to look at, each in its own way. */
const deadlines = [
  byTheDay,
  answer(
    ({ calendar }) => {
      const [first] = calendar.meetings('council', '2018-02-01', '2018-03-31');
      if (!first) return 'notPopulated';
      const { firstDay = '', lastDay = '', standing, name: anchor } = first;
      const why = { ...because, en: `it is ${standing}` };
      return { windows: [{ from: firstDay, to: lastDay, anchor, because: why }] };
    },
    { id: 'charge.atTheSitting', ...sight },
  ),
  answer(
    // What it asks of the calendar depends on what the calendar answered, and on the case.
    ({ case: { context }, calendar }): Due => {
      const from = calendar.undated('council')[0] ? '2018-03-01' : (context.by ?? '2018-01-01');
      const [first, second] = calendar.meetings('council', from, '9999-12-31');
      if (!first) return { awaitedSince: from };
      const ends = [first, second ?? first].map(({ lastDay: to = '' }) => ({ to }));
      return { windows: [ends[0] ?? { to: '' }, ...ends.slice(1)] };
    },
    { id: 'charge.contested', ...sight, metOn: ({ under }) => dayFiled(under('paper').length) },
  ),
  answer(({ related }) => {
    const linked = related('sitting');
    return linked && { windows: [{ to: linked.isIn('closed') ? '2018-02-20' : '2018-03-10' }] };
  }),
  answer(
    ({ case: { context } }) => (context.by === null ? undefined : { awaitedSince: context.by }),
    {
      id: 'charge.metByTheCalendar',
      sees: { calendar: true },
      metOn: ({ calendar }) =>
        calendar
          .meetings('council', '2018-01-01', '2018-02-10')
          .find((each) => each.standing === 'held')?.datedOn ??
        calendar.meetings('council', '2018-03-01', '2018-12-31')[0]?.firstDay,
    },
  ),
];

/** In no order, and after the day on which it is asked as well: whatever a definition may say. */
const dayFiled = (count: number) => [undefined, '2018-03-15', '2018-02-15', undefined][count];

const registry = [{ ...charge, deadlines }, sitting, paper];

const days = fc.integer({ min: 0, max: 110 }).map((n) => plusDays('2018-01-01', n));
const someDay = fc.option(days, { nil: undefined });

const steps: fc.Arbitrary<Told> = fc
  .record({
    which: fc.constantFrom(
      'called',
      'moved',
      'closed',
      'calledOff',
      'filed',
      'changed',
      'answered',
    ),
    id: fc.constantFrom('s1', 's2', 's3'),
    on: days,
    from: someDay,
    body: fc.constantFrom('council', 'council', 'committee'),
  })
  .map(({ which, id, on, from, body }) => {
    const day = from === undefined ? {} : { from };
    const by = from === undefined ? {} : { by: from };
    if (which === 'called') return took(`sitting/${id}`, 'sitting.called', { body, ...day }, on);
    if (which === 'moved') return took(`sitting/${id}`, 'sitting.moved', day, on);
    if (which === 'changed') return changed(on, by);
    if (which === 'answered') return took(name, 'charge.answered', {}, on);
    if (which === 'filed') {
      const links = { charge: name };
      return took(`paper/${id}`, 'paper.filed', {}, { occurredOn: on, links });
    }
    return took(`sitting/${id}`, `sitting.${which}`, {}, on);
  });

/** The charge's scene once all of these were told that were possible. */
function sceneAfter(told: readonly Told[]): Scene {
  const world = told.reduce((so, each) => take(so, each).world, worldOf(registry));
  const known = world.cases.get(name);
  const procedure = world.registry.get('charge');
  if (!known || !procedure) throw new Error('no charge was given');
  return sceneIn(world, procedure, known);
}

const opening = (on: string, by?: string) =>
  took(name, 'charge.given', by === undefined ? {} : { by }, {
    occurredOn: on,
    links: { sitting: 'sitting/s1' },
  });

/** What the spans say of a day. */
const onDay = (scene: Scene, day: string) =>
  obligationSpans(scene)
    .spans.filter(({ from, to }) => from <= day && (to === undefined || day < to))
    .map(({ deadline, standing }) => obligationOf(deadline, standing));

const told = fc.tuple(
  fc.tuple(days, someDay).map(([on, by]) => opening(on, by)),
  fc.array(steps, { maxLength: 14 }),
);

describe('the obligations of a case on all days', () => {
  it('are on every day what they are when only that day is asked about', () => {
    fc.assert(
      fc.property(told, ([first, rest]) => {
        const scene = sceneAfter([first, ...rest]);
        const { spans } = obligationSpans(scene);
        for (let day = '2017-12-30'; day < '2018-05-03'; day = plusDays(day, 1)) {
          const found = spans
            .filter(({ from, to }) => from <= day && (to === undefined || day < to))
            .map(({ deadline, standing }) => obligationOf(deadline, standing));
          expect(found).toEqual(obligationsOf(scene, { date: day, opening: false }));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('say each way in which a deadline stands once for all days on which it does', () => {
    const scene = sceneAfter([given('2018-01-10', { by: '2018-02-28' }), changed('2018-02-01')]);
    const { spans } = obligationSpans(scene);
    const own = spans.filter(({ deadline }) => deadline === byTheDay);
    expect(own.map(({ from, to, standing: { status } }) => [status, from, to])).toEqual([
      ['open', '2018-01-10', '2018-02-01'],
      ['superseded', '2018-02-01', undefined],
    ]);
  });

  it('become overdue on the day after the last of the window', () => {
    const scene = sceneAfter([given('2018-01-10', { by: '2018-02-28' })]);
    expect(onDay(scene, '2018-02-28')[0]).toMatchObject({ status: 'open' });
    expect(onDay(scene, '2018-03-01')[0]).toMatchObject({ status: 'overdue' });
    expect(onDay(scene, '9999-12-31')[0]).toMatchObject({ status: 'overdue' });
  });

  it('stay as they are while nothing changes that was looked at or asked for', () => {
    let same = 0;
    fc.assert(
      fc.property(told, fc.array(steps, { maxLength: 3 }), ([first, rest], more) => {
        const before = sceneAfter([first, ...rest]);
        const after = sceneAfter([first, ...rest, ...more]);
        const { spans, asked } = obligationSpans(before);
        const seen = ({ timeline, linked, under, calendar }: Scene) => ({
          own: timeline.map(({ step }) => step),
          linked: linked.map((each) => [
            each.days(),
            each.asAt({ date: '9999-12-31', opening: false }),
          ]),
          under: under('paper').map(({ days: on }) => on()),
          calendar: calendar
            .flatMap(({ related, inCalendar }) => standingEntries(related.inCalendar(inCalendar)))
            .filter(({ entry }) => asked.some((query) => isAskedFor(query, entry))),
        });
        if (JSON.stringify(seen(before)) !== JSON.stringify(seen(after))) return;
        if (before.calendar.length < after.calendar.length) same += 1;
        expect(obligationSpans(after).spans).toEqual(spans);
      }),
      { numRuns: 150 },
    );
    // Not only when nothing was recorded at all.
    expect(same).toBeGreaterThan(0);
  });

  it('name the linked case that was looked at, also when there is none', () => {
    const scene = sceneAfter([opening('2018-01-10')]);
    expect(obligationSpans(scene).looked).toEqual(['sitting/s1']);
    const blind = { ...scene, procedure: { ...scene.procedure, deadlines: [byTheDay] } };
    expect(obligationSpans(blind)).toMatchObject({ looked: [], asked: [] });
  });

  it('say what was asked of the calendar, whatever it answered', () => {
    const { asked } = obligationSpans(sceneAfter([given('2018-01-10', { by: '2018-02-28' })]));
    expect(asked).toContainEqual({ body: 'council', between: ['2018-02-01', '2018-03-31'] });
    expect(asked).toContainEqual({ body: 'council' });
    expect(asked).toContainEqual({ body: 'council', between: ['2018-02-28', '9999-12-31'] });
  });

  it('that look at the calendar without saying so are a fault of the definition', () => {
    const scene = sceneAfter([given('2018-01-10')]);
    const blind = answer(({ calendar }) => calendar.undated('council')[0] && 'notPopulated');
    expect(() =>
      obligationSpans({ ...scene, procedure: { ...scene.procedure, deadlines: [blind] } }),
    ).toThrow(Unseen);
  });
});

it('a told charge is possible', () => {
  const { result } = take(worldOf(registry), opening('2018-01-10'));
  expect(isRefusal(result)).toBe(false);
});
