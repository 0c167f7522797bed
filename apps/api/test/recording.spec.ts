import type { CaseNext, HistoryRecord } from '@rapporteur/engine';
import type { Reason } from '@rapporteur/kernel';
import { scene, type Answer, type Caller, type Scene } from './scene';
import { adopted, circulated, consensusNoted, consultations, designated } from './told';
import { established, irregularity, submitted } from './told';

const theDecision = 'decision/ecommerce';
const theGroup = 'workingGroup/ecommerce';
const theChair = 'chair/ecommerce';

let server: Scene;
let secretariat: Caller;

beforeEach(async () => {
  server = await scene();
  secretariat = await server.as('secretariat');
});
afterEach(() => server.close());

async function adoptTheDecision(): Promise<Answer> {
  const member = await server.as('member', 'RUS');
  const conference = await server.as('ministerialConference');
  await member.step(theDecision, submitted);
  await secretariat.step(theDecision, circulated);
  const answer = await conference.step(theDecision, adopted);
  expect(answer.status).toBe(201);
  await server.settled(answer);
  return answer;
}

const history = async (name: string) =>
  (await secretariat.get(`/api/cases/${name}/history`)).body['records'] as HistoryRecord[];

const reasons = (answer: Answer) => answer.body['reasons'] as Reason[];

const state = async (name: string, question = '') =>
  (await secretariat.get(`/api/cases/${name}${question}`)).body['state'];

describe('Adopting the decision', () => {
  it('opens the working group and the post of its chair by itself', async () => {
    const answer = await adoptTheDecision();
    expect(answer.body).toMatchObject({
      case: theDecision,
      revision: 2,
      from: { draft: 'circulated' },
      to: { adopted: { force: 'inForce', text: 'original', lang: 'pending' } },
      causes: [
        { case: theGroup, type: 'workingGroup.establishmentInstructed' },
        { case: theChair, type: 'chair.postCreated' },
        { case: 'review/ecommerce-2018-07', type: 'review.scheduled' },
        { case: 'review/ecommerce-2018-12', type: 'review.scheduled' },
        { case: 'review/ecommerce-2019-07', type: 'review.scheduled' },
        { case: 'ministerialReport/ecommerce', type: 'ministerialReport.requested' },
        { case: 'moratorium/ecommerce', type: 'moratorium.maintained' },
      ],
    });
    expect(await state(theGroup)).toBe('instructed');
    expect(await state(theChair)).toBe('vacant');
    const [first] = await history(theChair);
    const cause = (await history(theDecision)).at(-1)!;
    expect(first!.metadata).toMatchObject({
      occurredOn: '2017-12-13',
      actor: { id: 'engine', role: 'clock' },
      authority: cause.metadata.authority,
      $causationId: cause.id,
      links: { parent: theDecision, workingGroup: theGroup },
    });
  });

  it('waits for the caused steps when a read names a position', async () => {
    const member = await server.as('member', 'RUS');
    await member.step(theDecision, submitted);
    await secretariat.step(theDecision, circulated);
    const answer = await secretariat.step(theDecision, adopted);
    const { position } = answer.body;
    const read = await secretariat.get(`/api/cases/${theChair}?after=${String(position)}`);
    expect(read.body['state']).toBe('vacant');
    expect((await secretariat.get(`/api/cases/${theChair}?after=soon`)).status).toBe(400);
  });
});

describe('A caused step that is refused', () => {
  it('is an alert, with the reasons', async () => {
    const opening = {
      type: 'workingGroup.establishmentInstructed',
      data: { decisionSymbol: 'WT/L/SIM', para: '2' },
      occurredOn: '2017-10-05',
      links: { parent: theDecision },
    };
    expect((await secretariat.step(theGroup, opening)).status).toBe(201);
    await adoptTheDecision();
    const { body } = await secretariat.get('/api/alerts');
    expect(body['alerts']).toMatchObject([
      {
        cause: { case: theDecision, revision: 2 },
        effect: { case: theGroup, type: 'workingGroup.establishmentInstructed' },
        code: 'notPossible',
        reasons: [{ rule: 'workingGroup.establishmentInstructed.order' }],
      },
    ]);
  });
});

describe('What now', () => {
  it('tells of every case under the decision what is due, possible, and why not yet', async () => {
    await adoptTheDecision();
    const { body } = await secretariat.get(
      `/api/cases/${theDecision}/next?under=true&asAt=2018-02-26`,
    );
    const under = body['under'] as CaseNext[];
    expect(under.map((each) => each.procedure).sort()).toEqual([
      'chair',
      'ministerialReport',
      'moratorium',
      'report',
      'report',
      'report',
      'review',
      'review',
      'review',
      'workingGroup',
    ]);
    const steps = under.flatMap((each) => each.steps);
    const designation = steps.find(({ type }) => type === 'chair.designated')!;
    expect(designation.status).toBe('notYet');
    expect(designation.reasons[0]).toMatchObject({
      rule: 'chair.afterEstablishment',
      cite: { paragraph: '2' },
      message: {
        en: expect.stringContaining('Working Group'),
        fr: expect.stringContaining('Groupe de travail'),
        es: expect.stringContaining('Grupo de Trabajo'),
      },
    });
  });
});

describe('A chair designated before the group is established', () => {
  it('is refused with the rule, its paragraph and the reason in three languages', async () => {
    await adoptTheDecision();
    const council = await server.as('generalCouncil');
    const answer = await council.step(theChair, designated('2018-02-26'), {
      'accept-language': 'fr-CH',
    });
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(answer.body).toMatchObject({
      code: 'notPossible',
      title: "L'acte n'est pas possible",
      revision: 0,
      reasons: [
        {
          rule: 'chair.afterEstablishment',
          grade: 'structural',
          cite: { paragraph: '2' },
          message: {
            en: expect.stringContaining('Working Group'),
            fr: expect.stringContaining('Groupe de travail'),
            es: expect.stringContaining('Grupo de Trabajo'),
          },
        },
      ],
    });
    expect(await state(theChair)).toBe('vacant');
  });

  it('is possible on the day of the establishment itself', async () => {
    await adoptTheDecision();
    const council = await server.as('generalCouncil');
    expect((await council.step(theGroup, established)).body).toMatchObject({
      status: 409,
      code: 'irregular',
    });
    expect((await council.step(theGroup, { ...established, irregularity })).status).toBe(201);
    expect((await council.step(theChair, designated('2018-03-07'))).status).toBe(201);
  });
});

describe('A step taken late in the books', () => {
  beforeEach(async () => {
    await adoptTheDecision();
    await secretariat.step(theGroup, { ...established, irregularity });
    await secretariat.step(theChair, consultations('2018-01-22'));
    await secretariat.step(theChair, designated('2018-03-20'));
  });

  it('takes its place, and both dates tell the four answers apart', async () => {
    const { basis } = (await secretariat.get(`/api/cases/${theChair}`)).body;
    const before = (basis as { size: number }).size;
    const late = await secretariat.step(theChair, consensusNoted('2018-03-07'));
    expect(late.body).toMatchObject({ revision: 3, from: 'consultations', to: 'nameNoted' });
    expect(await state(theChair, `?asAt=2018-03-10&knownOn=@${before}`)).toBe('consultations');
    expect(await state(theChair, '?asAt=2018-03-10')).toBe('nameNoted');
    expect(await state(theChair, `?asAt=2018-03-25&knownOn=@${before}`)).toBe('designated');
    expect(await state(theChair, '?asAt=2018-03-25')).toBe('designated');
    expect((await history(theChair)).map(({ type, place }) => [type, place])).toEqual([
      ['chair.postCreated', 0],
      ['chair.consultationsOpened', 1],
      ['chair.designated', 3],
      ['chair.consensusNoted', 2],
    ]);
  });

  it('is refused when a later step would become impossible, which is named', async () => {
    const answer = await secretariat.step(theChair, designated('2018-03-07'));
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'laterStepImpossible', revision: 2 });
    expect(reasons(answer)[0]!.message.en).toContain('chair.designated, 2018-03-20, revision 2');
    expect(reasons(answer)[0]!.message.en).toContain('Correct or annul that step first');
  });

  it('may be the first of its day', async () => {
    const noted = { ...consensusNoted('2018-03-20') };
    expect((await secretariat.step(theChair, noted)).status).toBe(409);
    const first = await secretariat.step(theChair, { ...noted, follows: -1 });
    expect(first.body).toMatchObject({ from: 'consultations', to: 'nameNoted' });
    expect(await state(theChair)).toBe('designated');
    const wrong = await secretariat.step(theChair, { ...noted, follows: 1 });
    expect(wrong.body).toMatchObject({ status: 400, reasons: [{ field: 'follows' }] });
  });

  it('answers beforeLog, never an empty state, before the first record', async () => {
    expect(await state(theChair, '?asAt=2017-12-12')).toBe('beforeLog');
    expect(await state(theChair, '?asAt=2017-12-13&moment=opening')).toBe('beforeLog');
    expect(await state(theChair, '?asAt=2017-12-13')).toBe('vacant');
    const unknown = await secretariat.get(`/api/cases/${theChair}?knownOn=@0`);
    expect(unknown.body).toMatchObject({ state: 'beforeLog', revision: -1, basis: { size: 0 } });
  });
});

describe('Of many who propose at once', () => {
  it('one wins, and the others are told the new revision', async () => {
    await secretariat.step(theDecision, submitted);
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => secretariat.step(theDecision, circulated)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(63);
    expect(refused.every(({ body }) => body['revision'] === 1)).toBe(true);
  });

  it('who sent If-Match is told what was recorded since', async () => {
    await secretariat.step(theDecision, submitted);
    const seen = { 'if-match': '"0"' };
    expect((await secretariat.step(theDecision, circulated, seen)).status).toBe(201);
    const late = await secretariat.step(theDecision, adopted, seen);
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({ code: 'conflict', revision: 1 });
    expect(late.body['detail']).toContain('decision.circulated (2017-10-06');
    expect((await secretariat.step(theDecision, adopted, { 'if-match': '1' })).status).toBe(400);
  });

  it('the same request under one key is recorded once and answered alike', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => secretariat.step(theDecision, submitted, key)),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const other = { ...submitted, occurredOn: '2017-10-06' };
    expect((await secretariat.step(theDecision, other, key)).status).toBe(422);
    expect((await secretariat.step(theDecision, {}, key)).status).toBe(422);
    const member = await server.as('member', 'RUS');
    expect((await member.step(theDecision, submitted, key)).status).toBe(422);
    expect(await history(theDecision)).toHaveLength(1);
  });
});
