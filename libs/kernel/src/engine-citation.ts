import type { Citation } from './refusal';

/** What an engine step rests on without another word: its own rules, which docs/record.md gives. */
export function engineCitation(type: string): Citation {
  return { instrument: 'Rapporteur', paragraph: type };
}
