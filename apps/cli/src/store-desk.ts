import { parseBatch } from '@rapporteur/engine';
import { isRefusal, parseCaseName, type CaseRef, type Refusal } from '@rapporteur/kernel';
import { openInstallation, registry, settingsFrom } from '@rapporteur/runtime';
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
  return {
    async record(name, body, { check = false, ...options }) {
      const by = { actor: operator(), ...options };
      if (check) return said(await engine.check(ref(name), body, by));
      const result = await engine.record(ref(name), body, by);
      if (!isRefusal(result)) await engine.settled(result.position);
      return said(result);
    },
    async annotate(name, step, options) {
      const { type, body } = step;
      const data = 'revision' in step ? { ...body, revision: step.revision } : body;
      const by = { actor: operator(), ...options };
      return said(await engine.annotate(ref(name), { type, data }, by));
    },
    async recordAll(steps, { key, check }) {
      const batch = parseBatch({ steps });
      if ('outcome' in batch) return said(batch);
      const request = { actor: operator(), key, checkOnly: check };
      const result = await engine.recordAll(batch, request);
      return result.outcome === 'refused' ? { ok: false, problem: { ...result } } : said(result);
    },
    obligations: async (question) => said(await engine.obligations(question)),
    due: async (question) => said(await engine.due(question)),
    show: async (name, question) => said(await engine.stateAt(ref(name), question)),
    next: async (name, { under, ...question }) =>
      said(await engine.next(ref(name), { ...question, under: under === 'true' })),
    history: async (name, question) => said(await engine.history(ref(name), question)),
    labels: async (procedure) => registry.get(procedure)?.labels,
    close: installation.close,
  };
}

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
