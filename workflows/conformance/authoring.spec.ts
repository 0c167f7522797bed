import type { DefinitionLock, Procedure } from '@rapporteur/kernel';
import { recordAll } from '@rapporteur/kernel/samples';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { conformance } from './conformance';
import { definitionLock } from './definition-lock';

// The procedure that docs/authoring.md writes, file by file, as it is printed there.

const workflows = path.dirname(__dirname);
const page = readFileSync(path.join(workflows, '../docs/authoring.md'), 'utf8');
const home = newHome();
const folder = path.join(home, 'accreditation');

function newHome(): string {
  const copies = path.join(workflows, '.copies');
  mkdirSync(copies, { recursive: true });
  const made = mkdtempSync(path.join(copies, 'authoring-'));
  const shared = readdirSync(workflows).filter((name) => name.endsWith('.ts'));
  shared.forEach((name) => cpSync(path.join(workflows, name), path.join(made, name)));
  return made;
}

/** The files of the page: each is a block whose first line says where it stands. */
function files(): readonly { readonly name: string; readonly text: string }[] {
  const blocks = page.matchAll(/```(?:ts|json|md)\n\/\/ (\S+)\n([\s\S]*?)```/g);
  return [...blocks].map(([, name = '', text = '']) => ({ name, text }));
}

for (const { name, text } of files()) {
  const file = path.join(home, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What sections 8 and 9 have the author do: the lock, and one history. */
function finish(): Procedure {
  const { accreditation } = jest.requireActual<{ accreditation: Procedure }>(
    path.join(folder, 'index.ts'),
  );
  const lock = definitionLock(accreditation, folder);
  writeFileSync(path.join(folder, 'definition.lock.json'), JSON.stringify(lock));
  const procedure = { ...accreditation, lock: lock as unknown as DefinitionLock };
  const recorded = recordAll(procedure, [
    {
      type: 'accreditation.requested',
      data: { member: 'BRA', delegateRef: 'DELEGATE-1' },
      occurredOn: '2018-03-01',
    },
    {
      type: 'accreditation.granted',
      data: { symbol: 'WT/ACR/SIM/1', collectBy: '2018-03-10' },
      occurredOn: '2018-03-02',
    },
    { type: 'accreditation.collected', data: {}, occurredOn: '2018-03-05' },
  ]);
  mkdirSync(path.join(folder, 'histories'));
  const history = { records: recorded?.records };
  writeFileSync(path.join(folder, 'histories/collected.json'), JSON.stringify(history));
  return procedure;
}

const procedure = finish();

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the procedure of docs/authoring.md', () => {
  it('conforms, once its lock and its history are written', () => {
    writeFileSync(path.join(folder, 'diagram.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(conformance(procedure, folder)).toEqual([]);
  });
});

describe('its scenarios', () => {
  jest.requireActual(path.join(folder, 'scenarios.spec.ts'));
});
