import { causeOf, isCaseId, type CausedStep } from '@rapporteur/kernel';
import { meetingName } from '../named-meeting';
import type { steps } from './steps';

const on = causeOf<typeof steps>();

export const causes = [
  // What is put off is a new item of a later meeting.
  on('item.deferred', ({ case: id, data: { toMeeting }, links }) =>
    opened({ id: successorId(id, 'follows' in links), after: id, meeting: meetingName(toMeeting) }),
  ),
  // Rule 33: failing consensus, the matter goes to the General Council, as an item of its own.
  on('item.referredUp', ({ case: id }) => opened({ id: `${id}-gc`, after: id })),
];

interface Successor {
  readonly id: string;
  readonly after: string;
  readonly meeting?: string | undefined;
}

/** The request for an item that takes the place of another; one whose id is too long is made by hand. */
function opened({ id, after, meeting }: Successor): readonly CausedStep[] {
  if (!isCaseId(id)) return [];
  const follows = `item/${after}`;
  return [
    {
      case: { procedure: 'item', case: id },
      type: 'item.requested',
      data: { by: follows, docs: [] },
      links: { follows, ...(meeting === undefined ? {} : { meeting }) },
    },
  ];
}

/**
 * `wg-3` is followed by `wg-3-2`, that by `wg-3-3`: a number at the end counts only where the item
 * follows another, so that a date in the id of the first is left alone.
 */
function successorId(id: string, isSuccessor: boolean): string {
  const counted = isSuccessor ? /^(.+)-(\d+)$/.exec(id) : null;
  const [, stem = id, number = '1'] = counted ?? [];
  return `${stem}-${Number(number) + 1}`;
}
