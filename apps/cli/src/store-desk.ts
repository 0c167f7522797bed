import { parseBatch } from '@rapporteur/engine';
import {
  isRefusal,
  languages,
  parseCaseName,
  type CaseRef,
  type Refusal,
} from '@rapporteur/kernel';
import {
  openInstallation,
  paperParts,
  registry,
  settingsFrom,
  type Installation,
} from '@rapporteur/runtime';
import { userInfo } from 'node:os';
import { UsageFault, type Desk, type Said } from './desk';

/**
 * Works on the store itself, as the operator that the machine says one is.
 * @param how `readOnly`: for verbs that only ask, so that they leave no trace in the log
 */
export async function storeDesk(
  report: (line: string) => void,
  how: { readonly readOnly?: true },
): Promise<Desk> {
  const installation = await openInstallation(settingsFrom(process.env), report, how);
  const { engine } = installation;
  const { built } = installation.board;
  return {
    async record(name, body, { check = false, ...options }) {
      const by = { actor: operator(), ...options };
      if (check) return said(await engine.check(ref(name), body, by));
      const result = await engine.record(ref(name), body, by);
      if (!isRefusal(result)) await engine.settled(result.position);
      return said(result);
    },
    async annotate(name, { type, body, ...about }, { check = false, ...options }) {
      const step = { type, data: { ...body, ...about } };
      const by = { actor: operator(), ...options };
      if (check) return said(await engine.checkAnnotation(ref(name), step, by));
      const result = await engine.annotate(ref(name), step, by);
      if (!isRefusal(result)) await engine.settled(result.position);
      return said(result);
    },
    async recordAll(steps, { key, check }) {
      const batch = parseBatch({ steps });
      if ('outcome' in batch) return said(batch);
      const request = { actor: operator(), key, checkOnly: check };
      const result = await engine.recordAll(batch, request);
      return result.outcome === 'refused' ? { ok: false, problem: { ...result } } : said(result);
    },
    board: async (question) => said(await (await built()).cases(question)),
    changes: async (question) => said(await (await built()).changes(question)),
    obligations: async (question) => said(await (await built()).obligations(question)),
    late: async (question) => said(await (await built()).late(question)),
    async brief({ review, ...question }) {
      const asked = review === undefined ? question : { ...question, review: `review/${review}` };
      const { reviewBrief } = await papers();
      return said(await reviewBrief(paperSource(installation), asked));
    },
    async calendar({ lang, ...question }) {
      const { calendarFeed } = await papers();
      const language = languages.find((known) => known === lang) ?? 'en';
      return said(await calendarFeed(paperSource(installation), question, language));
    },
    due: async (question) => said(await engine.due(question)),
    show: async (name, question) => said(await engine.stateAt(ref(name), question)),
    next: async (name, { under, ...question }) =>
      said(await engine.next(ref(name), { ...question, under: under === 'true' })),
    history: async (name, question) => said(await engine.history(ref(name), question)),
    corrections: async (name, question) => said(await engine.corrections(ref(name), question)),
    register: async () => ({ ok: true, answer: { ...installation.register() } }),
    labels: async (procedure) => registry.get(procedure)?.labels,
    close: installation.close,
  };
}

/** What sets papers is large; most verbs do without. */
const papers = () => import('@rapporteur/papers');

const paperSource = ({ engine, register }: Installation) => ({
  engine,
  parts: paperParts,
  register: register(),
});

const operator = () => ({ id: userInfo().username, role: 'operator' }) as const;

function ref(name: string): CaseRef {
  const parsed = parseCaseName(name);
  if (!parsed) {
    throw new UsageFault(
      `"${name}" names no case; write procedure/case, such as decision/ecommerce`,
    );
  }
  return parsed;
}

function said(result: Refusal | { readonly outcome: string }): Said {
  const { outcome: _outcome, ...answer } = result;
  return isRefusal(result) ? { ok: false, problem: answer } : { ok: true, answer };
}
