import { documentId } from '../document-id';
import { isConvened, referrals, review, views } from './accessors';
import { parts } from './parts';
import { reports } from './reports';
import { summary } from './summary';
import type { Tell } from './telling';
import { toldOfDecision } from './told-of-decision';
import { toldOfWork } from './told-of-work';

const tell: Readonly<Record<string, Tell>> = { ...toldOfDecision, ...toldOfWork };

/** What a paper must know of these procedures: what goes where, and how it is said. */
export const paperParts = {
  decision: 'decision',
  parts,
  tell,
  beside: ['meeting', 'session', 'observer'],
  documentOf(symbol: string): string | undefined {
    const id = documentId(symbol);
    return id === undefined ? undefined : `document/${id}`;
  },
  review,
  isConvened,
  adopted: 'decision.adopted',
  referrals,
  views,
  summary,
  reports,
};
