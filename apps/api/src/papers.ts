import type { Brief } from '@rapporteur/papers';
import { inEach, malformed, refuse, type Language } from '@rapporteur/kernel';
import { paperParts, type Installation } from '@rapporteur/runtime';
import type { Response } from 'express';
import type { Exchange } from './diagrams';
import { languageOf } from './languages';
import { Refused } from './problem';

// The papers, as HTTP asks for them and is answered.

/** What sets papers is large, and is loaded when the first is asked for. */
export const papers = () => import('@rapporteur/papers');

/** What papers are made from. */
export const paperSource = ({ engine, register }: Installation) => ({
  engine,
  parts: paperParts,
  register: register(),
});

const formats = { json: 'application/json', html: 'text/html', pdf: 'application/pdf' } as const;
type Format = keyof typeof formats;
const names: readonly Format[] = ['json', 'html', 'pdf'];

/** A brief in the format and the language asked for; the headers are set. */
export async function sendBrief(brief: Brief, { request, response }: Exchange): Promise<void> {
  const language = languageOf(request);
  const format = formatOf({ request, response });
  response.setHeader('vary', 'accept, accept-language');
  if (format === 'json') {
    const { outcome: _outcome, ...answer } = brief;
    response.json(answer);
    return;
  }
  const { briefHtml, briefPdf } = await papers();
  response.setHeader('content-language', language);
  if (format === 'html') {
    // The page needs nothing from anywhere, and may do nothing.
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    response.type('html').send(briefHtml(brief, language));
  } else {
    sendPdf(await briefPdf(brief, language), fileName(brief, language), response);
  }
}

function sendPdf(pdf: Uint8Array, name: string, response: Response): void {
  response.setHeader('content-disposition', `inline; filename="${name}"`);
  response.type('pdf').send(Buffer.from(pdf));
}

const fileName = ({ review, decision, asAt }: Brief, language: Language): string =>
  `${(review ?? decision).replace('/', '-')}-${asAt}-${language}.pdf`;

/** `?format=` when the address says so, else the best of what the caller takes; JSON otherwise. */
function formatOf({ request }: Exchange): Format {
  const asked = request.query['format'];
  if (asked === undefined) {
    const taken = request.accepts(Object.values(formats));
    return names.find((name) => formats[name] === taken) ?? 'json';
  }
  const found = names.find((name) => name === asked);
  if (found) return found;
  throw new Refused(refuse('invalid', malformed('format', formatWords)));
}

const formatSentences = { en: 'must be one of', fr: "doit être l'un de", es: 'debe ser uno de' };
const formatWords = inEach((language) => `${formatSentences[language]}: ${names.join(', ')}`);
