import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import {
  circulated,
  complete,
  corrected,
  derestricted,
  documentName as name,
  extended,
  inThree,
  irregular,
  issued,
  registered,
  revised,
  supplemented,
  translated,
} from '../told-documents';
import { document as procedure } from '.';

const { given, uncovered } = scenarios(procedures);

describe('a document', () => {
  it('is registered with its symbols, in the language in which it was written', () => {
    const then = given().when(registered({ title: 'Minutes of the meeting of 7 May 2019' }));
    expect(then.state(name)).toEqual({
      access: 'restricted',
      language: 'pending',
      version: 'current',
    });
    expect(then.context(name)).toMatchObject({
      symbols: ['WT/GC/M/177'],
      jobNo: '19-4537',
      kind: 'minutes',
      languages: ['en'],
      completeOn: null,
    });
    expect(then.decision?.verdicts).toEqual({
      isRestricted: true,
      'document.registeredAlike': true,
      'document.symbolReadable': true,
      'document.digestReadable': true,
    });
  });

  it('is registered by the Secretariat, or by the clock when a step elsewhere says that it exists', () => {
    const actor = { id: 'engine', role: 'clock' } as const;
    expect(
      given()
        .when({ ...registered(), actor })
        .state(name),
    ).toBeDefined();
    const delegate = { id: 'delegate', role: 'member', of: 'RUS' } as const;
    const then = given().when({ ...registered(), actor: delegate });
    expect(then.refusedBy).toEqual(['document.registered.by']);
  });

  it.each([
    circulated(),
    translated('fr'),
    derestricted('2019-08-23'),
    extended('2019-08-01'),
    revised('WT/GC/M/177/Rev.1'),
    corrected('WT/GC/M/177/Corr.1'),
    supplemented('WT/GC/M/177/Add.1'),
  ])('is known before anything else happens to it: $proposal.type', (told) => {
    const then = given().when(told);
    expect(then.refusedBy).toEqual([`${(told.proposal as { type: string }).type}.order`]);
  });

  it('registered again, for another body, gains the symbols and what was not said before', () => {
    const again = registered(
      { symbols: ['WT/CTS/SIM/1'], kind: 'report', sha256: 'a'.repeat(64), jobNo: '19-9999' },
      '2019-07-15',
    );
    const then = given(...issued).when(again);
    expect(then.alerts).toEqual([]);
    expect(then.context(name)).toMatchObject({
      symbols: ['WT/CTS/SIM/1', 'WT/GC/M/177'],
      kind: 'minutes',
      jobNo: '19-4537',
      sha256: 'a'.repeat(64),
    });
  });

  it('registered again is as it stands: derestricted, revised, in three languages', () => {
    const then = given(...complete, derestricted('2019-08-23'), revised('WT/GC/M/177/Rev.1')).when(
      registered({ symbols: ['WT/CTS/SIM/1'] }, '2019-10-01'),
    );
    expect(then.state(name)).toEqual({
      access: 'derestricted',
      language: 'complete',
      version: 'revised',
    });
  });

  it('registered again with another access is noted, and stays as it was', () => {
    const then = given(...issued).when(registered({ access: 'unrestricted' }, '2019-07-15'));
    expect(then.decision?.verdicts['document.registeredAlike']).toBe(false);
    expect(then.state(name)).toMatchObject({ access: 'restricted' });
  });

  it('has symbols that can be read and a digest that can be checked; others are noted', () => {
    const then = given().when(
      registered({ symbols: ['WT/GC/M/177', 'minutes of May'], sha256: 'abc' }),
    );
    expect(then.decision?.verdicts).toMatchObject({
      'document.symbolReadable': false,
      'document.digestReadable': false,
    });
  });
});

describe('the versions of a document', () => {
  it('are its revisions, corrigenda, addenda and supplements', () => {
    const then = given(
      ...complete,
      revised('WT/GC/M/177/Rev.1'),
      corrected('WT/GC/M/177/Rev.1/Corr.1', {}, '2019-09-17'),
    ).when(supplemented('WT/GC/M/177/Add.1', '2019-09-24'));
    expect(then.state(name)).toMatchObject({ version: 'supplemented' });
    expect(then.stateAt(name, '2019-09-10')).toMatchObject({ version: 'revised' });
    expect(then.stateAt(name, '2019-09-17')).toMatchObject({ version: 'corrected' });
    expect(then.context(name)).toMatchObject({
      versions: ['WT/GC/M/177/Add.1', 'WT/GC/M/177/Rev.1', 'WT/GC/M/177/Rev.1/Corr.1'],
    });
  });
});

describe('the derestriction of a document', () => {
  it('of minutes comes 45 days after their circulation, in the three languages', () => {
    const then = given(...complete).when(derestricted('2019-08-23'));
    expect(then.state(name)).toMatchObject({ access: 'derestricted' });
    expect(then.context(name)).toMatchObject({ derestrictedOn: '2019-08-23' });
    expect(then.decision?.verdicts).toEqual({
      'document.inThreeLanguages': true,
      'document.periodHasRun': true,
      'document.derestrictedOnConsideration': true,
      isExtendedBeyond: false,
      'document.datedAsTaken': true,
    });
  });

  it('keeps its text from others until that day, so that the access at a date is known', () => {
    const then = given(...complete, derestricted('2019-08-23'));
    expect(then.stateAt(name, '2019-08-22')).toMatchObject({ access: 'restricted' });
    expect(then.stateAt(name, '2019-08-23')).toMatchObject({ access: 'derestricted' });
  });

  it('a day before its days have run is irregular, and says so in three languages', () => {
    const then = given(...complete).when(derestricted('2019-08-22'));
    expect(then.refusal?.code).toBe('irregular');
    expect(then.refusedBy).toEqual(['document.periodHasRun']);
    const [reason] = then.refusal?.reasons ?? [];
    expect(reason?.message.en).toContain('45 days after their circulation');
    expect(reason?.message.fr).toContain('45 jours après leur distribution');
    expect(reason?.message.es).toContain('45 días después de su distribución');
    expect(reason?.cite?.instrument).toContain('WT/L/452');
  });

  it('without one of the languages is irregular, and may be recorded with its reason', () => {
    const early = [...issued, translated('fr')];
    expect(given(...early).when(derestricted('2019-08-23')).refusedBy).toEqual([
      'document.inThreeLanguages',
    ]);
    const then = given(...early).when(
      irregular(
        derestricted('2019-08-23'),
        'document.inThreeLanguages',
        'Spanish is under revision.',
      ),
    );
    expect(then.state(name)).toEqual({
      access: 'derestricted',
      language: 'pending',
      version: 'current',
    });
  });

  it('of a paper of a Member may follow its first consideration; of other documents not', () => {
    const paper = [registered({ kind: 'memberPaper' }), circulated(), ...inThree];
    const considered = derestricted('2019-07-30', 'firstConsideration');
    expect(given(...paper).when(considered).refusedBy).toEqual([]);
    expect(given(...complete).when(considered).refusedBy).toEqual([
      'document.derestrictedOnConsideration',
    ]);
    const unknown = [registered({ kind: undefined }), ...inThree];
    expect(
      given(...unknown).when(considered).decision?.verdicts['document.derestrictedOnConsideration'],
    ).toBe('notComputable');
  });

  it('by the passing of time is of minutes and papers of Members alone, once circulated', () => {
    const of = (kind: string | undefined, ...more: readonly Told[]) =>
      given(registered({ kind }), ...inThree, ...more).when(derestricted('2019-12-31'));
    expect(of('report', circulated()).refusedBy).toEqual(['document.periodHasRun']);
    const verdict = (then: ReturnType<typeof of>) =>
      then.decision?.verdicts['document.periodHasRun'];
    expect(verdict(of(undefined, circulated()))).toBe('notComputable');
    expect(verdict(of('minutes'))).toBe('notComputable');
    expect(verdict(of('memberPaper', circulated()))).toBe(true);
  });

  it('happens once, and not to a document that was never restricted', () => {
    const then = given(...complete, derestricted('2019-08-23')).when(derestricted('2019-08-24'));
    expect(then.state(name)).toMatchObject({ access: 'derestricted' });
    expect(then.context(name)).toMatchObject({ derestrictedOn: '2019-08-23' });
    const open = given(registered({ access: 'unrestricted' }));
    expect(open.state(name)).toMatchObject({ access: 'unrestricted' });
    expect(open.when(derestricted('2019-08-23')).refusedBy).toEqual([
      'document.derestricted.order',
    ]);
  });

  it('is an act of the clock or the Secretariat, not of a Member', () => {
    const actor = { id: 'delegate', role: 'member', of: 'RUS' } as const;
    const then = given(...complete).when({ ...derestricted('2019-08-23'), actor });
    expect(then.refusedBy).toEqual(['document.derestricted.by']);
  });
});

describe('the extension of a restriction', () => {
  const paper: readonly Told[] = [registered({ kind: 'memberPaper' }), circulated()];

  it('of a paper of a Member adds 30 days, in that Member’s name', () => {
    const then = given(...paper).when(extended('2019-08-01', { member: 'RUS' }));
    expect(then.context(name)).toMatchObject({ extendedBy: 30, extensions: 1, objectedOn: null });
    expect(then.decision?.verdicts).toEqual({
      'document.memberForItself': true,
      'document.extendedOnce': true,
      'document.extendedByThirtyDays': true,
      'document.extendedInTime': true,
    });
  });

  it('is not made in the name of another Member', () => {
    const then = given(...paper).when(extended('2019-08-01', { member: 'BRA' }));
    expect(then.refusal?.code).toBe('forbidden');
    expect(then.refusedBy).toEqual(['document.memberForItself']);
    const asked = extended('2019-08-01', { member: 'BRA' });
    const unsaid = { ...asked, proposal: { ...(asked.proposal as object), onBehalfOf: undefined } };
    expect(given(...paper).when(unsaid).decision?.verdicts['document.memberForItself']).toBe(
      'notComputable',
    );
  });

  it('may be shorter; a longer one, a second one, a late one are irregular', () => {
    expect(
      given(...paper)
        .when(extended('2019-08-01', { days: 15 }))
        .context(name),
    ).toMatchObject({
      extendedBy: 15,
    });
    const long = given(...paper).when(extended('2019-08-01', { days: 31 }));
    expect(long.refusedBy).toEqual(['document.extendedByThirtyDays']);
    const second = given(...paper, extended('2019-08-01')).when(extended('2019-08-15'));
    expect(second.refusedBy).toEqual(['document.extendedOnce']);
    const late = given(...paper).when(extended('2019-09-08'));
    expect(late.refusedBy).toEqual(['document.extendedInTime']);
    expect(given(...paper).when(extended('2019-09-07')).refusedBy).toEqual([]);
  });

  it('cannot be judged by the day while the document is not circulated', () => {
    const then = given(registered({ kind: 'memberPaper' })).when(extended('2019-08-01'));
    expect(then.decision?.verdicts['document.extendedInTime']).toBe('notComputable');
  });

  it('of minutes is an objection; several Members may object', () => {
    const then = given(...issued, extended('2019-08-01')).when(extended('2019-08-05', {}, 'BRA'));
    expect(then.context(name)).toMatchObject({
      extendedBy: 0,
      extensions: 2,
      objectedOn: '2019-08-01',
    });
    const dated = given(...issued).when(extended('2019-08-01', { days: 10 }));
    expect(dated.context(name)).toMatchObject({ extendedBy: 10, objectedOn: null });
  });

  it('is not possible once the document is derestricted', () => {
    const then = given(...complete, derestricted('2019-08-23')).when(extended('2019-08-26'));
    expect(then.refusedBy).toEqual(['document.restrictionExtended.order']);
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
