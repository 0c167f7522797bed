/**
 * The id of the case of a document, made of its symbol: `WT/GC/M/177` is `wt-gc-m-177`. Undefined when
 * nothing of the symbol can stand in an id; such a document is registered by hand.
 */
export function documentId(symbol: string): string | undefined {
  const id = symbol
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id !== '' && id.length <= 63 ? id : undefined;
}
