import { dateInWords } from './date-words';
import type { Window } from './deadline';
import type { ObligationStatus, Standing } from './obligations';
import { inEach, type Language, type Text } from './text';

/** How a deadline stands, in one sentence in each language. */
export function sentenceOf(duty: Text, standing: Standing): Text {
  return inEach((language) => `${duty[language]}: ${predicate(standing, language)}.`);
}

/** What the sentences are made of, in one language. */
interface Said {
  /** `due by 28 February 2018`; empty where no date is set. */
  readonly due: string;
  /** `: the General Council held no February meeting`, or empty. */
  readonly why: string;
  readonly met: string;
  readonly since: string;
  readonly moved: string;
}

function predicate(standing: Standing, language: Language): string {
  const { status, windows, awaitedSince, metOn, supersededOn } = standing;
  const day = (date = '') => (date === '' ? '' : dateInWords(date, language));
  return predicates[language][status]({
    due: dueWords(windows, language),
    why: reasonWords(windows, language),
    met: day(metOn),
    since: day(awaitedSince),
    moved: day(supersededOn),
  });
}

type Predicates = Readonly<Record<ObligationStatus, (said: Said) => string>>;

const predicates: Readonly<Record<Language, Predicates>> = {
  en: {
    met: ({ met, due }) => `done on ${met}${due && `, in time (${due})`}`,
    open: ({ due }) => due,
    awaited: ({ since }) => `awaited since ${since}; the text sets no date`,
    overdue: ({ due, why }) => `not done (${due})${why}`,
    breached: ({ met, due, why }) => `done on ${met}, late (${due})${why}`,
    superseded: ({ due, moved }) => `no longer ${due}; the date was changed on ${moved}`,
    notComputable: () => 'the date cannot be computed, because the calendar is not populated',
  },
  fr: {
    met: ({ met, due }) => `fait le ${met}${due && `, dans les délais (${due})`}`,
    open: ({ due }) => due,
    awaited: ({ since }) => `attendu depuis le ${since}; le texte ne fixe pas de date`,
    overdue: ({ due, why }) => `non fait (${due})${why}`,
    breached: ({ met, due, why }) => `fait le ${met}, hors délai (${due})${why}`,
    superseded: ({ due, moved }) => `n'est plus ${due}; la date a été modifiée le ${moved}`,
    notComputable: () => "la date ne peut être calculée, le calendrier n'étant pas rempli",
  },
  es: {
    met: ({ met, due }) => `realizado el ${met}${due && `, dentro del plazo (${due})`}`,
    open: ({ due }) => due,
    awaited: ({ since }) => `pendiente desde el ${since}; el texto no fija fecha`,
    overdue: ({ due, why }) => `no realizado (${due})${why}`,
    breached: ({ met, due, why }) => `realizado el ${met}, fuera de plazo (${due})${why}`,
    superseded: ({ due, moved }) => `ya no ${due}; la fecha se modificó el ${moved}`,
    notComputable: () => 'la fecha no puede calcularse, porque el calendario no está completo',
  },
};

const dueIn = { en: 'due', fr: 'à faire', es: 'exigible' };
const orIn = { en: ' or ', fr: ' ou ', es: ' o ' };
const undecidedIn = {
  en: 'the readings diverge and none has been chosen',
  fr: "les interprétations divergent et aucune n'a été retenue",
  es: 'las interpretaciones divergen y ninguna ha sido elegida',
};

/** Each reading with its own date where they diverge. */
function dueWords(windows: readonly Window[], language: Language): string {
  const by = windows.map((window) => windowWords(window, language));
  const [only] = by;
  if (only === undefined) return '';
  const due = dueIn[language];
  if (new Set(by).size === 1) return `${due} ${only}`;
  const readings = windows.map(({ reading }, i) =>
    reading ? `${by[i] ?? ''} (${reading[language]})` : (by[i] ?? ''),
  );
  return `${due} ${readings.join(orIn[language])}; ${undecidedIn[language]}`;
}

function windowWords({ from, to }: Window, language: Language): string {
  const last = dateInWords(to, language);
  if (from === undefined) {
    return { en: `by ${last}`, fr: `au plus tard le ${last}`, es: `a más tardar el ${last}` }[
      language
    ];
  }
  if (from === to) return { en: `on ${last}`, fr: `le ${last}`, es: `el ${last}` }[language];
  const first = dateInWords(from, language);
  return {
    en: `from ${first} to ${last}`,
    fr: `du ${first} au ${last}`,
    es: `del ${first} al ${last}`,
  }[language];
}

/** Why it passed, said once for each different reason. */
function reasonWords(windows: readonly Window[], language: Language): string {
  const reasons = windows.flatMap(({ because }) => (because ? [because[language]] : []));
  return reasons.length > 0 ? `: ${[...new Set(reasons)].join('; ')}` : '';
}
