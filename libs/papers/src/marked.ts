import { sameJson, toJson } from '@rapporteur/kernel';
import type { Mark, Marked } from './brief';

/**
 * Something as known then beside the same as known now; undefined where it was never known.
 * @param because the indexes of the records that made a difference, asked for only where there is one
 */
export function marked<T>(
  then: T | undefined,
  now: T | undefined,
  because: () => readonly number[],
): Marked<T> | undefined {
  if (then === undefined && now === undefined) return undefined;
  const mark = markOf(then, now);
  return {
    mark,
    then: then ?? null,
    now: now ?? null,
    because: mark === 'same' ? [] : because(),
  };
}

function markOf<T>(then: T | undefined, now: T | undefined): Mark {
  if (then === undefined) return 'new';
  if (now === undefined) return 'gone';
  return sameJson(toJson(then), toJson(now)) ? 'same' : 'changed';
}

/**
 * Two lists side by side, by key: in the order of what is known now, each that is gone after the one
 * that it stood behind.
 */
export function sideBySide<T>(
  then: readonly T[],
  now: readonly T[],
  keyOf: (item: T) => string,
): readonly { readonly key: string; readonly then?: T; readonly now?: T }[] {
  const was = new Map(then.map((item) => [keyOf(item), item]));
  const is = new Map(now.map((item) => [keyOf(item), item]));
  const keys = now.map(keyOf);
  then.map(keyOf).forEach((key, i, all) => {
    if (is.has(key)) return;
    const before = all[i - 1];
    keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key);
  });
  return keys.map((key) => {
    const [before, after] = [was.get(key), is.get(key)];
    return {
      key,
      ...(before === undefined ? {} : { then: before }),
      ...(after === undefined ? {} : { now: after }),
    };
  });
}
