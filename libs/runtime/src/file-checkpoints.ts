import type { Checkpoint, Checkpoints } from '@rapporteur/engine';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Keeps a process's checkpoint in a file, replaced as a whole. One that cannot be read counts as
 * none: the causes then run from the beginning of the log and find what they did before.
 */
export function fileCheckpoints(file: string): Checkpoints {
  return {
    async load() {
      const text = await readFile(file, 'utf8').catch(() => undefined);
      return text === undefined ? undefined : parsed(text);
    },
    async save(checkpoint) {
      await mkdir(path.dirname(file), { recursive: true });
      // Several processes may share the folder; each replaces the file as a whole.
      const next = `${file}.${process.pid}.next`;
      await writeFile(next, JSON.stringify(checkpoint));
      await rename(next, file);
    },
  };
}

function parsed(text: string): Checkpoint | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isCheckpoint(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isCheckpoint(value: unknown): value is Checkpoint {
  return (
    typeof value === 'object' &&
    value !== null &&
    'position' in value &&
    typeof value.position === 'string' &&
    'hash' in value &&
    typeof value.hash === 'string' &&
    'alerts' in value &&
    Array.isArray(value.alerts)
  );
}
