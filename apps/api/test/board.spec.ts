import { languages, type Reason } from '@rapporteur/kernel';
import { scene, type Answer, type Caller, type Scene } from './scene';
import { adopted, circulated, established, irregularity, submitted } from './told';

const theDecision = 'decision/ecommerce';
const theGroup = 'workingGroup/ecommerce';

let server: Scene;
let secretariat: Caller;
let auditor: Caller;
let done: Answer;

beforeAll(async () => {
  server = await scene();
  [secretariat, auditor] = [await server.as('secretariat'), await server.as('auditor')];
  const steps = [submitted, circulated, adopted].map((step) => ({ case: theDecision, ...step }));
  await secretariat.post('/api/steps', { steps });
  done = await secretariat.step(theGroup, { ...established, irregularity });
});
afterAll(() => server.close());

const cases = (answer: Answer) => answer.body['cases'] as { case: string; state: unknown }[];
const reasons = (answer: Answer) => answer.body['reasons'] as Reason[];

describe('GET /api/board', () => {
  it('says where all cases stand and how many in which state, as the engine would', async () => {
    const answer = await auditor.get(`/api/board?after=${String(done.body['position'])}`);
    expect(answer.status).toBe(200);
    const { size } = answer.body['basis'] as { size: number };
    expect(cases(answer).map((each) => each.case)).toEqual(
      expect.arrayContaining([theDecision, theGroup]),
    );
    for (const { case: name, state } of cases(answer)) {
      const alone = await auditor.get(`/api/cases/${name}?knownOn=@${size}`);
      expect(state).toEqual(alone.body['state']);
    }
    const counts = answer.body['counts'] as { count: number }[];
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(cases(answer).length);
  });

  it('is asked for some cases, and page by page', async () => {
    const decisions = await auditor.get('/api/board?procedure=decision&state=adopted');
    expect(cases(decisions).map((each) => each.case)).toEqual([theDecision]);
    const all = cases(await auditor.get(`/api/board?under=${theDecision}`));
    const first = await auditor.get(`/api/board?under=${theDecision}&limit=1`);
    const { next } = first.body;
    const rest = await auditor.get(`/api/board?under=${theDecision}&page=${String(next)}`);
    expect([...cases(first), ...cases(rest)]).toEqual(all);
  });

  it('answers the same to the same question later, byte for byte', async () => {
    const known = await auditor.get('/api/board?asAt=2018-03-08&knownOn=@3');
    const late = { text: 'A note.' };
    const note = await secretariat.post(`/api/cases/${theDecision}/notes`, late);
    const address = `/api/board?asAt=2018-03-08&knownOn=@3&after=${String(note.body['position'])}`;
    expect(JSON.stringify((await auditor.get(address)).body)).toBe(JSON.stringify(known.body));
  });
});

describe('GET /api/board/changes', () => {
  it('says what changed between two dates, in three languages', async () => {
    const dates = 'from=2017-12-01&to=2018-03-07';
    const { status, body } = await auditor.get(`/api/board/changes?${dates}&under=${theDecision}`);
    expect(status).toBe(200);
    const changes = body['changes'] as { case: string; words: Record<string, string> }[];
    const decision = changes.find((each) => each.case === theDecision);
    expect(decision).toMatchObject({
      from: { draft: 'circulated' },
      steps: [{ type: 'decision.adopted', occurredOn: '2017-12-13' }],
    });
    for (const language of languages) expect(decision!.words[language]).toMatch(/2017/);
  });

  it('says what became known between two states of the log', async () => {
    const { body } = await auditor.get(
      '/api/board/changes?from=2018-03-08&knownFrom=@2&knownOn=@3',
    );
    expect(body).toMatchObject({ basis: { sizeFrom: 2, size: 3 } });
    expect(body['changes']).toMatchObject([{ case: theDecision }]);
  });
});

describe('GET /api/board/late', () => {
  it('names what was recorded after its day, and what was corrected', async () => {
    const correction = { reason: 'A copy.', corrections: [{ revision: 1, annul: true }] };
    const impossible = await secretariat.post(`/api/cases/${theDecision}/corrections`, correction);
    expect(impossible.status).toBe(409);
    const moved = { ...correction, corrections: [{ revision: 1, occurredOn: '2017-10-05' }] };
    await secretariat.post(`/api/cases/${theDecision}/corrections`, moved);
    const { status, body } = await auditor.get('/api/board/late?procedure=decision');
    expect(status).toBe(200);
    expect(body['late']).toMatchObject([
      { type: 'decision.submitted' },
      { type: 'decision.circulated' },
      { type: 'decision.adopted', delay: expect.any(Number) },
    ]);
    expect(body['corrections']).toMatchObject([
      { case: theDecision, status: 'open', corrections: [{ revision: 1 }] },
    ]);
  });
});

describe('GET /api/board/changes and /api/board/late', () => {
  it('show what was recorded up to a position', async () => {
    const note = await secretariat.post(`/api/cases/${theDecision}/notes`, { text: 'A note.' });
    const after = String(note.body['position']);
    for (const question of ['changes?from=2018-03-08', 'late?procedure=decision']) {
      const { status, body } = await auditor.get(`/api/board/${question}&after=${after}`);
      expect(status).toBe(200);
      const { size } = body['basis'] as { size: number };
      const then = await auditor.get(`/api/board?knownOn=@${size}&under=${theDecision}&limit=1`);
      const [first] = then.body['cases'] as { revision: number }[];
      expect(first!.revision).toBeGreaterThanOrEqual(Number(note.body['revision']));
    }
  });
});

describe('The next page', () => {
  it('is refused to another question', async () => {
    const { next } = (await auditor.get('/api/board?limit=1')).body;
    for (const question of ['board?procedure=decision&', 'board/changes?from=2018-01-01&']) {
      const { status, body } = await auditor.get(`/api/${question}page=${String(next)}`);
      expect(status).toBe(400);
      expect(body['reasons']).toMatchObject([{ field: 'page' }]);
    }
  });
});

describe('GET /api/board/obligations', () => {
  it('counts them by status, and lists those of one', async () => {
    const question = '/api/board/obligations?asAt=2018-07-26';
    const all = (await auditor.get(question)).body;
    const counts = all['counts'] as Record<string, number>;
    const listed = all['obligations'] as { status: string }[];
    for (const [status, count] of Object.entries(counts)) {
      expect(listed.filter((each) => each.status === status)).toHaveLength(count);
    }
    const missing = (await auditor.get(`${question}&status=notComputable`)).body;
    expect(missing['counts']).toEqual(counts);
    expect(missing['obligations']).toHaveLength(counts['notComputable']!);
  });
});

it('Health tells how far the board is', async () => {
  await auditor.get('/api/board');
  const { body } = await auditor.get('/health/ready');
  const { size } = body['log'] as { size: number };
  expect(body).toMatchObject({ status: 'ready', board: { following: true, size } });
});

describe('A question to the board that is malformed is refused, naming the field:', () => {
  it.each<[string, string, number]>([
    ['/api/board?asAt=2018-13-01', 'asAt', 400],
    ['/api/board?after=x', 'after', 400],
    ['/api/board?procedure=loan', 'procedure', 404],
    ['/api/board?under=decision/none', 'under', 404],
    ['/api/board?state=painted', 'state', 400],
    ['/api/board?limit=0', 'limit', 400],
    ['/api/board?page=x', 'page', 400],
    ['/api/board?case=x', 'case', 400],
    ['/api/board/changes', 'from', 400],
    ['/api/board/changes?from=2018-01-01&after=x', 'after', 400],
    ['/api/board/late?after=x', 'after', 400],
    ['/api/board/changes?from=2018-01-01&to=2017-01-01', 'from', 400],
    ['/api/board/changes?from=2018-01-01&asAt=2018-01-01', 'asAt', 400],
    ['/api/board/late?since=yesterday', 'since', 400],
    ['/api/board/late?knownOn=@0&since=@1', 'since', 400],
    ['/api/board/obligations?status=late', 'status', 400],
  ])('%s', async (address, field, status) => {
    const answer = await auditor.get(address);
    expect(answer.status).toBe(status);
    expect(reasons(answer).map((reason) => reason.field)).toEqual([field]);
    for (const language of languages) expect(reasons(answer)[0]!.message[language]).toMatch(/\S/);
  });
});
