import type { Engine } from '@rapporteur/engine';
import { isRefusal, streamOf } from '@rapporteur/kernel';
import fc from 'fast-check';
import { chargeRegistry } from '../test/charges';
import { answered, boardOn, bySearch, closeAll, engineOn, refOf } from '../test/obligation-scene';

// What the board says of obligations is what the engine finds by looking at every case.

jest.setTimeout(120_000);
afterEach(closeAll);

const day = (n: number) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10);
const days = fc.integer({ min: 0, max: 120 }).map(day);
const someDay = fc.option(days, { nil: undefined });
const ids = fc.constantFrom('a', 'b');

interface Told {
  readonly name: string;
  readonly step: object;
}

const told = (name: string, type: string, occurredOn: string, more: object = {}): Told => ({
  name,
  step: { type, occurredOn, data: {}, again: true, ...more },
});

const sittings = fc
  .tuple(ids, fc.constantFrom('planned', 'planned', 'closed'), days, someDay)
  .chain(([id, what, on, when]) =>
    fc.constantFrom('council', 'council', 'committee', 'nobody').map((body) => {
      const data = what === 'planned' ? { body, ...(when === undefined ? {} : { day: when }) } : {};
      return told(`sitting/${id}`, `sitting.${what}`, on, { data });
    }),
  );

const mandates = fc
  .tuple(ids, fc.constantFrom('given', 'suspended', 'resumed'), days)
  .map(([id, what, on]) => told(`mandate/${id}`, `mandate.${what}`, on));

const charges = fc
  .tuple(ids, fc.constantFrom('given', 'given', 'changed', 'answered'), days, someDay, ids)
  .map(([id, what, on, by, mandate]) =>
    told(`charge/${id}`, `charge.${what}`, on, {
      data: what === 'answered' || by === undefined ? {} : { by },
      // The mandate may be given later than the charge, or never.
      ...(what === 'given' ? { links: { mandate: `mandate/${mandate}` } } : {}),
    }),
  );

/** A correction of some record of a case, which takes two persons to be made. */
interface Corrected {
  readonly name: string;
  readonly nth: number;
  readonly occurredOn: string | undefined;
}

const corrections: fc.Arbitrary<Corrected> = fc
  .tuple(fc.constantFrom('sitting', 'mandate', 'charge'), ids, fc.nat(5), someDay)
  .map(([procedure, id, nth, occurredOn]) => ({ name: `${procedure}/${id}`, nth, occurredOn }));

const beginnings: readonly Told[] = [
  told('sitting/a', 'sitting.planned', day(40), { data: { body: 'council', day: day(70) } }),
  told('mandate/a', 'mandate.given', day(5)),
  told('charge/a', 'charge.given', day(20), {
    data: { by: day(60) },
    links: { mandate: 'mandate/a' },
  }),
];

const story = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: sittings },
      { weight: 3, arbitrary: mandates },
      { weight: 5, arbitrary: charges },
      { weight: 4, arbitrary: corrections },
    ),
    { minLength: 10, maxLength: 40 },
  )
  .map((steps) => [...beginnings, ...steps]);

const clerk = (id: string) => ({ actor: { id, role: 'secretariat' } as const });

/** Records what is possible of a story; what is not is refused and left out. */
async function record(running: Engine, steps: readonly (Told | Corrected)[]): Promise<void> {
  for (const each of steps) {
    if ('step' in each) await running.record(refOf(each.name), each.step, clerk('anna'));
    else await correct(running, each);
  }
}

async function correct(running: Engine, { name, nth, occurredOn }: Corrected): Promise<void> {
  const { log } = running.reading;
  const revision = nth % Math.max(1, log.countIn(streamOf(refOf(name)), log.size));
  const what = occurredOn === undefined ? { annul: true } : { occurredOn };
  const data = { reason: 'As the minutes say.', corrections: [{ revision, ...what }] };
  const proposal = { type: 'record.correctionProposed', data };
  const proposed = await running.annotate(refOf(name), proposal, clerk('anna'));
  if (isRefusal(proposed)) return;
  const type = occurredOn === undefined ? 'record.annulled' : 'record.corrected';
  const approval = { type, data: { proposal: proposed.revision } };
  await running.annotate(refOf(name), approval, clerk('bruno'));
}

const asked = fc.record({
  asAt: fc.integer({ min: -2, max: 160 }).map(day),
  moment: fc.constantFrom('opening', 'close', undefined),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('the obligations on the board', () => {
  it('are those that the engine finds by looking at every case, at every size and day', async () => {
    let corrected = 0;
    await fc.assert(
      fc.asyncProperty(
        story,
        fc.array(asked, { minLength: 12, maxLength: 12 }),
        async (steps, questions) => {
          const running = await engineOn(chargeRegistry);
          // One follows from the beginning, record by record; the other is built when all is there.
          const live = await boardOn(running);
          await record(running, steps);
          const built = await boardOn(running);
          const { size } = running.log;
          for await (const { type } of running.reading.store.readAll()) {
            if (type === 'record.corrected' || type === 'record.annulled') corrected += 1;
          }
          for (const { asAt, moment, part } of questions) {
            const question = { asAt, moment, knownOn: `@${Math.round(part * size)}` };
            const expected = JSON.stringify(await bySearch(running, question));
            for (const board of [live, built]) {
              const { counts, obligations, ...rest } = answered(await board.obligations(question));
              expect(JSON.stringify({ ...rest, obligations, counts })).toBe(expected);
            }
          }
          await closeAll();
        },
      ),
      { numRuns: 30 },
    );
    expect(corrected).toBeGreaterThan(10);
  });
});
