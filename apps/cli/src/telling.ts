import type { Language } from '@rapporteur/kernel';
import type { Said } from './desk';
import { problemText, type Shown } from './print';

/** How something is told: as JSON, or in words of a language. */
export interface Telling {
  readonly json: boolean;
  readonly language: Language;
}

/** Prints an answer, or what was refused; a refusal is exit code 1. */
export async function tellSaid(
  said: Said,
  { json, language }: Telling,
  textOf: (answer: Shown) => string | Promise<string>,
): Promise<void> {
  if (!said.ok) process.exitCode = 1;
  const whole = said.ok ? said.answer : said.problem;
  if (json) {
    print(JSON.stringify(whole, null, 2));
  } else if (said.ok) {
    print(await textOf(said.answer));
  } else {
    process.stderr.write(`${problemText(said.problem, language)}\n`);
  }
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** The members that were given. */
export function given(
  members: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  );
}
