import { languages, type Reason } from '@rapporteur/kernel';
import { scene, type Answer, type Caller, type Scene } from './scene';
import { circulated, submitted } from './told';

const theDecision = 'decision/ecommerce';

const reasons = (answer: Answer) => answer.body['reasons'] as Reason[];

let server: Scene;
let secretariat: Caller;
let member: Caller;

beforeAll(async () => {
  server = await scene();
  secretariat = await server.as('secretariat');
  member = await server.as('member', 'RUS');
});
afterAll(() => server.close());

/** Nothing that was refused may have opened the case. */
afterEach(async () => {
  expect((await secretariat.get(`/api/cases/${theDecision}`)).status).toBe(404);
});

describe('Without a token', () => {
  it.each([
    ['GET', '/api/alerts'],
    ['GET', '/api/procedures'],
    ['GET', '/api/procedures/decision'],
    ['GET', '/api/cases/decision/ecommerce'],
    ['GET', '/api/cases/decision/ecommerce/history'],
    ['GET', '/api/cases/decision/ecommerce/next'],
    ['GET', '/api/cases/decision/ecommerce/mentions'],
    ['GET', '/api/cases/decision/ecommerce/diagram.svg'],
    ['GET', '/api/procedures/decision/diagram.svg'],
    ['GET', '/api/board'],
    ['GET', '/api/board/changes'],
    ['GET', '/api/board/late'],
    ['GET', '/api/board/obligations'],
    ['GET', '/api/due'],
    ['GET', '/api/brief'],
    ['GET', '/api/reviews/ecommerce-2018-07/brief'],
    ['GET', '/api/calendar.ics'],
    ['GET', '/api/cases/decision/ecommerce/corrections'],
    ['POST', '/api/cases/decision/ecommerce/corrections'],
    ['POST', '/api/cases/decision/ecommerce/corrections/1/approval'],
    ['POST', '/api/steps'],
    ['POST', '/api/cases/decision/ecommerce/notes'],
    ['POST', '/api/cases/decision/ecommerce/steps'],
  ])('%s %s is refused', async (method, address) => {
    for (const authorization of [
      undefined,
      'Bearer x.y.z',
      'Basic eDp5',
      `Bearer ${'a'.repeat(40)}`,
    ]) {
      const headers: Record<string, string> = authorization ? { authorization } : {};
      const answer = await fetch(server.url + address, { method, headers });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(await answer.json()).toMatchObject({ code: 'unauthenticated' });
    }
  });

  it('a token that somebody else signed, or that says it needs no signature, is refused', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = part({ iss: 'rapporteur:demo', sub: 'x', role: 'secretariat' });
    for (const forged of [
      `${part({ alg: 'none' })}.${claims}.`,
      `${part({ alg: 'HS256' })}.${claims}.${'A'.repeat(43)}`,
    ]) {
      const headers = { authorization: `Bearer ${forged}` };
      const answer = await fetch(`${server.url}/api/procedures`, { headers });
      expect(answer.status).toBe(401);
    }
  });

  it('health, the register and the demo token answer', async () => {
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    const register = await fetch(`${server.url}/api/register`);
    expect(await register.json()).toMatchObject({ id: 'live', simulated: false });
  });

  it('no demo token is given for an office that there is not', async () => {
    for (const office of [{}, { role: 'king' }, { role: 'member' }, { role: 'chair', of: 3 }, []]) {
      const answer = await secretariat.post('/api/demo/token', office);
      expect(answer.status).toBe(400);
    }
  });
});

describe('A step of somebody else', () => {
  it('is refused, naming whose act it is', async () => {
    const answer = await member.step(theDecision, circulated);
    expect(answer.status).toBe(403);
    expect(answer.body['detail']).toContain('the Secretariat');
    expect(reasons(answer)[0]!.message.fr).toContain('le Secrétariat');
  });

  it('is refused to auditors, and to Members on behalf of another Member', async () => {
    const auditor = await server.as('auditor');
    expect((await auditor.step(theDecision, submitted)).status).toBe(403);
    const forAnother = { ...submitted, onBehalfOf: { role: 'member', of: 'USA' } };
    expect((await member.step(theDecision, forAnother)).status).toBe(403);
  });
});

describe('A malformed step', () => {
  const data = submitted.data;
  it.each([
    ['an unknown field', { ...submitted, data: { ...data, colour: 'red' } }, 'data.colour'],
    ['a field of the wrong type', { ...submitted, data: { ...data, text: 7 } }, 'data.text'],
    [
      'a missing field',
      { ...submitted, data: { proponents: ['RUS'], text: 'x' } },
      'data.originalLang',
    ],
    ['a field that is null', { ...submitted, data: { ...data, text: null } }, 'data.text'],
    ['a date that does not exist', { ...submitted, occurredOn: '2017-02-30' }, 'occurredOn'],
    ['a date in the future', { ...submitted, occurredOn: '2999-01-01' }, 'occurredOn'],
    ['no date', { ...submitted, occurredOn: undefined }, 'occurredOn'],
    ['an unknown type', { ...submitted, type: 'decision.painted' }, 'type'],
    ['a type that every object has', { ...submitted, type: 'constructor' }, 'type'],
    ['a forged type of XState', { ...submitted, type: 'xstate.after.1000.x' }, 'type'],
    ['a step of the engine', { ...submitted, type: 'record.annulled' }, 'type'],
    ['an unknown member of the envelope', { ...submitted, colour: 'red' }, 'colour'],
    [
      'a link where there are none',
      { ...submitted, links: { parent: 'decision/other' } },
      'links.parent',
    ],
    ['a source that there is not', { ...submitted, source: 'rumour' }, 'source'],
    ['a needless irregularity', { ...submitted, irregularity: { reason: 'x' } }, 'irregularity'],
  ])('with %s is refused, naming the field', async (_what, step, field) => {
    const answer = await member.step(theDecision, step);
    expect(answer.status).toBe(400);
    expect(reasons(answer).map((reason) => reason.field)).toContain(field);
    for (const language of languages) {
      expect(reasons(answer)[0]!.message[language]).toMatch(/\S/);
    }
  });

  it('with members that JavaScript gives a meaning is refused', async () => {
    const step = JSON.stringify(submitted).replace('"text"', '"__proto__":{"x":1},"text"');
    const answer = await member.post(`/api/cases/${theDecision}/steps`, step);
    expect(answer.body).toMatchObject({ status: 400, reasons: [{ field: 'data.__proto__' }] });
  });

  it('of 100 kB is refused as too large or too long', async () => {
    const large = { ...submitted, data: { ...data, text: 'x'.repeat(100_000) } };
    const answer = await member.step(theDecision, large);
    expect(answer.status).toBe(413);
    expect(reasons(answer)[0]).toMatchObject({ field: 'body' });
    const long = { ...submitted, data: { ...data, text: 'x'.repeat(70_000) } };
    expect((await member.step(theDecision, long)).body).toMatchObject({ status: 400 });
    const wide = { ...submitted, data: { ...data, proponents: Array(190).fill('é'.repeat(99)) } };
    const many = { ...wide, documents: Array(50).fill({ title: 'é'.repeat(500) }) };
    expect((await member.step(theDecision, many)).status).toBe(413);
  });

  it.each(['Ecommerce', 'e_commerce', '-x', 'x'.repeat(64), '%2e%2e', 'é'])(
    'in a case called %s is refused, naming the case',
    async (name) => {
      const answer = await member.step(`decision/${encodeURIComponent(name)}`, submitted);
      expect(answer.body).toMatchObject({ status: 400, reasons: [{ field: 'case' }] });
      const read = await member.get(`/api/cases/decision/${encodeURIComponent(name)}`);
      expect(read.body).toMatchObject({ status: 400, reasons: [{ field: 'case' }] });
    },
  );

  it('of a procedure that there is not is not found', async () => {
    for (const name of ['loan/x', 'constructor/x', '__proto__/x']) {
      expect((await member.step(name, submitted)).status).toBe(404);
      expect((await member.get(`/api/procedures/${name.split('/')[0]}`)).status).toBe(404);
    }
  });

  it('that is not JSON, or does not say so, is refused', async () => {
    const address = `/api/cases/${theDecision}/steps`;
    expect((await member.post(address, '{"type":')).body).toMatchObject({
      status: 400,
      reasons: [{ field: 'body' }],
    });
    expect((await member.post(address, '[]')).status).toBe(400);
    expect((await member.post(address, '"x"')).status).toBe(400);
    const plain = await member.post(address, submitted, { 'content-type': 'text/plain' });
    expect(plain.status).toBe(415);
  });

  it('under a key that is none, or that belongs to the engine, is refused', async () => {
    for (const key of ['a b', 'x'.repeat(201), 'cause:1:0', 'register:as-drafted:0']) {
      const answer = await member.step(theDecision, submitted, { 'idempotency-key': key });
      expect(answer.body).toMatchObject({ status: 400, reasons: [{ field: 'Idempotency-Key' }] });
    }
  });
});

describe('A malformed question', () => {
  it.each([
    ['asAt=2018-13-01', 'asAt'],
    ['asAt=yesterday', 'asAt'],
    ['moment=noon', 'moment'],
    ['knownOn=@9', 'knownOn'],
    ['knownOn=@-1', 'knownOn'],
    ['knownOn=2018-03-07T25:00:00Z', 'knownOn'],
    ['asAt=2018-01-01&asAt=2018-01-02', 'asAt'],
    ['asat=2018-01-01', 'asat'],
    ['after=1/2', 'after'],
    ['after=12345678901234567890', 'after'],
  ])('%s is refused, naming the field', async (question, field) => {
    await member.step('decision/other', submitted);
    const answer = await member.get(`/api/cases/decision/other?${question}`);
    expect(answer.body).toMatchObject({ status: 400, reasons: [{ field }] });
  });
});

it('A wish that is not known is refused where a step is recorded, too', async () => {
  const address = `/api/cases/${theDecision}/steps`;
  expect((await member.post(`${address}?chek=true`, submitted)).body).toMatchObject({
    status: 400,
    reasons: [{ field: 'chek' }],
  });
  expect((await member.post(`${address}?check=yes`, submitted)).status).toBe(400);
});

it('A step that is only checked is decided, and not recorded', async () => {
  const checked = await member.post(`/api/cases/${theDecision}/steps?check=true`, submitted);
  expect(checked.status).toBe(200);
  expect(checked.body).toMatchObject({
    case: theDecision,
    revision: 0,
    to: { draft: 'submitted' },
  });
  const early = await secretariat.post(`/api/cases/${theDecision}/steps?check=true`, circulated);
  expect(early.body).toMatchObject({ status: 409, code: 'notPossible', revision: -1 });
});

it('A malformed wish to hear of the cases under one is refused', async () => {
  await member.step('decision/other', submitted);
  const answer = await member.get('/api/cases/decision/other/next?under=perhaps');
  expect(answer.body).toMatchObject({ status: 400, reasons: [{ field: 'under' }] });
  expect((await member.get('/api/cases/decision/none/next')).status).toBe(404);
});
