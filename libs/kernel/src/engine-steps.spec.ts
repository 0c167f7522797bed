import { annotationsOf } from './annotations';
import { judgeEngineStep } from './engine-step-rules';
import { engineSteps, parseEngineStep, prepareEngineStep } from './engine-steps';
import type { JsonObject } from './json';
import { payloadSchema } from './payload';
import type { StepRecord } from './record';
import { isRefusal, type Refusal } from './refusal';
import { recordAll } from './sample-histories';
import { motion } from './sample-procedures';
import { languages } from './text';
import type { Actor, Party } from './who';

const registrar: Actor = { id: 'registrar', role: 'secretariat' };
const evidence = { revision: 0, documents: [{ symbol: 'GC/M/1' }] };

/** An engine step as far as this actor may propose it. */
function prepared(type: string, data: unknown, actor: Actor = registrar) {
  const parsed = parseEngineStep({ type, data });
  return isRefusal(parsed) ? parsed : prepareEngineStep(parsed.proposal, actor, false);
}

const reasonsOf = (result: { outcome: string }) => (result as Refusal).reasons;

describe('The payload of an engine step', () => {
  it.each<[string, JsonObject]>([
    ['record.evidenceAdded', evidence],
    ['record.evidenceAdded', { revision: 3, documents: [{ title: 'Summary', language: 'fr' }] }],
    ['record.evidenceAdded', { revision: 3, documents: [{ sha256: 'a'.repeat(64) }] }],
    ['record.noted', { text: 'Seen.' }],
    ['record.noted', { text: 'Seen.', documents: [{ symbol: 'GC/M/1' }] }],
    ['record.irregularityApproved', { revision: 0 }],
    ['record.irregularityApproved', { revision: 0, reason: 'There was no other way.' }],
  ])('of %s may be %j', (type, data) => {
    expect(prepared(type, data)).toEqual({ outcome: 'prepared', type, data });
  });

  it.each<[string, JsonObject, string]>([
    ['record.evidenceAdded', { revision: 0 }, 'documents'],
    ['record.evidenceAdded', { revision: 0, documents: [] }, 'documents'],
    ['record.evidenceAdded', { revision: 0, documents: [{ language: 'en' }] }, 'documents'],
    ['record.evidenceAdded', { revision: 0, documents: [{ symbol: ' ' }] }, 'documents'],
    ['record.evidenceAdded', { revision: 0, documents: { symbol: 'x' } }, 'documents'],
    ['record.evidenceAdded', { ...evidence, revision: -1 }, 'revision'],
    ['record.evidenceAdded', { ...evidence, revision: 0.5 }, 'revision'],
    ['record.evidenceAdded', { ...evidence, colour: 'red' }, 'colour'],
    [
      'record.evidenceAdded',
      { revision: 0, documents: [{ sha256: 'abc' }] },
      'documents[0].sha256',
    ],
    ['record.noted', {}, 'text'],
    ['record.noted', { text: ' \n ' }, 'text'],
    ['record.noted', { text: 'x', documents: [{}] }, 'documents'],
    ['record.irregularityApproved', { revision: 0, reason: '  ' }, 'reason'],
    ['record.irregularityApproved', {}, 'revision'],
  ])('of %s is not %j', (type, data, field) => {
    const reasons = reasonsOf(prepared(type, data));
    expect(reasons.map((reason) => reason.field)).toContain(field);
    for (const language of languages) expect(reasons[0]!.message[language]).toMatch(/\S/);
  });

  it('has a schema of its own', () => {
    const schemas = Object.values(engineSteps).map(({ payload }) => payloadSchema(payload));
    for (const schema of schemas) {
      expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    }
  });
});

describe('Of the engine’s own kind', () => {
  it.each(['motion.tabled', 'record.erased', 'record.', 'constructor'])('%s is not', (type) => {
    expect(parseEngineStep({ type, data: {} })).toMatchObject({
      code: 'invalid',
      reasons: [{ field: 'type' }],
    });
  });

  it('a step has no date, source or authority of its own', () => {
    const dated = { type: 'record.noted', data: { text: 'x' }, occurredOn: '2019-01-01' };
    expect(parseEngineStep(dated)).toMatchObject({ reasons: [{ field: 'occurredOn' }] });
  });
});

describe('Who may record an engine step', () => {
  it.each<[string, JsonObject, readonly Actor['role'][]]>([
    ['record.evidenceAdded', evidence, ['secretariat', 'operator']],
    ['record.noted', { text: 'x' }, ['secretariat', 'operator', 'auditor']],
    ['record.irregularityApproved', { revision: 0 }, ['secretariat', 'operator', 'chair']],
  ])('%s', (type, data, allowed) => {
    for (const role of [
      'secretariat',
      'operator',
      'auditor',
      'chair',
      'member',
      'clock',
    ] as const) {
      const result = prepared(type, data, { id: 'x', role });
      if (allowed.includes(role)) expect(result.outcome).toBe('prepared');
      else expect(result).toMatchObject({ code: 'forbidden', reasons: [{ rule: `${type}.by` }] });
    }
  });

  it('is said before what is wrong with the payload', () => {
    const delegate: Actor = { id: 'x', role: 'member', of: 'RUS' };
    const [reason] = reasonsOf(prepared('record.noted', {}, delegate));
    expect(reason).toMatchObject({ rule: 'record.noted.by' });
    expect(reason!.message.en).toContain(
      'the Secretariat, the operator, an auditor; a Member (RUS)',
    );
  });
});

const { records, timeline } = recordAll(motion, [
  {
    type: 'motion.tabled',
    data: { text: 'To adjourn', movers: ['RUS'] },
    occurredOn: '2018-01-10',
  },
  { type: 'motion.discussed', data: { summary: 'Heard' }, occurredOn: '2018-01-20' },
  { type: 'motion.carried', data: { present: 2 }, occurredOn: '2018-02-01' },
])!;

/** One record more, of an engine step. */
const noted = (type: string, data: JsonObject): StepRecord => ({
  ...records[0]!,
  revision: records.length,
  type,
  data,
});

/** The refusal of an engine step on these records, if it is refused. */
function refuseEngineStep(
  known: readonly StepRecord[],
  step: { type: string; data: JsonObject },
  actor: Actor,
) {
  const judged = judgeEngineStep({ procedure: motion, records: known, timeline }, step, actor);
  return isRefusal(judged) ? judged : undefined;
}

describe('The rules of engine steps', () => {
  const chair: Actor = { id: 'chairperson', role: 'chair', of: 'generalCouncil' };
  const refused = (type: string, revision: number, known = records, actor = chair) => {
    const found = refuseEngineStep(known, { type, data: { revision } }, actor);
    return found && [found.code, found.reasons[0]!.rule];
  };

  it('name a record that is there, and is a step', () => {
    for (const type of ['record.evidenceAdded', 'record.irregularityApproved']) {
      expect(refused(type, 3)).toEqual(['notFound', `${type}.revision`]);
      const known = [...records, noted('record.noted', { text: 'x' })];
      expect(refused(type, 3, known)).toEqual(['notPossible', `${type}.revision`]);
    }
    expect(refused('record.evidenceAdded', 2)).toBeUndefined();
  });

  it('want an irregularity that is approved once, by a second person', () => {
    const type = 'record.irregularityApproved';
    expect(records[2]!.metadata.irregularity).toBeDefined();
    expect(refused(type, 2)).toBeUndefined();
    expect(refused(type, 0)).toEqual(['notPossible', `${type}.irregular`]);
    expect(refused(type, 2, records, registrar)).toEqual(['forbidden', `${type}.secondPerson`]);
    const approved = [...records, noted(type, { revision: 2 })];
    expect(refused(type, 2, approved)).toEqual(['alreadyRecorded', `${type}.once`]);
  });

  it('let a chair approve the acts of the own body alone', () => {
    const type = 'record.irregularityApproved';
    const irregular = records[2]!;
    const actsOf = (onBehalfOf: Party) => [
      ...records.slice(0, 2),
      { ...irregular, metadata: { ...irregular.metadata, onBehalfOf } },
    ];
    const group = actsOf({ role: 'body', of: 'workingGroup' });
    expect(refused(type, 2, actsOf({ role: 'generalCouncil' }))).toBeUndefined();
    expect(refused(type, 2, group)).toEqual(['forbidden', `${type}.ownBody`]);
    expect(refused(type, 2, group, { ...chair, of: 'workingGroup' })).toBeUndefined();
    const second: Actor = { id: 'deputy registrar', role: 'secretariat' };
    expect(refused(type, 2, group, second)).toBeUndefined();
  });

  it('ask nothing of a note', () => {
    const note = { type: 'record.noted', data: { text: 'x' } };
    expect(refuseEngineStep(records, note, chair)).toBeUndefined();
  });

  it('say in three languages what is wrong, and cite the engine', () => {
    const found = refuseEngineStep(
      records,
      { type: 'record.evidenceAdded', data: { revision: 9 } },
      registrar,
    );
    const [reason] = found!.reasons;
    expect(reason!.cite).toEqual({ instrument: 'Rapporteur', paragraph: 'record.evidenceAdded' });
    expect(reason!.message.en).toContain('no record 9 in this case; its records are 0 to 2');
    expect(reason!.message.fr).toContain("n'y a pas d'enregistrement 9");
    expect(reason!.message.es).toContain('no hay un registro 9');
  });
});

describe('What engine steps say of a record', () => {
  const fromTheFloor = records.map((record) => ({
    ...record,
    metadata: { ...record.metadata, source: 'floor' as const },
  }));

  it('is that it is provisional until there is evidence for it', () => {
    const [first, second] = fromTheFloor;
    const { isProvisional } = annotationsOf(fromTheFloor);
    expect([isProvisional(first), isProvisional(records[0]), isProvisional(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
    const borneOut = annotationsOf([...fromTheFloor, noted('record.evidenceAdded', evidence)]);
    expect([borneOut.isProvisional(first), borneOut.isProvisional(second)]).toEqual([false, true]);
    expect(borneOut.evidenceFor(0)).toEqual([{ revision: 3, documents: evidence.documents }]);
  });

  it('is by whom an irregularity was approved', () => {
    const data = { revision: 2, reason: 'It was urgent.' };
    const { approvalOf } = annotationsOf([...records, noted('record.irregularityApproved', data)]);
    const { recordedAt } = records[0]!.metadata;
    expect(approvalOf(2)).toEqual({
      revision: 3,
      actor: registrar,
      recordedAt,
      reason: 'It was urgent.',
    });
    expect(approvalOf(0)).toBeUndefined();
  });
});
