import {
  hashOf,
  machineConfig,
  payloadSchema,
  toJson,
  toJsonObject,
  type JsonObject,
  type Procedure,
} from '@rapporteur/kernel';
import { transformSync } from '@swc/core';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What a definition is, as data: its hash is stamped on every record decided by it. Generated from
 * the procedure and the sources of its folder; read at run time, never made there.
 */
export function definitionLock(procedure: Procedure, folder: string): JsonObject {
  const { id, version, machine, rules, links, labels, causes, duties, deadlines } = procedure;
  const steps = Object.entries(procedure.steps);
  const lock = toJsonObject({
    id,
    version,
    machine: machineConfig(machine),
    steps: Object.fromEntries(steps.map(([type, { by, cite }]) => [type, { by, cite }])),
    schemas: Object.fromEntries(steps.map(([type, { payload }]) => [type, payloadSchema(payload)])),
    rules: rules.map((rule) => ({
      id: rule.id,
      grade: rule.grade,
      cite: rule.cite,
      text: rule.text,
      on: rule.on,
      ...(rule.sees ? { sees: rule.sees } : {}),
    })),
    causes: causes.map(({ on }) => on),
    duties: duties.map(({ id: duty, step, cite, text }) => ({ id: duty, step, cite, text })),
    deadlines: deadlines.map((each) => ({
      id: each.id,
      number: each.number,
      step: each.step,
      cite: each.cite,
      text: each.text,
      soft: each.soft,
    })),
    clock: procedure.clock.map(({ step, confirm }) => ({ step, confirm })),
    links,
    labels,
    sources: sourceHashes(folder),
  });
  return { ...lock, hash: hashOf(lock) };
}

/** The parts of a lock that are not as the definition makes them. */
export function staleParts(locked: JsonObject, made: JsonObject): readonly string[] {
  const names = [...new Set([...Object.keys(locked), ...Object.keys(made)])].sort();
  return names.filter(
    (name) => hashOf(toJson(locked[name] ?? null)) !== hashOf(toJson(made[name] ?? null)),
  );
}

/** SHA-256 of each source's compiled text, without its comments, by the pinned compiler. */
function sourceHashes(folder: string): Record<string, string> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .sort();
  const own = files.map((file) => path.join(folder, file));
  return Object.fromEntries(
    withShared(own).map((file) => {
      const compiled = compiledText(readFileSync(file, 'utf8'));
      const name = path.relative(folder, file).split(path.sep).join('/');
      return [name, createHash('sha256').update(compiled).digest('hex')];
    }),
  );
}

/** The sources with those that they take from beside their folder, and so on. */
function withShared(sources: readonly string[]): readonly string[] {
  const found = new Set(sources);
  for (const file of found) {
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/ from '(\.[^']+)'/g)) {
      const target = path.resolve(path.dirname(file), `${from}.ts`);
      if (existsSync(target)) found.add(target);
    }
  }
  return [...found].sort();
}

function compiledText(source: string): string {
  return transformSync(source, {
    swcrc: false,
    configFile: false,
    sourceMaps: false,
    minify: true,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
      minify: { compress: false, mangle: false, format: { comments: false } },
    },
    module: { type: 'commonjs' },
  }).code;
}
