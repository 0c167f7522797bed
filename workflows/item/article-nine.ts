import type { Citation } from '@rapporteur/kernel';

const agreement = 'Marrakesh Agreement Establishing the World Trade Organization';

/** Decision-making by consensus and, failing consensus, by vote. */
export const articleNine: Citation = { instrument: agreement, paragraph: 'Article IX:1' };

/** What consensus is: no Member present formally objects. */
export const meaningOfConsensus: Citation = {
  instrument: agreement,
  paragraph: 'Article IX:1, footnote 1',
};

/** The number of votes of the European Union and its member States. */
export const votesOfTheUnion: Citation = {
  instrument: agreement,
  paragraph: 'Article IX:1, footnote 2',
};
