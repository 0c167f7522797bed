import { isDate } from '@rapporteur/kernel';
import path from 'node:path';

/** Which store, and where it is. */
export type StoreSetting =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'memory' }
  | { readonly kind: 'eventstoredb'; readonly connectionString: string };

export interface Settings {
  /** TCP port to serve on; 0 takes any free one. */
  readonly port: number;
  /** Absolute path of the folder for what this installation keeps. */
  readonly data: string;
  readonly store: StoreSetting;
  /** How callers prove who they are; undefined when nothing was said. */
  readonly auth: 'demo' | undefined;
  /** ISO date to take for today. */
  readonly today: string | undefined;
}

/** Settings that cannot be used: each mistake, and what would be right. */
export class SettingsRefused extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(mistakes.join('\n'));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const known = ['RAPPORTEUR_DATA', 'RAPPORTEUR_STORE', 'RAPPORTEUR_AUTH', 'RAPPORTEUR_TODAY'];

/**
 * Reads the settings from the environment, all of them at once.
 * @throws SettingsRefused naming every mistake
 */
export function settingsFrom(environment: Environment): Settings {
  const mistakes: string[] = Object.keys(environment)
    .filter((name) => name.startsWith('RAPPORTEUR_') && !known.includes(name))
    .map((name) => `${name} is no setting; the settings are PORT, ${known.join(', ')}.`);
  const mistake = (text: string): undefined => void mistakes.push(text);

  const data = path.resolve(environment['RAPPORTEUR_DATA'] || 'var');
  const settings = {
    port: portFrom(environment['PORT'], mistake),
    data,
    store: storeFrom(environment['RAPPORTEUR_STORE'], data, mistake),
    auth: authFrom(environment['RAPPORTEUR_AUTH'], mistake),
    today: todayFrom(environment['RAPPORTEUR_TODAY'], mistake),
  };
  if (mistakes.length > 0) throw new SettingsRefused(mistakes);
  return settings;
}

type Mistake = (text: string) => undefined;

function portFrom(text: string | undefined, mistake: Mistake): number {
  if (!text) return 3000;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  mistake(`PORT is "${text}"; it must be a whole number from 0 to 65535, such as 3000.`);
  return 3000;
}

function storeFrom(text: string | undefined, data: string, mistake: Mistake): StoreSetting {
  const inData = { kind: 'sqlite', file: path.join(data, 'rapporteur.sqlite') } as const;
  if (!text || text === 'sqlite:') return inData;
  if (text === 'memory:') return { kind: 'memory' };
  if (/^esdb(\+discover)?:\/\/./.test(text))
    return { kind: 'eventstoredb', connectionString: text };
  if (/^sqlite:.+/.test(text)) return { kind: 'sqlite', file: path.resolve(text.slice(7)) };
  mistake(
    `RAPPORTEUR_STORE is "${text}"; it must be sqlite: (a file in RAPPORTEUR_DATA), ` +
      'sqlite:FILE, memory: (gone with the process) or esdb://HOST:2113?tls=false.',
  );
  return inData;
}

function authFrom(text: string | undefined, mistake: Mistake): 'demo' | undefined {
  if (!text) return undefined;
  if (text === 'demo') return 'demo';
  return mistake(
    `RAPPORTEUR_AUTH is "${text}"; the only way so far is demo: made-up offices, on this machine only.`,
  );
}

function todayFrom(text: string | undefined, mistake: Mistake): string | undefined {
  if (!text || isDate(text)) return text || undefined;
  return mistake(
    `RAPPORTEUR_TODAY is "${text}"; it must be a date that exists, written YYYY-MM-DD, such as 2018-03-07.`,
  );
}
