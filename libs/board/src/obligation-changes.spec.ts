import type { Engine } from '@rapporteur/engine';
import { isRefusal } from '@rapporteur/kernel';
import { chargeRegistry } from '../test/charges';
import { answered, boardOn, bySearch, closeAll, engineOn, refOf } from '../test/obligation-scene';
import type { Board } from './board';

// A record in one case may change the obligations of others; the board is told of no other case.

jest.setTimeout(60_000);

let running: Engine;
let board: Board;
beforeEach(async () => {
  running = await engineOn(chargeRegistry);
  board = await boardOn(running);
});
afterEach(closeAll);

async function recorded(name: string, type: string, occurredOn: string, more: object = {}) {
  const step = { type, occurredOn, data: {}, ...more };
  const by = { actor: { id: 'anna', role: 'secretariat' } } as const;
  const result = await running.record(refOf(name), step, by);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
}

const planned = (name: string, occurredOn: string, data: object) =>
  recorded(name, 'sitting.planned', occurredOn, { data });

const charged = (name: string, by: string) =>
  recorded(name, 'charge.given', '2018-01-05', { data: { by }, links: { mandate: 'mandate/m' } });

/** How the deadlines so called stand as at a day; whatever else there is must be right as well. */
async function statuses(deadline: string, asAt = '2018-02-15') {
  const { obligations, counts } = answered(await board.obligations({ asAt }));
  const expected = await bySearch(running, { asAt });
  expect({ obligations, counts }).toEqual({
    obligations: expected.obligations,
    counts: expected.counts,
  });
  const those = obligations.filter((each) => each.deadline === deadline);
  return those.map(({ status, windows }) => [status, ...windows.map(({ to }) => to)].join(' '));
}

describe('the calendar changes the obligations of the cases that asked for what it holds', () => {
  beforeEach(() => charged('charge/c', '2018-02-20'));
  const standing = () => statuses('charge.atTheSitting');

  it('when a sitting that was asked for enters it, is moved, and is called to another body', async () => {
    expect(await standing()).toEqual(['notComputable']);
    await planned('sitting/a', '2018-01-10', { body: 'council', day: '2018-03-01' });
    expect(await standing()).toEqual(['open 2018-03-01']);
    await planned('sitting/a', '2018-01-20', { body: 'council', day: '2018-03-08' });
    expect(await standing()).toEqual(['superseded 2018-03-01', 'open 2018-03-08']);
    await planned('sitting/a', '2018-02-10', { body: 'committee', day: '2018-03-08' });
    expect(await standing()).toEqual([
      'superseded 2018-03-01',
      'superseded 2018-03-08',
      'notComputable',
    ]);
  });

  it('when a sitting stands in it no more', async () => {
    await planned('sitting/a', '2018-01-10', { body: 'council', day: '2018-03-01' });
    await planned('sitting/a', '2018-01-20', { body: 'nobody', day: '2018-03-01' });
    expect(await standing()).toEqual(['superseded 2018-03-01', 'notComputable']);
  });

  it('when sittings without a day are more than one', async () => {
    await planned('sitting/a', '2018-01-10', { body: 'council' });
    expect(await standing()).toEqual(['notComputable']);
    await planned('sitting/b', '2018-01-11', { body: 'council' });
    expect(await standing()).toEqual(['awaited']);
  });
});

it('a case that asked for sittings without a day alone is concerned when one of them goes', async () => {
  await planned('sitting/a', '2018-01-02', { body: 'council' });
  await planned('sitting/b', '2018-01-02', { body: 'council' });
  await charged('charge/c', '2018-02-20');
  expect(await statuses('charge.atTheSitting')).toEqual(['awaited']);
  await planned('sitting/b', '2018-01-20', { body: 'nobody' });
  expect(await statuses('charge.atTheSitting')).toEqual(['notComputable']);
});

describe('a linked case changes the obligations of those that looked at it', () => {
  const standing = () => statuses('charge.answer');

  it('also when it is opened after them', async () => {
    await charged('charge/c', '2018-03-01');
    await recorded('mandate/m', 'mandate.given', '2018-01-02');
    expect(await standing()).toEqual(['open 2018-03-01']);
    await recorded('mandate/m', 'mandate.suspended', '2018-01-20');
    expect(await standing()).toEqual(['superseded 2018-03-01']);
    await recorded('mandate/m', 'mandate.resumed', '2018-02-01');
    expect(await standing()).toEqual(['superseded 2018-03-01', 'open 2018-03-01']);
  });
});

describe('a case changes the obligations of the one that it lies under', () => {
  const standing = () => statuses('mandate.firstAnswer');

  it('when it is opened, and when it changes', async () => {
    await recorded('mandate/m', 'mandate.given', '2018-01-02');
    expect(await standing()).toEqual([]);
    await charged('charge/c', '2018-03-01');
    expect(await standing()).toEqual(['awaited']);
    await recorded('charge/c', 'charge.answered', '2018-02-10');
    expect(await standing()).toEqual(['met']);
  });

  it('also when it was there before that one', async () => {
    await charged('charge/c', '2018-03-01');
    await recorded('mandate/m', 'mandate.given', '2018-01-02');
    expect(await standing()).toEqual(['awaited']);
  });
});

describe('a correction of a sitting', () => {
  const annotate = (id: string, type: string, data: object) =>
    running.annotate(refOf('sitting/a'), { type, data }, { actor: { id, role: 'secretariat' } });

  async function annulled(revision: number): Promise<void> {
    const data = { reason: 'Not so.', corrections: [{ revision, annul: true }] };
    const proposed = await annotate('anna', 'record.correctionProposed', data);
    if (isRefusal(proposed)) throw new Error(JSON.stringify(proposed));
    const approved = await annotate('bruno', 'record.annulled', { proposal: proposed.revision });
    expect(isRefusal(approved)).toBe(false);
  }

  it('changes what was due from then on, and what was known before stays', async () => {
    await planned('sitting/a', '2018-01-02', { body: 'council', day: '2018-03-01' });
    await charged('charge/c', '2018-02-20');
    await planned('sitting/a', '2018-02-01', { body: 'council', day: '2018-03-08' });
    const { size } = running.log;
    const before = answered(await board.obligations({ asAt: '2018-02-15' }));
    expect(before.obligations.map(({ status }) => status)).toContain('superseded');
    await annulled(1);
    expect(await statuses('charge.atTheSitting')).toEqual(['open 2018-03-01']);
    const asked = { asAt: '2018-02-15', knownOn: `@${size}` };
    expect(answered(await board.obligations(asked)).obligations).toEqual(before.obligations);
  });

  it('may leave nothing of it in the calendar', async () => {
    await planned('sitting/a', '2018-01-02', { body: 'nobody' });
    await planned('sitting/a', '2018-01-03', { body: 'council', day: '2018-03-01' });
    await charged('charge/c', '2018-02-20');
    expect(await statuses('charge.atTheSitting')).toEqual(['open 2018-03-01']);
    await annulled(1);
    expect(await statuses('charge.atTheSitting')).toEqual(['notComputable']);
  });
});
