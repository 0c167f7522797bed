import { scenarios } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { casesOf, inWords, retold } from './retold';

// What the register as drafted says of the days to which the text is tied: the meeting of February
// 2018 that never was, and the session "in 2019" that was held in 2022.

const { given } = scenarios(procedures);
const knownOn = (day: string) => given(...retold('as-drafted', day));
type Known = ReturnType<typeof knownOn>;

const shown = (then: Known, name: string, asAt: string) =>
  then.obligations(name, asAt).map(({ number, status, sentence }) => [number, status, sentence.en]);

const group = 'workingGroup/ecommerce';
const chair = 'chair/ecommerce';
const practice = 'moratorium/ecommerce';
const ministerial = 'ministerialReport/ecommerce';

describe('the establishment and the designation, due in February 2018 (D1)', () => {
  it('cannot be computed before the calendar of 2018 is entered, and then can', () => {
    const before = knownOn('2018-01-14');
    for (const name of [group, chair])
      expect(before.obligations(name, '2018-01-14').map(({ status }) => status)).toEqual([
        'notComputable',
      ]);
    expect(before.obligations(group, '2018-01-14')[0]?.sentence).toEqual({
      en: 'Establishment of the Working Group: the date cannot be computed, because the calendar is not populated.',
      fr: "Établissement du Groupe de travail: la date ne peut être calculée, le calendrier n'étant pas rempli.",
      es: 'Establecimiento del Grupo de Trabajo: la fecha no puede calcularse, porque el calendario no está completo.',
    });
    expect(shown(knownOn('2018-01-15'), group, '2018-01-15')).toEqual([
      [
        'D1a',
        'open',
        'Establishment of the Working Group: due from 1 February 2018 to 28 February 2018.',
      ],
    ]);
  });

  it('is overdue on 1 March, and says why', () => {
    expect(shown(knownOn('2018-03-01'), chair, '2018-03-01')).toEqual([
      [
        'D1b',
        'overdue',
        'Designation of the Chair of the Working Group: not done (due from 1 February 2018 to 28 February 2018): the General Council held no February meeting.',
      ],
    ]);
  });

  it('stays breached after the remedy of 7 March, to the end of the register', () => {
    for (const day of ['2018-03-31', '2022-07-31']) {
      const then = knownOn(day);
      const late = (duty: string) =>
        `${duty}: done on 7 March 2018, late (due from 1 February 2018 to 28 February 2018): the General Council held no February meeting.`;
      const first = [group, chair].map((name) => shown(then, name, day)[0]);
      expect(first).toEqual([
        ['D1a', 'breached', late('Establishment of the Working Group')],
        ['D1b', 'breached', late('Designation of the Chair of the Working Group')],
      ]);
    }
  });
});

describe('the next session, moved from 2019 to June 2020', () => {
  it('was of December 2019 until 18 October 2018: one reading, no divergence', () => {
    const then = knownOn('2018-10-17');
    expect(then.state(practice)).toEqual({ maintained: 'current' });
    const inForce = then.obligations(practice, '2018-10-17').at(-1);
    expect(inForce?.windows.map(({ from, to }) => [from, to])).toEqual([
      ['2019-12-09', '2019-12-12'],
    ]);
  });

  it('leaves the report to the session superseded, and due by the new first day (D9)', () => {
    const then = knownOn('2018-10-19');
    expect(shown(then, ministerial, '2018-10-18').slice(0, 2)).toEqual([
      [
        'D9',
        'superseded',
        "General Council's report to the next session of the Ministerial Conference: no longer due by 9 December 2019; the date was changed on 18 October 2018.",
      ],
      [
        'D9',
        'open',
        "General Council's report to the next session of the Ministerial Conference: due by 8 June 2020.",
      ],
    ]);
    expect(then.context(ministerial)).toMatchObject({
      anchor: { session: 'session/mc12', firstDay: '2020-06-08' },
    });
  });

  it('leaves the term of the practice with two readings, and chooses neither (D10)', () => {
    const then = knownOn('2018-10-19');
    const [earlier, before, now] = then.obligations(practice, '2018-10-18');
    expect([earlier, before].map((each) => each?.status)).toEqual(['superseded', 'superseded']);
    expect(now).toMatchObject({ status: 'open', isContested: true, isBreached: false });
    expect(now?.windows).toHaveLength(2);
    expect(now?.sentence).toEqual({
      en: 'Decision on what follows the term of the practice of not imposing customs duties on electronic transmissions: due by 31 December 2019 (until 31 December 2019) or from 8 June 2020 to 11 June 2020 (until the next session of the Ministerial Conference); the readings diverge and none has been chosen.',
      fr: "Décision sur la suite à donner au terme de la pratique consistant à ne pas imposer de droits de douane sur les transmissions électroniques: à faire au plus tard le 31 décembre 2019 (jusqu'au 31 décembre 2019) ou du 8 juin 2020 au 11 juin 2020 (jusqu'à la prochaine session de la Conférence ministérielle); les interprétations divergent et aucune n'a été retenue.",
      es: 'Decisión sobre lo que sigue al término de la práctica de no imponer derechos de aduana a las transmisiones electrónicas: exigible a más tardar el 31 de diciembre de 2019 (hasta el 31 de diciembre de 2019) o del 8 de junio de 2020 al 11 de junio de 2020 (hasta el próximo período de sesiones de la Conferencia Ministerial); las interpretaciones divergen y ninguna ha sido elegida.',
    });
  });

  it('is contested by the step of the clock, on the day after, until the Council clarifies', () => {
    const asAt = '2018-10-18';
    expect(inWords(knownOn(asAt), [practice], { asAt })).toEqual({ ecommerce: 'Maintained' });
    expect(inWords(knownOn('2018-10-19'), [practice], { asAt })).toEqual({
      ecommerce: 'Term contested (anchors diverge)',
    });
    expect(knownOn('2019-12-09').state(practice)).toEqual({ maintained: 'contested' });
    const clarified = knownOn('2019-12-10');
    expect(clarified.state(practice)).toEqual({ maintained: 'current' });
    expect(clarified.state('decision/ecommerce')).toMatchObject({
      adopted: { force: 'partlySuperseded' },
    });
  });
});

describe('the session put off twice more, and held in June 2022', () => {
  it('has no day after 12 March 2020, so that the term cannot be computed', () => {
    const then = knownOn('2020-03-13');
    expect(then.stateAt('session/mc12', '2020-03-12')).toBe('postponed');
    expect(then.obligations(practice, '2020-03-12').at(-1)?.status).toBe('notComputable');
    expect(then.context(ministerial)).toMatchObject({ anchor: { session: 'session/mc12' } });
  });

  it('brings the term near, away, and near again, as the clock notes', () => {
    const states = ['2021-10-06', '2021-11-27', '2022-04-18'].map((day) =>
      knownOn(day).state(practice),
    );
    expect(states).toEqual([
      { maintained: 'expiring' },
      { maintained: 'current' },
      { maintained: 'expiring' },
    ]);
  });

  it('considers the report and extends the practice on its last day', () => {
    const then = knownOn('2022-07-31');
    expect(then.state('session/mc12')).toBe('closed');
    expect(then.state(ministerial)).toBe('considered');
    expect(then.state(practice)).toEqual({ maintained: 'extended' });
    expect(then.obligations(practice, '2022-06-17').at(-1)).toMatchObject({ status: 'open' });
    expect(casesOf('as-drafted')).toContain('session/mc13');
  });
});
