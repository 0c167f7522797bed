/** Where text is printed: how wide it is, and whether it shows more than plain letters. */
export interface Terminal {
  readonly columns: number;
  readonly isStyled: boolean;
}

/** What a file or another program is given: 80 columns of plain text. */
export const plainTerminal: Terminal = { columns: 80, isStyled: false };

/** Standard output; its own width when it is a terminal. NO_COLOR (no-color.org) is respected. */
export function terminal(): Terminal {
  const { isTTY, columns } = process.stdout;
  if (!isTTY) return plainTerminal;
  return { columns: columns || plainTerminal.columns, isStyled: !process.env['NO_COLOR'] };
}

const codes = { bold: [1, 22], red: [31, 39], struck: [9, 29] } as const;

/** Text in a style, where styles are shown. */
export function styled(text: string, style: keyof typeof codes, { isStyled }: Terminal): string {
  const [on, off] = codes[style];
  return isStyled ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}
