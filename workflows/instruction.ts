import type { Calendar, CaseView, Due, Text, Window } from '@rapporteur/kernel';
import { isPopulated, meetingsIn } from './calendar';
import { isParagraphInForce } from './paragraph-in-force';

// What paragraph 2 instructs the General Council to do, and by when.

/** Whether paragraphs 1 and 2 of the decision are in force. */
export function givesInstruction(decision: CaseView): boolean {
  return ['1', '2'].every((paragraph) => isParagraphInForce(decision, paragraph));
}

const noFebruaryMeeting: Text = {
  en: 'the General Council held no February meeting',
  fr: "le Conseil général n'a pas tenu de réunion en février",
  es: 'el Consejo General no celebró ninguna reunión en febrero',
};

/**
 * When the General Council is to do what paragraph 2 instructs: at its first meeting that begins in
 * February 2018; within the month where it holds none. Undefined while nothing is entered of 2018.
 */
export function instructedDays(calendar: Calendar): Window | undefined {
  const [first] = meetingsIn(calendar, 'generalCouncil', '2018-02');
  const { firstDay: from, lastDay: to, name: anchor } = first ?? {};
  if (from !== undefined && to !== undefined && anchor !== undefined) return { from, to, anchor };
  return isPopulated(calendar, 'generalCouncil', '2018')
    ? { from: '2018-02-01', to: '2018-02-28', because: noFebruaryMeeting }
    : undefined;
}

/**
 * By when it is due, as long as the decision gives the instruction.
 * @param because why a meeting that was held passed without it, where that is known
 */
export function dueByInstruction(
  decision: CaseView | undefined,
  calendar: Calendar,
  because?: Text,
): Due {
  if (decision && !givesInstruction(decision)) return undefined;
  const days = instructedDays(calendar);
  return days ? { windows: [{ ...(because ? { because } : {}), ...days }] } : 'notPopulated';
}
