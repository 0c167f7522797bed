import type { Understood } from '@rapporteur/engine';
import { isRefusal, type Refusal } from '@rapporteur/kernel';
import {
  comesBefore,
  earliestEnd,
  endingWithin,
  inOrder,
  placeInList,
  type FoundObligation,
  type PlaceInList,
  type Sought,
} from './obligation-rows';
import { undatedEnd } from './obligation-tables';
import { pageOf, type AskedList } from './paging';
import type { Desk } from './part';
import { malformedPage } from './refusals';

/** Some obligations in the order of the list, and what asks for those that follow. */
export interface CutList {
  readonly rows: readonly FoundObligation[];
  readonly next: string | undefined;
}

/** Which page of the obligations is asked for. */
export interface ObligationPage {
  readonly outcome: 'page';
  /** What all pages rest on. */
  readonly asked: Understood;
  /** Cuts the page out of the whole list. */
  cut(inOrder: readonly FoundObligation[]): CutList;
  /** Finds the page without the rest of the list. */
  from(desk: Desk, sought: Sought): CutList;
}

/** Understands which page is asked for; without a limit and a page the whole list is one. */
export function obligationPage(list: AskedList, asked: Understood): ObligationPage | Refusal {
  if (list.limit === undefined && list.page === undefined) return wholeList(asked);
  const page = pageOf(list, asked);
  if (isRefusal(page)) return page;
  const { limit, next } = page;
  const after = page.after === undefined ? undefined : placeIn(page.after);
  if (page.after !== undefined && after === undefined) return malformedPage();

  function cut(found: readonly FoundObligation[]): CutList {
    const rest = found.filter((each) => !after || comesBefore(after, placeInList(each)));
    const rows = rest.slice(0, limit);
    const last = rows.at(-1);
    const isMore = rest.length > rows.length && last !== undefined;
    return { rows, next: isMore ? next(textOf(placeInList(last))) : undefined };
  }

  return {
    outcome: 'page',
    asked: page.asked,
    cut,
    from: (desk, sought) => cut(nearest(desk, sought, { after, count: limit + 1 })),
  };
}

function wholeList(asked: Understood): ObligationPage {
  const whole = (rows: readonly FoundObligation[]): CutList => ({ rows, next: undefined });
  return {
    outcome: 'page',
    asked,
    cut: whole,
    from: (desk, sought) =>
      whole(inOrder(endingWithin(desk, sought, [-undatedEnd, undatedEnd]) ?? [])),
  };
}

interface Wanted {
  readonly after: PlaceInList | undefined;
  readonly count: number;
}

/** As many days of ends are looked through at first. */
const firstReach = 32;

/**
 * So many obligations after a place in the list, and perhaps some more: those that end within some
 * days, then within the days after these. As many days are taken as hold about as many as are wanted,
 * so that the cost is that of the page; those without a date all stand on one day, the last.
 */
function nearest(desk: Desk, sought: Sought, { after, count }: Wanted): readonly FoundObligation[] {
  const found: FoundObligation[] = [];
  let from = after?.[0] ?? earliestEnd(desk.driver);
  let reach = firstReach;
  while (from <= undatedEnd && found.length < count) {
    const to = Math.min(from + reach - 1, undatedEnd);
    const some = endingWithin(desk, sought, [from, to], from === to ? undefined : count * 4);
    if (some) {
      const later = some.filter((each) => !after || comesBefore(after, placeInList(each)));
      found.push(...inOrder(later));
      from = to + 1;
      reach *= 2;
    } else {
      reach = Math.max(1, Math.floor(reach / 4));
    }
  }
  return found;
}

const textOf = (place: PlaceInList): string => JSON.stringify(place);

function placeIn(text: string): PlaceInList | undefined {
  try {
    const place: unknown = JSON.parse(text);
    if (!Array.isArray(place)) return undefined;
    const [end, name, deadline, superseded, nth]: readonly unknown[] = place;
    if (typeof end !== 'number' || typeof nth !== 'number') return undefined;
    const isNamed = typeof name === 'string' && typeof deadline === 'string';
    if (!isNamed || typeof superseded !== 'string') return undefined;
    return [end, name, deadline, superseded, nth];
  } catch {
    return undefined;
  }
}
