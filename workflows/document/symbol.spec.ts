import { isSymbolOf, parseSymbol } from './symbol';

describe('a symbol', () => {
  it('is taken apart into collection, series, type, number and statuses', () => {
    expect(parseSymbol('WT/ACC/SPEC/LVA/7/Add.2/Corr.1')).toEqual({
      collection: 'WT',
      series: ['ACC', 'LVA'],
      type: 'SPEC',
      number: '7',
      statuses: [
        { status: 'Add', number: '2' },
        { status: 'Corr', number: '1' },
      ],
      stem: 'WT/ACC/SPEC/LVA/7',
    });
  });

  it.each([
    ['WT/GC/M/177', { collection: 'WT', series: ['GC'], type: 'M', number: '177' }],
    ['WT/GC/W/794', { collection: 'WT', series: ['GC'], type: 'W', number: '794' }],
    ['WT/MIN(17)/65', { collection: 'WT', series: ['MIN(17)'], number: '65' }],
    ['WT/L/1032', { collection: 'WT', series: ['L'], number: '1032' }],
    ['JOB/GC/137', { collection: 'JOB', series: ['GC'], number: '137' }],
    ['G/C/W/5', { collection: 'G', series: ['C'], type: 'W', number: '5' }],
    ['S/C/54', { collection: 'S', series: ['C'], number: '54' }],
    ['WTO/AIR/GC/SIM/1', { collection: 'WTO', series: ['GC', 'SIM'], type: 'AIR', number: '1' }],
    ['WT/MIN(01)/DEC/1', { collection: 'WT', series: ['MIN(01)'], type: 'DEC', number: '1' }],
    ['WT/GC/INF', { collection: 'WT', series: ['GC'], type: 'INF' }],
  ])('%s has no status', (symbol, parts) => {
    expect(parseSymbol(symbol)).toEqual({ ...parts, statuses: [], stem: symbol });
  });

  it.each([
    ['WT/L/1/Rev.2', [{ status: 'Rev', number: '2' }]],
    ['WT/L/1/Suppl.1', [{ status: 'Suppl', number: '1' }]],
    ['WT/L/1/REV.2', [{ status: 'Rev', number: '2' }]],
    ['WT/L/1/Add.1-3', [{ status: 'Add', number: '1-3' }]],
    ['WT/L/1/Corr', [{ status: 'Corr' }]],
    [' WT/L/1/Corr. 1 ', [{ status: 'Corr', number: '1' }]],
  ])('%s says how the document was changed', (symbol, statuses) => {
    expect(parseSymbol(symbol)).toMatchObject({ statuses, stem: 'WT/L/1' });
  });

  it.each([
    '',
    'WT',
    'WT/',
    '/L/1',
    'minutes of May',
    'WT/L/1/Rev.1/2',
    'WT//1',
    'Rev.1',
    'wt/l/1',
  ])('is not what %p is', (text) => {
    expect(parseSymbol(text)).toBeUndefined();
  });
});

describe('the symbol of a corrigendum', () => {
  const isCorrigendum = (changed: string, of: string) => isSymbolOf(changed, of, ['Corr']);

  it('is that of the document with Corr. and a number', () => {
    expect(isCorrigendum('WT/L/1/Corr.1', 'WT/L/1')).toBe(true);
    expect(isCorrigendum('WT/L/1/Rev.1/Corr.1', 'WT/L/1/Rev.1')).toBe(true);
    expect(isCorrigendum('WT/L/1/Rev.1/Corr.1', 'WT/L/1')).toBe(true);
  });

  it('is not that of another document, of an addendum, or the document’s own', () => {
    expect(isCorrigendum('WT/L/2/Corr.1', 'WT/L/1')).toBe(false);
    expect(isCorrigendum('WT/L/1/Add.1', 'WT/L/1')).toBe(false);
    expect(isCorrigendum('WT/L/1/Corr.1/Add.1', 'WT/L/1')).toBe(false);
    expect(isCorrigendum('WT/L/1/Rev.2/Corr.1', 'WT/L/1/Rev.1')).toBe(false);
    expect(isCorrigendum('WT/L/1/Corr.1', 'WT/L/1/Corr.1')).toBe(false);
  });

  it('cannot be told when one of the two cannot be read', () => {
    expect(isCorrigendum('the corrigendum', 'WT/L/1')).toBeUndefined();
    expect(isCorrigendum('WT/L/1/Corr.1', 'the paper')).toBeUndefined();
  });
});
