import { registry } from '@rapporteur/runtime';
import { scene, type Caller, type Scene } from './scene';

let server: Scene;
let member: Caller;

beforeAll(async () => {
  server = await scene();
  member = await server.as('member', 'RUS');
});
afterAll(() => server.close());

describe('The descriptions', () => {
  it('list the procedures with schemas, labels, rules and the hash of each definition', async () => {
    const { body } = await member.get('/api/procedures');
    const list = Array.isArray(body) ? body : [];
    expect(list.map(({ id }) => id)).toEqual([...registry.keys()]);
    for (const definition of list) {
      expect(definition.hash).toMatch(/^[0-9a-f]{64}$/);
      for (const step of definition.steps) {
        expect(step.schema).toMatchObject({ type: 'object', additionalProperties: false });
        expect(Object.keys(step.labels)).toEqual(['en', 'fr', 'es']);
        expect(step.cite.instrument).toMatch(/\S/);
      }
    }
  });

  it('include an OpenAPI 3.1 document that names every route', async () => {
    const { body } = await member.get('/api/openapi.json');
    expect(body['openapi']).toBe('3.1.0');
    expect(Object.keys(body['paths'] as object).sort()).toEqual([
      '/api/alerts',
      '/api/board',
      '/api/board/changes',
      '/api/board/late',
      '/api/board/obligations',
      '/api/brief',
      '/api/calendar.ics',
      '/api/cases/{procedure}/{case}',
      '/api/cases/{procedure}/{case}/corrections',
      '/api/cases/{procedure}/{case}/corrections/{revision}/approval',
      '/api/cases/{procedure}/{case}/corrections/{revision}/rejection',
      '/api/cases/{procedure}/{case}/diagram.svg',
      '/api/cases/{procedure}/{case}/history',
      '/api/cases/{procedure}/{case}/mentions',
      '/api/cases/{procedure}/{case}/next',
      '/api/cases/{procedure}/{case}/notes',
      '/api/cases/{procedure}/{case}/records/{revision}/approval',
      '/api/cases/{procedure}/{case}/records/{revision}/evidence',
      '/api/cases/{procedure}/{case}/steps',
      '/api/demo/token',
      '/api/due',
      '/api/procedures',
      '/api/procedures/{procedure}',
      '/api/procedures/{procedure}/diagram.svg',
      '/api/register',
      '/api/reviews/{case}/brief',
      '/api/steps',
      '/health/live',
      '/health/ready',
    ]);
    const named = JSON.stringify(body).match(/#\/components\/schemas\/\w+/g) ?? [];
    const known = Object.keys((body['components'] as { schemas: object }).schemas);
    expect(named.filter((name) => !known.includes(name.split('/').at(-1)!))).toEqual([]);
  });

  it('answer in the language asked for', async () => {
    const answers = ['es-AR', 'fr;q=0.4, es;q=0.9', 'de, *;q=0.1', 'en-GB'].map((language) =>
      member.get('/api/nothing', { 'accept-language': language }),
    );
    const titles = (await Promise.all(answers)).map(({ body }) => body['title']);
    expect(titles).toEqual(['No encontrado', 'No encontrado', 'Not found', 'Not found']);
  });
});
