import type { CausedStep, Procedure } from './procedure';
import { motion, notice } from './sample-procedures';
import { scenarios, took } from './scenario';

const borneOut = (id: string, revision: number): CausedStep => ({
  case: { procedure: 'motion', case: id },
  type: 'record.evidenceAdded',
  data: { revision, documents: [{ symbol: 'GC/M/1' }] },
  links: {},
});

/** A motion whose pausing bears out the first step of another one, and what is not there. */
const bearing: Procedure = {
  ...motion,
  causes: [
    {
      on: 'motion.paused',
      under: [],
      causes: () => [borneOut('tea', 0), borneOut('tea', 5), borneOut('cake', 0)],
    },
  ],
};

const { given } = scenarios([bearing, notice]);
const tabled = (name: string) =>
  took(name, 'motion.tabled', { text: 'That tea be served', movers: ['A'] }, '2019-01-01');
const discussed = (name: string, more: object = {}) =>
  took(name, 'motion.discussed', { summary: 'x' }, { occurredOn: '2019-01-02', ...more });

describe('An engine step that a scenario causes', () => {
  const paused = took('motion/coffee', 'motion.paused', {}, '2019-01-03');
  const then = given(tabled('motion/tea'), tabled('motion/coffee'), paused);

  it('changes no state, and takes a revision of its case', () => {
    expect(then.state('motion/tea')).toBe('tabled');
    const spoken = [discussed('motion/tea'), discussed('motion/tea', { follows: 2, again: true })];
    const told = [tabled('motion/tea'), tabled('motion/coffee'), paused, ...spoken];
    expect(given(...told).context('motion/tea')).toMatchObject({ discussions: 2 });
  });

  it('is an alert when it is about nothing', () => {
    expect(then.alerts.map(({ code, reasons }) => [code, reasons[0]?.rule])).toEqual([
      ['notFound', 'record.evidenceAdded.revision'],
      ['notFound', 'record.evidenceAdded.revision'],
    ]);
  });
});

describe('An engine step that is told', () => {
  const ref = { procedure: 'motion', case: 'tea' };
  const actor = { id: 'registrar', role: 'secretariat' } as const;
  const told = (type: string, data: object) => ({ ref, actor, proposal: { type, data } });
  const documents = [{ symbol: 'GC/M/1' }];

  it('takes a revision of its case, and changes no state', () => {
    const noted = told('record.noted', { text: 'Seen.' });
    const added = told('record.evidenceAdded', { revision: 0, documents });
    const then = given(tabled('motion/tea'), noted, added);
    expect(then.state('motion/tea')).toBe('tabled');
    expect(then.alerts).toEqual([]);
    const spoken = discussed('motion/tea');
    const after = given(tabled('motion/tea'), noted, added, spoken).when(
      discussed('motion/tea', { follows: 3, again: true }),
    );
    expect(after.refusedBy).toEqual([]);
  });

  it('is an alert when it is about nothing', () => {
    const about = (revision: number) => told('record.irregularityApproved', { revision });
    expect(given(tabled('motion/tea'), about(1)).alerts).toHaveLength(1);
    expect(given(told('record.noted', { text: 'Seen.' })).alerts).toHaveLength(1);
  });
});
