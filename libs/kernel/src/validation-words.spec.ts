import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import type { JsonObject } from './json';
import { IsDay } from './payload';
import type { Reason } from './refusal';
import { languages } from './text';
import { validated } from './validation';
import { hasWords } from './validation-words';

class Payload {
  @IsOptional() @IsString() text?: string;
  @IsOptional() @IsNotEmpty() filled?: string;
  @IsOptional() @IsString() @Length(2, 4) short?: string;
  @IsOptional() @IsString() @Matches(/^[A-Z]{3}$/) code?: string;
  @IsOptional() @IsIn(['yea', 'nay']) vote?: string;
  @IsOptional() @IsInt() @Min(1) @Max(9) count?: number;
  @IsOptional() @IsBoolean() again?: boolean;
  @IsOptional() @IsDay() on?: string;
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsString({ each: true })
  names?: string[];
  @IsOptional() @IsObject() free?: JsonObject;
  @IsOptional() @IsEmail() mail?: string;
}

const reasonsFor = (value: unknown): readonly Reason[] => {
  const result = validated(Payload, value, 'data');
  return result.valid ? [] : result.reasons;
};
const fieldsOf = (value: unknown) => reasonsFor(value).map(({ field }) => field);

describe('the reason why a field is refused', () => {
  it.each([
    [
      { text: 1 },
      'text',
      { en: 'must be text', fr: 'doit être un texte', es: 'debe ser un texto' },
    ],
    [
      { filled: '' },
      'filled',
      { en: 'must not be empty', fr: 'ne doit pas être vide', es: 'no debe estar vacío' },
    ],
    [
      { short: 'a' },
      'short',
      {
        en: 'must be text of 2 to 4 characters',
        fr: 'doit être un texte de 2 à 4 caractères',
        es: 'debe ser un texto de 2 a 4 caracteres',
      },
    ],
    [
      { code: 'ab' },
      'code',
      {
        en: 'must have the form /^[A-Z]{3}$/',
        fr: 'doit avoir la forme /^[A-Z]{3}$/',
        es: 'debe tener la forma /^[A-Z]{3}$/',
      },
    ],
    [
      { vote: 'abstain' },
      'vote',
      {
        en: 'must be one of: yea, nay',
        fr: "doit être l'une des valeurs: yea, nay",
        es: 'debe ser uno de los valores: yea, nay',
      },
    ],
    [
      { count: 1.5 },
      'count',
      {
        en: 'must be a whole number',
        fr: 'doit être un nombre entier',
        es: 'debe ser un número entero',
      },
    ],
    [
      { count: 0 },
      'count',
      { en: 'must be 1 or more', fr: 'doit être égal ou supérieur à 1', es: 'debe ser 1 o más' },
    ],
    [
      { count: 10 },
      'count',
      { en: 'must be 9 or less', fr: 'doit être égal ou inférieur à 9', es: 'debe ser 9 o menos' },
    ],
    [
      { again: 'yes' },
      'again',
      { en: 'must be true or false', fr: 'doit être true ou false', es: 'debe ser true o false' },
    ],
    [
      { on: '2017-02-29' },
      'on',
      {
        en: 'must be a date that exists, written YYYY-MM-DD',
        fr: 'doit être une date existante, écrite AAAA-MM-JJ',
        es: 'debe ser una fecha existente, escrita AAAA-MM-DD',
      },
    ],
    [
      { names: 'a' },
      'names',
      { en: 'must be a list', fr: 'doit être une liste', es: 'debe ser una lista' },
    ],
    [
      { names: [] },
      'names',
      {
        en: 'must have 1 or more entries',
        fr: 'doit comporter au moins 1 élément(s)',
        es: 'debe tener al menos 1 elemento(s)',
      },
    ],
    [
      { names: ['a', 'b', 'c'] },
      'names',
      {
        en: 'must have 2 entries or fewer',
        fr: 'doit comporter au plus 2 éléments',
        es: 'debe tener como máximo 2 elementos',
      },
    ],
    [
      { names: ['a', 'a'] },
      'names',
      {
        en: 'must not name the same thing twice',
        fr: 'ne doit pas contenir deux fois la même valeur',
        es: 'no debe contener dos veces el mismo valor',
      },
    ],
    [
      { free: 1 },
      'free',
      { en: 'must be an object', fr: 'doit être un objet', es: 'debe ser un objeto' },
    ],
    [
      { txt: 1 },
      'txt',
      {
        en: 'is not a field of this step; remove it or check its spelling',
        fr: "n'est pas un champ de cet acte; le supprimer ou en vérifier l'orthographe",
        es: 'no es un campo de este trámite; suprímalo o compruebe su ortografía',
      },
    ],
    [
      { text: null },
      'text',
      {
        en: 'is null; leave the field out instead',
        fr: 'est nul; omettre le champ',
        es: 'es nulo; omita el campo',
      },
    ],
  ])('says what would be right, in three languages: %j', (value, field, message) => {
    expect(reasonsFor(value)).toEqual([
      { rule: 'request.wellFormed', grade: 'structural', field: `data.${field}`, message },
    ]);
  });

  it('is one for each field that is wrong, and the first thing that is wrong with it', () => {
    expect(fieldsOf({ short: 1, count: 'many', on: 7, extra: true }).sort()).toEqual([
      'data.count',
      'data.extra',
      'data.on',
      'data.short',
    ]);
  });

  it('is worded all the same for a check without words, which conformance names', () => {
    expect(hasWords('isEmail')).toBe(false);
    const [reason] = reasonsFor({ mail: 'nobody' });
    expect(languages.map((language) => reason?.message[language])).toEqual([
      'is not valid',
      "n'est pas valable",
      'no es válido',
    ]);
  });
});
