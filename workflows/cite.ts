import type { Citation } from '@rapporteur/kernel';

/** The draft decision itself, as the communication that carries it. */
export const draft: Citation = { instrument: 'JOB/GC/137' };

/** A paragraph of the draft decision. */
export function paragraph(number: '1' | '2' | '3' | '4' | '5' | '6' | '7'): Citation {
  return { ...draft, paragraph: number };
}

/** The rules of procedure; a working group applies them mutatis mutandis. */
export const rulesOfProcedure: Citation = {
  instrument:
    'Rules of procedure for sessions of the Ministerial Conference and meetings of the General Council (WT/L/161)',
};

/** A rule of the rules of procedure: `Rule 33`, `Rules 25-26`. */
export function ruleOfProcedure(rule: `Rule ${number}` | `Rules ${number}-${number}`): Citation {
  return { ...rulesOfProcedure, paragraph: rule };
}

/** The procedures for the circulation and derestriction of documents. */
export const circulationOfDocuments: Citation = {
  instrument: 'Procedures for the circulation and derestriction of WTO documents (WT/L/452)',
};

/** The guidelines for the appointment of officers. */
export const appointmentOfOfficers: Citation = {
  instrument: 'Guidelines for appointment of officers to WTO bodies (WT/L/510)',
};
