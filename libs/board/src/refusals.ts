import { inEach, refuse, refuseField, type Refusal, type Registry } from '@rapporteur/kernel';

// What the board refuses to be asked, in words.

export function unknownProcedure(id: string, registry: Registry): Refusal {
  const known = [...registry.keys()].join(', ');
  return notFound('procedure.exists', 'procedure', {
    en: `there is no procedure ${id}; there are: ${known}`,
    fr: `il n'existe pas de procédure ${id}; valeurs admises: ${known}`,
    es: `no existe el procedimiento ${id}; valores admitidos: ${known}`,
  });
}

export function unknownCase(name: string): Refusal {
  return notFound('case.exists', 'case', {
    en: `there is no case ${name}; a case is written procedure/case`,
    fr: `il n'existe pas de dossier ${name}; un dossier s'écrit procédure/dossier`,
    es: `no existe el expediente ${name}; un expediente se escribe procedimiento/expediente`,
  });
}

/** @param size of the log, as far as it is known for the question */
export function unknownUnder(name: string, size: number): Refusal {
  return notFound('case.exists', 'under', {
    en: `there is no case ${name} in the log up to @${size}; a case is written procedure/case`,
    fr: `il n'existe pas de dossier ${name} dans le journal jusqu'à @${size}; un dossier s'écrit procédure/dossier`,
    es: `no existe el expediente ${name} en el registro hasta @${size}; un expediente se escribe procedimiento/expediente`,
  });
}

type Words = Readonly<Record<'en' | 'fr' | 'es', string>>;

function notFound(rule: string, field: string, words: Words): Refusal {
  const message = inEach((language) => words[language]);
  return refuse('notFound', { rule, grade: 'structural', field, message });
}

/** @param known the states there are; those that look alike are named */
export function unknownState(path: string, known: readonly string[]): Refusal {
  const last = path.split('.').filter(Boolean).at(-1) ?? path;
  const alike = known.filter((each) => each.split('.').includes(last));
  const named = (alike.length > 0 ? alike : known).slice(0, mostNamed).join(', ');
  return refuseField('state', {
    en: `there is no state ${path}; a state is written as a dotted path, such as: ${named}`,
    fr: `il n'existe pas d'état ${path}; un état s'écrit avec des points, par exemple: ${named}`,
    es: `no existe el estado ${path}; un estado se escribe con puntos, por ejemplo: ${named}`,
  });
}

const mostNamed = 20;

export function malformedLimit(most: number): Refusal {
  return refuseField('limit', {
    en: `must be a whole number from 1 to ${most}`,
    fr: `doit être un nombre entier de 1 à ${most}`,
    es: `debe ser un número entero de 1 a ${most}`,
  });
}

export function malformedPage(): Refusal {
  return refuseField('page', {
    en: 'must be the “next” of an answer to the same question',
    fr: "doit être le «next» d'une réponse à la même question",
    es: 'debe ser el «next» de una respuesta a la misma pregunta',
  });
}

export function missingFrom(): Refusal {
  return refuseField('from', {
    en: 'must be the date from which changes are asked for, written YYYY-MM-DD',
    fr: 'doit être la date à partir de laquelle les changements sont demandés, écrite AAAA-MM-JJ',
    es: 'debe ser la fecha a partir de la cual se piden los cambios, escrita AAAA-MM-DD',
  });
}

/** @param field which of the two ends is the later one, though it is to be the earlier */
export function wrongWayRound(field: 'from' | 'knownFrom' | 'since'): Refusal {
  const end = field === 'from' ? 'to' : 'knownOn';
  return refuseField(field, {
    en: `must not be later than ${end}`,
    fr: `ne doit pas être postérieur à ${end}`,
    es: `no debe ser posterior a ${end}`,
  });
}
