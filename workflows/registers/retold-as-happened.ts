import {
  dateAtSeat,
  isEngineStep,
  parseCaseName,
  scenarios,
  type Ending,
  type Told,
} from '@rapporteur/kernel';
import { procedures } from '../registry';
import { registers, type Register, type RegisterStep } from '.';

// What the register as happened tells, and what its readers are told of the deadlines.

const { given } = scenarios(procedures);

export const happened = registerNamed('as-happened');

/** The steps of the procedures; notes change nothing. */
export const taken: readonly RegisterStep[] = happened.steps.filter(
  ({ proposal }) => !isEngineStep(String(proposal['type'])),
);

/** The same as a scenario tells them, as far as they were known by the end of a day at the seat. */
export function toldBy(day = '9999-12-31'): readonly Told[] {
  const known = taken.filter(({ recordedAt }) => dateAtSeat(recordedAt) <= day);
  return known.flatMap(({ case: name, actor, proposal }) => {
    const ref = parseCaseName(name);
    return ref ? [{ ref, actor, proposal }] : [];
  });
}

/** How it stands, as known by the end of a day. */
export const knownOn = (day?: string): Ending => given(...toldBy(day));

export const draft = 'decision/ecommerce';
export const decision = 'decision/mc11-work-programme';
export const practice = 'moratorium/mc11-work-programme';
export const report = 'ministerialReport/mc11-work-programme';
export const review = (month: string) => `review/mc11-work-programme-${month}`;

type Deadline = readonly [name: string, number: string, day: string];

/** What is said of a deadline at the end of a day, in English, what was superseded aside. */
export function said(world: Ending, [name, number, day]: Deadline): readonly string[] {
  return world
    .obligations(name, day)
    .filter((each) => each.number === number && each.status !== 'superseded')
    .map(({ sentence }) => sentence.en.slice(sentence.en.indexOf(': ') + 2));
}

/** On which days a deadline was superseded, by the end of a day. */
export function supersededOn(world: Ending, [name, number, day]: Deadline): readonly string[] {
  return world
    .obligations(name, day)
    .filter((each) => each.number === number)
    .flatMap((each) => each.supersededOn ?? [])
    .sort();
}

function registerNamed(id: string): Register {
  const register = registers.find((each) => each.id === id);
  if (!register) throw new Error(id);
  return register;
}
