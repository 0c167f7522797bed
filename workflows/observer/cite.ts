import type { Citation } from '@rapporteur/kernel';
import { rulesOfProcedure } from '../cite';

/** The guidelines on observer status of international intergovernmental organisations. */
export const observerStatus: Citation = { ...rulesOfProcedure, paragraph: 'Annex 3' };
