import type { Procedure } from '@rapporteur/kernel';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { procedures, registry } from '../registry';
import { conformance } from './conformance';

const workflows = path.dirname(__dirname);
const copies = path.join(workflows, '.copies');
const history = 'histories/as-drafted-ecommerce.json';

describe('every procedure in force', () => {
  it.each(procedures)('conforms: $id', (procedure) => {
    expect(conformance(procedure, path.join(workflows, procedure.id))).toEqual([]);
  });

  it('has links to procedures in force alone', () => {
    const links = procedures.flatMap((each) => Object.values(each.links));
    const linked = links.map(({ procedure }) => procedure);
    expect(linked.filter((id) => !registry.has(id))).toEqual([]);
  });

  it('is one of the folders, and every folder is one of them', () => {
    const folders = readdirSync(workflows).filter((name) =>
      existsSync(path.join(workflows, name, 'definition.lock.json')),
    );
    expect(procedures.map(({ id }) => id).sort()).toEqual(folders.sort());
  });
});

/** A copy of the procedure `chair` that may be spoilt: what conformance then finds. */
class Copy {
  readonly #home: string;

  constructor() {
    mkdirSync(copies, { recursive: true });
    this.#home = mkdtempSync(path.join(copies, 'chair-'));
    cpSync(path.join(workflows, 'chair'), this.#file(), { recursive: true });
    const shared = readdirSync(workflows).filter((name) => name.endsWith('.ts'));
    shared.forEach((name) => cpSync(path.join(workflows, name), path.join(this.#home, name)));
  }

  #file(name = ''): string {
    return path.join(this.#home, 'chair', name);
  }

  edit(name: string, before: string | RegExp, after: string): this {
    const text = readFileSync(this.#file(name), 'utf8');
    const edited = text.replaceAll(before, after);
    if (edited === text) throw new Error(`${name} holds nothing like ${String(before)}`);
    writeFileSync(this.#file(name), edited);
    return this;
  }

  write(name: string, text: string): this {
    writeFileSync(this.#file(name), text);
    return this;
  }

  remove(name: string): this {
    rmSync(this.#file(name), { recursive: true });
    return this;
  }

  findings() {
    const { chair } = jest.requireActual<{ chair: Procedure }>(this.#file('index.ts'));
    return conformance(chair, this.#file());
  }

  found(): readonly string[] {
    return this.findings().map(({ check, where }) => `${check}: ${where}`);
  }
}

afterAll(() => rmSync(copies, { recursive: true, force: true }));

describe('a copy of a procedure’s folder', () => {
  it('conforms as it is', () => {
    expect(new Copy().found()).toEqual([]);
  });

  it('conforms with another comment: a definition is what it does', () => {
    const copy = new Copy().edit(
      'rules.ts',
      /^ +holds: /gm,
      '    // Another word on it.\n    holds: ',
    );
    expect(copy.found()).toEqual([]);
  });

  it.each(['README.md', 'scenarios.spec.ts'])('is not complete without its %s', (name) => {
    expect(new Copy().remove(name).found()).toEqual([`folder.shape: ${name}`]);
  });
});

describe('conformance names', () => {
  it('a label that is missing in one language', () => {
    const copy = new Copy().edit('labels/fr.json', /^ +"blocked": .*\n/gm, '');
    expect(copy.found()).toEqual(['label.missing: blocked', 'lock.stale: labels']);
  });

  it('a guard that has no name', () => {
    const copy = new Copy().edit('machine.ts', "guard: 'takesEffectLater'", 'guard: () => true');
    expect(copy.found()).toContain('machine.inline: inOffice.regular on chair.resigned');
  });

  it('a timer', () => {
    const timer = "vacant: {\n      after: { 1000: 'blocked' },";
    const copy = new Copy().edit('machine.ts', 'vacant: {', timer);
    expect(copy.found()).toContain('machine.after: vacant');
  });

  it('a history that uses a transition no longer there', () => {
    const copy = new Copy().edit('machine.ts', "'chair.designated': designated,", '');
    const finding = copy.findings().find(({ check }) => check === 'history.replay');
    expect(finding?.where).toBe(path.basename(history));
    expect(finding?.message).toContain('no longer replays: revision 2, from');
  });

  it('a step that no state takes', () => {
    const declared = "'chair.congratulated': step(ChairTermEnded, [clock], paragraph('2')),";
    const copy = new Copy().edit(
      'steps.ts',
      'export const steps = {',
      `export const steps = { ${declared}`,
    );
    expect(copy.found()).toContain('step.unhandled: chair.congratulated');
  });

  it('a state that no step leads to, and one that nothing can follow', () => {
    const copy = new Copy()
      .edit('machine.ts', "target: 'holdover'", "target: 'outgoing'")
      .edit('machine.ts', '    vacant: { on: {', '    lost: {}, vacant: { on: {');
    expect(copy.found()).toEqual(
      expect.arrayContaining(['state.unreachable: inOffice.holdover', 'state.stuck: lost']),
    );
  });

  it('a state that rests though it is not one of several regions', () => {
    const resting = "outgoing: { meta: { resting: true }, on: { 'chair.termEnded'";
    const copy = new Copy().edit('machine.ts', "outgoing: { on: { 'chair.termEnded'", resting);
    expect(copy.found()).toContain('state.resting: inOffice.outgoing');
  });

  it('a guard that decides on the payload whether a step is possible', () => {
    const copy = new Copy().edit('machine.ts', '  resignedAtOnce,\n]', ']');
    expect(copy.found()).toEqual(
      expect.arrayContaining([
        'guard.payload: inOffice.regular on chair.resigned',
        'guard.payload: inOffice.holdover on chair.resigned',
      ]),
    );
  });

  it('a transition, a step, a rule and a duty that cite nothing', () => {
    const nowhere = "{ instrument: ' ' }";
    const copy = new Copy()
      .edit('machine.ts', "  meta: citing('chair.tookOffice'),\n", '')
      .edit(
        'steps.ts',
        "ChairPostCreated, [clock], paragraph('2')",
        `ChairPostCreated, [clock], ${nowhere}`,
      )
      .edit('rules.ts', 'cite: appointmentOfOfficers', `cite: ${nowhere}`)
      .edit('duties.ts', "cite: paragraph('2')", `cite: ${nowhere}`);
    expect(copy.found()).toEqual(
      expect.arrayContaining([
        'transition.cite: designated on chair.tookOffice',
        'transition.cite: unopened on chair.postCreated',
        'step.cite: chair.postCreated',
        'rule.cite: chair.servesUntilEffectiveDay',
        'duty.cite: chair.designationDue',
      ]),
    );
  });

  it('ids that are not named after the procedure, or name two things', () => {
    const copy = new Copy()
      .edit('index.ts', "id: 'chair'", "id: 'chairmanship'")
      .edit('duties.ts', "id: 'chair.designationDue'", "id: 'chair.afterEstablishment'");
    expect(copy.found()).toEqual(
      expect.arrayContaining([
        'machine.name: chair',
        'step.name: chair.designated',
        'rule.name: chair.afterEstablishment',
        'duty.name: chair.afterEstablishment',
      ]),
    );
  });

  it('a duty that calls for a step that there is not', () => {
    const copy = new Copy().edit('duties.ts', "step: 'chair.designated'", "step: 'chair.elected'");
    expect(copy.found()).toEqual([
      'duty.step: chair.designationDue',
      'lock.stale: duties',
      'lock.stale: sources',
    ]);
  });

  it('scenarios that do not ask what they have left out', () => {
    const copy = new Copy().edit('scenarios.spec.ts', 'neverRefused: []', "neverRefused: ['x']");
    expect(copy.found()).toEqual(['scenarios.coverage: scenarios.spec.ts']);
  });

  it('the text of a rule that is not what its lock says', () => {
    const copy = new Copy().edit('rules.ts', 'has established', 'established');
    expect(copy.found()).toEqual(['lock.stale: rules', 'lock.stale: sources']);
  });

  it('a condition that is not what its lock says, though nothing else tells', () => {
    const copy = new Copy().edit('machine.ts', 'effectiveOn > event', 'effectiveOn >= event');
    expect(copy.found()).toEqual(['lock.stale: sources']);
  });

  it('a lock that is none', () => {
    const found = new Copy().write('definition.lock.json', '{}').found();
    expect(found).toContain('lock.stale: machine');
    expect(found).toContain('lock.stale: sources');
  });

  it('a history that was written to', () => {
    const copy = new Copy().edit(history, /"holderRef": "[^"]+"/g, '"holderRef": "HOLDER-Z"');
    const [finding, ...others] = copy.findings();
    expect(finding).toMatchObject({ check: 'history.replay', where: path.basename(history) });
    expect(finding?.message).toContain('hash');
    expect(others).toEqual([]);
  });

  it.each([
    ['is not JSON', 'not JSON'],
    ['holds no records', '{}'],
    ['holds an empty list of records', '{"records":[]}'],
    ['holds what is no record', '{"records":[null]}'],
    ['holds a record without metadata', '{"records":[{"stream":"chair-a","data":{}}]}'],
  ])('a history that %s', (_what, text) => {
    const copy = new Copy().write(history, text);
    expect(copy.found()).toEqual([`history.unreadable: ${path.basename(history)}`]);
  });

  it('a folder without histories', () => {
    expect(new Copy().remove(history).found()).toEqual(['history.none: histories']);
    expect(new Copy().remove('histories').found()).toEqual([
      'folder.shape: histories',
      'history.none: histories',
    ]);
  });
});
