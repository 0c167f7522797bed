import type { CaseObligation } from '@rapporteur/engine';
import type { Language } from '@rapporteur/kernel';
import { ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import { deadlineWords } from './calendar-words';
import { days } from './meeting-events';

/**
 * The deadlines that have a day, on the last of their days. `id` is `<case>#<deadline>`; when an
 * anchor moved, the new deadline has a number of its own and the old one stays, called off. Readings
 * that diverge are so many events.
 */
export function deadlineEvents(
  obligations: readonly CaseObligation[],
  language: Language,
): readonly ICalEventData[] {
  const byId = new Map<string, CaseObligation[]>();
  for (const obligation of obligations.filter(({ windows }) => windows.length > 0)) {
    const id = `${obligation.case}#${obligation.deadline}`;
    byId.set(id, [...(byId.get(id) ?? []), obligation]);
  }
  return [...byId].flatMap(([id, several]) =>
    several.sort(bySupersession).flatMap((obligation, i) => {
      const own = i === 0 ? id : `${id}/${i + 1}`;
      return eventsOf(own, obligation, language);
    }),
  );
}

/** In the order in which one took the place of the other. */
function bySupersession(a: CaseObligation, b: CaseObligation): number {
  const key = ({ supersededOn }: CaseObligation) => supersededOn ?? '9999-12-31';
  return key(a) < key(b) ? -1 : 1;
}

function eventsOf(
  id: string,
  obligation: CaseObligation,
  language: Language,
): readonly ICalEventData[] {
  const ends = [...new Set(obligation.windows.map(({ to }) => to))].sort();
  return ends.map((end, i) => ({
    id: i === 0 ? id : `${id}.${i + 1}`,
    ...days(end),
    summary: deadlineWords(obligation, language),
    description: obligation.sentence[language],
    status: statusOf(obligation),
    sequence: obligation.status === 'superseded' ? 1 : 0,
    transparency: ICalEventTransparency.TRANSPARENT,
  }));
}

function statusOf({ status, isContested }: CaseObligation): ICalEventStatus {
  if (status === 'superseded') return ICalEventStatus.CANCELLED;
  return isContested ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}
