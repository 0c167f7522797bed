import { motion, notice } from './sample-procedures';
import { ImpossibleScenario, scenarios, took } from './scenario';

const { given } = scenarios([motion, notice]);
const member = { id: 'delegate', role: 'member', of: 'RUS' } as const;

const tabled = took(
  'motion/m1',
  'motion.tabled',
  { text: 'To adjourn', movers: ['RUS'] },
  { occurredOn: '2018-01-10', actor: member },
);
const discussed = (day: string) =>
  took('motion/m1', 'motion.discussed', { summary: `Heard on ${day}` }, day);
const carried = (data: object = {}) => took('motion/m1', 'motion.carried', data, '2018-02-10');
const opened = (links: Record<string, string>, data: object = { subject: 'm1' }) =>
  took('notice/m1', 'notice.opened', data, { occurredOn: '2018-02-01', links });
const ready = [tabled, discussed('2018-01-20'), discussed('2018-01-30')];

describe('a scenario', () => {
  it('tells how it ended: the state, the context, and what was decided last', () => {
    const then = given(...ready).when(carried());
    expect(then.state('motion/m1')).toBe('carried');
    expect(then.context('motion/m1')).toEqual({ movers: ['RUS'], discussions: 2 });
    expect(then.decision).toMatchObject({ from: 'tabled', to: 'carried' });
    expect([then.refusal, then.refusedBy]).toEqual([undefined, []]);
  });

  it('knows nothing of a case that was not told of', () => {
    const then = given(...ready);
    expect([then.state('motion/m2'), then.context('motion/m2')]).toEqual([undefined, undefined]);
  });

  it('tells by which rules the last step was refused, and that nothing changed', () => {
    const then = given(tabled).when(carried());
    expect(then.refusedBy).toEqual(['motion.carried.order']);
    expect([then.decision, then.state('motion/m1')]).toEqual([undefined, 'tabled']);
  });

  it('is recorded by the Secretariat where nobody is named', () => {
    expect(tabled.actor).toBe(member);
    expect(carried().actor).toEqual({ id: 'registrar', role: 'secretariat' });
  });

  it('may be continued in more than one way', () => {
    const so = given(...ready);
    expect(so.when(discussed('2018-02-01')).context('motion/m1')).toMatchObject({ discussions: 3 });
    expect(so.when(carried()).context('motion/m1')).toMatchObject({ discussions: 2 });
  });
});

describe('what is given in a scenario', () => {
  it('must be possible: the scenario fails and says which step was refused and why', () => {
    expect(() => given(tabled, carried())).toThrow(ImpossibleScenario);
    expect(() => given(tabled, carried())).toThrow(
      /^motion\/m1 .*"motion\.carried".* is refused \(notPossible\): motion\.carried\.order: “Motion carried” is not possible/,
    );
  });

  it('must be well formed, and the field that is not is named', () => {
    const nameless = took('motion/m1', 'motion.tabled', { text: 'x' }, '2018-01-10');
    expect(() => given(nameless)).toThrow('is refused (invalid): data.movers: must be a list');
  });

  it('must be somebody’s act', () => {
    expect(() => given({ ...carried(), actor: member })).toThrow('is refused (forbidden)');
  });

  it('must be about a case of a procedure of the scenario', () => {
    expect(() => took('motion', 'motion.tabled', {}, '2018-01-10')).toThrow(
      'motion is not procedure/case',
    );
    expect(() => given(took('chair/c1', 'chair.designated', {}, '2018-01-10'))).toThrow(
      'no procedure chair',
    );
  });

  it('must be a step of its procedure', () => {
    const { refusal } = given().when(took('motion/m1', 'motion.burnt', {}, '2018-01-10'));
    expect(refusal?.reasons[0]).toMatchObject({
      field: 'type',
      message: {
        en: 'is no step of motion; its steps are: motion.tabled, motion.discussed, motion.paused, motion.resumed, motion.carried',
      },
    });
    expect(given().when(took('motion/m1', 'toString', {}, '2018-01-10')).refusedBy).toEqual([
      'request.wellFormed',
    ]);
  });

  it('is never a step of the engine itself', () => {
    const noted = took('motion/m1', 'record.noted', { text: 'x' }, '2018-02-01');
    const [reason] = given(tabled).when(noted).refusal?.reasons ?? [];
    expect(reason?.message.en).toContain('is a step of the engine itself');
    expect(reason?.message.fr).toContain('est un acte du moteur lui-même');
    expect(reason?.message.es).toContain('es un trámite del propio motor');
  });
});

describe('the links of a case', () => {
  const fieldsOf = (links: Record<string, string>) =>
    given(...ready)
      .when(opened(links))
      .refusal?.reasons.map(({ field }) => field) ?? [];

  it('are given with its first step where the procedure requires them', () => {
    expect(fieldsOf({})).toEqual(['links.motion']);
    expect(fieldsOf({ motion: 'motion/m1' })).toEqual([]);
  });

  it('lead to a case of the procedure declared, under a name declared', () => {
    expect(fieldsOf({ motion: 'notice/m1' })).toEqual(['links.motion']);
    expect(fieldsOf({ motion: 'motion/m1', parent: 'motion/m1' })).toEqual(['links.parent']);
  });

  it('are not given later, and the reason says so in each language', () => {
    const late = {
      ...discussed('2018-02-01'),
      proposal: { ...(discussed('2018-02-01').proposal as object), links: { amends: 'motion/m2' } },
    };
    const { refusal } = given(...ready).when(late);
    expect(refusal?.reasons).toMatchObject([
      {
        field: 'links.amends',
        message: {
          en: 'may be given with the first step of a case only',
          fr: "ne peut être donné qu'avec le premier acte d'un dossier",
          es: 'solo puede darse con el primer trámite de un expediente',
        },
      },
    ]);
  });

  it('say in each language what a link must lead to, and which links there are', () => {
    const messages = given(...ready)
      .when(opened({ motion: 'notice/m1', parent: 'motion/m1' }))
      .refusal?.reasons.map(({ message }) => message);
    expect(messages).toEqual([
      {
        en: 'must name a case of motion, such as motion/ecommerce',
        fr: 'doit désigner un dossier de motion, p. ex. motion/ecommerce',
        es: 'debe designar un expediente de motion, p. ej. motion/ecommerce',
      },
      {
        en: 'is no link of notice; its links are: motion',
        fr: "n'est pas un lien de notice; ses liens sont: motion",
        es: 'no es un vínculo de notice; sus vínculos son: motion',
      },
    ]);
  });
});

describe('what a step causes in a scenario', () => {
  it('is taken at once, in the case it names, on the same day', () => {
    const then = given(...ready).when(carried({ annexes: ['budget'] }));
    expect(then.state('notice/m1')).toBe('open');
    expect(then.state('notice/m1-budget')).toBe('open');
    expect(then.alerts).toEqual([]);
  });

  it('becomes an alert when it is refused, and undoes nothing', () => {
    const then = given(...ready, opened({ motion: 'motion/m1' }, { subject: 'other' })).when(
      carried({ annexes: ['budget'] }),
    );
    expect(then.alerts.map(({ code, reasons }) => [code, reasons[0]?.rule])).toEqual([
      ['notPossible', 'notice.opened.order'],
    ]);
    expect([then.state('motion/m1'), then.state('notice/m1-budget')]).toEqual(['carried', 'open']);
  });

  it('does not happen when the step itself is refused', () => {
    expect(given(tabled).when(carried()).state('notice/m1')).toBeUndefined();
  });
});

describe('what scenarios leave out', () => {
  const told = scenarios([motion, notice]);
  const refusedToNobody = ['motion.tabled', 'motion.discussed', 'motion.paused', 'motion.resumed'];

  it('is every step at first', () => {
    const all = [...refusedToNobody, 'motion.carried'];
    expect(told.uncovered(motion)).toEqual({ neverTaken: all, neverRefused: all });
  });

  it('is each step that none has taken, by itself or as an effect, or none has seen refused', () => {
    told.given(tabled).when(carried());
    expect(told.uncovered(motion)).toEqual({
      neverTaken: ['motion.discussed', 'motion.paused', 'motion.resumed', 'motion.carried'],
      neverRefused: refusedToNobody,
    });
    told.given(...ready).when(carried());
    expect(told.uncovered(motion).neverTaken).toEqual(['motion.paused', 'motion.resumed']);
    expect(told.uncovered(notice)).toEqual({
      neverTaken: ['notice.published'],
      neverRefused: ['notice.opened', 'notice.published'],
    });
  });
});
