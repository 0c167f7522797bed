import { flaw, type Flaw } from './flaw';

/** What is wrong with asking a tree of a size for the tree it was at another, if anything is. */
export function flawOfSize(asked: number, size: number): Flaw | undefined {
  const possible = Number.isSafeInteger(asked) && asked >= 0 && asked <= size;
  return possible ? undefined : flaw('tree.size', { expected: size, found: asked });
}

export function flawOfIndex(index: number, size: number): Flaw | undefined {
  const possible = Number.isSafeInteger(size) && Number.isSafeInteger(index);
  return possible && index >= 0 && index < size ? undefined : flaw('tree.index', { index, size });
}

export function flawOfSizes(size1: number, size2: number): Flaw | undefined {
  const possible = Number.isSafeInteger(size1) && Number.isSafeInteger(size2);
  const inOrder = size1 >= 0 && size1 <= size2;
  return possible && inOrder ? undefined : flaw('tree.sizes', { size1, size2 });
}
