import type { Reason } from './refusal';
import { factFrom, parseProposal, sources } from './proposal';
import { decisionModes } from './step';

const least = { type: 'motion.tabled', data: { text: 'a' }, occurredOn: '2018-03-07' };

const complete = {
  ...least,
  follows: 3,
  source: 'minutes',
  authority: [{ instrument: 'Standing orders', paragraph: '1', symbol: 'SO/1' }],
  decision: { mode: 'vote', meeting: 'gc-2018-03-07', item: '4' },
  documents: [{ symbol: 'SO/2', title: 'Minutes', sha256: 'a'.repeat(64), language: 'fr' }],
  links: { amends: 'motion/m1' },
  onBehalfOf: { role: 'member', of: 'RUS' },
  irregularity: { rules: ['motion.quorum'], reason: 'Nobody counted.' },
  again: true,
};

const parsed = (body: unknown) => {
  const result = parseProposal(body);
  if (result.outcome === 'refused') throw new Error(JSON.stringify(result.reasons));
  return result;
};
const reasonsFor = (more: object): readonly Reason[] => {
  const result = parseProposal({ ...least, ...more });
  return result.outcome === 'refused' ? result.reasons : [];
};
const fieldsOf = (more: object) => reasonsFor(more).map(({ field }) => field);

describe('a proposal', () => {
  it('is a type, a payload and the day on which it took place', () => {
    expect(parsed(least).plain).toEqual(least);
  });

  it('may say where it comes from, whose act it is and what it rests on', () => {
    expect(parsed(complete).plain).toEqual(complete);
    expect(parsed(complete).proposal).toMatchObject(complete);
  });

  it.each(['type', 'data', 'occurredOn'])('is none without its %s', (field) => {
    expect(fieldsOf({ [field]: undefined })).toEqual([field]);
  });

  it('is an object', () => {
    expect(parseProposal('motion.tabled')).toMatchObject({ outcome: 'refused', code: 'invalid' });
    expect(parseProposal([least])).toMatchObject({ outcome: 'refused', code: 'invalid' });
    expect(parseProposal(undefined)).toMatchObject({ outcome: 'refused', code: 'invalid' });
  });

  it.each([
    ['recordedAt', { recordedAt: '2018-03-07T10:00:00Z' }],
    ['actor', { actor: { id: 'me', role: 'operator' } }],
    ['occurredOn', { occurredOn: '2017-02-29' }],
    ['occurredOn', { occurredOn: '2018-03-07T10:00:00Z' }],
    ['follows', { follows: -2 }],
    ['follows', { follows: 0.5 }],
    ['follows', { follows: '0' }],
    ['source', { source: 'rumour' }],
    ['authority', { authority: { instrument: 'Standing orders' } }],
    ['authority[0].instrument', { authority: [{ paragraph: '1' }] }],
    ['authority[0].rule', { authority: [{ instrument: 'Standing orders', rule: '1' }] }],
    ['decision', { decision: 'vote' }],
    ['decision', { decision: [] }],
    ['decision.mode', { decision: { mode: 'acclamation' } }],
    ['documents[1].sha256', { documents: [{}, { sha256: 'A'.repeat(64) }] }],
    ['documents[0].language', { documents: [{ language: 'de' }] }],
    ['links', { links: ['motion/m1'] }],
    ['onBehalfOf.role', { onBehalfOf: { role: 'king' } }],
    ['irregularity.reason', { irregularity: { rules: [] } }],
    ['irregularity.rules', { irregularity: { rules: [1], reason: 'x' } }],
    ['again', { again: 'true' }],
    ['data', { data: [] }],
    ['data.deep', { data: { deep: null } }],
  ])('is refused for its %s: %j', (field, more) => {
    expect(fieldsOf(more)).toEqual([field]);
  });

  it.each(decisionModes)('may be a decision by %s', (mode) => {
    expect(fieldsOf({ decision: { mode } })).toEqual([]);
  });

  it.each(sources)('may be known from %s', (source) => {
    expect(fieldsOf({ source })).toEqual([]);
  });

  it.each([-1, 0, 7])('may follow revision %d', (follows) => {
    expect(fieldsOf({ follows })).toEqual([]);
  });
});

describe('the links of a proposal', () => {
  it.each(['motion', 'motion/', '/m1', 'motion/M1', '../m1', 'motion-m1'])(
    'lead to cases, which %j is not',
    (target) => {
      expect(fieldsOf({ links: { amends: target } })).toEqual(['links.amends']);
    },
  );

  it.each([1, { case: 'm1' }, ['motion/m1'], true])('are names of cases, not %j', (target) => {
    expect(fieldsOf({ links: { amends: target } })).toEqual(['links.amends']);
  });

  it('that are wrong are all named, with what would be right in each language', () => {
    const reasons = reasonsFor({ links: { one: 'x', two: 'motion/m1', three: 3 } });
    expect(reasons.map(({ field }) => field)).toEqual(['links.one', 'links.three']);
    expect(reasons[0]?.message).toEqual({
      en: 'must name a case as procedure/case, such as decision/ecommerce',
      fr: 'doit désigner un dossier sous la forme procédure/dossier, p. ex. decision/ecommerce',
      es: 'debe designar un expediente con la forma procedimiento/expediente, p. ej. decision/ecommerce',
    });
  });
});

describe('the fact that a proposal becomes', () => {
  it('holds what the fold and the rules see, and nothing of what is around it', () => {
    expect(factFrom(parsed(complete).proposal, { text: 'stored' }, 5)).toEqual({
      revision: 5,
      type: 'motion.tabled',
      data: { text: 'stored' },
      occurredOn: '2018-03-07',
      follows: 3,
      decision: { mode: 'vote', meeting: 'gc-2018-03-07', item: '4' },
    });
  });

  it('has no member for what was not said', () => {
    const fact = factFrom(parsed(least).proposal, {}, 0);
    expect(Object.keys(fact).sort()).toEqual(['data', 'occurredOn', 'revision', 'type']);
  });

  it('keeps -1, the first of its day', () => {
    expect(factFrom(parsed({ ...least, follows: -1 }).proposal, {}, 0).follows).toBe(-1);
  });
});
