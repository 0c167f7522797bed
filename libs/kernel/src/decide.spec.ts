import { decide, type ProposedStep } from './decide';
import type { Scene } from './scene';
import { hashOf, sha256 } from './hash';
import { canonicalJson } from './json';
import { isRefusal, type Refusal } from './refusal';
import { motion } from './sample-procedures';
import type { StepFact } from './step';
import { inserted, type Timeline } from './timeline';

type Fact = readonly [name: string, occurredOn: string, data?: object, more?: Partial<StepFact>];
type More = Omit<ProposedStep, 'step'>;

const payloads: Record<string, object> = {
  tabled: { text: 'To adjourn', movers: ['RUS'] },
  discussed: { summary: 'Heard' },
};

const factOf = ([name, occurredOn, data, more]: Fact, revision: number) =>
  ({
    revision,
    type: `motion.${name}`,
    data: data ?? payloads[name] ?? {},
    occurredOn,
    ...more,
  }) as StepFact;

const sceneOf = (timeline: Timeline): Scene => ({
  procedure: motion,
  ref: { procedure: 'motion', case: 'm1' },
  timeline,
  revision: timeline.length - 1,
  related: () => undefined,
  linked: [],
  under: () => [],
  calendar: [],
  recorder: (revision) => `the registrar of revision ${revision}`,
});

/** The scene after these steps, whatever their rules said. */
function given(...facts: readonly Fact[]) {
  const timeline = facts.reduce<Timeline>((so, fact, revision) => {
    const step = factOf(fact, revision);
    const decision = decide(sceneOf(so), { step, ...admitted(sceneOf(so), step) });
    if (isRefusal(decision)) throw new Error(JSON.stringify(decision.reasons));
    return inserted(so, decision.insertion);
  }, []);
  const proposed = (fact: Fact, more: More = {}) =>
    decide(sceneOf(timeline), { step: factOf(fact, timeline.length), ...more });
  return {
    decided(...args: Parameters<typeof proposed>) {
      const result = proposed(...args);
      if (isRefusal(result)) throw new Error(JSON.stringify(result.reasons));
      return result;
    },
    refused(...args: Parameters<typeof proposed>): Refusal {
      const result = proposed(...args);
      if (!isRefusal(result)) throw new Error('it was decided');
      return result;
    },
  };
}

/** Owns up to whatever the step is irregular by. */
function admitted(scene: Scene, step: StepFact): More {
  const result = decide(scene, { step });
  if (!isRefusal(result) || result.code !== 'irregular') return {};
  return { irregularity: { reason: 'It happened.' } };
}

const rulesOf = ({ reasons }: Refusal) => reasons.map(({ rule }) => rule);
const tabled: Fact = ['tabled', '2018-01-10'];
const discussed = (day: string, summary = `Heard on ${day}`): Fact => [
  'discussed',
  day,
  { summary },
];
const discussedTwice = [tabled, discussed('2018-01-20'), discussed('2018-01-30')] as const;
const carried = (day: string, data: object = { present: 5 }, more?: Partial<StepFact>): Fact =>
  more ? ['carried', day, data, more] : ['carried', day, data];

describe('a step that may be recorded', () => {
  it('leads from where the case stood to where it stands, with the hash of the latter', () => {
    const decision = given(tabled).decided(['paused', '2018-01-20', { until: '2018-02-01' }]);
    expect(decision.from).toBe('tabled');
    expect(decision.to).toEqual({ paused: 'untilADay' });
    const context = { movers: ['RUS'], discussions: 0 };
    expect(decision.stateHash).toBe(hashOf({ context, value: { paused: 'untilADay' } }));
    expect(decision.stateHash).toBe(
      sha256(canonicalJson({ value: { paused: 'untilADay' }, context })),
    );
  });

  it('carries what its guards and its rules said', () => {
    const { verdicts, consequences, irregularity } = given(...discussedTwice).decided(
      carried('2018-02-10', { present: 5 }, { decision: { mode: 'consensus' } }),
    );
    expect(verdicts).toEqual({
      isDiscussed: true,
      'motion.amendmentFirst': true,
      'motion.threeDiscussionsAtMost': true,
      'motion.discussedTwice': true,
      'motion.quorum': true,
      'motion.byConsensus': true,
    });
    expect([consequences, irregularity]).toEqual([[], undefined]);
  });

  it('is decided alike each time, and changes nothing', () => {
    const scene = given(...discussedTwice);
    const once = scene.decided(carried('2018-02-10'));
    expect(scene.decided(carried('2018-02-10'))).toEqual(once);
  });
});

describe('a step out of order', () => {
  it('is refused, with where the case stands, what is possible and where that is written', () => {
    const refusal = given(tabled).refused(carried('2018-01-20'));
    expect(refusal.code).toBe('notPossible');
    expect(refusal.reasons).toEqual([
      {
        rule: 'motion.carried.order',
        grade: 'structural',
        cite: { instrument: 'Standing orders', paragraph: '4' },
        message: {
          en: '“Motion carried” is not possible while the case is “Tabled”. Possible then: Motion carried, Motion discussed, Motion paused.',
          fr: "«Motion adoptée» n'est pas possible tant que le dossier est dans l'état «Déposée». Actes possibles alors: Motion adoptée, Motion débattue, Motion suspendue.",
          es: '«Moción aprobada» no es posible mientras el expediente esté en el estado «Presentada». Trámites posibles entonces: Moción aprobada, Moción debatida, Moción suspendida.',
        },
      },
    ]);
  });

  it('after the end is told that nothing is possible any more', () => {
    const scene = given(...discussedTwice, carried('2018-02-10'));
    const [reason] = scene.refused(discussed('2018-03-01')).reasons;
    expect(reason?.message.en).toContain('No further step is possible.');
    expect(reason?.message.fr).toContain("Aucun autre acte n'est possible.");
    expect(reason?.message.es).toContain('Ningún otro trámite es posible.');
  });

  it('is named by its type where the procedure has no label for it', () => {
    const refusal = given(tabled).refused(['abandoned', '2018-01-20']);
    expect(refusal.reasons[0]?.message.en).toContain('“motion.abandoned” is not possible');
    expect(refusal.reasons[0]?.cite).toBeUndefined();
  });
});

describe('a late entry', () => {
  it('takes its place, and is told what it led from and to there', () => {
    const decision = given(tabled, ['paused', '2018-02-10']).decided(discussed('2018-01-20'));
    expect([decision.from, decision.to]).toEqual(['tabled', 'tabled']);
    expect(decision.insertion.place).toBe(1);
  });

  it('that makes a later step impossible is refused, naming that step and the way out', () => {
    const refusal = given(...discussedTwice, carried('2018-02-10')).refused([
      'paused',
      '2018-02-01',
    ]);
    expect(refusal.code).toBe('laterStepImpossible');
    expect(refusal.reasons).toEqual([
      {
        rule: 'motion.carried.order',
        grade: 'structural',
        cite: { instrument: 'Standing orders', paragraph: '4' },
        message: {
          en: 'With this step on 2018-02-01, “Motion carried” (motion.carried, 2018-02-10, revision 3), already recorded, would no longer be possible. Correct or annul that step first, or give this one the date on which it took place.',
          fr: "Avec cet acte au 2018-02-01, «Motion adoptée» (motion.carried, 2018-02-10, révision 3), déjà enregistré, ne serait plus possible. Rectifier ou annuler d'abord cet acte-là, ou donner à celui-ci la date à laquelle il est intervenu.",
          es: 'Con este trámite en fecha 2018-02-01, «Moción aprobada» (motion.carried, 2018-02-10, revisión 3), ya registrado, dejaría de ser posible. Corrija o anule primero aquel trámite, o indique la fecha en que este tuvo lugar.',
        },
      },
    ]);
  });

  it('that makes a later step break a structural rule is refused by that rule', () => {
    const scene = given(...discussedTwice, discussed('2018-02-02'), carried('2018-02-10'));
    const refusal = scene.refused(discussed('2018-02-05'));
    expect(refusal.code).toBe('laterStepImpossible');
    expect(rulesOf(refusal)).toEqual(['motion.threeDiscussionsAtMost']);
    expect(refusal.reasons[0]?.cite).toEqual({ instrument: 'Standing orders', paragraph: '6' });
    expect(refusal.reasons[0]?.message.en).toContain(
      'revision 4), already recorded, would no longer be possible (A motion is discussed three times at most before it is carried.)',
    );
  });

  it('that changes the verdict on a later step tells it as a consequence', () => {
    const scene = given(tabled, discussed('2018-01-20'), carried('2018-02-10'));
    expect(scene.decided(discussed('2018-01-30')).consequences).toEqual([
      {
        revision: 2,
        type: 'motion.carried',
        rule: 'motion.discussedTwice',
        before: false,
        after: true,
      },
    ]);
  });

  it('that changes no verdict has no consequence', () => {
    const scene = given(...discussedTwice, carried('2018-02-10'));
    expect(scene.decided(discussed('2018-02-01')).consequences).toEqual([]);
  });
});

describe('the same step of the same day', () => {
  const scene = given(tabled, discussed('2018-01-20', 'Heard'));

  it('with the same content is refused as already recorded, naming who and when', () => {
    const refusal = scene.refused(discussed('2018-01-20', 'Heard'));
    expect(refusal.code).toBe('alreadyRecorded');
    expect(refusal.reasons).toEqual([
      {
        rule: 'motion.discussed.once',
        grade: 'structural',
        cite: { instrument: 'Standing orders', paragraph: '2' },
        message: {
          en: '“Motion discussed” of 2018-01-20 with the same content is already recorded as revision 1 (the registrar of revision 1). If it happened twice, send again: true.',
          fr: "«Motion débattue» du 2018-01-20 avec le même contenu est déjà enregistré (révision 1, the registrar of revision 1). S'il est intervenu deux fois, envoyer again: true.",
          es: '«Moción debatida» de 2018-01-20 con el mismo contenido ya está registrado (revisión 1, the registrar of revision 1). Si tuvo lugar dos veces, envíe again: true.',
        },
      },
    ]);
  });

  it('is recorded twice when it is said to have happened twice', () => {
    const twice = scene.decided(discussed('2018-01-20', 'Heard'), { again: true });
    expect(twice.insertion.entries[0].after.context).toMatchObject({ discussions: 2 });
  });

  it.each([
    ['with another content', discussed('2018-01-20', 'Heard again')],
    ['of another day', discussed('2018-01-21', 'Heard')],
  ])('%s is another step', (_how, fact) => {
    expect(scene.decided(fact).outcome).toBe('decided');
  });

  it('that is not possible twice is refused for its order instead', () => {
    expect(rulesOf(scene.refused(tabled))).toEqual(['motion.tabled.order']);
    expect(rulesOf(scene.refused(tabled, { again: true }))).toEqual(['motion.tabled.order']);
  });
});

describe('a step that follows another', () => {
  const scene = given(tabled, discussed('2018-01-20'), ['paused', '2018-01-20']);
  const following = (follows: number): Fact => [
    'discussed',
    '2018-01-20',
    { summary: 'Heard too' },
    { follows },
  ];

  it('of its day stands directly after it', () => {
    expect(scene.decided(following(1)).insertion.place).toBe(2);
    expect(scene.decided(following(-1)).insertion.place).toBe(1);
  });

  it('is refused for its order where it would stand', () => {
    expect(rulesOf(scene.refused(following(2)))).toEqual(['motion.discussed.order']);
  });

  it.each([
    ['of another day', 0],
    ['that does not exist', 9],
    ['that is the step itself', 3],
  ])('%s is refused, saying what would be right', (_which, follows) => {
    const refusal = scene.refused(following(follows));
    expect(refusal).toMatchObject({ code: 'invalid', reasons: [{ field: 'follows' }] });
    expect(refusal.reasons[0]?.message).toEqual({
      en: `must be the revision of a step of 2018-01-20 in this case, or -1 for the first of the day; ${follows} is not`,
      fr: `doit être la révision d'un acte du 2018-01-20 dans ce dossier, ou -1 pour le premier du jour; ${follows} ne l'est pas`,
      es: `debe ser la revisión de un trámite de 2018-01-20 en este expediente, o -1 para el primero del día; ${follows} no lo es`,
    });
  });
});
