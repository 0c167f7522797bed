import type { HistoryRecord } from '@rapporteur/engine';
import { languages, type Reason } from '@rapporteur/kernel';
import { scene, type Answer, type Caller, type Scene } from './scene';
import { adopted, circulated, established, irregularity, submitted } from './told';

const theDecision = 'decision/ecommerce';
const theGroup = 'workingGroup/ecommerce';
const records = `/api/cases/${theDecision}/records`;
const evidence = { documents: [{ symbol: 'WT/MIN(17)/SR/1', language: 'en' }] };

let server: Scene;
let secretariat: Caller;
let auditor: Caller;

beforeEach(async () => {
  server = await scene();
  [secretariat, auditor] = [await server.as('secretariat'), await server.as('auditor')];
  await secretariat.step(theDecision, { ...submitted, source: 'draft' });
  await secretariat.step(theDecision, circulated);
});
afterEach(() => server.close());

const reasons = (answer: Answer) => answer.body['reasons'] as Reason[];
const history = async (name: string, question = '') =>
  (await secretariat.get(`/api/cases/${name}/history${question}`)).body[
    'records'
  ] as HistoryRecord[];

describe('Evidence', () => {
  it('is added to a record, which is provisional no longer; known before, it still was', async () => {
    const answer = await secretariat.post(`${records}/0/evidence`, evidence);
    expect(answer.status).toBe(201);
    const circulatedState = { draft: 'circulated' };
    expect(answer.body).toEqual({
      case: theDecision,
      revision: 2,
      position: '2',
      from: circulatedState,
      to: circulatedState,
      verdicts: {},
      consequences: [],
      causes: [],
    });
    const [first, , added] = await history(theDecision);
    expect(first).toMatchObject({ provisional: false, evidence: [{ revision: 2, ...evidence }] });
    expect(added).toMatchObject({ type: 'record.evidenceAdded', data: { revision: 0 } });
    const [before] = await history(theDecision, '?knownOn=@2');
    expect(before).toMatchObject({ provisional: true });
    expect(before).not.toHaveProperty('evidence');
    const state = await secretariat.get(`/api/cases/${theDecision}`);
    expect(state.body).toMatchObject({ provisional: false, state: circulatedState });
    expect(state.headers.get('etag')).toBe('"2"');
  });

  it('is only checked on demand, and recorded once under a key', async () => {
    const address = `${records}/0/evidence`;
    const key = { 'idempotency-key': 'k1' };
    const checked = await secretariat.post(`${address}?check=true`, evidence, key);
    expect(checked).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await history(theDecision)).toHaveLength(2);
    const first = await secretariat.post(address, evidence, key);
    const again = await secretariat.post(address, evidence, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(await history(theDecision)).toHaveLength(3);
    const other = await secretariat.post(`${records}/1/evidence`, evidence, key);
    expect(other.body).toMatchObject({ status: 422, code: 'keyReused' });
  });

  it('is told when the case has moved on', async () => {
    const seen = { 'if-match': '"0"' };
    const answer = await secretariat.post(`${records}/0/evidence`, evidence, seen);
    expect(answer.body).toMatchObject({ status: 412, code: 'conflict', revision: 1 });
  });
});

describe('What an auditor notes', () => {
  it('is recorded, and changes nothing', async () => {
    const before = (await auditor.get(`/api/cases/${theDecision}`)).body;
    const note = { text: 'The job number is not on the cover.', ...evidence };
    const answer = await auditor.post(`/api/cases/${theDecision}/notes`, note);
    expect(answer).toMatchObject({ status: 201, body: { revision: 2 } });
    const { state, context } = (await auditor.get(`/api/cases/${theDecision}`)).body;
    expect({ state, context }).toEqual({ state: before['state'], context: before['context'] });
    expect((await history(theDecision)).at(-1)).toMatchObject({
      type: 'record.noted',
      data: note,
      metadata: { actor: { role: 'auditor' }, source: 'document' },
    });
  });
});

describe('An irregular record', () => {
  const approval = (revision: number) =>
    `/api/cases/${theGroup}/records/${String(revision)}/approval`;

  beforeEach(async () => {
    const done = await secretariat.step(theDecision, adopted);
    await server.settled(done);
    const answer = await secretariat.step(theGroup, { ...established, irregularity });
    expect(answer.status).toBe(201);
  });

  it('is unapproved until a second person approves it, once', async () => {
    const shown = async () => (await history(theGroup))[1]!.irregularity;
    expect(await shown()).toEqual({ unapproved: true });
    const own = await secretariat.post(approval(1), {});
    expect(own.body).toMatchObject({ status: 403, code: 'forbidden' });
    expect(reasons(own)[0]!.rule).toBe('record.irregularityApproved.secondPerson');
    const chair = await server.as('chair', 'generalCouncil');
    const approved = await chair.post(approval(1), { reason: 'No meeting was held in February.' });
    expect(approved.status).toBe(201);
    expect(await shown()).toMatchObject({
      approved: { revision: 2, actor: { role: 'chair', of: 'generalCouncil' } },
    });
    const twice = await chair.post(approval(1), {});
    expect(twice.body).toMatchObject({ status: 409, code: 'alreadyRecorded' });
    const regular = await chair.post(approval(0), {});
    expect(reasons(regular)[0]!.rule).toBe('record.irregularityApproved.irregular');
  });
});

describe('A malformed or misplaced engine step is refused', () => {
  const notes = `/api/cases/${theDecision}/notes`;
  it.each<[string, string, unknown, [number, string]]>([
    ['without documents', `${records}/0/evidence`, {}, [400, 'documents']],
    ['with none', `${records}/0/evidence`, { documents: [] }, [400, 'documents']],
    ['with an unknown member', `${records}/0/evidence`, { ...evidence, by: 'x' }, [400, 'by']],
    ['twice', `${records}/0/evidence`, { ...evidence, revision: 1 }, [400, 'revision']],
    ['about what is no revision', `${records}/x/evidence`, evidence, [400, 'revision']],
    ['that is a list', `${records}/0/evidence`, [], [400, 'body']],
    ['about no record', `${records}/7/evidence`, evidence, [404, 'revision']],
    ['without words', notes, { text: '  ' }, [400, 'text']],
    ['with a strange query', `${notes}?chek=1`, { text: 'x' }, [400, 'chek']],
  ])('%s', async (_what, address, body, [status, field]) => {
    const answer = await secretariat.post(address, body);
    expect(answer.status).toBe(status);
    expect(reasons(answer).map((reason) => reason.field)).toContain(field);
    for (const language of languages) expect(reasons(answer)[0]!.message[language]).toMatch(/\S/);
    expect(await history(theDecision)).toHaveLength(2);
  });

  it('on a case that there is not, by another’s hand, or without a token', async () => {
    const nowhere = await secretariat.post('/api/cases/decision/none/notes', { text: 'x' });
    expect(nowhere.body).toMatchObject({ status: 404, code: 'notFound', revision: -1 });
    const member = await server.as('member', 'RUS');
    for (const answer of [
      await member.post(`${records}/0/evidence`, evidence),
      await member.post(`/api/cases/${theDecision}/notes`, {}),
      await auditor.post(`${records}/0/approval`, {}),
    ]) {
      expect(answer.body).toMatchObject({ status: 403, code: 'forbidden' });
      expect(reasons(answer)[0]!.cite).toMatchObject({ instrument: 'Rapporteur' });
    }
    const plain = await fetch(`${server.url}${records}/0/evidence`, { method: 'POST' });
    expect(plain.status).toBe(401);
  });

  it('at the ordinary door', async () => {
    const step = { type: 'record.noted', data: { text: 'x' }, occurredOn: '2017-10-07' };
    expect((await secretariat.step(theDecision, step)).body).toMatchObject({ status: 400 });
  });
});

describe('The minutes of a meeting', () => {
  const gc = 'meeting/gc-2018-03';
  const step = (type: string, occurredOn: string, data: object, more: object = {}) => ({
    type: `meeting.${type}`,
    data,
    occurredOn,
    ...more,
  });

  it('bear out what was recorded as taken at it, and raise an alert for what was not', async () => {
    await server.settled(await secretariat.step(theDecision, adopted));
    const decision = { mode: 'consensus', meeting: 'gc-2018-03' };
    const fromTheFloor = { ...established, irregularity, decision, source: 'floor' };
    expect((await secretariat.step(theGroup, fromTheFloor)).status).toBe(201);
    const spans = [{ from: '2018-03-07' }];
    const plan = { body: 'generalCouncil', spans, format: 'informal' };
    const onBehalfOf = { role: 'chair', of: 'generalCouncil' };
    const opening = { presidingRef: 'HOLDER-G', capacity: 'chair', quorum: 'presumed' };
    await secretariat.step(gc, step('planned', '2018-01-10', plan));
    await secretariat.step(gc, step('opened', '2018-03-07', opening, { onBehalfOf }));
    await secretariat.step(gc, step('closed', '2018-03-07', { endedAt: '18:00' }, { onBehalfOf }));

    const { body } = await secretariat.get(`/api/cases/${gc}/mentions`);
    expect(body['records']).toMatchObject([
      { case: theGroup, revision: 1, type: 'workingGroup.established', provisional: true },
    ]);
    const minuted = {
      symbol: 'WT/GC/M/SIM/1',
      issuedOn: '2018-05-04',
      steps: [
        { case: theGroup, revision: 1, finding: 'confirmed' },
        { case: theDecision, revision: 9, finding: 'confirmed' },
        { case: theDecision, revision: 0, finding: 'differing' },
      ],
      missing: ['The Chair was designated.'],
    };
    const issued = await secretariat.step(gc, step('minutesIssued', '2018-05-04', minuted));
    expect(issued.body).toMatchObject({
      verdicts: { 'meeting.differenceExplained': false, 'meeting.nothingMissing': false },
      causes: [
        { case: theGroup, type: 'record.evidenceAdded' },
        { case: theDecision, type: 'record.evidenceAdded' },
      ],
    });
    await server.settled(issued);
    expect((await history(theGroup))[1]).toMatchObject({
      provisional: false,
      evidence: [{ revision: 2, documents: [{ symbol: 'WT/GC/M/SIM/1' }] }],
    });
    expect((await history(theDecision)).map(({ type }) => type)).not.toContain(
      'record.evidenceAdded',
    );
    const { alerts } = (await secretariat.get('/api/alerts')).body as { alerts: object[] };
    expect(alerts).toMatchObject([{ effect: { case: theDecision }, code: 'notFound' }]);
  });
});
