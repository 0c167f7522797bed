import {
  caseName,
  dueSteps,
  isIn,
  parseProposal,
  sceneIn,
  take,
  type Known,
  type Told,
  type World,
} from '@rapporteur/kernel';
import { isOpenReferral } from '../open-cases';
import { dueTold, type Walk } from './walk';

/**
 * 7: a group that has come to its end leaves no request open. Its end recalls at once every request in
 * which nothing later had been recorded; where something had, the end being entered late, the clock
 * recalls it, and so it does what is drafted of a group that is no more.
 */
export function nothingOpenAtTheEnd(
  { world, told, today }: Pick<Walk, 'world' | 'told' | 'today'>,
  group: Known,
): readonly string[] {
  const name = caseName(group.ref);
  const steps = told.flatMap(dated);
  const endings = steps.filter((step) => step.name === name && endingTypes.includes(step.type));
  const requests = [...world.cases.values()].filter(
    ({ ref, links }) => ref.procedure === 'referral' && links['workingGroup'] === name,
  );
  return requests.filter(isOpen).flatMap((request) => {
    const asked = caseName(request.ref);
    const own = steps.filter((step) => step.name === asked);
    if (endings.some((end) => isReached(own, end))) return [`has ended, and ${asked} is open`];
    return hasEnded(group) && isOpen(afterTheClock(world, request, today))
      ? [`has ended, and the clock leaves ${asked} open`]
      : [];
  });
}

const ends = ['concluded', 'terminated', 'expired'];
const endingTypes = ['concluded', 'terminated', 'mandateExpired'].map(
  (end) => `workingGroup.${end}`,
);

interface Dated {
  readonly name: string;
  readonly type: string;
  readonly occurredOn: string;
  /** Its place among all steps, in the order recorded. */
  readonly place: number;
}

function dated({ ref, proposal }: Told, place: number): readonly Dated[] {
  const parsed = parseProposal(proposal);
  if (parsed.outcome !== 'parsed') return [];
  const { type, occurredOn } = parsed.proposal;
  return [{ name: caseName(ref), type, occurredOn, place }];
}

/** Whether a request was there when an end was recorded, with nothing in it later than that end. */
function isReached(own: readonly Dated[], end: Dated): boolean {
  const before = own.filter(({ place }) => place < end.place);
  return before.length > 0 && before.every(({ occurredOn }) => occurredOn <= end.occurredOn);
}

const standsIn =
  ({ timeline }: Known) =>
  (path: string): boolean => {
    const last = timeline.at(-1)?.after;
    return !!last && isIn(last.value, path);
  };

const hasEnded = (group: Known): boolean => ends.some(standsIn(group));

const isOpen = (request: Known): boolean => isOpenReferral({ isIn: standsIn(request) });

/** A case as the clock leaves it, asked for a day. */
function afterTheClock(world: World, known: Known, today: string): Known {
  const procedure = world.registry.get(known.ref.procedure);
  if (!procedure) return known;
  const due = dueSteps(sceneIn(world, procedure, known), today);
  const after = due.reduce((so, step) => take(so, dueTold(known, step)).world, world);
  return after.cases.get(caseName(known.ref)) ?? known;
}
