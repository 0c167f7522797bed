import type { Text } from './flaw';

/** What can be wrong with keys, notes, checkpoints and written proofs. Texts found are quoted. */
export type NoteFlaws = {
  'key.form': { readonly expected: string };
  'key.name': { readonly name: string };
  'key.id': { readonly name: string; readonly expected: string; readonly found: string };
  'key.type': { readonly name: string; readonly expected: string; readonly found: string };
  'key.length': { readonly name: string; readonly expected: number; readonly found: number };
  'key.twice': { readonly name: string; readonly id: string };
  'note.character': { readonly line: number };
  'note.end': Readonly<Record<never, never>>;
  'note.unsigned': Readonly<Record<never, never>>;
  'note.signatureLine': { readonly line: number; readonly found: string };
  'note.signatures': { readonly expected: number; readonly found: number };
  'note.unknownSigners': { readonly expected: string; readonly found: string };
  'note.signature': { readonly name: string; readonly id: string };
  'cosignature.time': { readonly name: string };
  'checkpoint.lines': { readonly found: number };
  'checkpoint.emptyLine': { readonly line: number };
  'checkpoint.origin': { readonly expected: string; readonly found: string };
  'checkpoint.size': { readonly line: number; readonly found: string };
  'checkpoint.root': { readonly line: number; readonly found: string };
  'checkpoint.emptyRoot': { readonly line: number; readonly expected: string };
  'proof.header': { readonly line: number; readonly expected: string; readonly found: string };
  'proof.extra': { readonly line: number; readonly found: string };
  'proof.index': { readonly line: number; readonly found: string };
  'proof.hash': { readonly line: number; readonly found: string };
  'proof.end': { readonly line: number };
};

/** As much of a text as a sentence can carry. */
const shown = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

export const noteFlaws: { readonly [Code in keyof NoteFlaws]: (facts: NoteFlaws[Code]) => Text } = {
  'key.form': ({ expected }) => ({
    en: `a key is written as ${expected}`,
    fr: `une clé s'écrit ${expected}`,
    es: `una clave se escribe ${expected}`,
  }),
  'key.name': ({ name }) => ({
    en: `“${shown(name)}” cannot name a key: a name is not empty and has neither spaces nor +`,
    fr: `«${shown(name)}» ne peut nommer une clé: un nom n'est pas vide et n'a ni espace ni +`,
    es: `«${shown(name)}» no puede nombrar una clave: un nombre no está vacío ni tiene espacios ni +`,
  }),
  'key.id': ({ name, expected, found }) => ({
    en: `the key ${shown(name)} says that its id is ${found}, but it is ${expected}: the key or its name was changed`,
    fr: `la clé ${shown(name)} dit que son identifiant est ${found}, or c'est ${expected}: la clé ou son nom a été modifié`,
    es: `la clave ${shown(name)} dice que su identificador es ${found}, pero es ${expected}: se modificó la clave o su nombre`,
  }),
  'key.type': ({ name, expected, found }) => ({
    en: `the key ${shown(name)} is of type ${found}; needed here: ${expected}`,
    fr: `la clé ${shown(name)} est du type ${found}; il faut ici: ${expected}`,
    es: `la clave ${shown(name)} es del tipo ${found}; se necesita aquí: ${expected}`,
  }),
  'key.length': ({ name, expected, found }) => ({
    en: `the key ${shown(name)} has ${found} bytes instead of ${expected}`,
    fr: `la clé ${shown(name)} a ${found} octets au lieu de ${expected}`,
    es: `la clave ${shown(name)} tiene ${found} octetos en lugar de ${expected}`,
  }),
  'key.twice': ({ name, id }) => ({
    en: `two different keys are called ${shown(name)}+${id}`,
    fr: `deux clés différentes s'appellent ${shown(name)}+${id}`,
    es: `dos claves distintas se llaman ${shown(name)}+${id}`,
  }),
  'note.character': ({ line }) => ({
    en: `line ${line} has a character that a signed note may not have`,
    fr: `la ligne ${line} a un caractère qu'une note signée ne peut avoir`,
    es: `la línea ${line} tiene un carácter que una nota firmada no puede tener`,
  }),
  'note.end': () => ({
    en: 'the text of a note ends with a newline',
    fr: "le texte d'une note se termine par un saut de ligne",
    es: 'el texto de una nota termina con un salto de línea',
  }),
  'note.unsigned': () => ({
    en: 'not a signed note: signature lines after an empty line, each with its newline, are missing',
    fr: "ce n'est pas une note signée: il manque, après une ligne vide, des lignes de signature, chacune terminée par un saut de ligne",
    es: 'no es una nota firmada: faltan, tras una línea vacía, líneas de firma, cada una con su salto de línea',
  }),
  'note.signatureLine': ({ line, found }) => ({
    en: `line ${line} is not a signature line (“— name base64”): “${shown(found)}”`,
    fr: `la ligne ${line} n'est pas une ligne de signature («— nom base64»): «${shown(found)}»`,
    es: `la línea ${line} no es una línea de firma («— nombre base64»): «${shown(found)}»`,
  }),
  'note.signatures': ({ expected, found }) => ({
    en: `${found} signatures; a note has at most ${expected}`,
    fr: `${found} signatures; une note en a au plus ${expected}`,
    es: `${found} firmas; una nota tiene como máximo ${expected}`,
  }),
  'note.unknownSigners': ({ expected, found }) => ({
    en: `not signed by ${shown(expected)}, only by ${shown(found)}`,
    fr: `n'est pas signé par ${shown(expected)}, seulement par ${shown(found)}`,
    es: `no está firmado por ${shown(expected)}, solo por ${shown(found)}`,
  }),
  'note.signature': ({ name, id }) => ({
    en: `the signature of ${shown(name)}+${id} is not a signature of this text: the text or the signature was changed`,
    fr: `la signature de ${shown(name)}+${id} n'est pas une signature de ce texte: le texte ou la signature a été modifié`,
    es: `la firma de ${shown(name)}+${id} no es una firma de este texto: se modificó el texto o la firma`,
  }),
  'cosignature.time': ({ name }) => ({
    en: `the time of the cosignature of ${shown(name)} is not a number of seconds that can be read`,
    fr: `l'heure de la cosignature de ${shown(name)} n'est pas un nombre de secondes lisible`,
    es: `la hora de la cofirma de ${shown(name)} no es un número de segundos legible`,
  }),
  'checkpoint.lines': ({ found }) => ({
    en: `a checkpoint has at least three lines (origin, size, root); found: ${found}`,
    fr: `un point de contrôle a au moins trois lignes (origine, taille, racine); trouvé: ${found}`,
    es: `un punto de control tiene al menos tres líneas (origen, tamaño, raíz); se encontró: ${found}`,
  }),
  'checkpoint.emptyLine': ({ line }) => ({
    en: `line ${line} of the checkpoint is empty`,
    fr: `la ligne ${line} du point de contrôle est vide`,
    es: `la línea ${line} del punto de control está vacía`,
  }),
  'checkpoint.origin': ({ expected, found }) => ({
    en: `the checkpoint is that of the log “${shown(found)}”, not of “${shown(expected)}”`,
    fr: `le point de contrôle est celui du journal «${shown(found)}», non de «${shown(expected)}»`,
    es: `el punto de control es el del registro «${shown(found)}», no de «${shown(expected)}»`,
  }),
  'checkpoint.size': ({ line, found }) => ({
    en: `line ${line} of the checkpoint should be the size, in digits without leading zeroes: “${shown(found)}”`,
    fr: `la ligne ${line} du point de contrôle devrait être la taille, en chiffres sans zéro initial: «${shown(found)}»`,
    es: `la línea ${line} del punto de control debería ser el tamaño, en cifras sin ceros iniciales: «${shown(found)}»`,
  }),
  'checkpoint.root': ({ line, found }) => ({
    en: `line ${line} of the checkpoint should be the root, 32 bytes in Base 64: “${shown(found)}”`,
    fr: `la ligne ${line} du point de contrôle devrait être la racine, 32 octets en base 64: «${shown(found)}»`,
    es: `la línea ${line} del punto de control debería ser la raíz, 32 octetos en base 64: «${shown(found)}»`,
  }),
  'checkpoint.emptyRoot': ({ line, expected }) => ({
    en: `line ${line} of the checkpoint: the root of a log without records is ${expected}`,
    fr: `ligne ${line} du point de contrôle: la racine d'un journal sans enregistrement est ${expected}`,
    es: `línea ${line} del punto de control: la raíz de un registro vacío es ${expected}`,
  }),
  'proof.header': ({ line, expected, found }) => ({
    en: `line ${line} of a proof is ${expected}; found: “${shown(found)}”`,
    fr: `la ligne ${line} d'une preuve est ${expected}; trouvé: «${shown(found)}»`,
    es: `la línea ${line} de una prueba es ${expected}; se encontró: «${shown(found)}»`,
  }),
  'proof.extra': ({ line, found }) => ({
    en: `line ${line} of the proof should be “extra” and Base 64: “${shown(found)}”`,
    fr: `la ligne ${line} de la preuve devrait être «extra» et de la base 64: «${shown(found)}»`,
    es: `la línea ${line} de la prueba debería ser «extra» y base 64: «${shown(found)}»`,
  }),
  'proof.index': ({ line, found }) => ({
    en: `line ${line} of the proof should be “index” and a number without leading zeroes: “${shown(found)}”`,
    fr: `la ligne ${line} de la preuve devrait être «index» et un nombre sans zéro initial: «${shown(found)}»`,
    es: `la línea ${line} de la prueba debería ser «index» y un número sin ceros iniciales: «${shown(found)}»`,
  }),
  'proof.hash': ({ line, found }) => ({
    en: `line ${line} of the proof should be a hash, 32 bytes in Base 64: “${shown(found)}”`,
    fr: `la ligne ${line} de la preuve devrait être une empreinte, 32 octets en base 64: «${shown(found)}»`,
    es: `la línea ${line} de la prueba debería ser una huella, 32 octetos en base 64: «${shown(found)}»`,
  }),
  'proof.end': ({ line }) => ({
    en: `the proof ends at line ${line}; an empty line and the checkpoint are missing`,
    fr: `la preuve s'arrête à la ligne ${line}; il manque une ligne vide et le point de contrôle`,
    es: `la prueba termina en la línea ${line}; faltan una línea vacía y el punto de control`,
  }),
};
