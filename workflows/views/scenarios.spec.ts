import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { delegation, theGroupWithAPlan, topicCalled } from '../told-topics';
import { viewsOn } from '../told-views';
import { views as procedure } from '.';
import { stakeholders } from './stakeholders';

const { given, uncovered } = scenarios(procedures);
const topic = topicCalled();
const of = viewsOn('ecommerce-1');
const [day, later, last] = ['2018-04-20', '2018-06-11', '2018-10-15'] as const;

const submitted: readonly Told[] = [...theGroupWithAPlan, topic.submitted('2018-04-16')];
const requested: readonly Told[] = [...submitted, topic.registered('2018-04-17')];
const verdicts = (steps: readonly Told[], told: Told) =>
  given(...steps).when(told).decision?.verdicts;
const each = (state: string) => ({ consumers: state, regulators: state, privateSector: state });

describe('the views on a topic', () => {
  it('are called for when it is registered, unless it does not bear on world trade', () => {
    const then = given(...submitted).when(topic.registered(day));
    expect(then.alerts).toEqual([]);
    expect(then.state(of.name)).toEqual(each('notSought'));
    const without = topic.registered(day, { bearsOnWorldTrade: false });
    expect(
      given(...submitted)
        .when(without)
        .state(of.name),
    ).toBeUndefined();
  });

  it('are called for once, and on a topic', () => {
    expect(given(...requested).when(of.requested(later)).refusedBy).toEqual([
      'views.requested.order',
    ]);
    const then = given().when(viewsOn('other').requested(day));
    expect(then.refusal?.reasons[0]?.field).toBe('links.topic');
  });

  it.each([
    ['sought', of.sought(day)],
    ['received', of.received(day)],
    ['considered', of.considered(day)],
    ['notPracticable', of.notPracticable(day)],
  ])('are not %s before they are called for', (step, told) => {
    expect(given(...submitted).when(told).refusedBy).toEqual([`views.${step}.order`]);
  });
});

describe.each(stakeholders)('the views of %s', (group) => {
  const others = stakeholders.filter((other) => other !== group);
  const stands = (...steps: readonly Told[]) => {
    const state = given(...requested, ...steps).state(of.name) as Record<string, string>;
    for (const other of others) expect(state[other]).toBe('notSought');
    return state[group];
  };
  const sought = of.sought(day, group);
  const received = of.received(later, group);
  const considered = of.considered(later, group);
  const notPracticable = of.notPracticable(later, group);

  it('are sought, received and taken into account, those of the others apart', () => {
    expect(stands(sought)).toBe('sought');
    expect(stands(sought, received)).toBe('received');
    expect(stands(sought, received, considered)).toBe('considered');
    const context = given(...requested, sought, received, considered).context(of.name);
    expect(context?.[group]).toEqual({
      channels: ['Members'],
      sources: ['Consumers International'],
      docRefs: ['RD/WGEC/SIM/1'],
      viaMembers: [],
      meetingIds: ['wg-1'],
      whereReflected: ['WT/WGEC/M/SIM/1, paragraph 12'],
      reason: null,
    });
    for (const other of others)
      expect(context?.[other]).toMatchObject({ channels: [], sources: [] });
  });

  it('may not be practicable to have, wherever they stand', () => {
    for (const before of [[], [sought], [sought, received], [sought, received, considered]]) {
      expect(stands(...before, notPracticable)).toBe('notPracticable');
    }
  });

  it('may always be added to: no outcome is final', () => {
    const more = of.received(last, group, { source: 'Another', viaMember: 'BRA' });
    const again = of.sought(last, group, 'workshop');
    for (const before of [[], [received], [considered], [notPracticable]]) {
      expect(stands(...before, more)).toBe('received');
    }
    expect(stands(considered, of.considered(last, group))).toBe('considered');
    expect(stands(notPracticable, again)).toBe('sought');
    expect(stands(sought, again)).toBe('sought');
  });

  it('sought elsewhere as well, leave those received or considered as they stand', () => {
    const again = of.sought(last, group, 'IGO');
    expect(stands(received, again)).toBe('received');
    expect(stands(considered, again)).toBe('considered');
    expect(given(...requested, sought, received, again).context(of.name)?.[group]).toMatchObject({
      channels: ['IGO', 'Members'],
    });
  });

  it('stand the same whichever was recorded first', () => {
    const inOrder = given(...requested, sought, received, of.considered(last, group));
    const late = given(...requested, of.considered(last, group), received, sought);
    expect(late.state(of.name)).toEqual(inOrder.state(of.name));
    expect(late.context(of.name)).toEqual(inOrder.context(of.name));
  });

  it('are unasked when they were not sought: that is noted', () => {
    const rule = 'views.soughtBeforeReceived';
    expect(verdicts([...requested, sought], received)?.[rule]).toBe(true);
    expect(verdicts(requested, received)?.[rule]).toBe(false);
    const ofAnother = of.sought(day, others[0]);
    expect(verdicts([...requested, ofAnother], received)?.[rule]).toBe(false);
  });

  it('taken into account without having been received: that is noted', () => {
    const rule = 'views.receivedBeforeConsidered';
    expect(verdicts([...requested, received], considered)?.[rule]).toBe(true);
    const then = given(...requested, of.received(day, others[0])).when(considered);
    expect(then.decision?.verdicts[rule]).toBe(false);
    expect(then.decision?.irregularity).toBeUndefined();
  });
});

describe('what paragraph 5 wishes for', () => {
  it('comes through a Member when it stands in an official document', () => {
    const rule = 'views.throughAMember';
    const document = (kind: string) =>
      took(
        'document/wt-wgec-w-sim-7',
        'document.registered',
        { symbols: ['WT/WGEC/W/SIM/7'], access: 'restricted', kind },
        day,
      );
    const inDocument = { docRef: 'WT/WGEC/W/SIM/7' };
    const alone = of.received(later, 'consumers', inDocument);
    const then = given(...requested, document('other')).when(alone);
    expect(then.decision?.verdicts[rule]).toBe(false);
    expect(then.refusal).toBeUndefined();
    const through = of.received(later, 'consumers', { ...inDocument, viaMember: 'BRA' });
    expect(verdicts([...requested, document('other')], through)?.[rule]).toBe(true);
    expect(verdicts([...requested, document('memberPaper')], alone)?.[rule]).toBe(true);
    expect(verdicts(requested, alone)?.[rule]).toBe('notComputable');
    const nameless = of.received(later, 'consumers', { docRef: '…' });
    expect(verdicts(requested, nameless)?.[rule]).toBe('notComputable');
  });

  it('is reflected somewhere', () => {
    const nowhere = of.considered(later, 'consumers', { meetingId: 'wg-1' });
    expect(verdicts(requested, nowhere)?.['views.reflected']).toBe(false);
    expect(verdicts(requested, of.considered(later))?.['views.reflected']).toBe(true);
  });

  it('is considered by the group itself', () => {
    const rule = 'views.consideredByTheGroup';
    expect(verdicts(requested, of.considered(later))?.[rule]).toBe(true);
    const unknown = of.considered(later, 'consumers', { meetingId: 'wg-9' });
    expect(verdicts(requested, unknown)?.[rule]).toBe('notComputable');
    const plan = { body: 'generalCouncil', spans: [{ from: later }], format: 'formal' };
    const council = took('meeting/gc-1', 'meeting.planned', plan, day);
    const there = of.considered(later, 'consumers', { meetingId: 'gc-1' });
    expect(verdicts([...requested, council], there)?.[rule]).toBe(false);
  });

  it('is sought by anybody of the group, and received by the Secretariat', () => {
    const byMember = took(
      of.name,
      'views.sought',
      { group: 'regulators', channel: 'Members' },
      { occurredOn: day, actor: delegation('BRA') },
    );
    expect(given(...requested).when(byMember).refusedBy).toEqual([]);
    const received = { ...of.received(day), actor: delegation('BRA') };
    expect(given(...requested).when(received).refusal?.code).toBe('forbidden');
  });
});

describe('the duty of best endeavours', () => {
  const status = (steps: readonly Told[], type: string) =>
    given(...steps)
      .next(of.name, last)
      .find((step) => step.type === type);

  it('calls for views to be sought, as far as it can be, and says that it blocks nothing', () => {
    const due = status(requested, 'views.sought');
    expect(due?.status).toBe('caused');
    expect(due?.reasons[0]?.message.fr).toContain('Dans la mesure du possible');
    expect(due?.reasons[0]?.message.en).toContain('blocks nothing');
  });

  it('is done with once those of each group have been sought or could not be had', () => {
    const some = [...requested, of.sought(day), of.received(day, 'regulators')];
    expect(status(some, 'views.sought')?.status).toBe('caused');
    const all = [...some, of.notPracticable(day, 'privateSector')];
    expect(status(all, 'views.sought')?.status).toBe('allowed');
  });

  it('calls for what was received to be taken into account', () => {
    const due = status([...requested, of.received(later)], 'views.considered');
    expect(due?.status).toBe('caused');
    expect(due?.reasons[0]?.message.fr).toContain('dans la mesure du possible');
    expect(status(requested, 'views.considered')?.status).toBe('allowed');
  });

  it('ends with the topic, though views may still be recorded', () => {
    for (const end of [topic.withdrawn(later), topic.concluded(later, 'noted')]) {
      const steps = [...requested, of.received(day), end];
      for (const type of ['views.sought', 'views.considered']) {
        expect(status(steps, type)?.status).toBe('allowed');
      }
    }
  });

  it('is not owed on a topic of which nothing is recorded, or that does not bear on world trade', () => {
    const links = { topic: 'topic/ecommerce-1' };
    const without = topic.registered(day, { bearsOnWorldTrade: false });
    for (const steps of [[], [...submitted, without]]) {
      const opened = [...steps, of.requested(later, links)];
      expect(status(opened, 'views.sought')?.status).toBe('allowed');
    }
  });
});

describe('a topic concluded', () => {
  const rule = 'topic.viewsConsidered';
  const concluded = topic.concluded(last, 'noted');

  it('without views having been sought is not irregular: that is noted', () => {
    const then = given(...requested).when(concluded);
    expect(then.refusal).toBeUndefined();
    expect(then.decision?.verdicts[rule]).toBe(false);
    expect(then.decision?.irregularity).toBeUndefined();
  });

  it('with those of each group taken into account, or not to be had, is as the paragraph says', () => {
    const two = [...requested, of.considered(later), of.notPracticable(later, 'regulators')];
    expect(verdicts(two, concluded)?.[rule]).toBe(false);
    expect(verdicts([...two, of.considered(later, 'privateSector')], concluded)?.[rule]).toBe(true);
  });

  it('that does not bear on world trade had none to seek', () => {
    const without = topic.registered(day, { bearsOnWorldTrade: false });
    expect(verdicts([...submitted, without], concluded)?.[rule]).toBe(true);
  });

  it('on which views were never called for cannot be judged', () => {
    const steps = [...submitted, topic.discussed(day)];
    expect(verdicts(steps, concluded)?.[rule]).toBe('notComputable');
  });
});

describe('the scenarios', () => {
  it('take every step, and see every step refused', () => {
    expect(uncovered(procedure)).toEqual({ neverTaken: [], neverRefused: [] });
  });
});
