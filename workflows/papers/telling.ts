import { dateInWords, inEach, type CaseView, type Language, type Text } from '@rapporteur/kernel';
import { bodyName } from '../bodies';

// How the procedures say in a paper what a case is called and what there is to say of it.

export interface Fact {
  readonly label: Text;
  readonly value: Text;
}

/** What a case is called and what is said of it beside its state. */
export interface CaseTold {
  /** The id of the part under which it stands (`parts.ts`). */
  readonly part: string;
  readonly name: Text;
  readonly facts: readonly Fact[];
  /** Of the documents that belong to it. */
  readonly symbols: readonly string[];
}

export type Tell = (view: CaseView) => CaseTold;

/** The case's id, without its procedure. */
export const idOf = ({ name }: { readonly name: string }): string => name.split('/')[1] ?? name;

/** Reads a view of a procedure whose context is C; what nothing is known of is `otherwise`. */
export function reading<C, A>(read: (view: CaseView<C>) => A, otherwise: (view: CaseView) => A) {
  return (view: CaseView): A => (hasContext<C>(view) ? read(view) : otherwise(view));
}

/** A case's context is what its procedure's machine made of it. */
function hasContext<C>(view: CaseView<unknown>): view is CaseView<C> {
  return typeof view.context === 'object';
}

/** Tells of the cases of a procedure whose context is C. */
export const telling = <C>(tell: (view: CaseView<C>) => CaseTold): Tell =>
  reading(tell, (view) => ({ part: 'other', name: same(view.name), facts: [], symbols: [] }));

/** The same in every language: a symbol, a number, what Members wrote. */
export const same = (text: string): Text => ({ en: text, fr: text, es: text });

export const words = (en: string, fr: string, es: string): Text => ({ en, fr, es });

/** A fact, unless there is nothing to say. */
export function fact(label: Text, value: Text | string | null | undefined): readonly Fact[] {
  if (value === null || value === undefined || value === '') return [];
  return [{ label, value: typeof value === 'string' ? same(value) : value }];
}

export const listed = (texts: readonly string[]): string => texts.join(', ');

export const listedWords = (texts: readonly Text[]): Text =>
  inEach((language) => texts.map((text) => text[language]).join('; '));

export const day = (date: string): Text => inEach((language) => dateInWords(date, language));

export const dayOrNone = (date: string | null | undefined): Text | undefined =>
  date ? day(date) : undefined;

/** `10 July 2018`; `from 23 to 24 July 2019` with both days in full. */
export function days(from: string, to = from): Text {
  if (from === to) return day(from);
  return inEach((language) => between(language, day(from)[language], day(to)[language]));
}

function between(language: Language, from: string, to: string): string {
  return {
    en: `from ${from} to ${to}`,
    fr: `du ${from} au ${to}`,
    es: `del ${from} al ${to}`,
  }[language];
}

/** A body, by its name where nothing else is known. */
export const bodyCalled = (id: string | null): Text => (id === null ? same('—') : bodyName(id));

export const labels = {
  symbol: words('Symbol', 'Cote', 'Signatura'),
  symbols: words('Symbols', 'Cotes', 'Signaturas'),
  date: words('Date', 'Date', 'Fecha'),
  outcome: words('Outcome', 'Résultat', 'Resultado'),
};
