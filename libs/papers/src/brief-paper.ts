import { dateInWords, endOfDay, type Language } from '@rapporteur/kernel';
import type { Brief, Knowledge, PrefilledReport } from './brief';
import { changeBlocks, obligationBlocks, sinceBlocks, stateBlocks } from './brief-tables';
import { noticeBlocks } from './notice-tables';
import { heading, said, type Block, type Paper } from './paper';
import { phrases } from './paper-words';
import { simulation } from './words';

/** A brief as it is set in one language. */
export function briefPaper(brief: Brief, language: Language): Paper {
  const { title, register, reference, sentence, asAt, asAtIs } = brief;
  const day = dateInWords(asAt, language);
  return {
    language,
    title: title[language],
    register: register.label[language],
    simulation: register.simulated ? simulation[language].toUpperCase() : null,
    particulars: [
      [phrases.asAt[language], `${day} (${asAtIs[language]})`],
      [phrases.knownThen[language], knownWords(brief.knownThen, language)],
      [phrases.knownNow[language], knownWords(brief.knownOn, language)],
    ],
    blocks: [
      { kind: 'quotation', text: sentence.text[language], source: reference },
      ...stateBlocks(brief, language),
      ...sinceBlocks(brief, language),
      ...changeBlocks(brief, language),
      ...obligationBlocks(brief, language),
      ...noticeBlocks(brief, language),
      ...brief.reports.flatMap((report) => reportBlocks(report, language)),
    ],
    foot: footOf(brief, language),
    reference,
    createdAt: brief.knownOn.recordedUpTo ?? endOfDay(asAt),
  };
}

/** `1 October 2018 (@348)` */
const knownWords = ({ date, size }: Knowledge, language: Language): string =>
  `${dateInWords(date, language)} (@${size})`;

function reportBlocks({ title, sections }: PrefilledReport, language: Language): readonly Block[] {
  const filled = sections.filter(({ lines }) => lines.length > 0);
  return [
    heading(title[language]),
    ...filled.flatMap(({ title: section, lines }): readonly Block[] => [
      heading(section[language], 3),
      { kind: 'list', items: lines.map(({ text }) => said(text[language])) },
    ]),
  ];
}

function footOf({ register, asAt, knownThen, knownOn, reference }: Brief, language: Language) {
  const simulated = register.simulated ? `, ${simulation[language]}` : '';
  const day = dateInWords(asAt, language);
  return [
    `${phrases.register[language]}: ${register.label[language]} (${register.id}${simulated})`,
    `${phrases.asAt[language]} ${day} · ${phrases.knownThen[language]}: ${knownWords(knownThen, language)} · ${phrases.knownNow[language]}: ${knownWords(knownOn, language)}`,
    `${phrases.reference[language]}: ${reference}`,
  ];
}
