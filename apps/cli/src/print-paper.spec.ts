import type { Language } from '@rapporteur/kernel';
import type { Paper } from '@rapporteur/papers';
import { paperText } from './print-paper';

const paper = (language: Language): Paper => ({
  language,
  title: 'Title',
  register: 'Register',
  simulation: null,
  particulars: [],
  blocks: [{ kind: 'quotation', text: 'As at', source: 'as-drafted 2018-07-26 @612' }],
  foot: [],
  reference: 'as-drafted 2018-07-26 @612',
  createdAt: '2018-07-26T10:00:00Z',
});

it.each<[Language, string]>([
  ['en', '“As at”'],
  ['fr', '«As at»'],
  ['es', '«As at»'],
])('A paper quotes as its language does: %s', (language, quotation) => {
  const text = paperText(paper(language), { columns: 80, isStyled: false });
  expect(text).toContain(`  ${quotation}\n  [as-drafted`);
});
