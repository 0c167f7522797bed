import { engine, memoryCheckpoints, memoryEventStore } from '@rapporteur/engine';
import { isRefusal, parseCaseName } from '@rapporteur/kernel';
import { registry } from '@rapporteur/workflows';
import { keepTime } from './timekeeping';

const secretariat = { id: 'registrar', role: 'secretariat' } as const;

/** An engine at work in a group whose mandate has a term, on a day that is set. */
async function scene() {
  let instant = '2019-11-29T12:00:00.000Z';
  let keys = 0;
  const running = await engine({
    store: memoryEventStore(),
    registry,
    checkpoints: memoryCheckpoints(),
    clock: () => instant,
    newKey: () => `key-${(keys += 1)}`,
    report: () => {},
  });
  await running.start();
  const record = async (name: string, type: string, data: object, more: object) => {
    const result = await running.record(
      parseCaseName(name)!,
      { type, data, ...more },
      { actor: secretariat },
    );
    if (isRefusal(result)) throw new Error(JSON.stringify(result.reasons));
    await running.settled(result.position);
  };
  await record(
    'session/mc12',
    'session.dateAgreed',
    { dates: { from: '2020-06-08', to: '2020-06-11' } },
    { occurredOn: '2018-10-18' },
  );
  await record(
    'moratorium/ecommerce',
    'moratorium.maintained',
    { term: { anyOf: [{ event: 'nextSession' }, { date: '2019-12-31' }] } },
    { occurredOn: '2017-12-13', links: { parent: 'decision/ecommerce' } },
  );
  const reports: string[] = [];
  return {
    running,
    reports,
    at: (next: string) => void (instant = next),
    keep: () => keepTime(running, (line) => reports.push(line)),
    history: async () => {
      const found = await running.history(parseCaseName('moratorium/ecommerce')!, {});
      return isRefusal(found) ? [] : found.records.map(({ type }) => type);
    },
  };
}

describe('the timekeeper of a server', () => {
  it('says at its start what has come due, and records nothing of it', async () => {
    const { keep, reports, history, running } = await scene();
    const timekeeping = keep();
    await timekeeping.started;
    await timekeeping.look();
    expect(reports.join()).toContain('rapporteur tick');
    expect(await history()).toEqual(['moratorium.maintained']);
    timekeeping.stop();
    await running.stop();
  });

  it('proposes what has come due when a new day begins, once', async () => {
    const { keep, at, history, running } = await scene();
    const timekeeping = keep();
    at('2019-11-30T00:01:00.000Z');
    await timekeeping.look();
    await timekeeping.look();
    const taken = await history();
    expect(taken).toContain('moratorium.anchorDiverged');
    at('2019-12-01T00:01:00.000Z');
    await timekeeping.look();
    expect(await history()).toEqual(taken);
    timekeeping.stop();
    await running.stop();
  });
});
