import type { Text } from './flaw';

/** What can be wrong with trees, their proofs and their tiles. Hashes are given in Base 64. */
export type TreeFlaws = {
  'entry.recordHash': { readonly found: string };
  'entry.length': { readonly index: number; readonly found: number };
  'hash.length': { readonly what: string; readonly found: number };
  'tree.index': { readonly index: number; readonly size: number };
  'tree.size': { readonly expected: number; readonly found: number };
  'tree.sizes': { readonly size1: number; readonly size2: number };
  'inclusion.length': InTree & { readonly expected: number; readonly found: number };
  'inclusion.root': InTree & { readonly expected: string; readonly found: string };
  'consistency.length': Between & { readonly expected: number; readonly found: number };
  'consistency.root1': Between & { readonly expected: string; readonly found: string };
  'consistency.root2': Between & { readonly expected: string; readonly found: string };
  'tile.path': { readonly path: string };
  'tile.missing': { readonly path: string };
  'tile.length': { readonly path: string; readonly expected: number; readonly found: number };
  'tile.entry': { readonly path: string; readonly index: number };
  'tile.contradiction': { readonly path: string; readonly at: number };
};

type InTree = { readonly index: number; readonly size: number };
type Between = { readonly size1: number; readonly size2: number };

export const treeFlaws: { readonly [Code in keyof TreeFlaws]: (facts: TreeFlaws[Code]) => Text } = {
  'entry.recordHash': ({ found }) => ({
    en: `the hash of a record is 64 lower-case hexadecimal digits, not “${found.slice(0, 80)}”`,
    fr: `l'empreinte d'un enregistrement est faite de 64 chiffres hexadécimaux minuscules, non «${found.slice(0, 80)}»`,
    es: `la huella de un registro tiene 64 cifras hexadecimales minúsculas, no «${found.slice(0, 80)}»`,
  }),
  'entry.length': ({ index, found }) => ({
    en: `entry ${index} has ${found} bytes; at most 65,535 are possible`,
    fr: `l'entrée ${index} a ${found} octets; 65 535 au plus sont possibles`,
    es: `la entrada ${index} tiene ${found} octetos; son posibles 65.535 como máximo`,
  }),
  'hash.length': ({ what, found }) => ({
    en: `${what}: a hash has 32 bytes, not ${found}`,
    fr: `${what}: une empreinte a 32 octets, non ${found}`,
    es: `${what}: una huella tiene 32 octetos, no ${found}`,
  }),
  'tree.index': ({ index, size }) => ({
    en: `there is no entry ${index} in a tree of size ${size}`,
    fr: `il n'y a pas d'entrée ${index} dans un arbre de taille ${size}`,
    es: `no hay entrada ${index} en un árbol de tamaño ${size}`,
  }),
  'tree.size': ({ expected, found }) => ({
    en: `the tree has size ${expected}; it can be looked at in whole sizes up to that, not ${found}`,
    fr: `l'arbre est de taille ${expected}; il se regarde en tailles entières jusqu'à celle-là, non ${found}`,
    es: `el árbol tiene tamaño ${expected}; se puede mirar en tamaños enteros hasta ese, no ${found}`,
  }),
  'tree.sizes': ({ size1, size2 }) => ({
    en: `sizes ${size1} and ${size2} are not an earlier and a later size of a tree`,
    fr: `les tailles ${size1} et ${size2} ne sont pas une taille antérieure et une taille postérieure d'un arbre`,
    es: `los tamaños ${size1} y ${size2} no son un tamaño anterior y otro posterior de un árbol`,
  }),
  'inclusion.length': ({ index, size, expected, found }) => ({
    en: `the proof of entry ${index} in size ${size} has ${found} hashes instead of ${expected}`,
    fr: `la preuve de l'entrée ${index} dans la taille ${size} a ${found} empreintes au lieu de ${expected}`,
    es: `la prueba de la entrada ${index} en el tamaño ${size} tiene ${found} huellas en lugar de ${expected}`,
  }),
  'inclusion.root': ({ index, size, expected, found }) => ({
    en: `the entry given is not entry ${index} of the tree of size ${size}: the root should be ${expected}, and the proof leads to ${found}`,
    fr: `l'entrée donnée n'est pas l'entrée ${index} de l'arbre de taille ${size}: la racine devrait être ${expected}, et la preuve mène à ${found}`,
    es: `la entrada dada no es la entrada ${index} del árbol de tamaño ${size}: la raíz debería ser ${expected}, y la prueba lleva a ${found}`,
  }),
  'consistency.length': ({ size1, size2, expected, found }) => ({
    en: `the proof from size ${size1} to size ${size2} has ${found} hashes instead of ${expected}`,
    fr: `la preuve de la taille ${size1} à la taille ${size2} a ${found} empreintes au lieu de ${expected}`,
    es: `la prueba del tamaño ${size1} al tamaño ${size2} tiene ${found} huellas en lugar de ${expected}`,
  }),
  'consistency.root1': ({ size1, size2, expected, found }) => ({
    en: `size ${size2} does not continue size ${size1}: the earlier root is ${expected}, and the proof leads to ${found}. Something before was changed, or the proof was`,
    fr: `la taille ${size2} ne continue pas la taille ${size1}: la racine antérieure est ${expected}, et la preuve mène à ${found}. Quelque chose d'antérieur a été modifié, ou bien la preuve`,
    es: `el tamaño ${size2} no continúa el tamaño ${size1}: la raíz anterior es ${expected}, y la prueba lleva a ${found}. Se modificó algo anterior, o la prueba`,
  }),
  'consistency.root2': ({ size1, size2, expected, found }) => ({
    en: `size ${size2} does not continue size ${size1}: the later root is ${expected}, and the proof leads to ${found}. Something was changed, or the proof was`,
    fr: `la taille ${size2} ne continue pas la taille ${size1}: la racine postérieure est ${expected}, et la preuve mène à ${found}. Quelque chose a été modifié, ou bien la preuve`,
    es: `el tamaño ${size2} no continúa el tamaño ${size1}: la raíz posterior es ${expected}, y la prueba lleva a ${found}. Se modificó algo, o la prueba`,
  }),
  'tile.path': ({ path }) => ({
    en: `“${path.slice(0, 80)}” is not the path of a tile or of an entry bundle`,
    fr: `«${path.slice(0, 80)}» n'est pas le chemin d'une tuile ni d'un lot d'entrées`,
    es: `«${path.slice(0, 80)}» no es la ruta de una tesela ni de un lote de entradas`,
  }),
  'tile.missing': ({ path }) => ({
    en: `${path} is missing`,
    fr: `${path} manque`,
    es: `falta ${path}`,
  }),
  'tile.length': ({ path, expected, found }) => ({
    en: `${path} has ${found} bytes instead of ${expected}`,
    fr: `${path} a ${found} octets au lieu de ${expected}`,
    es: `${path} tiene ${found} octetos en lugar de ${expected}`,
  }),
  'tile.entry': ({ path, index }) => ({
    en: `${path} breaks off, or goes on, at entry ${index}`,
    fr: `${path} s'interrompt, ou continue, à l'entrée ${index}`,
    es: `${path} se interrumpe, o continúa, en la entrada ${index}`,
  }),
  'tile.contradiction': ({ path, at }) => ({
    en: `${path} is kept with other content than the log gives now; the first difference is at hash or entry ${at} in it. Nothing was overwritten`,
    fr: `${path} est conservé avec un autre contenu que celui que le journal donne à présent; la première différence y est à l'empreinte ou à l'entrée ${at}. Rien n'a été écrasé`,
    es: `${path} se conserva con otro contenido que el que da ahora el registro; la primera diferencia está en la huella o entrada ${at}. No se sobrescribió nada`,
  }),
};
