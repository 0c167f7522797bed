import { scenarios, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted, theGroupEstablished } from '../told';
import { theGroupWithAPlan, topicCalled } from '../told-topics';

const { given } = scenarios(procedures);
const of = topicCalled();
const day = '2018-04-20';
const later = '2018-06-11';

const submitted: readonly Told[] = [
  ...theGroupWithAPlan,
  of.submitted('2018-04-16', { members: ['RUS', 'KGZ'] }),
];
const withoutParty = (told: Told): Told => ({
  ...told,
  actor: { id: 'registrar', role: 'secretariat' },
});
const verdict = (steps: readonly Told[], told: Told, rule: string) =>
  given(...steps).when(told).decision?.verdicts[rule];

describe('a topic is submitted', () => {
  const established = 'topic.groupEstablished';

  it('to an established group; before that it is irregular and says why', () => {
    expect(verdict(theGroupWithAPlan, of.submitted(day), established)).toBe(true);
    const early = given(...theDecisionAdopted).when(of.submitted('2018-01-15'));
    expect(early.refusal?.code).toBe('irregular');
    expect(early.refusedBy).toEqual([established]);
    expect(early.refusal?.reasons[0]?.cite).toEqual({ instrument: 'JOB/GC/137', paragraph: '3' });
    const irregularity = { reason: 'Submitted at the request of the Chair of the Council.' };
    const then = given(...theDecisionAdopted).when(
      of.submitted('2018-01-15', {}, { irregularity }),
    );
    expect(then.decision?.irregularity?.rules).toEqual([established]);
  });

  it('on the day of the establishment as well', () => {
    const steps = [...theDecisionAdopted, theGroupEstablished];
    expect(verdict(steps, of.submitted('2018-03-07'), established)).toBe(true);
  });

  it('to a group of which nothing is recorded: that cannot be judged', () => {
    expect(verdict([], of.submitted(day, {}, { links: {} }), established)).toBe('notComputable');
  });

  it('by one of its sponsors; by another Member, that is noted', () => {
    const rule = 'topic.submittedByASponsor';
    expect(verdict(theGroupWithAPlan, of.submitted(day), rule)).toBe(true);
    const other = of.submitted(day, { members: ['xxx'] });
    expect(verdict(theGroupWithAPlan, other, rule)).toBe(false);
    expect(verdict(theGroupWithAPlan, withoutParty(other), rule)).toBe('notComputable');
  });

  it('by a Member, not by a body', () => {
    const more = { actor: { id: 'chair', role: 'chair', of: 'workingGroup' } } as const;
    const then = given(...theGroupWithAPlan).when(of.submitted(day, {}, more));
    expect(then.refusal?.code).toBe('forbidden');
    expect(then.refusedBy).toEqual(['topic.submitted.by']);
  });

  it.each([
    ['members', { members: [] }],
    ['members', { members: [' '] }],
    ['title', { title: ' ' }],
    ['categories', { categories: [] }],
    ['categories', { categories: ['customsDuties'] }],
    ['originalLang', { originalLang: 'ru' }],
  ])('not without its %s', (field, data) => {
    const then = given(...theGroupWithAPlan).when(of.submitted(day, data));
    expect(then.refusal?.code).toBe('invalid');
    expect(then.refusal?.reasons[0]?.field).toMatch(new RegExp(`^data.${field}`));
  });
});

describe('a topic is co-sponsored', () => {
  it('by a Member for itself, perhaps with others', () => {
    const then = given(...submitted).when(of.cosponsored(later, ['ARG', 'BRA'], 'BRA'));
    expect(then.context(of.name)).toMatchObject({ members: ['ARG', 'BRA', 'KGZ', 'RUS'] });
  });

  it('not by one Member for another', () => {
    const then = given(...submitted).when(of.cosponsored(later, ['ARG'], 'BRA'));
    expect(then.refusal?.code).toBe('forbidden');
    expect(then.refusedBy).toEqual(['topic.cosponsoredForItself']);
  });

  it('by somebody whom the record does not name: that cannot be judged', () => {
    const told = withoutParty(of.cosponsored(later));
    expect(verdict(submitted, told, 'topic.cosponsoredForItself')).toBe('notComputable');
  });
});

describe('what is of the sponsors alone', () => {
  it.each([
    ['revised', of.revised(later, 'BRA'), of.revised(later, 'KGZ')],
    [
      'reclassified',
      of.reclassified(later, 'transparency', 'BRA'),
      of.reclassified(later, 'transparency', 'KGZ'),
    ],
    [
      'withdrawn',
      of.withdrawn(later, ['RUS', 'KGZ'], 'BRA'),
      of.withdrawn(later, ['RUS', 'KGZ'], 'KGZ'),
    ],
  ])('a topic is %s by them, and by no other Member', (_step, byAnother, bySponsor) => {
    const then = given(...submitted).when(byAnother);
    expect(then.refusal?.code).toBe('forbidden');
    expect(then.refusedBy).toEqual(['topic.bySponsor']);
    expect(verdict(submitted, bySponsor, 'topic.bySponsor')).toBe(true);
    const unsaid = withoutParty(bySponsor);
    expect(verdict(submitted, unsaid, 'topic.bySponsor')).toBe('notComputable');
  });

  it('a co-sponsor is one of them', () => {
    const steps = [...submitted, of.cosponsored(day)];
    expect(given(...steps).when(of.revised(later, 'BRA')).refusedBy).toEqual([]);
  });

  it('it is withdrawn by all of them together, co-sponsors included', () => {
    const steps = [...submitted, of.cosponsored(day)];
    const two = given(...steps).when(of.withdrawn(later, ['RUS', 'KGZ']));
    expect(two.refusedBy).toEqual(['topic.withdrawnByAllSponsors']);
    const all = given(...steps).when(of.withdrawn(later, ['BRA', 'KGZ', 'RUS']));
    expect(all.state(of.name)).toBe('withdrawn');
  });

  it('a co-sponsor found in the minutes after it was withdrawn without them stands in the way', () => {
    const steps = [...submitted, of.withdrawn(later, ['RUS', 'KGZ'])];
    const then = given(...steps).when(of.cosponsored(day));
    expect(then.refusal?.code).toBe('laterStepImpossible');
    expect(then.refusedBy).toEqual(['topic.withdrawnByAllSponsors']);
  });

  it('it is reclassified from a category under which it stands', () => {
    const then = given(...submitted).when(of.reclassified(later, 'obstacles'));
    expect(then.refusedBy).toEqual(['topic.reclassifiedFromItsOwn']);
    const several = of.submitted(day, { categories: ['transparency', 'obstacles'] });
    const done = given(...theGroupWithAPlan, several).when(of.reclassified(later, 'obstacles'));
    expect(done.context(of.name)).toMatchObject({
      categories: ['tradeFacilitation', 'transparency'],
    });
  });
});

describe('the title', () => {
  it('is there in the original language first, the others come later', () => {
    const french = of.submitted(day, { originalLang: 'fr', title: 'Transparence' });
    const steps = [...theGroupWithAPlan, french];
    expect(given(...steps).context(of.name)).toMatchObject({ title: { fr: 'Transparence' } });
    const then = given(...steps).when(of.titleTranslated(later, 'es', 'Transparencia'));
    expect(then.context(of.name)).toMatchObject({
      title: { fr: 'Transparence', es: 'Transparencia' },
    });
  });

  it('in the original language is that of the Member: entered anew, that is noted', () => {
    const rule = 'topic.originalTitleKept';
    const anew = given(...submitted).when(of.titleTranslated(later, 'en', 'Transparency'));
    expect(anew.decision?.verdicts[rule]).toBe(false);
    expect(anew.context(of.name)).toMatchObject({ title: { en: 'Transparency' } });
    expect(verdict(submitted, of.titleTranslated(later), rule)).toBe(true);
  });
});
