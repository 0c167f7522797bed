import {
  isRefusal,
  languages,
  recordOf,
  replay,
  type Actor,
  type Refusal,
} from '@rapporteur/kernel';
import { motion } from '@rapporteur/kernel/samples';
import type { Recorded } from '../src/recorded-answer';
import type { RequestedBy } from '../src/recording';
import {
  discussed,
  events,
  office,
  paused,
  ref,
  resumed,
  secretariat,
  tabled,
  type Office,
} from './scene';

// What the tests of corrections share: a motion, and two persons of its Secretariat.

export const tea = 'motion/tea';
export const deputy: Actor = { id: 'deputy', role: 'secretariat' };

export const propose = (...corrections: object[]) => ({
  type: 'record.correctionProposed',
  data: { reason: 'The minutes say otherwise.', corrections },
});
export const approve = (proposal: number) => ({ type: 'record.corrected', data: { proposal } });
export const reject = (proposal: number) => ({
  type: 'record.correctionRejected',
  data: { proposal, reason: 'The minutes are right.' },
});

export const annotate = (here: Office, step: object, by: Partial<RequestedBy> = {}) =>
  here.engine.annotate(ref(tea), step, { actor: secretariat, ...by });

export async function annotated(...args: Parameters<typeof annotate>): Promise<Recorded> {
  const result = await annotate(...args);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  await args[0].engine.settled(result.position);
  return result;
}

/** Proposed by the registrar, approved by the deputy. */
export async function corrected(here: Office, ...corrections: object[]): Promise<Recorded> {
  const { revision } = await annotated(here, propose(...corrections));
  return annotated(here, approve(revision), { actor: deputy });
}

export async function ruleOf(result: Promise<Recorded | Refusal>) {
  const refused = (await result) as Refusal;
  for (const language of languages) expect(refused.reasons[0]!.message[language]).toMatch(/\S/);
  return [refused.code, refused.reasons[0]!.rule];
}

/** A motion tabled, discussed, paused and resumed on the days of January 2019. */
export async function motionResumed(): Promise<Office> {
  const here = await office();
  await here.recorded(tea, tabled('2019-01-01'));
  await here.recorded(tea, discussed('2019-01-10'));
  await here.recorded(tea, paused('2019-01-20'));
  await here.recorded(tea, resumed('2019-01-25'));
  return here;
}

export async function replayed(here: Office) {
  const all = (await events(here.store)).map(recordOf);
  return replay(
    motion,
    all.filter(({ stream }) => stream === 'motion-tea'),
  );
}
