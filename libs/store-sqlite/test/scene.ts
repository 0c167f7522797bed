import { afterAll } from '@jest/globals';
import type { NewEvent, StoredEvent } from '@rapporteur/engine';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names files that do not exist, in a folder that goes when the tests of this file are done. */
export function temporaryFiles(): () => string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-sqlite-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let files = 0;
  return () => join(folder, `${(files += 1)}.db`);
}

export const event = (n = 0, metadata: NewEvent['metadata'] = {}): NewEvent => ({
  id: randomUUID(),
  type: 'thing.happened',
  data: { n },
  metadata,
});

export async function all(items: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const item of items) found.push(item);
  return found;
}
