// Prints the text of a PDF, given by its file, as JSON: {pages, text}. unpdf is a module of ES alone,
// which Jest does not load.
import { readFile } from 'node:fs/promises';
import { extractText } from 'unpdf';

const file = await readFile(process.argv[2]);
const { totalPages, text } = await extractText(new Uint8Array(file), { mergePages: true });
process.stdout.write(JSON.stringify({ pages: totalPages, text }));
