// `record`: the floors of SQLite, the engine on its store, and what the store alone takes of it.
import { figure } from './figures.mjs';
import { byWriters, sideBySide, timed } from './measure.mjs';
import { floor, sqliteStore, storeAppends } from './sqlite-appends.mjs';
import { newCase, openEngine, openingSteps, recordStep, sampleEvents } from './workload.mjs';

export const name = 'record';
export const title = 'Recording steps on SQLite';
export const about =
  'The floor does the least that an event store on SQLite must: in one durable transaction it looks ' +
  'where the stream ends, compares, and inserts the text under a unique (stream, revision). The ' +
  'engine is the product as put together by `libs/runtime`; its time with 64 writers includes ' +
  'following the log up to the last record and proposing effects.';

const quick = { rounds: 31, turns: 1, warmUp: 3, single: 24, many: 320, within: 11_000 };
const full = { rounds: 25, turns: 3, warmUp: 5, single: 60, many: 1024 };

export async function measure(folder, isQuick) {
  const plan = isQuick ? quick : full;
  const events = await sampleEvents();
  const installation = await openEngine(folder);
  const store = sqliteStore(folder, 'store');
  const floors = [floor(folder, events, 1), floor(folder, events, 64)];
  try {
    const contenders = [
      { ...floors[0], size: plan.single },
      { ...storeAppends('store1', { store, events, writers: 1 }), size: plan.single },
      { ...engineRecords(installation, 1), size: plan.single },
      { ...floors[1], size: plan.many },
      { ...storeAppends('store64', { store, events, writers: 64 }), size: plan.many },
      { ...engineRecords(installation, 64), size: plan.many },
    ];
    return { figures: figuresOf(await sideBySide(contenders, plan)) };
  } finally {
    await installation.close();
    await store.close();
    floors.forEach(({ close }) => close());
  }
}

/** Submits and circulates decisions; over when the engine has followed what it recorded. */
function engineRecords(installation, writers) {
  return {
    name: `engine${writers}`,
    run: async (size, latencies) => {
      let last;
      await byWriters(writers, size / openingSteps.length, async () => {
        const id = newCase();
        for (const step of openingSteps) {
          last = await timed(latencies, () => recordStep(installation, step, id));
        }
      });
      await installation.engine.settled(last.position);
    },
  };
}

const both = 'both: on the disk before the answer';

function figuresOf(measured) {
  const about = (of, kind, told) => figure(measured, { of, kind, durable: both, ...told });
  return [
    about(['floor64', 'floor1'], 'rate', {
      measured: 'floor: raw appends, 64 in a transaction',
      against: 'floor: raw appends, 1 in a transaction',
    }),
    about(['store1', 'floor1'], 'p50', {
      measured: 'SQLite store, `append`, 1 writer',
      against: 'floor, 1 in a transaction',
    }),
    about(['store64', 'floor64'], 'rate', {
      measured: 'SQLite store, `append`, 64 writers',
      against: 'floor, 64 in a transaction',
    }),
    about(['engine1', 'floor1'], 'p50', {
      measured: 'engine, `record`, 1 writer',
      against: 'floor, 1 in a transaction',
      target: { atMost: 1.3 },
    }),
    about(['engine64', 'floor64'], 'rate', {
      measured: 'engine, `record`, 64 writers',
      against: 'floor, 64 in a transaction',
      target: { atLeast: 0.3 },
    }),
    about(['engine64', 'engine1'], 'rate', {
      measured: 'engine, `record`, 64 writers',
      against: 'itself with 1 writer',
      target: { atLeast: 9 },
    }),
  ];
}
