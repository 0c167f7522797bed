/**
 * Widths in thousandths of the font size, of the widest font that a picture may be shown in
 * (DejaVu Sans): text in any other then fits as well.
 */
const widths: readonly (readonly [number, string])[] = [
  [278, "'ijl"],
  [318, ' ,.’'],
  [337, '/:;\\|'],
  [361, 'IJf-'],
  [392, '()[]t'],
  [411, 'r!'],
  [500, '"*_`°–'],
  [531, 'sz?'],
  [592, 'ckvxyFL'],
  [636, 'abdeghnopquETYPS$0123456789{}«»¶'],
  [698, 'ABCKRVXZ'],
  [787, 'DGHNOQU&'],
  [838, 'w#+<=>^~'],
  [1000, 'mMW%@—…'],
];

const widthOf = new Map(
  widths.flatMap(([width, characters]) => [...characters].map((c) => [c, width])),
);

/** What is not in the table, such as a letter of another script, is taken for wide. */
const unknown = 1000;

/** How much wider bold text is. */
const bold = 1.14;

/** The width of a line of text in pixels; accents take no room. */
export function textWidth(text: string, size: number, isBold = false): number {
  const letters = [...text.normalize('NFD').replace(/\p{Mark}/gu, '')];
  const sum = letters.reduce((width, letter) => width + (widthOf.get(letter) ?? unknown), 0);
  return Math.ceil((sum / 1000) * size * (isBold ? bold : 1));
}

/** A text as lines not wider than that, unless a single word is. */
export function wrapped(text: string, size: number, width: number): readonly string[] {
  return text.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last === undefined) return [word];
    return textWidth(longer, size) <= width ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
}
