import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { referralTold, theGroupWithAPlan, topicCalled } from '../told-topics';
import { topic as procedure } from '.';

const { given, uncovered } = scenarios(procedures);
const of = topicCalled();
const asked = referralTold(of.name);
const day = '2018-04-20';
const later = '2018-06-11';
const last = '2018-10-15';

const submitted: readonly Told[] = [...theGroupWithAPlan, of.submitted('2018-04-16')];
const registered: readonly Told[] = [...submitted, of.registered('2018-04-17')];
const scheduled: readonly Told[] = [...registered, of.scheduled(day)];
const discussed: readonly Told[] = [...scheduled, of.discussed(later)];
const paused: readonly Told[] = [...discussed, of.paused(later)];
const carried: readonly Told[] = [...discussed, of.carriedForward('2018-07-01')];

const stage = (stands: unknown, referrals = 'none') => ({ live: { stage: stands, referrals } });
const inDiscussion = stage({ discussion: 'open' });

describe('a topic', () => {
  it('is submitted by Members, registered, scheduled, discussed and concluded', () => {
    expect(given(...submitted).state(of.name)).toEqual(stage('submitted'));
    expect(given(...registered).state(of.name)).toEqual(stage('registered'));
    expect(given(...scheduled).state(of.name)).toEqual(stage('scheduled'));
    expect(given(...discussed).state(of.name)).toEqual(inDiscussion);
    const then = given(...discussed).when(of.concluded(last));
    expect(then.state(of.name)).toEqual({ concluded: 'agreed' });
    expect(then.alerts).toEqual([]);
  });

  it('may be reclassified by its Member: a wrong category is no recording error', () => {
    const then = given(...scheduled).when(of.reclassified(later));
    expect(then.state(of.name)).toEqual(stage('scheduled'));
    expect(then.context(of.name)).toMatchObject({ categories: ['tradeFacilitation'] });
  });

  it('is the place where the possibility of international rules is considered', () => {
    for (const steps of [registered, scheduled, discussed, paused, carried]) {
      const then = given(...steps).when(of.rulesConsidered(last, 'elaborate'));
      expect(then.state(of.name)).toEqual(given(...steps).state(of.name));
      expect(then.context(of.name)).toMatchObject({ rulesConsidered: 'elaborate' });
    }
  });

  it('keeps the day of its submission, its sponsors in order and its papers', () => {
    const then = given(
      ...theGroupWithAPlan,
      of.submitted('2018-04-16', { members: ['RUS', 'BRA', 'RUS'] }),
      of.revised(later),
      of.cosponsored(later, ['ARG', 'BRA'], 'ARG'),
    );
    expect(then.context(of.name)).toMatchObject({
      submittedOn: '2018-04-16',
      members: ['ARG', 'BRA', 'RUS'],
      symbols: ['WT/WGEC/W/SIM/2/Rev.1', 'WT/WGEC/W/SIM/ecommerce-1'],
      categories: ['transparency'],
    });
  });

  it('has its paper registered as a restricted document of a Member', () => {
    const then = given(...submitted);
    expect(then.state('document/wt-wgec-w-sim-ecommerce-1')).toMatchObject({
      access: 'restricted',
    });
    expect(then.context('document/wt-wgec-w-sim-ecommerce-1')).toMatchObject({
      symbols: ['WT/WGEC/W/SIM/ecommerce-1'],
      kind: 'memberPaper',
    });
  });

  it('may share its paper with another topic', () => {
    const other = topicCalled('ecommerce-2').submitted(day, {
      docSymbol: 'WT/WGEC/W/SIM/ecommerce-1',
    });
    expect(given(...submitted).when(other).alerts).toEqual([]);
  });

  it('may come in a paper whose symbol makes no case id', () => {
    const then = given(...theGroupWithAPlan).when(of.submitted(day, { docSymbol: '…' }));
    expect(then.alerts).toEqual([]);
    expect(then.state(of.name)).toEqual(stage('submitted'));
  });

  it('is to be registered: the Secretariat has no power to refuse it', () => {
    const due = (steps: readonly Told[]) =>
      given(...steps)
        .next(of.name, last)
        .find(({ type }) => type === 'topic.registered');
    expect(due(submitted)).toMatchObject({ status: 'caused' });
    expect(due(submitted)?.reasons[0]?.message.fr).toContain("n'a pas le pouvoir d'en refuser");
    expect(due(registered)?.status).toBe('done');
    expect(due([...submitted, of.withdrawn(later)])?.status).toBe('notNow');
  });

  it('raised at a meeting is taken up there, and numbered afterwards', () => {
    for (const taken of [of.discussed(day), of.scheduled(day), of.carriedForward(day)]) {
      const before = given(...submitted, taken);
      const then = given(...submitted, taken).when(of.registered(later));
      expect(then.state(of.name)).toEqual(before.state(of.name));
      expect(then.context(of.name)).toMatchObject({ topicNo: 'T-1', bearsOnWorldTrade: true });
    }
  });

  it('is numbered once', () => {
    for (const steps of [registered, scheduled, discussed, carried]) {
      const then = given(...steps).when(of.registered(last, { topicNo: 'T-2' }));
      expect(then.refusedBy).toEqual(['topic.registered.order']);
    }
  });

  it('is paused and resumed, and open again when it is discussed all the same', () => {
    expect(given(...paused).state(of.name)).toEqual(stage({ discussion: 'paused' }));
    expect(given(...paused, of.resumed(last)).state(of.name)).toEqual(inDiscussion);
    expect(given(...paused, of.discussed(last)).state(of.name)).toEqual(inDiscussion);
  });

  it('is scheduled for more meetings while it is discussed, and stays there', () => {
    const then = given(...paused).when(of.scheduled(last, ['wg-4', 'wg-3']));
    expect(then.state(of.name)).toEqual(stage({ discussion: 'paused' }));
    expect(then.context(of.name)).toMatchObject({ meetingIds: ['wg-2', 'wg-3', 'wg-4'] });
  });

  it('is carried forward, by the group or by the clock, and taken up again', () => {
    expect(given(...carried).state(of.name)).toEqual(stage('carriedForward'));
    const again = given(...carried).when(of.carriedForwardByClock(last));
    expect(again.state(of.name)).toEqual(stage('carriedForward'));
    expect(given(...carried, of.scheduled(last)).state(of.name)).toEqual(stage('scheduled'));
    expect(given(...carried, of.discussed(last)).state(of.name)).toEqual(inDiscussion);
  });

  it('discussed earlier than was known is in its place: minutes come weeks later', () => {
    const then = given(...discussed).when(of.discussed('2018-05-14', { meetingId: 'wg-0' }));
    expect(then.stateAt(of.name, '2018-05-20')).toEqual(inDiscussion);
    expect(then.context(of.name)).toMatchObject({ discussedAt: ['wg-0', 'wg-1'] });
  });

  it('submitted and entered late comes before what is known of it', () => {
    const then = given(...submitted).when(of.discussed('2018-04-15'));
    expect(then.refusedBy).toEqual(['topic.discussed.order']);
  });
});

describe('a topic that has ended', () => {
  const other = topicCalled('ecommerce-2');
  const ends: readonly (readonly [string, unknown, Told])[] = [
    ['outside the mandate', 'outsideMandate', of.heldOutsideMandate(later)],
    ['concluded', { concluded: 'noted' }, of.concluded(later, 'noted')],
    [
      'concluded without convergence',
      { concluded: 'noConvergence' },
      of.concluded(later, 'noConvergence'),
    ],
    ['withdrawn', 'withdrawn', of.withdrawn(later)],
    ['merged', 'merged', of.merged(later, 'ecommerce-2')],
    ['split', 'split', of.split(later, ['ecommerce-2'])],
  ];
  const two: readonly Told[] = [...registered, other.submitted(day)];

  it.each(ends)('is %s for good, however it stood before', (_how, state, told) => {
    for (const more of [[], [of.scheduled(day)], [of.discussed(day)], [of.carriedForward(day)]]) {
      const then = given(...two, ...more).when(told);
      expect(then.state(of.name)).toEqual(state);
      expect(then.alerts).toEqual([]);
    }
  });

  const steps: readonly (readonly [string, Told])[] = [
    ['submitted', of.submitted(last)],
    ['registered', of.registered(last, { topicNo: 'T-9' })],
    ['cosponsored', of.cosponsored(last)],
    ['revised', of.revised(last)],
    ['reclassified', of.reclassified(last)],
    ['withdrawn', of.withdrawn(last)],
    ['heldOutsideMandate', of.heldOutsideMandate(last)],
    ['scheduled', of.scheduled(last)],
    ['discussed', of.discussed(last)],
    ['paused', of.paused(last)],
    ['resumed', of.resumed(last)],
    ['rulesConsidered', of.rulesConsidered(last)],
    ['merged', of.merged(last, 'ecommerce-2')],
    ['split', of.split(last, ['ecommerce-2'])],
    ['carriedForward', of.carriedForward(last)],
    ['concluded', of.concluded(last)],
  ];

  it.each(ends)('%s takes no step of a live one', (_how, _state, ended) => {
    for (const [step, told] of steps) {
      const then = given(...two, ended).when(told);
      expect(then.refusedBy).toEqual([`topic.${step}.order`]);
    }
  });

  it.each(ends)(
    '%s still hears of its requests, and has its title translated',
    (_how, state, ended) => {
      const past = [...two, asked.made(day, 'r-1'), ended];
      const then = given(...past, asked.made(last, 'r-2'), of.titleTranslated(last)).when(
        asked.ended(last, 'r-1', 'recalled'),
      );
      expect(then.state(of.name)).toEqual(state);
      expect(then.context(of.name)).toMatchObject({
        title: { en: 'Transparency of measures', fr: 'Transparence des mesures' },
        referrals: [
          { id: 'r-1', outcome: 'recalled' },
          { id: 'r-2', outcome: null },
        ],
      });
    },
  );
});

it('nothing happens in a topic that nobody has submitted', () => {
  for (const told of [
    of.titleTranslated(day),
    asked.made(day, 'r-1'),
    asked.ended(day, 'r-1'),
    of.registered(day),
  ]) {
    const { type } = told.proposal as { type: string };
    expect(given(...theGroupWithAPlan).when(told).refusedBy).toEqual([`${type}.order`]);
  }
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
