import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RegisterStep } from '.';
import { happened, taken } from './retold-as-happened';

// Where the register as happened has it from, and that it says so.

describe('every record as happened', () => {
  const isClock = ({ actor }: RegisterStep) => actor.role === 'clock';
  const isNote = ({ proposal }: RegisterStep) => proposal['type'] === 'record.noted';
  const text = JSON.stringify(happened.steps);
  const readme = readFileSync(path.join(__dirname, 'README.md'), 'utf8');

  it('names the source it was read in, or a note beside it says that none was seen', () => {
    const unsourced = happened.steps.filter((step, at) => {
      if (isClock(step) || isNote(step)) return false;
      const { documents = [] } = step.proposal as { documents?: { title?: string }[] };
      if (documents.some(({ title = '' }) => /^V\[\d+\] /.test(title))) return false;
      const next = happened.steps[at + 1];
      return !next || next.case !== step.case || !JSON.stringify(next.proposal).includes('"M(');
    });
    expect(unsourced).toEqual([]);
  });

  it('says what is doubtful or inferred in a note of the auditor, in the words of its kind', () => {
    const notes = happened.steps.filter(isNote);
    expect(notes.length).toBeGreaterThan(25);
    for (const { actor, proposal } of notes) {
      const { text: words } = proposal['data'] as { text: string };
      expect(actor.role).toBe('auditor');
      expect(words).toMatch(/^(V\[\d+\]|M\(\d+\)|Inferred: |The sources say nothing)/);
    }
  });

  it('rests on sources that the README lists', () => {
    const numbers = new Set([...text.matchAll(/V\[(\d+)\]/g)].map(([, n]) => n));
    const listed = [...readme.matchAll(/^\| V\[(\d+)\] /gm)].map(([, n]) => n);
    expect([...numbers].sort()).toEqual(listed.sort());
  });

  it('was recorded on its day or later', () => {
    for (const { recordedAt, proposal } of taken)
      expect(recordedAt.slice(0, 10) >= String(proposal['occurredOn'])).toBe(true);
  });
});
