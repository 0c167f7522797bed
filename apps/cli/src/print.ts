import { isStateValue, leaves, toJson, type Labels, type Language } from '@rapporteur/kernel';

export type Shown = Record<string, unknown>;
export type AllLabels = Readonly<Record<Language, Labels>> | undefined;

const words = {
  en: {
    asAt: 'as at',
    knownOn: 'known on',
    basis: 'basis: records',
    revision: 'revision',
    provisional: 'provisional',
    nothing: 'nothing had happened, or nothing was known, by then',
    refused: 'Refused',
    recorded: 'Recorded',
    tried: 'Can be recorded',
    causes: 'causes',
    changes: 'changes a verdict',
    effects: 'caused, and stands',
    caused: 'is caused by it as corrected',
  },
  fr: {
    asAt: 'à la date du',
    knownOn: 'selon les informations disponibles au',
    basis: 'base: enregistrements',
    revision: 'révision',
    provisional: 'provisoire',
    nothing: "rien n'était intervenu, ou rien n'était connu, à cette date",
    refused: 'Refusé',
    recorded: 'Enregistré',
    tried: 'Peut être enregistré',
    causes: 'entraîne',
    changes: 'modifie un verdict',
    effects: 'entraîné, et subsiste',
    caused: 'entraîné par lui une fois rectifié',
  },
  es: {
    asAt: 'a fecha de',
    knownOn: 'según la información disponible al',
    basis: 'base: registros',
    revision: 'revisión',
    provisional: 'provisional',
    nothing: 'nada había ocurrido, o nada se conocía, en esa fecha',
    refused: 'Rechazado',
    recorded: 'Registrado',
    tried: 'Puede registrarse',
    causes: 'causa',
    changes: 'cambia un veredicto',
    effects: 'causado, y subsiste',
    caused: 'causado por él una vez rectificado',
  },
} as const;

export const list = (value: unknown): readonly Shown[] => (Array.isArray(value) ? value : []);

export function stateText(value: unknown, labels: AllLabels, language: Language): string {
  const json = toJson(value);
  if (!isStateValue(json)) return String(value);
  if (json === 'beforeLog') return words[language].nothing;
  const states = labels?.[language].states;
  return leaves(json)
    .map((leaf) => states?.[leaf] ?? leaf)
    .join('; ');
}

/** Where a case stands, in two lines. */
export function caseText(answer: Shown, labels: AllLabels, language: Language): string {
  const say = words[language];
  const { procedure, revision, asAt, knownOn, basis, state, provisional } = answer;
  const size = JSON.stringify(toJson(basis)).replace(/\D+/g, '');
  const marks = provisional === true ? ` · ${say.provisional}` : '';
  return [
    `${String(procedure)}/${String(answer['case'])}: ${stateText(state, labels, language)}${marks}`,
    `  ${say.asAt} ${String(asAt)}, ${say.knownOn} ${String(knownOn)} · ${say.revision} ${String(revision)} · ${say.basis} ${size}`,
  ].join('\n');
}

/** What recording came to. */
export function recordedText(answer: Shown, labels: AllLabels, language: Language): string {
  const say = words[language];
  const causes = list(answer['causes']).map(
    (each) => `  ${say.causes}: ${String(each['case'])} ${String(each['type'])}`,
  );
  const done = answer['position'] === undefined ? say.tried : say.recorded;
  const head = `${done}: ${String(answer['case'])}, ${say.revision} ${String(answer['revision'])}: ${stateText(answer['from'], labels, language)} → ${stateText(answer['to'], labels, language)}`;
  return [head, ...causes, ...impactLines(answer, language)].join('\n');
}

/** What else a late entry or a correction changes: verdicts, and what it leaves standing elsewhere. */
export function impactLines(
  { consequences, effects }: Shown,
  language: Language,
): readonly string[] {
  const say = words[language];
  const where = (each: Shown) => (each['case'] === undefined ? '' : `${String(each['case'])} `);
  const place = (each: Shown) =>
    `${where(each)}${String(each['type'])} (${say.revision} ${String(each['revision'])})`;
  const effectLine = (each: Shown) =>
    each['revision'] === undefined
      ? `  ${say.caused}: ${where(each)}${String(each['type'])}`
      : `  ${say.effects}: ${place(each)}`;
  return [
    ...list(consequences).map(
      (each) =>
        `  ${say.changes}: ${place(each)}, ${String(each['rule'])}: ${String(each['before'])} → ${String(each['after'])}`,
    ),
    ...list(effects).map(effectLine),
  ];
}

/** Why something was refused: each reason with its rule and citation. */
export function problemText(problem: Shown, language: Language): string {
  const reasons = reasonLines(problem, language);
  const detail = reasons.length > 0 ? reasons : [`  ${String(problem['detail'] ?? '')}`];
  return [`${words[language].refused} (${String(problem['code'] ?? '')})`, ...detail].join('\n');
}

export function reasonLines({ reasons }: Shown, language: Language): readonly string[] {
  return list(reasons).map(({ rule, field, message, cite }) => {
    const text = isShown(message) ? message[language] : message;
    const source = isShown(cite)
      ? ` [${String(cite['instrument'])}${cite['paragraph'] === undefined ? '' : `, ¶${String(cite['paragraph'])}`}]`
      : '';
    return `  ${String(field ?? rule)}: ${String(text)}${source}`;
  });
}

export function isShown(value: unknown): value is Shown {
  return typeof value === 'object' && value !== null;
}

/** What somebody said, in the quotation marks of the language; nothing where nothing was said. */
export function quoted(text: unknown, language: Language): string {
  if (text === undefined) return '';
  return language === 'en' ? `“${String(text)}”` : `«${String(text)}»`;
}
