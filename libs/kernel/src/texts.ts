import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsString,
  Length,
  registerDecorator,
} from 'class-validator';

interface Options {
  readonly each?: boolean;
}

/** The property holds a text of at most so many characters that says something. */
export function IsText(most: number): PropertyDecorator {
  return together(oneText(most));
}

/**
 * The property holds a list of such texts: at least one and at most 200, unless it says otherwise.
 * @param most the greatest length of one text, in characters
 */
export function IsTexts(
  most: number,
  { least = 1, mostTexts = 200 }: { readonly least?: number; readonly mostTexts?: number } = {},
): PropertyDecorator {
  return together([
    ...oneText(most, { each: true }),
    ArrayMaxSize(mostTexts),
    ...(least > 0 ? [ArrayMinSize(least)] : []),
    IsArray(),
  ]);
}

/** What comes last here is complained of first, as with decorators written one below the other. */
const oneText = (most: number, options: Options = {}): readonly PropertyDecorator[] => [
  saysSomething(options),
  Length(1, most, options),
  IsString(options),
];

const together =
  (checks: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, property) =>
    checks.forEach((check) => check(target, property));

function saysSomething(options: Options): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'saysSomething',
      target: target.constructor,
      propertyName: String(property),
      options,
      validator: { validate: (value: unknown) => typeof value === 'string' && /\S/.test(value) },
    });
}
