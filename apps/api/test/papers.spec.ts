import { languages, type Reason } from '@rapporteur/kernel';
import { scene, type Answer, type Caller, type Scene } from './scene';
import { adopted, circulated, established, irregularity, submitted } from './told';

const theDecision = 'decision/ecommerce';
const brief = `/api/brief?under=${theDecision}&asAt=2018-03-08`;
const review = '/api/reviews/ecommerce-2018-07/brief';

let server: Scene;
let secretariat: Caller;
let auditor: Caller;

beforeAll(async () => {
  server = await scene();
  [secretariat, auditor] = [await server.as('secretariat'), await server.as('auditor')];
  const steps = [submitted, circulated, adopted].map((step) => ({ case: theDecision, ...step }));
  await secretariat.post('/api/steps', { steps });
  const group = { ...established, irregularity };
  await server.settled(await secretariat.step('workingGroup/ecommerce', group));
});
afterAll(() => server.close());

const reasons = (answer: Answer) => answer.body['reasons'] as Reason[];
const text = (answer: Answer) => String(answer.body['text']);

describe('The brief', () => {
  it('of a decision on a date is JSON with all languages, and is the same later', async () => {
    const first = await auditor.get(brief);
    expect(first.status).toBe(200);
    expect(first.headers.get('vary')).toContain('accept');
    const { basis } = first.body as { basis: { size: number } };
    expect(first.body).toMatchObject({ decision: theDecision, review: null, asAt: '2018-03-08' });
    const then = `${brief}&knownOn=@${basis.size}`;
    const before = await auditor.get(then);
    await secretariat.post(`/api/cases/${theDecision}/notes`, { text: 'A note.' });
    expect(JSON.stringify((await auditor.get(then)).body)).toBe(JSON.stringify(before.body));
  });

  it('of a review is HTML for who takes HTML, in the language asked for', async () => {
    const headers = { accept: 'text/html,*/*;q=0.8', 'accept-language': 'fr' };
    const page = await auditor.get(review, headers);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-language')).toBe('fr');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text(page)).toContain('<html lang="fr">');
    const spanish = await auditor.get(`${review}?format=html&lang=es&asAt=2018-03-08`, headers);
    expect(text(spanish)).toContain('<html lang="es">');
    expect(text(spanish)).toContain('8 de marzo de 2018');
  });

  it('is PDF', async () => {
    const answer = await auditor.get(`${review}?lang=fr`, { accept: 'application/pdf' });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const name = /filename="review-ecommerce-2018-07-[\d-]+-fr\.pdf"/;
    expect(answer.headers.get('content-disposition')).toMatch(name);
    expect(text(answer).slice(0, 5)).toBe('%PDF-');
  });

  it.each<[string, string, number]>([
    ['/api/reviews/none/brief', 'review', 404],
    ['/api/brief?asAt=2018-03-08', 'under', 400],
    [`/api/brief?under=${theDecision}`, 'asAt', 400],
    ['/api/brief?under=workingGroup/ecommerce&asAt=2018-03-08', 'under', 400],
    ['/api/brief?under=review/ecommerce-2018-07', 'under', 400],
    ['/api/brief?under=decision/none&asAt=2018-03-08', 'under', 404],
    [`${brief}&knownThen=@2&knownOn=@1`, 'knownThen', 400],
    [`${brief}&knownThen=x`, 'knownThen', 400],
    [`${brief}&knownOn=x`, 'knownOn', 400],
    [`${brief}&format=docx`, 'format', 400],
    [`${brief}&lang=de`, 'lang', 400],
    [`${brief}&moment=opening`, 'moment', 400],
  ])('%s is refused, naming %s', async (address, field, status) => {
    const answer = await auditor.get(address);
    expect(answer.status).toBe(status);
    expect(reasons(answer).map((reason) => reason.field)).toEqual([field]);
    for (const language of languages) expect(reasons(answer)[0]!.message[language]).toMatch(/\S/);
  });
});

describe('The calendar', () => {
  const token = async () => {
    const answer = await secretariat.post('/api/demo/token', { role: 'auditor' });
    return String(answer.body['token']);
  };

  it('is given to a calendar program with its token in the address', async () => {
    const address = `${server.url}/api/calendar.ics?asAt=2018-03-08&lang=es&token=${await token()}`;
    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*PRODID:.*ES/);
    expect((await auditor.get('/api/calendar.ics')).status).toBe(200);
  });

  it('is the only route that takes one there', async () => {
    const good = await token();
    const forged = await fetch(`${server.url}/api/calendar.ics?token=${good}x`);
    expect(forged.status).toBe(401);
    const bare = await fetch(`${server.url}/api/calendar.ics`);
    expect(await bare.json()).toMatchObject({ code: 'unauthenticated' });
    for (const other of ['/api/board', '/api/brief', '/api/procedures']) {
      expect((await fetch(`${server.url}${other}?token=${good}`)).status).toBe(401);
    }
  });

  it('never shows the token in what is answered or logged', async () => {
    const [good, said] = [await token(), jest.spyOn(console, 'error').mockImplementation()];
    for (const address of [
      `/api/calendar.ics?asAt=x&token=${good}`,
      `/api/calendar.ics?lang=xx&token=${good}`,
      `/api/calendar.icx?token=${good}`,
      `/api/calendar.ics?knownOn=@99999&token=${good}`,
    ]) {
      const answer = await fetch(server.url + address);
      expect([400, 404]).toContain(answer.status);
      expect(await answer.text()).not.toContain(good);
    }
    expect(JSON.stringify(said.mock.calls)).not.toContain(good);
    said.mockRestore();
  });
});
