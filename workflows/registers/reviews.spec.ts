import { scenarios, type Language } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { casesOf, inWords, retold } from './retold';

// What a delegate reads in the register as drafted on the days of the three reviews: as it was known
// that evening, and as it was known once the minutes had come, about two months later.

const { given } = scenarios(procedures);
const cases = casesOf('as-drafted');
const topics = cases.filter((name) => name.startsWith('topic/'));
const of = {
  topics,
  views: topics.map((name) => name.replace('topic/', 'views/')),
  referrals: cases.filter((name) => name.startsWith('referral/')),
};

/** The register as it was known at the end of a day, folded once. */
const knownOn = (day: string) => given(...retold('as-drafted', day));
type Known = ReturnType<typeof knownOn>;

const sentence = (then: Known, name: string, asAt: string, language: Language = 'en') =>
  then.obligations(name, asAt).map((each) => each.sentence[language]);

/** What is read otherwise later than that evening. */
function learntLater(early: Known, late: Known, asAt: string) {
  const all = [...of.topics, ...of.views, ...of.referrals];
  return all.flatMap((name) => {
    const [before, after] = [early, late].map((then) => inWords(then, [name], { asAt }));
    const [was, is] = [before, after].map((each) => Object.values(each ?? {})[0]);
    return was === is ? [] : [[name, was, is]];
  });
}

describe('the review of 26 July 2018, on a report in time', () => {
  const asAt = '2018-07-26';
  const [thatEvening, withMinutes] = [knownOn(asAt), knownOn('2018-10-01')];

  it('finds ten topics: five under discussion, three in the work plan, two registered', () => {
    expect(inWords(thatEvening, of.topics, { asAt })).toEqual({
      copyright: 'In the work plan; Referrals: outstanding',
      definitions: 'Under discussion; Referrals: none',
      development: 'In the work plan; Referrals: none',
      facilitation: 'Under discussion; Referrals: none',
      gaps: 'Under discussion; Referrals: none',
      obstacles: 'In the work plan; Referrals: none',
      paperless: 'Registered, circulated; Referrals: none',
      statistics: 'Registered, circulated; Referrals: none',
      transparency: 'Under discussion; Referrals: outstanding',
      trust: 'Under discussion; Referrals: none',
    });
  });

  it.each([
    [
      'fr',
      {
        'services-1': 'Transmise; Dans les délais',
        'trips-1': 'Aucun résultat à signaler; Réponse reçue',
      },
      'Consommateurs: pris en considération; Organismes de réglementation: pas possible; Secteur privé: reçus',
    ],
    [
      'es',
      {
        'services-1': 'Transmitida; En plazo',
        'trips-1': 'Sin resultados que comunicar; Respuesta recibida',
      },
      'Consumidores: tomadas en consideración; Organismos de reglamentación: no factible; Sector privado: recibidas',
    ],
    [
      'en',
      { 'services-1': 'Transmitted; In time', 'trips-1': 'Nothing to report; Reply received' },
      'Consumers: taken into account; Regulators: not practicable; Private sector: received',
    ],
  ] as const)('finds two requests for assistance and the views on definitions (%s)', (...row) => {
    const [language, referrals, views] = row;
    expect(inWords(thatEvening, of.referrals, { asAt, language })).toEqual(referrals);
    const found = inWords(thatEvening, of.views, { asAt, language });
    expect(found).toMatchObject({ definitions: views });
    // What does not bear on world trade has no views to be sought.
    expect(Object.keys(found)).toHaveLength(9);
  });

  it.each([
    [
      'en',
      [
        'Comprehensive report of the Working Group for the review of July 2018: done on 16 July 2018, in time (due by 16 July 2018).',
        'Periodic review of July 2018: done on 26 July 2018, in time (due on 26 July 2018).',
        'Reply of the body to the request for assistance: awaited since 17 July 2018; the text sets no date.',
      ],
    ],
    [
      'fr',
      [
        "Rapport exhaustif du Groupe de travail pour l'examen de juillet 2018: fait le 16 juillet 2018, dans les délais (à faire au plus tard le 16 juillet 2018).",
        'Examen périodique de juillet 2018: fait le 26 juillet 2018, dans les délais (à faire le 26 juillet 2018).',
        "Réponse de l'organe à la demande d'assistance: attendu depuis le 17 juillet 2018; le texte ne fixe pas de date.",
      ],
    ],
    [
      'es',
      [
        'Informe exhaustivo del Grupo de Trabajo para el examen de julio de 2018: realizado el 16 de julio de 2018, dentro del plazo (exigible a más tardar el 16 de julio de 2018).',
        'Examen periódico de julio de 2018: realizado el 26 de julio de 2018, dentro del plazo (exigible el 26 de julio de 2018).',
        'Respuesta del órgano a la solicitud de asistencia: pendiente desde el 17 de julio de 2018; el texto no fija fecha.',
      ],
    ],
  ] as const)('says what was done and what is awaited (%s)', (language, sentences) => {
    const names = ['report/ecommerce-2018-07', 'review/ecommerce-2018-07'];
    const said = [...names, 'referral/ecommerce-services-1'].flatMap((name) =>
      sentence(thatEvening, name, asAt, language),
    );
    expect(said).toEqual(sentences);
  });

  it('is read otherwise once the minutes of 10 July have come, on 7 September', () => {
    expect(learntLater(thatEvening, withMinutes, asAt)).toEqual([
      [
        'topic/ecommerce-copyright',
        'In the work plan; Referrals: outstanding',
        'Under discussion; Referrals: outstanding',
      ],
      ['topic/ecommerce-paperless', 'Registered, circulated; Referrals: none', 'Merged'],
      [
        'views/ecommerce-definitions',
        'Consumers: taken into account; Regulators: not practicable; Private sector: received',
        'Consumers: taken into account; Regulators: not practicable; Private sector: taken into account',
      ],
    ]);
    // The day before they came, nothing of it was known.
    expect(learntLater(thatEvening, knownOn('2018-09-06'), asAt)).toEqual([]);
  });
});

describe('the review of 12 December 2018, without a report', () => {
  const asAt = '2018-12-12';
  const [thatEvening, withMinutes] = [knownOn(asAt), knownOn('2019-02-28')];

  it('finds the report still before the group, and on the next day not submitted', () => {
    const report = ['report/ecommerce-2018-12'];
    expect(inWords(thatEvening, report, { asAt })).toEqual({
      '2018-12': 'Before the Working Group',
    });
    const nextDay = knownOn('2018-12-13');
    expect(inWords(nextDay, report, { asAt })).toEqual({ '2018-12': 'Not submitted' });
    expect(sentence(thatEvening, 'report/ecommerce-2018-12', asAt)).toEqual([
      'Comprehensive report of the Working Group for the review of December 2018: not done (due by 30 November 2018): the notice of the meeting of 12 December 2018 was due that day.',
    ]);
  });

  it('is held in its month, on what the Chair of the General Council reports orally', () => {
    expect(inWords(thatEvening, ['review/ecommerce-2018-12'], { asAt })).toEqual({
      '2018-12': 'Report awaited; Held: progress noted',
    });
    expect(thatEvening.context('review/ecommerce-2018-12')).toMatchObject({ reportBasis: 'oral' });
  });

  it('finds six requests, one declined, and a reply due by 30 April', () => {
    expect(inWords(thatEvening, of.referrals, { asAt })).toEqual({
      'development-1': 'Accepted; In time',
      'goods-1': 'Declined',
      'goods-2': 'Transmitted; In time',
      'services-1': 'Accepted; In time',
      'trips-1': 'Noted by the Working Group',
      'trips-2': 'Received by the body; In time',
    });
    expect(sentence(thatEvening, 'referral/ecommerce-development-1', asAt)).toEqual([
      'Reply of the body to the request for assistance: due by 30 April 2019.',
    ]);
  });

  it('learns from the minutes of 4 December, on 5 February, of a split and of views sought', () => {
    expect(learntLater(thatEvening, withMinutes, asAt)).toEqual([
      ['topic/ecommerce-obstacles', 'Under discussion; Referrals: none', 'Split'],
      [
        'views/ecommerce-gaps',
        'Consumers: not sought; Regulators: not sought; Private sector: not sought',
        'Consumers: not sought; Regulators: sought; Private sector: not sought',
      ],
    ]);
  });
});

describe('the review of 23 and 24 July 2019, on a late report', () => {
  const asAt = '2019-07-24';
  const [thatEvening, withMinutes] = [knownOn(asAt), knownOn('2019-10-01')];

  it('finds thirteen topics: seven still under discussion, six ended in their ways', () => {
    expect(inWords(thatEvening, of.topics, { asAt })).toEqual({
      copyright: 'Under discussion; Referrals: outstanding',
      definitions: 'Conclusions agreed',
      development: 'Under discussion; Referrals: outstanding',
      facilitation: 'Under discussion; Referrals: answered',
      gaps: 'Under discussion; Referrals: none',
      localization: 'Withdrawn',
      obstacles: 'Split',
      paperless: 'Merged',
      postal: 'Under discussion; Referrals: none',
      'source-code': 'Under discussion; Referrals: none',
      statistics: 'Concluded, noted',
      transparency: 'Under discussion; Referrals: answered',
      trust: 'Concluded, noted',
    });
  });

  it('finds the report received late, and guidance given', () => {
    expect(inWords(thatEvening, ['review/ecommerce-2019-07'], { asAt })).toEqual({
      '2019-07': 'Report received late; Held: guidance given',
    });
    expect(sentence(thatEvening, 'report/ecommerce-2019-07', asAt)).toEqual([
      'Comprehensive report of the Working Group for the review of July 2019: done on 18 July 2019, late (due by 12 July 2019): the notice of the meeting of 23 July 2019 was due that day.',
    ]);
  });

  it('finds a reply that came late, and one awaited for nine months', () => {
    expect(sentence(thatEvening, 'referral/ecommerce-development-1', asAt)).toEqual([
      'Reply of the body to the request for assistance: done on 14 June 2019, late (due by 30 April 2019): the body had not reported by the day set in the request.',
    ]);
    expect(sentence(thatEvening, 'referral/ecommerce-trips-2', asAt)).toEqual([
      'Reply of the body to the request for assistance: awaited since 15 October 2018; the text sets no date.',
    ]);
  });

  it('learns from the minutes of 16 July, on 16 September, that note was taken of the reply', () => {
    expect(learntLater(thatEvening, withMinutes, asAt)).toEqual([
      [
        'topic/ecommerce-development',
        'Under discussion; Referrals: outstanding',
        'Under discussion; Referrals: answered',
      ],
      [
        'views/ecommerce-development',
        'Consumers: not sought; Regulators: not sought; Private sector: received',
        'Consumers: not sought; Regulators: not sought; Private sector: taken into account',
      ],
      [
        'referral/ecommerce-development-1',
        'Results reported; Reply received',
        'Noted by the Working Group',
      ],
    ]);
  });
});
