/** What follows the number of a document when it is changed or added to. */
export const symbolStatuses = ['Rev', 'Add', 'Corr', 'Suppl'] as const;
export type SymbolStatus = (typeof symbolStatuses)[number];

/** A document's symbol, taken apart: `WT/ACC/SPEC/LVA/7/Add.2/Corr.1`. */
export interface DocumentSymbol {
  /** `WT` */
  readonly collection: string;
  /** `ACC`, `LVA`; of a meeting of the Ministerial Conference `MIN(17)`. */
  readonly series: readonly string[];
  /** `SPEC`: working paper, minutes, special distribution and so on; not every symbol has one. */
  readonly type?: string;
  /** `7`; a declaration such as `WT/MIN(01)/DEC/1` has one, some information papers have none. */
  readonly number?: string;
  /** `Add. 2`, then `Corr. 1`. */
  readonly statuses: readonly { readonly status: SymbolStatus; readonly number?: string }[];
  /** What the symbol is without its statuses: `WT/ACC/SPEC/LVA/7`. */
  readonly stem: string;
}

const types = ['AIR', 'DEC', 'INF', 'M', 'N', 'R', 'SPEC', 'ST', 'W'];
const statusPart = /^(rev|add|corr|suppl)(?:\.\s?(\d+(?:-\d+)?))?$/i;

/** Takes a symbol apart; undefined when it is not made like one. */
export function parseSymbol(text: string): DocumentSymbol | undefined {
  const parts = text.trim().split('/');
  const first = parts.findIndex((part) => statusPart.test(part));
  const stem = first === -1 ? parts : parts.slice(0, first);
  const [collection, ...rest] = stem;
  const rests = parts.slice(stem.length);
  const statuses = rests.flatMap((part) => statusOf(part) ?? []);
  const isWhole = rest.length > 0 && stem.every(isNamePart) && statuses.length === rests.length;
  if (!collection || !isWhole) return undefined;
  return { collection, ...namesAndNumber(rest), statuses, stem: stem.join('/') };
}

function namesAndNumber(
  rest: readonly string[],
): Pick<DocumentSymbol, 'series' | 'type' | 'number'> {
  const number = rest.find((part, i) => i === rest.length - 1 && /^\d+$/.test(part));
  const names = number === undefined ? rest : rest.slice(0, -1);
  const type = names.find((name) => types.includes(name));
  return {
    series: names.filter((name) => name !== type),
    ...(type === undefined ? {} : { type }),
    ...(number === undefined ? {} : { number }),
  };
}

const isNamePart = (part: string): boolean => /^[A-Z0-9]+(?:\([A-Z0-9]+\))?$/.test(part);

function statusOf(part: string): DocumentSymbol['statuses'][number] | undefined {
  const [, word = '', number] = statusPart.exec(part) ?? [];
  const status = symbolStatuses.find((each) => each.toLowerCase() === word.toLowerCase());
  return status && { status, ...(number === undefined ? {} : { number }) };
}

/**
 * Whether a symbol is that of another document, changed so: `WT/L/1/Rev.1/Corr.1` is a corrigendum of
 * `WT/L/1` and of `WT/L/1/Rev.1`. Undefined when one of the two cannot be read.
 */
export function isSymbolOf(
  changed: string,
  document: string,
  statuses: readonly SymbolStatus[],
): boolean | undefined {
  const [whole, of] = [parseSymbol(changed), parseSymbol(document)];
  if (!whole || !of) return undefined;
  const last = whole.statuses.at(-1);
  const begins = of.statuses.every((each, i) => isSame(each, whole.statuses[i]));
  const isLonger = whole.statuses.length > of.statuses.length;
  return whole.stem === of.stem && begins && isLonger && !!last && statuses.includes(last.status);
}

type Status = DocumentSymbol['statuses'][number];

const isSame = (a: Status, b: Status | undefined): boolean =>
  a.status === b?.status && a.number === b.number;
