import { sentenceOf } from './obligation-words';
import { obligationStatuses, type Standing } from './obligations';
import { languages } from './text';

const duty = { en: 'Work plan', fr: 'Plan de travail', es: 'Plan de trabajo' };
const none = { windows: [], isContested: false, isBreached: false };

const said = (standing: Partial<Standing> & Pick<Standing, 'status'>) =>
  sentenceOf(duty, { ...none, ...standing });

const window = { to: '2018-02-28' };
const because = {
  en: 'the General Council held no February meeting',
  fr: "le Conseil général n'a pas tenu de réunion en février",
  es: 'el Consejo General no celebró ninguna reunión en febrero',
};

describe('how a deadline stands, in one sentence', () => {
  it('met', () => {
    expect(said({ status: 'met', windows: [window], metOn: '2018-02-01' })).toEqual({
      en: 'Work plan: done on 1 February 2018, in time (due by 28 February 2018).',
      fr: 'Plan de travail: fait le 1er février 2018, dans les délais (à faire au plus tard le 28 février 2018).',
      es: 'Plan de trabajo: realizado el 1 de febrero de 2018, dentro del plazo (exigible a más tardar el 28 de febrero de 2018).',
    });
  });

  it('met, where no date was set', () => {
    expect(said({ status: 'met', metOn: '2018-02-01' })).toEqual({
      en: 'Work plan: done on 1 February 2018.',
      fr: 'Plan de travail: fait le 1er février 2018.',
      es: 'Plan de trabajo: realizado el 1 de febrero de 2018.',
    });
  });

  it('open: by a day, on a day, in a span of days', () => {
    const open = (from?: string) =>
      said({ status: 'open', windows: [from === undefined ? window : { ...window, from }] });
    expect(open()).toEqual({
      en: 'Work plan: due by 28 February 2018.',
      fr: 'Plan de travail: à faire au plus tard le 28 février 2018.',
      es: 'Plan de trabajo: exigible a más tardar el 28 de febrero de 2018.',
    });
    expect(open('2018-02-28')).toEqual({
      en: 'Work plan: due on 28 February 2018.',
      fr: 'Plan de travail: à faire le 28 février 2018.',
      es: 'Plan de trabajo: exigible el 28 de febrero de 2018.',
    });
    expect(open('2018-02-01')).toEqual({
      en: 'Work plan: due from 1 February 2018 to 28 February 2018.',
      fr: 'Plan de travail: à faire du 1er février 2018 au 28 février 2018.',
      es: 'Plan de trabajo: exigible del 1 de febrero de 2018 al 28 de febrero de 2018.',
    });
  });

  it('awaited', () => {
    expect(said({ status: 'awaited', awaitedSince: '2018-03-07' })).toEqual({
      en: 'Work plan: awaited since 7 March 2018; the text sets no date.',
      fr: 'Plan de travail: attendu depuis le 7 mars 2018; le texte ne fixe pas de date.',
      es: 'Plan de trabajo: pendiente desde el 7 de marzo de 2018; el texto no fija fecha.',
    });
  });

  it('overdue, with the reason where there is one', () => {
    expect(said({ status: 'overdue', windows: [window] }).en).toBe(
      'Work plan: not done (due by 28 February 2018).',
    );
    expect(said({ status: 'overdue', windows: [{ ...window, because }] })).toEqual({
      en: 'Work plan: not done (due by 28 February 2018): the General Council held no February meeting.',
      fr: "Plan de travail: non fait (à faire au plus tard le 28 février 2018): le Conseil général n'a pas tenu de réunion en février.",
      es: 'Plan de trabajo: no realizado (exigible a más tardar el 28 de febrero de 2018): el Consejo General no celebró ninguna reunión en febrero.',
    });
  });

  it('breached, which a remedy does not undo', () => {
    const windows = [{ ...window, because }] as const;
    expect(said({ status: 'breached', windows, metOn: '2018-03-07' })).toEqual({
      en: 'Work plan: done on 7 March 2018, late (due by 28 February 2018): the General Council held no February meeting.',
      fr: "Plan de travail: fait le 7 mars 2018, hors délai (à faire au plus tard le 28 février 2018): le Conseil général n'a pas tenu de réunion en février.",
      es: 'Plan de trabajo: realizado el 7 de marzo de 2018, fuera de plazo (exigible a más tardar el 28 de febrero de 2018): el Consejo General no celebró ninguna reunión en febrero.',
    });
  });

  it('superseded, whether a meeting moved or somebody set another day', () => {
    expect(said({ status: 'superseded', windows: [window], supersededOn: '2018-02-20' })).toEqual({
      en: 'Work plan: no longer due by 28 February 2018; the date was changed on 20 February 2018.',
      fr: "Plan de travail: n'est plus à faire au plus tard le 28 février 2018; la date a été modifiée le 20 février 2018.",
      es: 'Plan de trabajo: ya no exigible a más tardar el 28 de febrero de 2018; la fecha se modificó el 20 de febrero de 2018.',
    });
  });

  it('not computable', () => {
    expect(said({ status: 'notComputable' })).toEqual({
      en: 'Work plan: the date cannot be computed, because the calendar is not populated.',
      fr: "Plan de travail: la date ne peut être calculée, le calendrier n'étant pas rempli.",
      es: 'Plan de trabajo: la fecha no puede calcularse, porque el calendario no está completo.',
    });
  });
});

describe('readings that diverge', () => {
  const session = { en: 'next session', fr: 'prochaine session', es: 'próximo período' };
  const year = { en: 'in 2019', fr: 'en 2019', es: 'en 2019' };
  const windows = [
    { to: '2020-06-11', reading: session, because },
    { to: '2019-12-31', reading: year, because },
  ] as const;

  it('are each told with its own date, and that nobody has decided', () => {
    expect(said({ status: 'open', windows, isContested: true })).toEqual({
      en: 'Work plan: due by 11 June 2020 (next session) or by 31 December 2019 (in 2019); the readings diverge and none has been chosen.',
      fr: "Plan de travail: à faire au plus tard le 11 juin 2020 (prochaine session) ou au plus tard le 31 décembre 2019 (en 2019); les interprétations divergent et aucune n'a été retenue.",
      es: 'Plan de trabajo: exigible a más tardar el 11 de junio de 2020 (próximo período) o a más tardar el 31 de diciembre de 2019 (en 2019); las interpretaciones divergen y ninguna ha sido elegida.',
    });
  });

  it('give the same reason once', () => {
    const { en } = said({ status: 'overdue', windows, isContested: true });
    expect(en.split(because.en)).toHaveLength(2);
  });

  it('that come to the same day are told as one', () => {
    const same = [window, { ...window, reading: session }] as const;
    expect(said({ status: 'open', windows: same }).en).toBe('Work plan: due by 28 February 2018.');
  });

  it('without a name are told by their dates', () => {
    const unnamed = [window, { to: '2018-03-31' }] as const;
    expect(said({ status: 'open', windows: unnamed }).en).toContain(
      'due by 28 February 2018 or by 31 March 2018; the readings diverge',
    );
  });
});

it.each(obligationStatuses)('every status has a sentence of its own: %s', (status) => {
  const windows = [window] as const;
  const dates = { metOn: '2018-03-07', awaitedSince: '2018-01-01', supersededOn: '2018-02-01' };
  const text = said({ status, windows, ...dates });
  for (const language of languages) {
    expect(text[language]).toMatch(/^[^.]+ [^.]+\.$/);
    expect(text[language]).not.toContain('undefined');
  }
});
