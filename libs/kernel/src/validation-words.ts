import { inEach, type Language, type Text } from './text';

type Write = (...declared: readonly unknown[]) => string;
type Sentences = Readonly<Record<Language, Write>>;

const list = (values: unknown) => (Array.isArray(values) ? values.join(', ') : String(values));

/** What is wrong with a field and what would be right, by class-validator's name of the check. */
const sentences: Readonly<Record<string, Sentences>> = {
  notJson: {
    en: () => 'holds a value that JSON cannot carry, such as half a Unicode character',
    fr: () =>
      "contient une valeur que JSON ne peut pas représenter, p. ex. la moitié d'un caractère",
    es: () => 'contiene un valor que JSON no puede representar, p. ej. medio carácter Unicode',
  },
  notNull: {
    en: () => 'is null; leave the field out instead',
    fr: () => 'est nul; omettre le champ',
    es: () => 'es nulo; omita el campo',
  },
  tooDeep: {
    en: (depth) => `is nested more than ${depth} levels deep`,
    fr: (depth) => `comporte plus de ${depth} niveaux d'imbrication`,
    es: (depth) => `tiene más de ${depth} niveles de anidamiento`,
  },
  whitelistValidation: {
    en: () => 'is not a field of this step; remove it or check its spelling',
    fr: () => "n'est pas un champ de cet acte; le supprimer ou en vérifier l'orthographe",
    es: () => 'no es un campo de este trámite; suprímalo o compruebe su ortografía',
  },
  isObject: {
    en: () => 'must be an object',
    fr: () => 'doit être un objet',
    es: () => 'debe ser un objeto',
  },
  nestedValidation: {
    en: () => 'must be an object with the declared fields',
    fr: () => 'doit être un objet avec les champs prévus',
    es: () => 'debe ser un objeto con los campos previstos',
  },
  isPart: {
    en: () => 'must be one object, not a list',
    fr: () => 'doit être un seul objet, et non une liste',
    es: () => 'debe ser un solo objeto, no una lista',
  },
  isParts: {
    en: () => 'must be a list of objects with the declared fields',
    fr: () => "doit être une liste d'objets avec les champs prévus",
    es: () => 'debe ser una lista de objetos con los campos previstos',
  },
  isString: {
    en: () => 'must be text',
    fr: () => 'doit être un texte',
    es: () => 'debe ser un texto',
  },
  isNotEmpty: {
    en: () => 'must not be empty',
    fr: () => 'ne doit pas être vide',
    es: () => 'no debe estar vacío',
  },
  areIdentified: {
    en: () => 'must each have a symbol, a title or a sha256',
    fr: () => 'doivent comporter chacun une cote (symbol), un titre (title) ou un sha256',
    es: () => 'deben tener cada uno una signatura (symbol), un título (title) o un sha256',
  },
  isLength: {
    en: (least, most) => `must be text of ${least} to ${most} characters`,
    fr: (least, most) => `doit être un texte de ${least} à ${most} caractères`,
    es: (least, most) => `debe ser un texto de ${least} a ${most} caracteres`,
  },
  matches: {
    en: (pattern) => `must have the form ${String(pattern)}`,
    fr: (pattern) => `doit avoir la forme ${String(pattern)}`,
    es: (pattern) => `debe tener la forma ${String(pattern)}`,
  },
  isIn: {
    en: (values) => `must be one of: ${list(values)}`,
    fr: (values) => `doit être l'une des valeurs: ${list(values)}`,
    es: (values) => `debe ser uno de los valores: ${list(values)}`,
  },
  isInt: {
    en: () => 'must be a whole number',
    fr: () => 'doit être un nombre entier',
    es: () => 'debe ser un número entero',
  },
  min: {
    en: (least) => `must be ${least} or more`,
    fr: (least) => `doit être égal ou supérieur à ${least}`,
    es: (least) => `debe ser ${least} o más`,
  },
  max: {
    en: (most) => `must be ${most} or less`,
    fr: (most) => `doit être égal ou inférieur à ${most}`,
    es: (most) => `debe ser ${most} o menos`,
  },
  isBoolean: {
    en: () => 'must be true or false',
    fr: () => 'doit être true ou false',
    es: () => 'debe ser true o false',
  },
  isArray: {
    en: () => 'must be a list',
    fr: () => 'doit être une liste',
    es: () => 'debe ser una lista',
  },
  arrayMinSize: {
    en: (least) => `must have ${least} or more entries`,
    fr: (least) => `doit comporter au moins ${least} élément(s)`,
    es: (least) => `debe tener al menos ${least} elemento(s)`,
  },
  arrayMaxSize: {
    en: (most) => `must have ${most} entries or fewer`,
    fr: (most) => `doit comporter au plus ${most} éléments`,
    es: (most) => `debe tener como máximo ${most} elementos`,
  },
  arrayUnique: {
    en: () => 'must not name the same thing twice',
    fr: () => 'ne doit pas contenir deux fois la même valeur',
    es: () => 'no debe contener dos veces el mismo valor',
  },
  saysSomething: {
    en: () => 'must say something, not only spaces',
    fr: () => 'doit dire quelque chose, pas seulement des espaces',
    es: () => 'debe decir algo, no solo espacios',
  },
  isDay: {
    en: () => 'must be a date that exists, written YYYY-MM-DD',
    fr: () => 'doit être une date existante, écrite AAAA-MM-JJ',
    es: () => 'debe ser una fecha existente, escrita AAAA-MM-DD',
  },
};

const otherwise: Sentences = {
  en: () => 'is not valid',
  fr: () => "n'est pas valable",
  es: () => 'no es válido',
};

/** Whether a check has words of its own; conformance asks it of every payload. */
export function hasWords(check: string): boolean {
  return check in sentences;
}

/** The sentence for a failed check, given what the check was declared with. */
export function words(check: string, declared: readonly unknown[]): Text {
  const sentence = sentences[check] ?? otherwise;
  return inEach((language) => sentence[language](...declared));
}
