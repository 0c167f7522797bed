import { scenarios, took, type Told } from '@rapporteur/kernel';
import { procedures } from '../registry';
import { theDecisionAdopted } from '../told';
import * as session from '../told-session';

const { given } = scenarios(procedures);
const name = 'ministerialReport/sim';

const requested = took(
  name,
  'ministerialReport.requested',
  { para: '6' },
  {
    occurredOn: '2017-12-13',
    actor: { id: 'engine', role: 'clock' },
    links: { parent: 'decision/ecommerce' },
  },
);
const transmitted = (occurredOn: string): Told =>
  took(
    name,
    'ministerialReport.transmitted',
    { symbol: 'WT/MIN(19)/SIM/2' },
    {
      occurredOn,
      irregularity: {
        rules: ['ministerialReport.adoptedFirst'],
        reason: "On the Chair's responsibility.",
      },
    },
  );

const obligations = (steps: readonly Told[], date: string, number = 'D9') =>
  given(...steps)
    .obligations(name, date)
    .filter((each) => each.number === number);
const short = (steps: readonly Told[], date: string, number = 'D9') =>
  obligations(steps, date, number).map(({ status, windows, supersededOn }) => [
    status,
    ...windows.map(({ to }) => to),
    ...(supersededOn === undefined ? [] : [supersededOn]),
  ]);

const called = [...session.mc11, session.mc12Called, requested];
const in2019 = [...called, session.mc12In2019];
const moved = [
  ...in2019,
  session.mc12InJune2020,
  session.mc12Off,
  session.mc12InNovember2021,
  session.mc12OffAgain,
  session.mc12InJune2022,
];
const held = [...moved, ...session.mc12Held];

describe('D9, the report to the next session', () => {
  it('cannot be computed while no session after the decision has a day', () => {
    expect(short([...session.mc11, requested], '2018-01-10')).toEqual([['notComputable']]);
    expect(short(called, '2018-01-10')).toEqual([['notComputable']]);
  });

  it('is due by the first day of the session', () => {
    expect(short(in2019, '2018-03-07')).toEqual([['open', '2019-12-09']]);
    expect(obligations(in2019, '2018-03-07')[0]?.windows[0]?.anchor).toBe('session/mc12');
    expect(obligations(in2019, '2018-03-07')[0]?.sentence.fr).toBe(
      'Rapport du Conseil général à la session suivante de la Conférence ministérielle: à faire au plus tard le 9 décembre 2019.',
    );
  });

  it('moves with the session, and what it was before stays shown', () => {
    expect(short(moved, '2018-10-18')).toEqual([
      ['superseded', '2019-12-09', '2018-10-18'],
      ['open', '2020-06-08'],
    ]);
    expect(short(moved, '2020-03-12').at(-1)).toEqual(['notComputable']);
    expect(short(moved, '2022-02-23')).toEqual([
      ['superseded', '2019-12-09', '2018-10-18'],
      ['superseded', '2020-06-08', '2020-03-12'],
      ['superseded', '2021-11-29', '2021-11-26'],
      ['open', '2022-06-12'],
    ]);
  });

  it('is met by what was sent before the session, and stays met when the session moves on', () => {
    const sent = [...in2019, transmitted('2018-10-01'), session.mc12InJune2020];
    expect(short(sent, '2020-06-08')).toEqual([['met', '2019-12-09']]);
    expect(short([...held, transmitted('2022-06-12')], '2022-06-12').at(-1)).toEqual([
      'met',
      '2022-06-12',
    ]);
  });

  it('is breached when the session opens without it, and stays so, with the reason', () => {
    const [overdue] = obligations(held, '2022-06-13').slice(-1);
    expect(overdue).toMatchObject({ status: 'overdue', isBreached: true });
    const [late] = obligations([...held, transmitted('2022-07-26')], '2022-08-01').slice(-1);
    expect(late).toMatchObject({ status: 'breached', isBreached: true, metOn: '2022-07-26' });
    expect(late?.sentence).toMatchObject({
      en: "General Council's report to the next session of the Ministerial Conference: done on 26 July 2022, late (due by 12 June 2022): it had not been transmitted at the opening of the session on 12 June 2022.",
      fr: "Rapport du Conseil général à la session suivante de la Conférence ministérielle: fait le 26 juillet 2022, hors délai (à faire au plus tard le 12 juin 2022): il n'avait pas été transmis à l'ouverture de la session, le 12 juin 2022.",
      es: 'Informe del Consejo General al siguiente período de sesiones de la Conferencia Ministerial: realizado el 26 de julio de 2022, fuera de plazo (exigible a más tardar el 12 de junio de 2022): no se había transmitido a la apertura del período de sesiones, el 12 de junio de 2022.',
    });
  });

  it('stays tied to the session that followed, when another one comes', () => {
    expect(short([...held, session.mc13Dated], '2023-01-10').at(-1)).toEqual([
      'overdue',
      '2022-06-12',
    ]);
  });

  it('is tied to another session when that one is called off', () => {
    const off = [
      ...in2019,
      session.sessionCancelled('mc12', '2019-05-07'),
      session.sessionDated('mc13', '2019-07-23', { from: '2021-12-06' }),
    ];
    expect(short(off, '2019-05-07').at(-1)).toEqual(['notComputable']);
    expect(short(off, '2019-07-23')).toEqual([
      ['superseded', '2019-12-09', '2019-05-07'],
      ['open', '2021-12-06'],
    ]);
  });

  it('is not a day of a meeting that the Conference holds, but of its session', () => {
    const meeting = took(
      'meeting/mc12-heads',
      'meeting.planned',
      { body: 'ministerialConference', spans: [{ from: '2019-05-01' }], format: 'informal' },
      '2018-03-08',
    );
    expect(short([...in2019, meeting], '2018-03-08')).toEqual([['open', '2019-12-09']]);
  });

  it('falls away when paragraph 6 is superseded', () => {
    const superseded = took(
      'decision/ecommerce',
      'decision.superseded',
      { bySymbol: 'WT/L/SIM/5', paras: ['6'] },
      { occurredOn: '2018-12-12', onBehalfOf: { role: 'generalCouncil' } },
    );
    expect(short([...theDecisionAdopted, ...in2019, superseded], '2019-01-10')).toEqual([
      ['superseded', '2019-12-09', '2018-12-12'],
    ]);
  });
});

describe('D9b, the provisional agenda', () => {
  it('goes out five weeks before the session, as a preference', () => {
    expect(short(in2019, '2018-03-07', 'D9b')).toEqual([['open', '2019-11-04']]);
    expect(obligations(in2019, '2018-03-07', 'D9b')[0]?.soft).toBe(true);
    expect(obligations(in2019, '2018-03-07')[0]?.soft).toBe(false);
  });

  it('may pass without the report, which then may still be in time for the session', () => {
    const sent = [...in2019, transmitted('2019-11-06')];
    expect(short(sent, '2019-12-09')).toEqual([['met', '2019-12-09']]);
    const [late] = obligations(sent, '2019-12-09', 'D9b');
    expect(late).toMatchObject({ status: 'breached' });
    expect(late?.sentence.en).toContain(
      'the provisional agenda goes out five weeks before the session of 9 December 2019.',
    );
    expect(late?.sentence.fr).toContain(
      "l'ordre du jour provisoire est distribué cinq semaines avant la session du 9 décembre 2019.",
    );
  });
});
