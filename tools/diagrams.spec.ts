import { diagramOf } from '@rapporteur/diagram';
import type { Procedure } from '@rapporteur/kernel';
import { procedures } from '@rapporteur/runtime';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const workflows = path.join(path.dirname(__dirname), 'workflows');
const shown = '![The procedure as a statechart](diagram.svg)';

// Laying out is work for the processor alone; a busy machine takes its time.
jest.setTimeout(60_000);

/** What is wrong with the picture in a procedure's folder. */
async function findings({ lock, labels }: Procedure, folder: string): Promise<readonly string[]> {
  const read = (name: string): string =>
    existsSync(path.join(folder, name)) ? readFileSync(path.join(folder, name), 'utf8') : '';
  const diagram = await diagramOf({ machine: lock.machine, labels: labels.en, language: 'en' });
  return [
    ...(read('diagram.svg') === diagram.draw() ? [] : ['diagram.svg is stale: npm run diagrams']),
    ...(read('README.md').includes(shown) ? [] : [`README.md does not show it: ${shown}`]),
  ];
}

describe('every procedure in force', () => {
  it.each(procedures)('shows its picture: $id', async (procedure) => {
    expect(await findings(procedure, path.join(workflows, procedure.id))).toEqual([]);
  });
});

describe('a picture is noticed', () => {
  const [procedure] = procedures;
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-diagram-'));
  const edit = (name: string, edited: (text: string) => string) => {
    const file = path.join(folder, name);
    writeFileSync(file, edited(readFileSync(file, 'utf8')));
  };

  beforeEach(() => {
    for (const name of ['README.md', 'diagram.svg']) {
      cpSync(path.join(workflows, procedure!.id, name), path.join(folder, name));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('that is stale', async () => {
    edit('diagram.svg', (svg) => svg.replace('Withdrawn', 'Gone'));
    expect(await findings(procedure!, folder)).toEqual(['diagram.svg is stale: npm run diagrams']);
  });

  it('that is missing', async () => {
    rmSync(path.join(folder, 'diagram.svg'));
    expect(await findings(procedure!, folder)).toEqual(['diagram.svg is stale: npm run diagrams']);
  });

  it('that its README does not show', async () => {
    edit('README.md', (text) => text.replace(shown, ''));
    expect(await findings(procedure!, folder)).toEqual([`README.md does not show it: ${shown}`]);
  });
});
