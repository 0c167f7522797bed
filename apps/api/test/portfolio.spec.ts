import { scene, type Scene } from './scene';

// Questions and steps that concern several cases at once.

let desk: Scene;
beforeEach(async () => (desk = await scene()));
afterEach(() => desk.close());

const submitted = {
  case: 'decision/ecommerce',
  type: 'decision.submitted',
  data: { proponents: ['RUS'], originalLang: 'en', text: 'Draft' },
  occurredOn: '2017-10-05',
};
const circulated = {
  case: 'decision/ecommerce',
  type: 'decision.circulated',
  data: { symbols: ['JOB/GC/137'], jobNo: '17-0000', restriction: 'restricted' },
  occurredOn: '2017-10-06',
};
const adopted = {
  case: 'decision/ecommerce',
  type: 'decision.adopted',
  data: { body: 'ministerialConference', symbols: ['WT/MIN(17)/SIM/1'], paras: ['1', '2'] },
  occurredOn: '2017-12-13',
};
const established = {
  case: 'workingGroup/ecommerce',
  type: 'workingGroup.established',
  data: { body: 'generalCouncil', termsOfReference: 'Paragraph 1', symbol: 'WT/L/SIM/1' },
  occurredOn: '2018-02-26',
};

describe('POST /api/steps', () => {
  it('records steps of several cases, each after what those before it cause', async () => {
    const secretariat = await desk.as('secretariat');
    const steps = [submitted, circulated, adopted, established];
    const { status, body } = await secretariat.post('/api/steps', { steps });
    expect(status).toBe(201);
    expect(body['steps']).toHaveLength(4);
    const group = await secretariat.get('/api/cases/workingGroup/ecommerce');
    expect(group.body['state']).toMatchObject({ established: {} });
  });

  it('names every problem with the place of its step, and records nothing', async () => {
    const secretariat = await desk.as('secretariat');
    const bad = { ...circulated, data: { symbols: [] } };
    const { status, body } = await secretariat.post('/api/steps', {
      steps: [submitted, bad, established],
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'invalid',
      problems: [
        { index: 1, case: 'decision/ecommerce', code: 'invalid' },
        { index: 2, case: 'workingGroup/ecommerce' },
      ],
      recorded: 0,
    });
    const fields = (body['reasons'] as { field: string }[]).map(({ field }) => field);
    expect(fields).toContain('steps[1].data.jobNo');
    expect((await secretariat.get('/api/cases/decision/ecommerce')).status).toBe(404);
  });

  it('only tries with check=true', async () => {
    const secretariat = await desk.as('secretariat');
    const { status, body } = await secretariat.post('/api/steps?check=true', {
      steps: [submitted, circulated],
    });
    expect(status).toBe(200);
    expect(body['steps']).toMatchObject([{ to: { draft: 'submitted' } }, {}]);
    expect((await secretariat.get('/api/cases/decision/ecommerce')).status).toBe(404);
  });

  it('takes a body larger than one event may be', async () => {
    const secretariat = await desk.as('secretariat');
    const text = 'x'.repeat(9_000);
    const steps = Array.from({ length: 20 }, (_, i) => ({
      ...submitted,
      case: `decision/d-${i}`,
      data: { ...submitted.data, text },
    }));
    expect((await secretariat.post('/api/steps', { steps })).status).toBe(201);
  });

  it('refuses If-Match, which is of one case', async () => {
    const secretariat = await desk.as('secretariat');
    const answer = await secretariat.post(
      '/api/steps',
      { steps: [submitted] },
      { 'if-match': '"1"' },
    );
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid']);
  });

  it('refuses what is no list of steps', async () => {
    const secretariat = await desk.as('secretariat');
    const { status, body } = await secretariat.post('/api/steps', { steps: 'all' });
    expect([status, body['code']]).toEqual([400, 'invalid']);
  });
});

describe('GET /api/board/obligations', () => {
  it('says that the establishment cannot be dated before the calendar is entered', async () => {
    const secretariat = await desk.as('secretariat');
    await secretariat.post('/api/steps', { steps: [submitted, circulated, adopted] });
    const { status, body } = await secretariat.get(
      '/api/board/obligations?asAt=2018-01-10&knownOn=@4',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ asAt: '2018-01-10', knownOn: '@4', basis: { size: 4 } });
    const found = (body['obligations'] as Record<string, unknown>[]).find(
      ({ number }) => number === 'D1a',
    );
    expect(found).toMatchObject({ case: 'workingGroup/ecommerce', status: 'notComputable' });
  });

  it('refuses a parameter that it does not know', async () => {
    const auditor = await desk.as('auditor');
    expect((await auditor.get('/api/board/obligations?on=2018-01-10')).status).toBe(400);
  });
});

describe('GET /api/due', () => {
  it('is empty where nothing has come due', async () => {
    const auditor = await desk.as('auditor');
    const { status, body } = await auditor.get('/api/due?asAt=2018-01-10');
    expect([status, body['steps']]).toEqual([200, []]);
  });
});
