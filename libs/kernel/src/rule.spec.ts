import { motion, notice } from './sample-procedures';
import { languages } from './text';
import { scenarios, took, type Then, type Told } from './scenario';

const { given } = scenarios([motion, notice]);

type When = Parameters<typeof took>[3];
type More = Exclude<When, string>;

const member = { id: 'delegate', role: 'member', of: 'RUS' } as const;
const council = { role: 'generalCouncil' } as const;
const tell = (name: string) => ({
  tabled: (occurredOn: string, more: Partial<More> = {}) =>
    took(
      name,
      'motion.tabled',
      { text: 'To adjourn', movers: ['RUS'] },
      { occurredOn, actor: member, ...more },
    ),
  discussed: (occurredOn: string): Told =>
    took(
      name,
      'motion.discussed',
      { summary: `Heard on ${occurredOn}` },
      { occurredOn, onBehalfOf: council },
    ),
  carried: (occurredOn: string, data: object = { present: 5 }, more: Partial<More> = {}): Told =>
    took(name, 'motion.carried', data, { occurredOn, ...more }),
});

const main = tell('motion/m1');
const amendment = tell('motion/a1');

const onceDiscussed = [main.tabled('2018-01-10'), main.discussed('2018-01-20')];
const ready = [...onceDiscussed, main.discussed('2018-01-30')];
const overdone = [...ready, main.discussed('2018-02-01'), main.discussed('2018-02-02')];
const fields = ({ refusal }: Then) => refusal?.reasons.map(({ field }) => field);

describe('a structural rule', () => {
  const then = given(...overdone).when(main.carried('2018-02-10'));

  it('that is broken refuses the step in the rule’s own words, with its citation', () => {
    expect(then.refusal).toEqual({
      outcome: 'refused',
      code: 'notPossible',
      reasons: [
        {
          rule: 'motion.threeDiscussionsAtMost',
          grade: 'structural',
          cite: { instrument: 'Standing orders', paragraph: '6' },
          message: motion.rules.find(({ id }) => id === 'motion.threeDiscussionsAtMost')?.text,
        },
      ],
    });
    expect(then.state('motion/m1')).toBe('tabled');
  });

  it('refuses the step even when the irregularity is owned up to', () => {
    const irregularity = { rules: ['motion.threeDiscussionsAtMost'], reason: 'It happened.' };
    const owned = given(...overdone).when(main.carried('2018-02-10', {}, { irregularity }));
    expect(owned.refusedBy).toEqual(['motion.threeDiscussionsAtMost']);
  });

  it('is told before any procedural one', () => {
    const both = given(...overdone).when(main.carried('2018-02-10', { present: 1 }));
    expect(both.refusedBy).toEqual(['motion.threeDiscussionsAtMost']);
  });
});

describe('a procedural rule', () => {
  const carried = (data: object, irregularity?: { rules?: string[]; reason: string }) =>
    given(...onceDiscussed).when(
      main.carried('2018-02-10', data, irregularity ? { irregularity } : {}),
    );

  it('that is broken asks for the irregularity, in each language', () => {
    const { refusal } = carried({ present: 5 });
    expect(refusal).toMatchObject({
      code: 'irregular',
      reasons: [
        {
          rule: 'motion.discussedTwice',
          grade: 'procedural',
          cite: { instrument: 'Standing orders', paragraph: '7' },
          message: {
            en: 'A motion is discussed twice before it is carried. If it took place all the same, record it as irregular, naming this rule and giving the reason.',
            fr: "Une motion est débattue deux fois avant d'être adoptée. S'il est néanmoins intervenu, l'enregistrer comme irrégulier, en citant cette règle et en donnant le motif.",
            es: 'Una moción se debate dos veces antes de aprobarse. Si de todos modos tuvo lugar, regístrelo como irregular, citando esta regla e indicando el motivo.',
          },
        },
      ],
    });
  });

  it('that is broken is recorded as irregular when it is named and a reason is given', () => {
    const then = carried({ present: 5 }, { rules: ['motion.discussedTwice'], reason: 'Urgent.' });
    expect(then.decision?.irregularity).toEqual({
      rules: ['motion.discussedTwice'],
      reason: 'Urgent.',
    });
    expect(then.decision?.verdicts).toMatchObject({ 'motion.discussedTwice': false });
    expect(then.state('motion/m1')).toBe('carried');
  });

  it('need not be named: the reason given covers all that are broken', () => {
    const then = carried({ present: 2 }, { reason: 'Urgent.' });
    expect(then.decision?.irregularity).toEqual({
      rules: ['motion.discussedTwice', 'motion.quorum'],
      reason: 'Urgent.',
    });
  });

  it('is what is recorded as broken, and no advisory one beside it', () => {
    const irregularity = { reason: 'Urgent.' };
    const more = { irregularity, decision: { mode: 'vote' } } as const;
    const then = given(...onceDiscussed).when(main.carried('2018-02-10', { present: 5 }, more));
    expect(then.decision?.verdicts).toMatchObject({ 'motion.byConsensus': false });
    expect(then.decision?.irregularity?.rules).toEqual(['motion.discussedTwice']);
  });

  it('that is broken and left unnamed while another is named is still asked for', () => {
    const then = carried({ present: 2 }, { rules: ['motion.quorum'], reason: 'Urgent.' });
    expect(then.refusal?.code).toBe('irregular');
    expect(then.refusedBy).toEqual(['motion.discussedTwice']);
  });

  it('that is kept is not recorded as broken', () => {
    const rules = ['motion.discussedTwice', 'motion.quorum'];
    const then = carried({ present: 5 }, { rules, reason: 'Urgent.' });
    expect(then.refusal?.code).toBe('invalid');
    expect(fields(then)).toEqual(['irregularity']);
    for (const language of languages) {
      expect(then.refusal?.reasons[0]?.message[language]).toContain('(motion.quorum)');
    }
  });

  it('is not made up: what breaks none is not recorded as irregular', () => {
    const irregularity = { reason: 'To be safe.' };
    const then = given(...ready).when(main.carried('2018-02-10', { present: 5 }, { irregularity }));
    expect(fields(then)).toEqual(['irregularity']);
    expect(then.refusal?.reasons[0]?.message.en).toBe(
      'names no broken rule; leave it out or name the rule that is broken',
    );
  });

  it('that cannot be judged from what is recorded does not refuse the step', () => {
    const then = given(...ready).when(main.carried('2018-02-10', {}));
    expect(then.refusal).toBeUndefined();
    expect(then.decision?.verdicts).toMatchObject({ 'motion.quorum': 'notComputable' });
    expect(then.decision?.irregularity).toBeUndefined();
  });
});

describe('an advisory rule', () => {
  it.each([
    ['kept', { decision: { mode: 'consensus' } }, true],
    ['broken', { decision: { mode: 'vote' } }, false],
    ['not to be judged', {}, 'notComputable'],
  ] as const)('that is %s is recorded as a note, and refuses nothing', (_how, more, verdict) => {
    const then = given(...ready).when(main.carried('2018-02-10', { present: 5 }, more));
    expect(then.refusal).toBeUndefined();
    expect(then.decision?.verdicts).toMatchObject({ 'motion.byConsensus': verdict });
    expect(then.decision?.irregularity).toBeUndefined();
  });
});

describe('a rule about another case', () => {
  const links = { amends: 'motion/m1' };
  const amending = [
    ...ready,
    amendment.tabled('2018-01-11', { links }),
    amendment.discussed('2018-01-20'),
    amendment.discussed('2018-01-30'),
  ];

  it('looks at it as at the end of the step’s day, not as it stands now', () => {
    const mainCarried = main.carried('2018-02-10');
    const late = given(...amending, mainCarried).when(amendment.carried('2018-02-09'));
    expect(late.decision?.verdicts).toMatchObject({ 'motion.amendmentFirst': true });
    const same = given(...amending, mainCarried).when(amendment.carried('2018-02-10'));
    expect(same.refusedBy).toEqual(['motion.amendmentFirst']);
  });

  it('writes down which case it looked at, how much of it was known, and its state then', () => {
    const then = given(...amending, main.carried('2018-02-10')).when(
      amendment.carried('2018-02-09'),
    );
    expect(then.decision?.basis).toEqual([{ case: 'motion/m1', revision: 3, state: 'tabled' }]);
  });

  it('writes down that the case was absent, or had not begun', () => {
    const absent = amending.slice(ready.length);
    expect(given(...absent).when(amendment.carried('2018-02-09')).decision?.basis).toEqual([
      { case: 'motion/m1', revision: -1, state: null },
    ]);
    const later = [main.tabled('2018-03-01'), ...absent];
    expect(given(...later).when(amendment.carried('2018-02-09')).decision?.basis).toEqual([
      { case: 'motion/m1', revision: 0, state: null },
    ]);
  });

  it('writes nothing down where the case has no such link', () => {
    expect(given(...ready).when(main.carried('2018-02-10')).decision?.basis).toEqual([]);
  });
});
