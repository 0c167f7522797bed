import {
  conformanceOf,
  isJsonObject,
  recordOf,
  replay,
  toJson,
  type Finding,
  type Json,
  type Procedure,
  type StepRecord,
} from '@rapporteur/kernel';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { definitionLock, staleParts } from './definition-lock';

/** What every procedure's folder holds. */
const shape = [
  'README.md',
  'steps.ts',
  'machine.ts',
  'rules.ts',
  'labels/en.json',
  'labels/fr.json',
  'labels/es.json',
  'scenarios.spec.ts',
  'histories',
  'definition.lock.json',
  'index.ts',
];

/** Everything a procedure lacks or must not have, in its definition and in its folder. */
export function conformance(procedure: Procedure, folder: string): readonly Finding[] {
  const missing = shape
    .filter((file) => !existsSync(path.join(folder, file)))
    .map((file) => ({ check: 'folder.shape', where: file, message: 'is missing' }));
  return [
    ...missing,
    ...scenarioFindings(path.join(folder, 'scenarios.spec.ts')),
    ...conformanceOf(procedure),
    ...lockFindings(procedure, folder),
    ...historyFindings(procedure, path.join(folder, 'histories')),
  ];
}

/**
 * A procedure's scenarios end by asking what they have left out: a step that none takes, or that
 * none sees refused. The answer is the test's own; here it only matters that it is asked.
 */
function scenarioFindings(file: string): readonly Finding[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const asks = /expect\(uncovered\(\w+\)\)\.toEqual\(\{ neverTaken: \[\], neverRefused: \[\] \}\)/;
  const where = path.basename(file);
  const message = 'must end with expect(uncovered(…)) of no step, neither taken nor refused';
  return text === '' || asks.test(text) ? [] : [{ check: 'scenarios.coverage', where, message }];
}

function lockFindings(procedure: Procedure, folder: string): readonly Finding[] {
  const locked = toJson(procedure.lock);
  const made = definitionLock(procedure, folder);
  const stale = staleParts(isJsonObject(locked) ? locked : {}, made).filter((p) => p !== 'hash');
  return stale.map((part) => ({
    check: 'lock.stale',
    where: part,
    message: 'is not what definition.lock.json says; run npm run lock',
  }));
}

/** Every history must replay for ever, under the definition in force. */
function historyFindings(procedure: Procedure, folder: string): readonly Finding[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith('.json')) : [];
  const none = { check: 'history.none', where: 'histories', message: 'holds no history' };
  if (files.length === 0) return [none];
  return files.flatMap((file) => {
    const found = replayed(procedure, path.join(folder, file));
    return found ? [{ ...found, where: file }] : [];
  });
}

function replayed(procedure: Procedure, file: string): Omit<Finding, 'where'> | undefined {
  try {
    const difference = replay(procedure, history(file));
    if (!difference) return undefined;
    const { revision, field, expected, found } = difference;
    const message = `no longer replays: revision ${revision}, ${field}: ${JSON.stringify(expected)} expected, ${JSON.stringify(found)} recorded`;
    return { check: 'history.replay', message };
  } catch (error) {
    return { check: 'history.unreadable', message: String(error) };
  }
}

/**
 * A history file: the records of one case, in the order recorded.
 * @throws Error when it holds no record, or anything that is none
 */
export function history(file: string): readonly StepRecord[] {
  const parsed = toJson(JSON.parse(readFileSync(file, 'utf8')));
  const records = isJsonObject(parsed) && Array.isArray(parsed['records']) ? parsed['records'] : [];
  if (records.length === 0) throw new Error('it holds no records');
  return records.map((record: Json) => {
    if (!isJsonObject(record)) throw new Error('it holds what is no record');
    return recordOf({
      stream: String(record['stream']),
      revision: Number(record['revision']),
      id: String(record['id']),
      type: String(record['type']),
      data: record['data'] ?? null,
      metadata: isJsonObject(record['metadata']) ? record['metadata'] : {},
    });
  });
}
