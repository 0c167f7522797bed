import { languages, type Reason } from '@rapporteur/kernel';
import { scene, type Answer, type Caller, type Scene } from './scene';
import { adopted, circulated, submitted } from './told';

const theDecision = 'decision/ecommerce';
const corrections = `/api/cases/${theDecision}/corrections`;
const of = (revision: number, what: string) => `${corrections}/${revision}/${what}`;

let server: Scene;
let registrar: Caller;
let deputy: Caller;

beforeEach(async () => {
  server = await scene();
  registrar = await server.as('secretariat', undefined, 'registrar');
  deputy = await server.as('secretariat', undefined, 'deputy');
  await registrar.step(theDecision, submitted);
  await registrar.step(theDecision, circulated);
});
afterEach(() => server.close());

const propose = (...list: object[]) => ({
  reason: 'The cover page has another date.',
  corrections: list,
});
const earlier = propose({ revision: 1, occurredOn: '2017-10-05' });
const reasons = (answer: Answer) => answer.body['reasons'] as Reason[];
const shown = async (question = '') =>
  (await registrar.get(`${corrections}${question}`)).body['corrections'];
const records = async () =>
  (await registrar.get(`/api/cases/${theDecision}/history`)).body['records'] as object[];

describe('A correction', () => {
  it('is proposed by one person and counts once a second approves it', async () => {
    const checked = await registrar.post(`${corrections}?check=true`, earlier);
    expect(checked).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await shown()).toEqual([]);

    const proposed = await registrar.post(corrections, earlier, { 'idempotency-key': 'k' });
    expect(proposed).toMatchObject({ status: 201, body: { case: theDecision, revision: 2 } });
    const again = await registrar.post(corrections, earlier, { 'idempotency-key': 'k' });
    expect(again.body).toEqual(proposed.body);
    expect(await shown()).toMatchObject([
      { revision: 2, status: 'open', proposed: { actor: { id: 'registrar' } }, impact: {} },
    ]);

    const own = await registrar.post(of(2, 'approval'), {});
    expect(own.body).toMatchObject({ status: 403, code: 'forbidden' });
    expect(reasons(own)[0]!.rule).toBe('record.corrected.secondPerson');

    const stale = await deputy.post(of(2, 'approval'), {}, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    expect((await deputy.post(`${of(2, 'approval')}?check=true`, {})).status).toBe(200);
    const approved = await deputy.post(of(2, 'approval'), {}, { 'if-match': '"2"' });
    expect(approved).toMatchObject({ status: 201, body: { revision: 3 } });
    expect((await records())[1]).toMatchObject({
      metadata: { occurredOn: '2017-10-06' },
      corrected: { occurredOn: '2017-10-05' },
      corrections: [{ status: 'approved', decided: { actor: { id: 'deputy' } } }],
    });
    expect(await shown('?knownOn=@3')).toMatchObject([{ status: 'open' }]);
    const twice = await deputy.post(of(2, 'approval'), {});
    expect(twice.body).toMatchObject({ status: 409, code: 'alreadyRecorded' });
  });

  it('is approved by a request without a body', async () => {
    await registrar.post(corrections, propose({ revision: 1, annul: true }));
    const { authorization } = await deputyHeaders();
    const address = server.url + of(2, 'approval');
    const plain = await fetch(address, { method: 'POST', headers: { authorization } });
    expect(plain.status).toBe(201);
    expect((await records()).at(-1)).toMatchObject({ type: 'record.annulled' });
    expect((await records())[1]).toMatchObject({ annulled: true });
  });

  it('that is rejected changes nothing, and the reason stands', async () => {
    await registrar.post(corrections, earlier);
    const silent = await deputy.post(of(2, 'rejection'), {});
    expect(silent.body).toMatchObject({ status: 400, reasons: [{ field: 'reason' }] });
    const rejected = await deputy.post(of(2, 'rejection'), { reason: 'It has not.' });
    expect(rejected.status).toBe(201);
    expect(await shown()).toMatchObject([
      { status: 'rejected', decided: { actor: { id: 'deputy' }, reason: 'It has not.' } },
    ]);
    expect((await records())[1]).not.toHaveProperty('corrected');
  });

  it('of a cause lists what it caused, and raises an alert in words on it', async () => {
    await server.settled(await registrar.step(theDecision, adopted));
    const annul = propose({ revision: 2, annul: true });
    const proposed = await registrar.post(corrections, annul);
    const effect = { case: 'workingGroup/ecommerce', revision: 0, cause: 2 };
    expect(proposed.body['effects']).toContainEqual(expect.objectContaining(effect));
    const revision = Number(proposed.body['revision']);
    await server.settled(await deputy.post(of(revision, 'approval'), {}));
    const { body } = await deputy.get('/api/alerts');
    const alerts = body['alerts'] as { message: object; effect: { case: string } }[];
    const alert = alerts.find((each) => each.effect.case === 'workingGroup/ecommerce');
    expect(alert).toMatchObject({
      cause: { case: theDecision, revision: 2 },
      correction: { revision: revision + 1, type: 'record.annulled' },
    });
    expect(alert!.message).toMatchObject({
      en: expect.stringContaining('which caused it, was annulled'),
      fr: expect.stringContaining("qui l'a entraîné, ait été annulée"),
      es: expect.stringContaining('que lo causó, fue anulada'),
    });
  });
});

describe('What cannot be proposed or approved is refused', () => {
  it.each<[string, unknown, [number, string]]>([
    ['without a reason', { corrections: [{ revision: 1, annul: true }] }, [400, 'reason']],
    ['with nothing to correct', { reason: 'x', corrections: [] }, [400, 'corrections']],
    [
      'with an unknown member',
      propose({ revision: 1, delete: true }),
      [400, 'corrections[0].delete'],
    ],
    ['that changes nothing', propose({ revision: 1 }), [400, 'corrections[0]']],
    [
      'with a payload that is malformed',
      propose({ revision: 1, data: { symbols: 7 } }),
      [400, 'corrections[0].data.symbols'],
    ],
    ['of no record', propose({ revision: 9, annul: true }), [404, 'corrections[0].revision']],
    ['that is a list', [], [400, 'body']],
  ])('%s', async (_what, body, [status, field]) => {
    const answer = await registrar.post(corrections, body);
    expect(answer.status).toBe(status);
    expect(reasons(answer).map((reason) => reason.field)).toContain(field);
    for (const language of languages) expect(reasons(answer)[0]!.message[language]).toMatch(/\S/);
    expect(await records()).toHaveLength(2);
  });

  it('to a later step that would become impossible, naming it and the way out', async () => {
    const answer = await registrar.post(corrections, propose({ revision: 0, annul: true }));
    expect(answer.body).toMatchObject({ status: 409, code: 'laterStepImpossible' });
    expect(answer.body['detail']).toContain('decision.circulated');
    expect(answer.body['detail']).toContain('Correct or annul that step in the same proposal');
  });

  it('to whoever may not, and of what is no proposal', async () => {
    for (const [role, party] of [['auditor'], ['member', 'RUS'], ['chair', 'x']] as const) {
      const other = await server.as(role, party);
      expect((await other.post(corrections, earlier)).status).toBe(403);
    }
    await registrar.post(corrections, earlier);
    expect((await deputy.post(of(1, 'approval'), {})).status).toBe(404);
    const named = await deputy.post(of(2, 'approval'), { proposal: 2 });
    expect(named.body).toMatchObject({ status: 400, reasons: [{ field: 'proposal' }] });
    expect((await deputy.post(of(-1, 'rejection'), { reason: 'x' })).status).toBe(400);
    const asked = await deputy.get(`${corrections}?asAt=2018-01-01`);
    expect(asked.body).toMatchObject({ status: 400, reasons: [{ field: 'asAt' }] });
    expect((await deputy.get('/api/cases/decision/none/corrections')).status).toBe(404);
  });
});

describe('The OpenAPI document', () => {
  it('has the bodies: the proposal is in the address, the corrected revisions are not', async () => {
    const { body } = await registrar.get('/api/openapi.json');
    const { schemas } = body['components'] as {
      schemas: Record<string, { required?: string[]; properties: object }>;
    };
    expect(schemas['Correction']!.properties).toHaveProperty('revision');
    expect(schemas['Correction']!.required).toEqual(['revision']);
    expect(schemas['CorrectionApproved']!.properties).not.toHaveProperty('proposal');
    expect(schemas['CorrectionRejected']!.required).toEqual(['reason']);
  });
});

async function deputyHeaders(): Promise<{ authorization: string }> {
  const answer = await fetch(`${server.url}/api/demo/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'secretariat', id: 'deputy' }),
  });
  const { token } = (await answer.json()) as { token: string };
  return { authorization: `Bearer ${token}` };
}
