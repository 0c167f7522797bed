import fc from 'fast-check';
import {
  caseName,
  caseOfStream,
  isCaseId,
  isProcedureId,
  parseCaseName,
  streamOf,
} from './case-ref';

const refs = fc.record({
  procedure: fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,62}$/),
  case: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/),
});

describe('a case', () => {
  it('is found again from its name and from its stream', () => {
    fc.assert(
      fc.property(refs, (ref) => {
        expect(parseCaseName(caseName(ref))).toEqual(ref);
        expect(caseOfStream(streamOf(ref))).toEqual(ref);
      }),
    );
  });

  it('has a stream whose category, up to the first hyphen, is its procedure', () => {
    const ref = { procedure: 'workingGroup', case: 'ecommerce-2018-07' };
    expect(streamOf(ref)).toBe('workingGroup-ecommerce-2018-07');
    expect(caseOfStream('workingGroup-ecommerce-2018-07')).toEqual(ref);
    expect(caseName(ref)).toBe('workingGroup/ecommerce-2018-07');
  });

  it.each(['', '/', 'chair', 'chair/', '/ecommerce', 'chair/e/f', 'chair/E', 'Chair/ecommerce'])(
    'is not named %j',
    (text) => {
      expect(parseCaseName(text)).toBeUndefined();
    },
  );

  it.each([
    '$ce-chair',
    '$settings',
    'chair',
    '-ecommerce',
    'chair-',
    'chair--',
    'Chair-ecommerce',
  ])('is not kept in the stream %j', (stream) => {
    expect(caseOfStream(stream)).toBeUndefined();
  });
});

describe('the id of a case', () => {
  it.each(['ecommerce', '2018-07', 'a', '0', `a${'b'.repeat(62)}`])('may be %s', (id) => {
    expect(isCaseId(id)).toBe(true);
  });

  it.each(['', '-a', 'A', 'a_b', 'a.b', '..', 'a/b', 'é', 'a\n', `a${'b'.repeat(63)}`])(
    'may not be %j',
    (id) => {
      expect(isCaseId(id)).toBe(false);
    },
  );
});

describe('the id of a procedure', () => {
  it('has no hyphen, so that the store’s category is all of it', () => {
    expect(isProcedureId('workingGroup')).toBe(true);
    expect(['working-group', 'WorkingGroup', '1a', '', 'a'.repeat(64)].some(isProcedureId)).toBe(
      false,
    );
  });
});
