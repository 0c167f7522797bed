import {
  deadlineOf,
  endOfMonth,
  inEach,
  monthInWords,
  type Around,
  type Due,
  type Text,
} from '@rapporteur/kernel';
import { isPopulated, meetingsIn } from '../calendar';
import { paragraph } from '../cite';
import { isParagraphInForce } from '../paragraph-in-force';
import type { ReviewMonth } from '../review-months';
import type { ReviewContext } from './machine';
import type { steps } from './steps';

const deadline = deadlineOf<typeof steps, ReviewContext>();

export const deadlines = [
  reviewOf('2018-07', { id: 'review.july2018', number: 'D3' }),
  reviewOf('2018-12', { id: 'review.december2018', number: 'D4' }),
  reviewOf('2019-07', { id: 'review.july2019', number: 'D5' }),
];

/** Each review has a number of its own in the table of deadlines. */
function reviewOf(month: ReviewMonth, named: { readonly id: string; readonly number: string }) {
  return deadline({
    ...named,
    step: 'review.held',
    cite: paragraph('6'),
    text: inEach(
      (language) =>
        ({
          en: `Periodic review of ${monthInWords(month, language)}`,
          fr: `Examen périodique de ${monthInWords(month, language)}`,
          es: `Examen periódico de ${monthInWords(month, language)}`,
        })[language],
    ),
    sees: { calendar: true },
    due: (around) => (around.case.context.month === month ? dueIn(month, around) : undefined),
  });
}

/** On the days of the General Council's meetings that begin in the month; in the month, without any. */
function dueIn(month: ReviewMonth, { related, calendar }: Around<ReviewContext>): Due {
  const decision = related('parent');
  if (decision && !isParagraphInForce(decision, '6')) return undefined;
  const meetings = meetingsIn(calendar, 'generalCouncil', month);
  const days = meetings.flatMap(({ firstDay = '', lastDay = '' }) => [firstDay, lastDay]).sort();
  const [anchor, from, to] = [meetings.at(-1)?.name, days[0], days.at(-1)];
  if (anchor !== undefined && from !== undefined && to !== undefined) {
    return { windows: [{ from, to, anchor, because: notDoneThere(month) }] };
  }
  if (!isPopulated(calendar, 'generalCouncil', month.slice(0, 4))) return 'notPopulated';
  const [first, last] = [`${month}-01`, endOfMonth(month)];
  return { windows: [{ from: first, to: last, because: noMeeting(month) }] };
}

function notDoneThere(month: ReviewMonth): Text {
  return inEach(
    (language) =>
      ({
        en: `the General Council did not hold it at its meeting of ${monthInWords(month, language)}`,
        fr: `le Conseil général n'y a pas procédé lors de sa réunion de ${monthInWords(month, language)}`,
        es: `el Consejo General no lo realizó en su reunión de ${monthInWords(month, language)}`,
      })[language],
  );
}

function noMeeting(month: ReviewMonth): Text {
  return inEach(
    (language) =>
      ({
        en: `the General Council held no meeting in ${monthInWords(month, language)}`,
        fr: `le Conseil général n'a pas tenu de réunion en ${monthInWords(month, language)}`,
        es: `el Consejo General no celebró ninguna reunión en ${monthInWords(month, language)}`,
      })[language],
  );
}
