import { isJsonObject, toJson, type JsonObject, type Language } from '@rapporteur/kernel';
import { registry } from '@rapporteur/runtime';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { UsageFault, type Desk, type Said } from './desk';
import { isShown, list, type Shown } from './print';
import { stepsFrom, type FileStep } from './steps-file';

/** How many steps of a file are recorded. */
export interface RecordingMany {
  /** The file's path, or - for standard input. */
  readonly from: string;
  readonly check: boolean;
  readonly json: boolean;
  readonly language: Language;
  /** Without one, the file's own digest, so that the same file is recorded once. */
  readonly key?: string;
}

/** Records the steps of a file, all or none, and says what came of each, by its line. */
export async function recordMany(desk: Desk, how: RecordingMany): Promise<void> {
  const text = how.from === '-' ? await readAll(process.stdin) : await contents(how.from);
  const steps = stepsFrom(text, schemaOf);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 32);
  const said = await desk.recordAll(
    steps.map((step) => ({ case: step.case, ...step.proposal })),
    { key: how.key ?? `from:${digest}`, check: how.check },
  );
  if (!said.ok) process.exitCode = 1;
  const stream = said.ok || how.json ? process.stdout : process.stderr;
  stream.write(`${how.json ? jsonText(said, steps) : plainText(said, steps, how)}\n`);
}

function schemaOf(type: string): JsonObject | undefined {
  return registry.get(type.split('.')[0] ?? '')?.lock.schemas[type];
}

const contents = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageFault(`${file} cannot be read (${String(error)})`);
  });

function jsonText(said: Said, steps: readonly FileStep[]): string {
  const lines = steps.map(({ line }) => line);
  return JSON.stringify({ ...(said.ok ? said.answer : said.problem), lines }, null, 2);
}

const words = {
  en: { done: 'recorded', tried: 'can be recorded', none: 'Nothing was recorded.', line: 'line' },
  fr: {
    done: 'enregistrés',
    tried: 'peuvent être enregistrés',
    none: "Rien n'a été enregistré.",
    line: 'ligne',
  },
  es: {
    done: 'registrados',
    tried: 'pueden registrarse',
    none: 'No se ha registrado nada.',
    line: 'línea',
  },
};

function plainText(
  said: Said,
  steps: readonly FileStep[],
  { language, check }: RecordingMany,
): string {
  const say = words[language];
  if (said.ok) return `${steps.length} ${check ? say.tried : say.done}`;
  const problems = problemsOf(said.problem, language).map(({ index, says }) => {
    const step = steps[index];
    return `${say.line} ${step?.line ?? '?'}: ${step?.case ?? ''} ${String(step?.proposal['type'] ?? '')}: ${says}`;
  });
  const recorded = recordedCount(said.problem);
  const end = recorded === 0 ? say.none : `${recorded} ${say.done}.`;
  return [...problems, end].join('\n');
}

interface Problem {
  readonly index: number;
  readonly says: string;
}

/** A server names each reason `steps[i]…`; the store here gives the refusals themselves. */
function problemsOf(problem: Shown, language: Language): readonly Problem[] {
  const here = list(problem['problems']).filter((each) => isShown(each['refusal']));
  if (here.length > 0) {
    return here.flatMap(({ index, refusal }) =>
      list(isShown(refusal) ? refusal['reasons'] : []).map((reason) => ({
        index: Number(index),
        says: reasonText(reason, String(reason['field'] ?? ''), language),
      })),
    );
  }
  return list(problem['reasons']).map((reason) => {
    const [, index = '-1', field = ''] =
      /^steps\[(\d+)\]\.?(.*)$/.exec(String(reason['field'])) ?? [];
    return { index: Number(index), says: reasonText(reason, field, language) };
  });
}

function reasonText({ rule, message }: Shown, field: string, language: Language): string {
  const text = isShown(message) ? message[language] : message;
  return `${field || String(rule)}: ${String(text)}`;
}

function recordedCount({ recorded }: Shown): number {
  const json = toJson(recorded ?? 0);
  if (Array.isArray(json)) return json.length;
  return isJsonObject(json) ? 0 : Number(json);
}
