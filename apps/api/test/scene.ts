import { memoryEventStore, type EventStore } from '@rapporteur/engine';
import { installOn, settingsFrom } from '@rapporteur/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../src/serve';

// What the API's tests share: a server on an empty register, and callers in their offices.

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

type Extra = Record<string, unknown>;

/** A caller in one office. */
export interface Caller {
  get(address: string, headers?: Record<string, string>): Promise<Answer>;
  post(address: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  step(name: string, step: Extra, headers?: Record<string, string>): Promise<Answer>;
}

/** A server of a test. */
export interface Scene {
  readonly url: string;
  /** @param id the person; without it, whoever holds the office */
  as(role: string, of?: string, id?: string): Promise<Caller>;
  /** Waits for the caused steps of an answer. */
  settled(answer: Answer): Promise<void>;
  close(): Promise<void>;
}

export async function scene(
  store: EventStore = memoryEventStore(),
  environment: Record<string, string> = {},
): Promise<Scene> {
  const data = await mkdtemp(path.join(tmpdir(), 'rapporteur-api-'));
  const settings = settingsFrom({
    PORT: '0',
    RAPPORTEUR_DATA: data,
    RAPPORTEUR_STORE: 'memory:',
    RAPPORTEUR_AUTH: 'demo',
    ...environment,
  });
  const installation = await installOn(store, settings, () => {});
  const served = await serve(installation, (line) => console.error(line));
  return {
    url: served.url,
    as: (role, of, id) => caller(served.url, { role, of, id }),
    settled: (answer) => installation.engine.settled(String(answer.body['position'])),
    async close() {
      await served.close();
      await installation.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function caller(url: string, office: object): Promise<Caller> {
  const json = { 'content-type': 'application/json' };
  const post = (address: string, body: unknown, headers: Record<string, string>) =>
    call(url + address, {
      method: 'POST',
      headers: { ...json, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const issued = await post('/api/demo/token', office, {});
  const authorization = `Bearer ${String(issued.body['token'])}`;
  return {
    get: (address, headers = {}) => call(url + address, { headers: { authorization, ...headers } }),
    post: (address, body, headers = {}) => post(address, body, { authorization, ...headers }),
    step: (name, step, headers = {}) =>
      post(`/api/cases/${name}/steps`, step, { authorization, ...headers }),
  };
}

async function call(address: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(address, init);
  const text = await response.text();
  const body = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : { text };
  return { status: response.status, body, headers: response.headers };
}
