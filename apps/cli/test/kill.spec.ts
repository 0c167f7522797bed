import { replay, recordOf, type StepRecord } from '@rapporteur/kernel';
import { registry } from '@rapporteur/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serverProcess, type ServerProcess } from './server-process';

// The server is killed under load; what it answered must be there, and nothing twice.

const rounds = process.env['LONG'] ? 20 : 3;
jest.setTimeout(60_000 + rounds * 10_000);

interface Answered {
  readonly name: string;
  readonly key: string;
  readonly step: object;
  readonly body: Record<string, unknown>;
}

const steps = [
  {
    type: 'decision.submitted',
    data: { proponents: ['RUS'], originalLang: 'en', text: 'Work Programme' },
    occurredOn: '2017-10-05',
  },
  {
    type: 'decision.circulated',
    data: { symbols: ['JOB/GC/137'], jobNo: '17-0000', restriction: 'restricted' },
    occurredOn: '2017-10-06',
  },
  {
    type: 'decision.adopted',
    data: { body: 'ministerialConference', symbols: ['WT/L/SIM'], paras: ['1', '2'] },
    occurredOn: '2017-12-13',
    decision: { mode: 'consensus' },
  },
];

let folder: string;
let token = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-kill-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const headers = () => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
});

async function takeToken({ url }: ServerProcess): Promise<void> {
  const body = JSON.stringify({ role: 'secretariat' });
  const answer = await fetch(`${url}/api/demo/token`, { method: 'POST', body, headers: headers() });
  token = ((await answer.json()) as { token: string }).token;
}

async function propose(url: string, { name, key, step }: Omit<Answered, 'body'>) {
  const answer = await fetch(`${url}/api/cases/${name}/steps`, {
    method: 'POST',
    body: JSON.stringify(step),
    headers: { ...headers(), 'idempotency-key': key },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** Adopts decision after decision until the server is gone; tells of each step answered 201. */
async function work(url: string, round: number, client: number, answered: Answered[]) {
  for (let n = 0; ; n += 1) {
    const name = `decision/r${round}-c${client}-${n}`;
    for (const step of steps) {
      const request = { name, key: `${name}/${step.type}`, step };
      const answer = await propose(url, request).catch(() => undefined);
      if (!answer) return;
      expect(answer.status).toBe(201);
      answered.push({ ...request, body: answer.body });
    }
  }
}

async function history(url: string, name: string): Promise<StepRecord[]> {
  const answer = await fetch(`${url}/api/cases/${name}/history`, { headers: headers() });
  if (answer.status === 404) return [];
  const { records } = (await answer.json()) as { records: Parameters<typeof recordOf>[0][] };
  return records.map(recordOf);
}

/** Every history replays, and holds the step that was answered. */
async function check(url: string, { name, body, step }: Answered): Promise<void> {
  const records = await history(url, name);
  expect(replay(registry.get('decision')!, records)).toBeUndefined();
  expect(records[Number(body['revision'])]).toMatchObject({
    type: (step as { type: string }).type,
  });
}

/** The cases that an adoption opens have their first step exactly once. */
async function checkEffects(url: string, { name, body }: Answered): Promise<void> {
  const id = name.split('/')[1]!;
  const after = `?after=${String(body['position'])}`;
  for (const procedure of ['workingGroup', 'chair']) {
    await fetch(`${url}/api/cases/${procedure}/${id}${after}`, { headers: headers() });
    const records = await history(url, `${procedure}/${id}`);
    expect(records.map(({ type }) => type)).toEqual([
      procedure === 'chair' ? 'chair.postCreated' : 'workingGroup.establishmentInstructed',
    ]);
    expect(replay(registry.get(procedure)!, records)).toBeUndefined();
  }
}

it(`loses nothing that it answered and does nothing twice when killed ${rounds} times under load`, async () => {
  const answered: Answered[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const server = await serverProcess({ RAPPORTEUR_DATA: folder });
    await takeToken(server);
    const clients = Array.from({ length: 16 }, (_, c) => work(server.url, round, c, answered));
    const enough = answered.length + 40 + ((round * 37) % 60);
    while (answered.length < enough) await new Promise((resolve) => setTimeout(resolve, 5));
    await server.end('SIGKILL');
    await Promise.all(clients);
  }
  const server = await serverProcess({ RAPPORTEUR_DATA: folder });
  try {
    const adoptions = answered.filter(({ body }) => JSON.stringify(body['causes']) !== '[]');
    expect(adoptions.length).toBeGreaterThan(rounds);
    for (const each of answered) await check(server.url, each);
    for (const each of adoptions) await checkEffects(server.url, each);
    for (const each of answered.filter((_, i) => i % 7 === 0)) {
      const again = await propose(server.url, each);
      expect(again).toEqual({ status: 201, body: each.body });
    }
  } finally {
    expect(await server.end('SIGTERM')).toBe(0);
  }
});
