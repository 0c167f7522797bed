import { roles, type Labels, type Language, type Role } from '@rapporteur/kernel';
import { UsageFault, type Desk, type EngineStep, type RecordOptions, type Said } from './desk';

/** Where the server is, and who one is there. */
export interface ServerOptions {
  readonly url: string;
  readonly token?: string;
  /** An office to ask a demo token for: `secretariat`, `member:RUS`. */
  readonly as?: string;
  /** The id of the person in that office. */
  readonly person?: string;
}

/** Works through a server, with a token or in a demo office. */
export async function serverDesk(options: ServerOptions): Promise<Desk> {
  const base = options.url.replace(/\/+$/, '');
  const token = options.token ?? (await demoToken(base, options));

  async function call(path: string, init: RequestInit = {}): Promise<Said> {
    const headers = { authorization: `Bearer ${token}`, ...init.headers };
    return read(await fetch(`${base}${path}`, { ...init, headers }).catch(noServer(base)));
  }
  const askAll = (path: string, question: Record<string, string>) =>
    call(`${path}?${new URLSearchParams(question).toString()}`);
  const ask = (name: string, tail: string, question: Record<string, string>) =>
    askAll(`/api/cases/${name}${tail}`, question);

  const post = (path: string, body: object, { key, ifMatch }: RecordOptions) =>
    call(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      },
    });

  return {
    record: (name, body, { check = false, ...options }) =>
      post(`/api/cases/${name}/steps${check ? '?check=true' : ''}`, body, options),
    annotate: (name, step, { check = false, ...options }) =>
      post(
        `/api/cases/${name}/${addressOf(step)}${check ? '?check=true' : ''}`,
        step.body,
        options,
      ),
    recordAll: (steps, { key, check }) => post(`/api/steps?check=${check}`, { steps }, { key }),
    board: (question) => askAll('/api/board', question),
    changes: (question) => askAll('/api/board/changes', question),
    obligations: (question) => askAll('/api/board/obligations', question),
    late: (question) => askAll('/api/board/late', question),
    due: (question) => askAll('/api/due', question),
    async brief({ review, ...question }) {
      const path = review === undefined ? '/api/brief' : `/api/reviews/${review}/brief`;
      return askAll(path, { ...question, format: 'json' });
    },
    calendar: (question) => askAll('/api/calendar.ics', question),
    register: () => call('/api/register'),
    show: (name, question) => ask(name, '', question),
    next: (name, question) => ask(name, '/next', question),
    history: (name, question) => ask(name, '/history', question),
    corrections: (name, question) => ask(name, '/corrections', question),
    async labels(procedure) {
      const definition = await call(`/api/procedures/${procedure}`);
      const labels = definition.ok ? definition.answer['labels'] : undefined;
      return isLabels(labels) ? labels : undefined;
    },
    close: async () => {},
  };
}

/** Where an engine step is sent, under its case. */
function addressOf(step: EngineStep): string {
  switch (step.type) {
    case 'record.noted':
      return 'notes';
    case 'record.evidenceAdded':
      return `records/${step.revision}/evidence`;
    case 'record.irregularityApproved':
      return `records/${step.revision}/approval`;
    case 'record.correctionProposed':
      return 'corrections';
    case 'record.corrected':
      return `corrections/${step.proposal}/approval`;
    case 'record.correctionRejected':
      return `corrections/${step.proposal}/rejection`;
  }
}

/** What `fetch` throws says little; where it was sent says more. */
function noServer(base: string) {
  return (error: unknown): never => {
    throw new UsageFault(`no server answers at ${base} (${String(error)})`);
  };
}

/** An answer in JSON; one in iCalendar is its text. */
async function read(response: Response): Promise<Said> {
  if (/^text\/calendar/.test(response.headers.get('content-type') ?? '')) {
    return { ok: true, answer: { text: await response.text() } };
  }
  const body: unknown = await response.json().catch(() => ({ detail: response.statusText }));
  const answer = isRecord(body) ? body : {};
  return response.ok ? { ok: true, answer } : { ok: false, problem: answer };
}

async function demoToken(
  base: string,
  { as: office = 'secretariat', person: id }: ServerOptions,
): Promise<string> {
  const [role = '', of] = office.split(':');
  if (!isRole(role)) throw new UsageFault(`"${office}" is no office; roles: ${roles.join(', ')}`);
  const response = await fetch(`${base}/api/demo/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, of, id }),
  }).catch(noServer(base));
  const said = await read(response);
  const token = said.ok ? said.answer['token'] : undefined;
  if (typeof token === 'string') return token;
  throw new UsageFault(
    `${base} gives no demo token for ${[office, id].filter(Boolean).join(', ')}; pass --token`,
  );
}

const isRole = (text: string): text is Role => roles.some((role) => role === text);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isLabels(value: unknown): value is Readonly<Record<Language, Labels>> {
  return isRecord(value) && isRecord(value['en']) && isRecord(value['fr']) && isRecord(value['es']);
}
