import { scenarios } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { request, theGroupAtWork } from '../told-referral';
import { isAboutCustomsDuties, isWithinCompetence, subjects } from './competence';

const { given } = scenarios(procedures);
const name = 'referral/ecommerce-x';

const verdictOf = (rule: string, body: string, questions: readonly object[]) => {
  const of = request(name, body);
  const then = given(...theGroupAtWork, of.drafted({ questions })).when(of.agreed());
  expect(then.state(name)).toBe('agreed');
  return then.decision?.verdicts[rule];
};

const ask = (subject: string, text = 'What rules apply?') => ({ id: subject, text, subject });

describe('the competence of the body asked', () => {
  const rule = 'referral.withinCompetence';

  it.each([
    ['servicesCouncil', 'scopeAndModes', true],
    ['servicesCouncil', 'copyright', false],
    ['goodsCouncil', 'valuation', true],
    ['goodsCouncil', 'telecommunications', false],
    ['tripsCouncil', 'newTechnologies', true],
    ['tripsCouncil', 'finance', false],
    ['tradeAndDevelopmentCommittee', 'smallEnterprises', true],
    ['tradeAndDevelopmentCommittee', 'classification', false],
    ['generalCouncil', 'crossCutting', true],
    ['tripsCouncil', 'crossCutting', false],
    ['generalCouncil', 'copyright', true],
    ['ministerialConference', 'copyright', true],
    ['Committee on Market Access', 'marketAccess', 'notComputable'],
  ])('%s, asked about %s: %s; the request stands all the same', (body, subject, verdict) => {
    expect(verdictOf(rule, body, [ask(subject)])).toBe(verdict);
  });

  it('is broken by one question, and not computable while one says nothing of its subject', () => {
    const plain = { id: 'q9', text: 'And what else?' };
    expect(verdictOf(rule, 'tripsCouncil', [ask('copyright'), plain])).toBe('notComputable');
    expect(verdictOf(rule, 'tripsCouncil', [plain, ask('finance')])).toBe(false);
    expect(verdictOf(rule, 'tripsCouncil', [ask('copyright'), ask('trademarks')])).toBe(true);
  });

  it('covers each subject of 1998, once', () => {
    expect(new Set(subjects).size).toBe(subjects.length);
    for (const subject of subjects) {
      const bodies = [
        'servicesCouncil',
        'goodsCouncil',
        'tripsCouncil',
        'tradeAndDevelopmentCommittee',
        'generalCouncil',
      ].filter((body) => isWithinCompetence({ text: '', subject }, body) === true);
      expect(bodies.length).toBeGreaterThan(0);
    }
  });
});

describe('a question about customs duties', () => {
  const rule = 'referral.customsDutiesToGeneralCouncil';
  const said = (text: string) => [{ id: 'q1', text }];

  it.each([
    'Do customs duties apply to electronic transmissions?',
    'Customs duty on digital products',
    'Tariff revenue at stake',
    'Portée des droits de douane sur les transmissions électroniques',
    'Un droit de douane est-il perçu?',
    'Recettes issues des tarifs douaniers',
    'Los derechos de aduana sobre las transmisiones electrónicas',
    'Derechos arancelarios',
    'Los aranceles aplicables',
  ])('is known by its words, in each language: %s', (text) => {
    expect(verdictOf(rule, 'goodsCouncil', said(text))).toBe(false);
    expect(verdictOf(rule, 'generalCouncil', said(text))).toBe(true);
  });

  it.each([
    'Customs valuation of digital products',
    'Duties of domestic regulators',
    'Non-tariff measures',
    'Procédures douanières simplifiées',
    'Les droits de propriété intellectuelle',
    'Los derechos de autor',
    'Medidas no arancelarias',
  ])('is not seen where there is none: %s', (text) => {
    expect(isAboutCustomsDuties({ text })).toBe(false);
    expect(verdictOf(rule, 'goodsCouncil', said(text))).toBe(true);
  });

  it('is known by its subject; the note cites WT/L/274 and refuses nothing', () => {
    const of = request(name, 'servicesCouncil');
    const drafted = of.drafted({ questions: [ask('customsDuties')] });
    const then = given(...theGroupAtWork, drafted).when(of.agreed());
    expect(then.decision?.verdicts).toMatchObject({ [rule]: false });
    const next = given(...theGroupAtWork, drafted).next(name, '2018-04-16');
    const reasons = next.find(({ type }) => type === 'referral.agreed')?.reasons ?? [];
    expect(reasons).toMatchObject([{ rule, grade: 'advisory' }]);
    expect(reasons[0]?.cite?.instrument).toContain('WT/L/274');
  });
});
