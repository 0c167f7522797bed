import { spawnSync } from 'node:child_process';
import path from 'node:path';

interface Planted {
  /** The fence it runs into, or undefined when there is none. */
  readonly refusedBy?: string;
  readonly filePath: string;
  readonly code: string;
}

interface Linted {
  readonly rules: readonly string[];
  readonly messages: readonly string[];
}

const layers = '@nx/enforce-module-boundaries';
const packages = 'no-restricted-imports';
const assertions = '@typescript-eslint/consistent-type-assertions';

const importing = (what: string) => `import { it } from '${what}';\n\nexport const that = it;\n`;
const from = (filePath: string, what: string, refusedBy?: string): Planted => ({
  filePath,
  code: importing(what),
  ...(refusedBy ? { refusedBy } : {}),
});
const written = (filePath: string, code: string, refusedBy?: string): Planted => ({
  filePath,
  code: `${code}\n`,
  ...(refusedBy ? { refusedBy } : {}),
});

const kernel = 'libs/kernel/src/planted.ts';
const engine = 'libs/engine/src/planted.ts';
const sqlite = 'libs/store-sqlite/src/planted.ts';
const eventstoredb = 'libs/store-eventstoredb/src/planted.ts';
const runtime = 'libs/runtime/src/planted.ts';
const diagram = 'libs/diagram/src/planted.ts';
const binding = 'libs/sqlite/src/planted.ts';
const board = 'libs/board/src/planted.ts';
const papers = 'libs/papers/src/planted.ts';
const evidence = 'libs/evidence/src/planted.ts';
const api = 'apps/api/src/planted.ts';
const cli = 'apps/cli/src/planted.ts';
const procedure = 'workflows/chair/planted.ts';

const statements = (count: number) => '  it();\n'.repeat(count);
const lines = (count: number) => 'export {};\n'.repeat(count).trimEnd();

const fences: Readonly<Record<string, readonly Planted[]>> = {
  'who may know whom': [
    from(kernel, '@rapporteur/engine', layers),
    from(kernel, '@rapporteur/workflows', layers),
    from(engine, '@rapporteur/workflows', layers),
    from(engine, '@rapporteur/store-sqlite', layers),
    from(engine, '@rapporteur/store-eventstoredb', layers),
    from(engine, '@rapporteur/runtime', layers),
    from(engine, '@rapporteur/eventstoredb-stand-in', layers),
    from(procedure, '@rapporteur/engine', layers),
    from(procedure, '@rapporteur/runtime', layers),
    from(sqlite, '@rapporteur/store-eventstoredb', layers),
    from(eventstoredb, '@rapporteur/store-sqlite', layers),
    from(sqlite, '@rapporteur/workflows', layers),
    from(eventstoredb, '@rapporteur/workflows', layers),
    from(eventstoredb, '@rapporteur/eventstoredb-stand-in', layers),
    from(diagram, '@rapporteur/engine', layers),
    from(diagram, '@rapporteur/workflows', layers),
    from(runtime, '@rapporteur/diagram', layers),
    from(procedure, '@rapporteur/diagram', layers),
    from('workflows/conformance/planted.ts', '@rapporteur/diagram', layers),
    from(binding, '@rapporteur/engine', layers),
    from(evidence, '@rapporteur/engine', layers),
    from(evidence, '@rapporteur/kernel', layers),
    from(engine, '@rapporteur/evidence', layers),
    from(board, '@rapporteur/evidence', layers),
    from(engine, '@rapporteur/board', layers),
    from(engine, '@rapporteur/sqlite', layers),
    from(sqlite, '@rapporteur/board', layers),
    from(board, '@rapporteur/store-sqlite', layers),
    from(board, '@rapporteur/workflows', layers),
    from(board, '@rapporteur/papers', layers),
    from(papers, '@rapporteur/workflows', layers),
    from(papers, '@rapporteur/board', layers),
    from(papers, '@rapporteur/sqlite', layers),
    from(runtime, '@rapporteur/papers', layers),
    from(procedure, '@rapporteur/papers', layers),
    from(api, '@rapporteur/sqlite', layers),
    from(api, '@rapporteur/store-sqlite', layers),
    from(api, '@rapporteur/store-eventstoredb', layers),
    from(api, '@rapporteur/workflows', layers),
    from(cli, '@rapporteur/store-sqlite', layers),
    from(engine, '../../kernel/src/decide', layers),
    from(procedure, '../../libs/kernel/src/decide', layers),
    from(engine, 'libs/kernel/src/decide', layers),
  ],
  'which package belongs where': [
    from(kernel, 'xstate', packages),
    from(kernel, 'xstate/actors', packages),
    from('libs/kernel/src/planted.spec.ts', 'xstate', packages),
    from(procedure, 'xstate', packages),
    from(engine, 'xstate', packages),
    from('workflows/conformance/planted.ts', 'xstate', packages),
    from(runtime, '@nestjs/common', packages),
    from(cli, '@nestjs/common', packages),
    from(cli, '@nestjs/core/injector', packages),
    from(engine, '@nestjs/common', packages),
    from(runtime, 'class-validator-jsonschema', packages),
    from(api, 'class-validator-jsonschema', packages),
    from(runtime, '@eventstore/db-client', packages),
    from(sqlite, '@eventstore/db-client', packages),
    from(eventstoredb, '@photostructure/sqlite', packages),
    from(runtime, '@photostructure/sqlite', packages),
    from(sqlite, '@photostructure/sqlite', packages),
    from(board, 'node:sqlite', packages),
    from(board, 'pdfmake', packages),
    from(api, 'pdfmake', packages),
    from(cli, 'ical-generator', packages),
    from(api, 'node:sqlite', packages),
    from(api, 'react', packages),
    from(api, 'elkjs', packages),
    from(kernel, 'elkjs', packages),
    from(diagram, 'xstate', packages),
  ],
  'what is pure': [
    from(kernel, 'node:fs', packages),
    from(kernel, 'node:fs/promises', packages),
    from(kernel, 'node:net', packages),
    from('libs/kernel/src/machine.ts', 'node:fs', packages),
    from(procedure, 'node:fs', packages),
    from(procedure, 'node:child_process', packages),
    from(diagram, 'node:fs', packages),
    from(evidence, 'node:fs', packages),
    ...[kernel, procedure, diagram, evidence].flatMap((file) => [
      written(file, 'export const now = Date.now();', 'no-restricted-properties'),
      written(file, 'export const chance = Math.random();', 'no-restricted-properties'),
      written(file, 'export const now = new Date();', 'no-restricted-syntax'),
    ]),
  ],
  'what is typed': [
    written(
      kernel,
      'export const it = (what: any): unknown => what;',
      '@typescript-eslint/no-explicit-any',
    ),
    written(engine, 'export const it = JSON.parse("1") as number;', assertions),
    written(engine, 'export const it = <number>JSON.parse("1");', assertions),
    written('workflows/chair/rules.ts', 'export const it = JSON.parse("1") as number;', assertions),
    written(
      engine,
      'export const it = (text?: string): number => text!.length;',
      '@typescript-eslint/no-non-null-assertion',
    ),
  ],
  'what is read at one sitting': [
    written(engine, lines(301), 'max-lines'),
    written('libs/engine/src/planted.spec.ts', lines(301), 'max-lines'),
    written('tools/planted.mjs', lines(301), 'max-lines'),
    written(
      engine,
      `export function long(it: () => void): void {\n${statements(59)}}`,
      'max-lines-per-function',
    ),
    written(
      engine,
      'export const it = (a: 1, b: 2, c: 3, d: 4, e: 5): unknown => [a, b, c, d, e];',
      'max-params',
    ),
    written(
      engine,
      'export const it = (n: number): boolean => [1, 2, 3].includes(n) || n > 1 || n > 2 || n > 3 || n > 4 || n > 5 || n > 6 || n > 7 || n > 8 || n > 9;',
      'complexity',
    ),
  ],
};

const clean: readonly Planted[] = [
  from(engine, '@rapporteur/kernel'),
  from(procedure, '@rapporteur/kernel'),
  from(procedure, '../cite'),
  from(sqlite, '@rapporteur/engine'),
  from(eventstoredb, '@rapporteur/engine'),
  from(eventstoredb, '@eventstore/db-client'),
  from(binding, '@photostructure/sqlite'),
  from(evidence, 'node:crypto'),
  from(api, '@rapporteur/evidence'),
  from(sqlite, '@rapporteur/sqlite'),
  from(board, '@rapporteur/sqlite'),
  from(board, '@rapporteur/engine'),
  from(papers, '@rapporteur/engine'),
  from(papers, 'pdfmake'),
  from(runtime, '@rapporteur/board'),
  from(runtime, '@rapporteur/store-sqlite'),
  from(runtime, '@rapporteur/store-eventstoredb'),
  from(runtime, '@rapporteur/workflows'),
  from(api, '@rapporteur/runtime'),
  from(api, '@nestjs/common'),
  from(diagram, '@rapporteur/kernel'),
  from(diagram, 'elkjs'),
  from(api, '@rapporteur/diagram'),
  from(cli, '@rapporteur/api'),
  from(cli, 'node:fs'),
  from(kernel, 'node:crypto'),
  from(kernel, 'class-validator-jsonschema'),
  from(kernel, './decide'),
  from('libs/kernel/src/machine.ts', 'xstate'),
  from('libs/kernel/src/machine.spec.ts', 'xstate'),
  from('workflows/conformance/planted.ts', 'node:fs'),
  from('libs/kernel/src/planted.spec.ts', 'node:fs'),
  from('libs/store-eventstoredb/src/planted.spec.ts', '@rapporteur/eventstoredb-stand-in'),
  written(kernel, 'export const day = new Date(0);'),
  written(runtime, 'export const now = Date.now();'),
  written('libs/engine/src/planted.spec.ts', 'export const it = JSON.parse("1") as number;'),
  written('workflows/chair/machine.ts', 'export const it = JSON.parse("1") as number;'),
  written(engine, lines(300)),
  written(engine, `export function long(it: () => void): void {\n${statements(58)}}`),
];

const all = [...Object.values(fences).flat(), ...clean];

/** ESLint is started once, for all that is planted. */
function lint(): { readonly results: readonly Linted[]; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(__dirname, 'lint-planted.mjs')],
    { input: JSON.stringify(all), encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`lint-planted.mjs ended with ${status}: ${stderr}`);
  const results = JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]') as readonly Linted[];
  return { results, output: stdout };
}

const { results, output } = lint();
const told = (planted: Planted): Linted => results[all.indexOf(planted)]!;
const named = (planted: Planted) =>
  `${planted.filePath}: ${planted.code.slice(0, 60).split('\n')[0]}`;

describe('the boundaries between projects', () => {
  it('are looked at, and not skipped for want of a project graph', () => {
    expect(output).not.toContain('will be skipped');
    expect(results).toHaveLength(all.length);
  });
});

describe.each(Object.entries(fences))('lint holds %s', (_which, plantings) => {
  it.each(plantings.map((planted) => [planted.refusedBy, named(planted), planted] as const))(
    '%s refuses %s',
    (refusedBy, _what, planted) => {
      expect(told(planted).rules).toContain(refusedBy);
    },
  );
});

describe('lint lets pass', () => {
  it.each(clean.map((planted) => [named(planted), planted] as const))('%s', (_what, planted) => {
    expect(told(planted)).toMatchObject({ rules: [], messages: [] });
  });
});
