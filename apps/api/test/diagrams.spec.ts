import { scene, type Answer, type Caller, type Scene } from './scene';
import { adopted, circulated, submitted } from './told';

const theDecision = 'decision/ecommerce';
const ofTheCase = `/api/cases/${theDecision}/diagram.svg`;
const ofTheProcedure = '/api/procedures/decision/diagram.svg';

// Laying out is work for the processor alone; a busy machine takes its time.
jest.setTimeout(60_000);

let server: Scene;
let secretariat: Caller;

beforeAll(async () => {
  server = await scene();
  secretariat = await server.as('secretariat');
  await (await server.as('member', 'RUS')).step(theDecision, submitted);
  await secretariat.step(theDecision, circulated);
  await (await server.as('ministerialConference')).step(theDecision, adopted);
});
afterAll(() => server.close());

const picture = (answer: Answer): string => String(answer.body['text']);
const marked = (svg: string, mark: string): readonly string[] =>
  [...svg.matchAll(/<g class="([^"]*)" data-state="([^"]+)">/g)]
    .filter(([, classes]) => classes!.split(' ').includes(mark))
    .map(([, , state]) => state!);
const taken = (svg: string): readonly string[] => {
  const edges = svg.matchAll(/<g class="edge taken" data-step="([^"]+)">/g);
  return [...new Set([...edges].map(([, step]) => step!))].sort();
};

describe('The picture of a procedure', () => {
  it('is SVG', async () => {
    const answer = await secretariat.get(ofTheProcedure);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(picture(answer)).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(marked(picture(answer), 'now')).toEqual([]);
  });

  it('is in the language that the address names, or else the caller reads', async () => {
    const french = await secretariat.get(ofTheProcedure, { 'accept-language': 'fr' });
    const spanish = await secretariat.get(`${ofTheProcedure}?lang=es`, { 'accept-language': 'fr' });
    expect(picture(french)).toContain('<title>Décision ministérielle</title>');
    expect(picture(spanish)).toContain('lang="es"');
    expect(french.headers.get('content-language')).toBe('fr');
    expect((await secretariat.get(`${ofTheProcedure}?lang=de`)).status).toBe(400);
  });

  it('is not sent again to who has it', async () => {
    const etag = (await secretariat.get(ofTheProcedure)).headers.get('etag')!;
    // As browsers ask; without it, fetch would add `no-cache`, which asks for everything anew.
    const having = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    expect((await secretariat.get(ofTheProcedure, having)).status).toBe(304);
    expect((await secretariat.get(`${ofTheProcedure}?lang=es`, having)).status).toBe(200);
    expect((await secretariat.get(ofTheCase, having)).status).toBe(200);
  });

  it('is refused without a token, for an unknown procedure, and with unknown parameters', async () => {
    expect((await fetch(server.url + ofTheProcedure)).status).toBe(401);
    expect((await secretariat.get('/api/procedures/nothing/diagram.svg')).status).toBe(404);
    expect((await secretariat.get(`${ofTheProcedure}?asAt=2018-01-01`)).status).toBe(400);
  });
});

describe('The picture of a case', () => {
  it('shows where it stands and the path it took', async () => {
    const answer = await secretariat.get(ofTheCase);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const svg = picture(answer);
    expect(marked(svg, 'now')).toEqual(
      expect.arrayContaining(['adopted', 'adopted.force.inForce', 'adopted.text.original']),
    );
    expect(marked(svg, 'visited')).toEqual(
      expect.arrayContaining(['draft.submitted', 'draft.circulated']),
    );
    expect(taken(svg)).toEqual(['decision.adopted', 'decision.circulated', 'decision.submitted']);
  });

  it('is as at the date asked for', async () => {
    const svg = picture(await secretariat.get(`${ofTheCase}?asAt=2017-10-05`));
    expect(marked(svg, 'now')).toEqual(['draft', 'draft.submitted']);
    expect(taken(svg)).toEqual(['decision.submitted']);
  });

  it('shows the procedure alone before anything had happened', async () => {
    const svg = picture(await secretariat.get(`${ofTheCase}?asAt=2017-10-04`));
    expect(svg).toBe(picture(await secretariat.get(ofTheProcedure)));
  });

  it('is refused as the state is', async () => {
    expect((await fetch(server.url + ofTheCase)).status).toBe(401);
    expect((await secretariat.get('/api/cases/decision/none/diagram.svg')).status).toBe(404);
    expect((await secretariat.get('/api/cases/nothing/none/diagram.svg')).status).toBe(404);
    expect((await secretariat.get(`${ofTheCase}?asAt=soon`)).status).toBe(400);
    expect((await secretariat.get(`${ofTheCase}?colour=red`)).status).toBe(400);
    expect((await secretariat.get(`${ofTheCase}?lang=de`)).status).toBe(400);
  });
});
