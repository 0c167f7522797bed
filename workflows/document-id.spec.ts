import { isCaseId } from '@rapporteur/kernel';
import { documentId } from './document-id';

describe('the id of the case of a document', () => {
  it.each([
    ['WT/GC/M/177', 'wt-gc-m-177'],
    ['WT/MIN(17)/65', 'wt-min-17-65'],
    ['WT/ACC/SPEC/LVA/7/Add.2/Corr.1', 'wt-acc-spec-lva-7-add-2-corr-1'],
    ['JOB/GC/137', 'job-gc-137'],
    [' (19-4537) ', '19-4537'],
    ['WT/GC/W/SIM/Évaluation', 'wt-gc-w-sim-valuation'],
  ])('is made of its symbol: %s', (symbol, id) => {
    expect(documentId(symbol)).toBe(id);
    expect(isCaseId(id)).toBe(true);
  });

  it('is not made of what has neither letter nor digit', () => {
    expect(documentId('')).toBeUndefined();
    expect(documentId(' /–/ ')).toBeUndefined();
  });

  it('is not made of a symbol too long for one', () => {
    expect(documentId('A'.repeat(63))).toBe('a'.repeat(63));
    expect(documentId('A'.repeat(64))).toBeUndefined();
  });
});
