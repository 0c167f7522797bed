import { isRefusal, languages, type Refusal } from '@rapporteur/kernel';
import { brought, type Brought } from '../test/registers';
import { reviewBrief, type Brief, type BriefQuestion } from '.';

jest.setTimeout(60_000);

const july = 'review/ecommerce-2018-07';

let until2019: Brought;

beforeAll(async () => {
  until2019 = await brought('as-drafted', '2019-01-31');
});
afterAll(() => until2019.engine.stop());

async function brief(question: BriefQuestion, of = until2019): Promise<Brief> {
  const answer = await reviewBrief(of.source, question);
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

async function refused(question: BriefQuestion): Promise<Refusal> {
  const answer = await reviewBrief(until2019.source, question);
  if (!isRefusal(answer)) throw new Error('not refused');
  return answer;
}

describe('The brief for the review of July 2018', () => {
  it('is as at the day on which the review was held, and says so', async () => {
    const { asAt, asAtIs, review, decision, title } = await brief({ review: july });
    expect({ asAt, review, decision }).toEqual({
      asAt: '2018-07-26',
      review: july,
      decision: 'decision/ecommerce',
    });
    expect(asAtIs.fr).toBe("le jour où il a été procédé à l'examen");
    expect(title.es).toBe('Nota de situación: Examen periódico de julio de 2018');
  });

  it('is as at the meeting to which it is tied, while it has not been held', async () => {
    const { asAt, asAtIs } = await brief({ review: july, knownOn: '2018-07-20' });
    expect(asAt).toBe('2018-07-26');
    expect(asAtIs.en).toBe('the first day of the meeting to which the review is tied');
  });

  it('is as at the end of the month, while it is tied to none', async () => {
    const question = { review: 'review/ecommerce-2019-07', knownOn: '2018-07-26' };
    const { asAt, asAtIs } = await brief(question);
    expect(asAt).toBe('2019-07-31');
    expect(asAtIs.en).toBe('the end of the month of the review');
  });

  it('has a sentence to be quoted and a short reference', async () => {
    const { sentence, reference, basis } = await brief({ review: july, knownOn: '2018-10-01' });
    expect(reference).toBe(`as-drafted 2018-07-26 @${basis.size}`);
    expect(sentence.text.en).toMatch(
      /^As at 26 July 2018, according to the information available on 1 October 2018 \(register as-drafted, simulation, @\d+\), .*the Working Group is operational; .*\.$/,
    );
    expect(sentence.text.fr).toMatch(
      /^À la date du 26 juillet 2018, selon les informations disponibles au 1er octobre 2018 \(registre as-drafted, simulation, @\d+\), .*\.$/,
    );
    expect(sentence.text.es).toMatch(
      /^A fecha de 26 de julio de 2018, según la información disponible al 1 de octubre de 2018 \(registro as-drafted, simulación, @\d+\), .*\.$/,
    );
    expect(sentence.from).toContain('workingGroup/ecommerce');
  });

  it('has a part for the decision, each paragraph and what is around, with cases in each', async () => {
    const { parts } = await brief({ review: july });
    expect(parts.map(({ id }) => id)).toEqual(['decision', ...'1234567', 'other']);
    expect(parts.filter(({ cases }) => cases.length === 0)).toEqual([]);
  });

  it('tells what changed since the adoption, being the first', async () => {
    const { changes } = await brief({ review: july });
    expect(changes).toMatchObject({ since: 'adoption', from: '2017-12-13' });
    const group = changes.cases.find((each) => each.case === 'workingGroup/ecommerce');
    expect(group?.before?.en).toBe('Establishment instructed');
    expect(group?.steps.map(({ occurredOn }) => occurredOn)).toContain('2018-03-07');
  });

  it('shows requests by body and views by group', async () => {
    const { referrals, views } = await brief({ review: july });
    expect(referrals.map(({ body }) => body.id).sort()).toEqual([
      'servicesCouncil',
      'tripsCouncil',
    ]);
    expect(views.map(({ group }) => group.en)).toEqual([
      'Consumers',
      'Regulators',
      'Private sector',
    ]);
  });

  it('shows the irregular establishment with who approved it', async () => {
    const { irregular } = await brief({ review: july });
    expect(irregular.map(({ now }) => now?.case)).toEqual(['workingGroup/ecommerce']);
    expect(irregular[0]?.now?.rules).toEqual(['workingGroup.establishedInFebruary2018']);
    expect(irregular[0]?.now?.approved?.by.en).toMatch(/\(.+\)$/);
  });

  it('fills in the two reports, each sentence with its cases', async () => {
    const { reports } = await brief({ review: july });
    expect(reports.map(({ id }) => id)).toEqual(['groupReport', 'ministersReport']);
    const meetings = reports[0]?.sections.find(({ id }) => id === 'meetings');
    expect(meetings?.lines[0]).toEqual({
      text: {
        en: 'The Working Group has held 2 meetings: 2 formal, 0 informal.',
        fr: 'Le Groupe de travail a tenu 2 réunions: 2 à titre formel, 0 à titre informel.',
        es: 'El Grupo de Trabajo ha celebrado 2 reuniones: 2 de carácter formal, 0 de carácter informal.',
      },
      from: ['meeting/wgec-2018-06-12', 'meeting/wgec-2018-07-10'],
    });
  });

  it('has words in three languages wherever a reader sees them', async () => {
    const texts = textsIn(await brief({ review: july, knownOn: '2018-10-01' }));
    expect(texts.length).toBeGreaterThan(500);
    const isWhole = (text: Record<string, unknown>) =>
      languages.every((language) => typeof text[language] === 'string' && text[language] !== '');
    expect(texts.filter((text) => !isWhole(text))).toEqual([]);
  });
});

it('the brief for December tells what changed since the review of July', async () => {
  const { changes } = await brief({ review: 'review/ecommerce-2018-12' });
  expect(changes).toMatchObject({ since: 'review', from: '2018-07-26' });
  expect(changes.sinceWords.fr).toBe(
    "depuis l'examen périodique de juillet 2018 (26 juillet 2018)",
  );
});

describe('Asked again with the size of its basis', () => {
  it('it is the same to the last byte, whatever was recorded since', async () => {
    const early = await brought('as-drafted', '2018-10-01T22:00');
    const asked = await brief({ review: july }, early);
    await early.engine.stop();
    const again = await brief({ review: july, knownOn: `@${asked.basis.size}` });
    expect(JSON.stringify(again)).toBe(JSON.stringify(asked));
    expect(until2019.engine.log.size).toBeGreaterThan(asked.basis.size);
  });
});

describe('A brief that cannot be given is refused', () => {
  it.each([
    ['a review that is not there', { review: 'review/tea' }, 'notFound', 'review'],
    ['a case that is no review', { review: 'topic/ecommerce-trust' }, 'notFound', 'review'],
    ['a review not known yet', { review: july, knownOn: '2017-10-10' }, 'notFound', 'review'],
    ['no subject', { asAt: '2018-07-26' }, 'invalid', 'under'],
    ['a topic', { under: 'topic/ecommerce-trust', asAt: '2018-07-26' }, 'invalid', 'under'],
    ['a review as a decision', { under: july }, 'invalid', 'under'],
    ['no name', { under: 'ecommerce', asAt: '2018-07-26' }, 'invalid', 'under'],
    ['a decision unknown', { under: 'decision/tea', asAt: '2018-07-26' }, 'notFound', 'under'],
    ['no date', { under: 'decision/ecommerce' }, 'invalid', 'asAt'],
    ['a date that is none', { review: july, asAt: '26 July' }, 'invalid', 'asAt'],
    ['a size the log never had', { review: july, knownOn: '@99999' }, 'invalid', 'knownOn'],
    ['a knowledge that is none', { review: july, knownThen: 'then' }, 'invalid', 'knownThen'],
    [
      'what was known then after what is known now',
      { review: july, knownThen: '2018-10-01', knownOn: '2018-07-26' },
      'invalid',
      'knownThen',
    ],
  ])('%s', async (_, question, code, field) => {
    const refusal = await refused(question);
    expect(refusal.code).toBe(code);
    expect(refusal.reasons.map((reason) => reason.field)).toEqual([field]);
    expect(Object.keys(refusal.reasons[0]!.message).sort()).toEqual(['en', 'es', 'fr']);
  });

  it('says of a review that it has a brief of its own', async () => {
    const { reasons } = await refused({ under: july });
    expect(reasons[0]?.message.en).toContain('/api/reviews/ecommerce-2018-07/brief');
    expect(reasons[0]?.message.fr).toContain('/api/reviews/ecommerce-2018-07/brief');
    expect(reasons[0]?.message.es).toContain('/api/reviews/ecommerce-2018-07/brief');
  });

  it('says in which state of knowledge there is no such case', async () => {
    const { reasons } = await refused({ review: 'review/tea', knownOn: '@20' });
    expect(reasons[0]?.message).toMatchObject({
      en: 'there is no such case in what is known now (@20): “review/tea”',
      fr: "il n'existe pas de tel dossier dans ce qui est connu maintenant (@20): «review/tea»",
      es: 'no existe tal expediente en lo que se conoce ahora (@20): «review/tea»',
    });
  });
});

it('what was known at the end of the date is no more than what is known now', async () => {
  const { knownThen, knownOn } = await brief({ review: july, knownOn: '@300', asAt: '2018-12-01' });
  expect(knownThen).toEqual(knownOn);
});

it('a decision may be looked at on any date, also before it was adopted', async () => {
  const { sentence, changes, review } = await brief({
    under: 'decision/ecommerce',
    asAt: '2017-11-01',
  });
  expect(review).toBeNull();
  expect(changes).toMatchObject({ since: 'beginning', from: null });
  expect(changes.cases.map((each) => each.case)).toContain('decision/ecommerce');
  expect(changes.cases.every(({ before }) => before === null)).toBe(true);
  expect(sentence.text.en).toContain('the draft has not been adopted yet');
});

it('another register has its brief as well', async () => {
  const happened = await brought('as-happened', '2019-01-31');
  const { sentence, parts } = await brief({ review: reviewOf(happened) }, happened);
  await happened.engine.stop();
  expect(sentence.text.en).toContain('register as-happened');
  expect(parts.find(({ id }) => id === '1')?.cases).toEqual([]);
});

const reviewOf = ({ engine }: Brought): string => engine.reading.log.casesOf('review')[0]!;

function textsIn(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'en' in value || 'fr' in value ? [value as Record<string, unknown>] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}
