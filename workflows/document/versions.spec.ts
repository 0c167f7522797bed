import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  circulated,
  complete,
  corrected,
  derestricted,
  documentName as name,
  inThree,
  issued,
  registered,
  revised,
  supplemented,
  translated,
} from '../told-documents';
import { document as procedure } from '.';

const { given } = scenarios(procedures);

describe('the language versions of a document', () => {
  it('are complete with the third, whichever it is', () => {
    expect(
      given(...issued)
        .when(translated('fr'))
        .state(name),
    ).toMatchObject({
      language: 'pending',
    });
    const then = given(...complete);
    expect(then.state(name)).toMatchObject({ language: 'complete' });
    expect(then.context(name)).toMatchObject({
      languages: ['en', 'es', 'fr'],
      completeOn: '2019-07-29',
    });
  });

  it('recorded in another order make the same document', () => {
    const [french, spanish] = [translated('fr'), translated('es', '2019-07-29')];
    expect(given(...issued, spanish, french).context(name)).toEqual(
      given(...issued, french, spanish).context(name),
    );
  });

  it('may be completed by the original, said later', () => {
    const unsaid = registered({ originalLang: undefined });
    const before = given(unsaid, ...inThree);
    expect(before.state(name)).toMatchObject({ language: 'pending' });
    const then = before.when(registered({}, '2019-08-01'));
    expect(then.state(name)).toMatchObject({ language: 'complete' });
    expect(then.context(name)).toMatchObject({ completeOn: '2019-08-01' });
  });

  it('may have a symbol of their own, also when issued again', () => {
    const own = translated('es', '2019-07-22', { symbol: 'WT/GC/M/SIM/177' });
    const then = given(...complete).when({ ...own });
    expect(then.context(name)).toMatchObject({ symbols: ['WT/GC/M/177', 'WT/GC/M/SIM/177'] });
    expect(given(...issued, own).context(name)).toMatchObject({
      symbols: ['WT/GC/M/177', 'WT/GC/M/SIM/177'],
    });
  });
});

describe('the versions of a document', () => {
  it.each([
    [revised('WT/GC/M/177/Rev.1'), true],
    [revised('WT/GC/M/177/Corr.1'), false],
    [corrected('WT/GC/M/177/Corr.2'), true],
    [corrected('WT/GC/M/178/Corr.1'), false],
    [corrected('WT/GC/M/177'), false],
    [corrected('the corrigendum'), 'notComputable'],
    [supplemented('WT/GC/M/177/Suppl.1'), true],
    [supplemented('WT/GC/M/177/Add.1'), true],
    [supplemented('WT/GC/M/177/Rev.1'), false],
  ])('have the symbol of the document and a status: case %#', (told, verdict) => {
    const then = given(...issued).when(told);
    expect(then.decision?.verdicts['document.symbolOfVersion']).toBe(verdict);
  });

  it('may be versions under any of the symbols of the document', () => {
    const then = given(registered({ symbols: ['WT/GC/187', 'WT/MIN(17)/5'] })).when(
      corrected('WT/MIN(17)/5/Corr.1'),
    );
    expect(then.decision?.verdicts['document.symbolOfVersion']).toBe(true);
  });

  it('corrected in one language: the other languages are to be checked', () => {
    const parity = (langs: string[] | undefined, steps: readonly Told[]) =>
      given(...steps).when(corrected('WT/GC/M/177/Corr.1', langs ? { langs } : {})).decision
        ?.verdicts['document.languageParity'];
    expect(parity(['fr'], complete)).toBe(false);
    expect(parity(undefined, complete)).toBe(false);
    expect(parity(['en', 'es', 'fr'], complete)).toBe(true);
    expect(parity(['en'], issued)).toBe(true);
    expect(parity(['en'], [registered({ originalLang: undefined })])).toBe('notComputable');
    const rule = procedure.rules.find(({ id }) => id === 'document.languageParity');
    expect(rule?.text.en).toContain('check the other languages');
    expect(rule?.text.fr).toContain('vérifier les autres langues');
  });
});

describe('the circulation of a document', () => {
  it('counts from its first day, whichever was recorded first', () => {
    const twice = [circulated('2019-07-12'), circulated('2019-07-09')];
    expect(given(registered(), ...twice).context(name)).toMatchObject({
      circulatedOn: '2019-07-09',
    });
  });

  it('on another day than the step is noted, and counts from the day that is given', () => {
    const then = given(registered()).when(circulated('2019-07-12', { date: '2019-07-09' }));
    expect(then.decision?.verdicts).toEqual({ 'document.datedAsTaken': false });
    expect(then.context(name)).toMatchObject({ circulatedOn: '2019-07-09' });
  });
});

describe('the derestriction of a document', () => {
  it('dated otherwise than the step is noted', () => {
    const then = given(...complete).when(
      derestricted('2019-09-02', 'period', { date: '2019-08-23' }),
    );
    expect(then.decision?.verdicts['document.datedAsTaken']).toBe(false);
    expect(then.context(name)).toMatchObject({ derestrictedOn: '2019-08-23' });
  });
});
