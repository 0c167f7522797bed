// A large log in an SQLite store: records as the engine would write them, sealed, in the order in
// which they were recorded, but without its rules and its looking around, and written in one go.
import {
  canonicalRecord,
  CorruptHistory,
  eventId,
  foldedWith,
  hashOf,
  isRefusal,
  noHash,
  openDriver,
  registry,
  seal,
  sqliteEventStore,
  weighCorrections,
  xstateVersion,
} from './libraries.mjs';
import { isoDay, storyOf } from './stories.mjs';

const registrar = { id: 'registrar', role: 'secretariat' };
const deputy = { id: 'deputy', role: 'secretariat' };

/** Writes a log of exactly so many records, in about a tenth as many cases, into a new file. */
export async function writeLargeLog(file, records) {
  await sqliteEventStore(file).close();
  const driver = openDriver(file);
  driver.exec('pragma synchronous = off');
  const insert = driver.prepare('insert into events values (?, ?, ?, ?, ?, ?, ?)');
  driver.exec('begin');
  let position = 0;
  for (const record of recordsOf(records)) {
    const { stream, revision, id, type, metadata } = record;
    insert.run(position, stream, revision, id, type, canonicalRecord(record), metadata.hash);
    position += 1;
    // Or what is not committed yet grows beside the file as large as the file itself.
    if (position % 10_000 === 0) driver.exec('commit; begin');
  }
  driver.exec('commit; pragma wal_checkpoint(truncate)');
  driver.close();
  return position;
}

function* recordsOf(most) {
  // A few more than needed: some stories are short, and what cannot be corrected is not.
  const cases = Math.ceil(most / 9) + 10;
  const open = new Map();
  let written = 0;
  for (const { number, turn } of inOrder(cases)) {
    const one = open.get(number) ?? opened(number, cases);
    open.set(number, one);
    const record = recordOfTurn(one, turn);
    one.turns -= 1;
    if (one.turns === 0) open.delete(number);
    if (!record) continue;
    yield record;
    written += 1;
    if (written === most) return;
  }
  throw new Error(`only ${written} of ${most} records were told of`);
}

/** What is to be recorded of a case: its steps, then its correction's proposal and decision. */
const timesOf = ({ steps, correction }) => [
  ...steps.map(({ recordedAt }) => recordedAt),
  ...(correction ? [correction.proposedAt, correction.decidedAt] : []),
];

/** All that is recorded in all cases, by when. */
function inOrder(cases) {
  const all = [];
  for (let number = 0; number < cases; number += 1) {
    timesOf(storyOf(number, cases)).forEach((time, turn) => all.push({ number, turn, time }));
  }
  return all.sort((a, b) => a.time - b.time || a.number - b.number || a.turn - b.turn);
}

function opened(number, cases) {
  const story = storyOf(number, cases);
  const turns = timesOf(story).length;
  return { story, procedure: registry.get(story.procedure), records: [], timeline: [], turns };
}

/** The record of what comes next; undefined when it cannot be recorded. */
function recordOfTurn(one, turn) {
  const { story } = one;
  const step = story.steps[turn];
  if (step) {
    const record = recorded(one, step, { occurredOn: step.occurredOn, actor: registrar });
    if (record) step.revision = record.revision;
    return record;
  }
  const isProposal = turn === story.steps.length;
  return isProposal ? proposed(one, story.correction) : decided(one, story.correction);
}

function proposed(one, correction) {
  const { revision } = correction.step;
  if (revision === undefined) return undefined;
  const corrections = [{ revision, ...correction.change }];
  if (isRefusal(weighCorrections(one, corrections))) return undefined;
  correction.proposal = one.records.length;
  const data = { reason: 'The minutes as approved say otherwise.', corrections };
  const type = 'record.correctionProposed';
  return annotated(one, { type, data, recordedAt: correction.proposedAt }, registrar);
}

function decided(one, { proposal, change, decidedAt }) {
  if (proposal === undefined) return undefined;
  const { corrections } = one.records[proposal].data;
  if (isRefusal(weighCorrections(one, corrections))) {
    const data = { proposal, reason: 'It cannot stand any more.' };
    return annotated(
      one,
      { type: 'record.correctionRejected', data, recordedAt: decidedAt },
      deputy,
    );
  }
  const type = change.annul ? 'record.annulled' : 'record.corrected';
  return annotated(one, { type, data: { proposal }, recordedAt: decidedAt }, deputy);
}

const annotated = (one, step, actor) =>
  recorded(one, step, { occurredOn: isoDay(step.recordedAt), actor });

/** Takes a record into its case, if it is possible there; what it leads to is found by folding, as the engine does. */
function recorded(one, { type, data, recordedAt }, { occurredOn, actor }) {
  const revision = one.records.length;
  const stream = `${one.procedure.id}-${one.story.id}`;
  const id = eventId(stream, `key-${revision}`, 0);
  const draft = { stream, revision, id, type, data, metadata: { occurredOn, actor } };
  const timeline = foldedIfPossible(one, draft);
  if (!timeline) return undefined;
  const { before, after, guards } = momentsOf(timeline, revision, one.procedure);
  const record = seal(
    {
      ...draft,
      metadata: {
        ...draft.metadata,
        recordedAt: new Date(recordedAt).toISOString(),
        authority: [
          one.procedure.steps[type]?.cite ?? { instrument: 'Rapporteur', paragraph: type },
        ],
        source: 'document',
        from: before.value,
        to: after.value,
        stateHash: hashOf({ value: after.value, context: after.context }),
        verdicts: guards,
        basis: { size: 0, cases: [] },
        definition: definitionOf(one.procedure),
        request: hashOf({ type, data, occurredOn }),
        simulated: true,
        $correlationId: id,
        $causationId: id,
      },
    },
    one.records.at(-1)?.metadata.hash ?? noHash,
  );
  one.records.push(record);
  one.timeline = timeline;
  return record;
}

/** A correction may have made impossible what comes late. */
function foldedIfPossible(one, draft) {
  try {
    return foldedWith(one.procedure, one, draft);
  } catch (error) {
    if (error instanceof CorruptHistory) return undefined;
    throw error;
  }
}

/** Of an engine step, where the case stands last before it. */
function momentsOf(timeline, revision, { interpreter }) {
  const entry = timeline.find(({ step }) => step.revision === revision);
  if (entry) return entry;
  const last = timeline.at(-1)?.after ?? interpreter.initial;
  return { before: last, after: last, guards: {} };
}

const definitionOf = ({ id, version, lock }) => ({
  id,
  version,
  hash: lock.hash,
  xstate: xstateVersion,
});
