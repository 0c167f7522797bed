import {
  caseName,
  hashOf,
  leaves,
  obligationsOf,
  sceneIn,
  timelineOf,
  toJson,
  type Entry,
  type Known,
  type Moment,
  type Obligation,
  type Procedure,
  type Window,
  type World,
} from '@rapporteur/kernel';
import { isOpenTopic } from '../open-cases';
import { nothingOpenAtTheEnd } from './end-of-group';
import type { Choose } from './sampled';
import type { Walk } from './walk';

// What must hold in any world that legal steps have made: the invariants of the procedures.

/** What is wrong in a world, in words; nothing when all holds. */
export function violations(walk: Walk): readonly string[] {
  const { world, choose } = walk;
  return [...world.cases.values()].flatMap((known) => {
    const procedure = world.registry.get(known.ref.procedure);
    if (!procedure) return [];
    const name = caseName(known.ref);
    const own = [
      ...onlyWhatWasKnownAndHadHappened(procedure, known, choose),
      ...sameInAnotherOrder(procedure, known, choose),
      ...(particular[procedure.id]?.(walk, known) ?? []),
      ...deadlinesStay(world, procedure, known),
    ];
    return own.map((what) => `${name}: ${what}`);
  });
}

const momentHash = (moment: Moment | undefined): string =>
  hashOf(toJson(moment ? { value: moment.value, context: moment.context } : null));

const facts = ({ timeline }: Known) =>
  timeline.map(({ step }) => step).sort((a, b) => a.revision - b.revision);

/** 1 and 3: the state as at a day is made by the steps known then and dated up to then, alone. */
function onlyWhatWasKnownAndHadHappened(
  procedure: Procedure,
  known: Known,
  choose: Choose,
): readonly string[] {
  const recorded = facts(known).slice(0, 1 + choose(known.timeline.length));
  const asAt = recorded[choose(recorded.length)]?.occurredOn ?? '';
  const whole = timelineOf(procedure, recorded).filter(({ step }) => step.occurredOn <= asAt);
  const alone = timelineOf(
    procedure,
    recorded.filter(({ occurredOn }) => occurredOn <= asAt),
  );
  const same = momentHash(whole.at(-1)?.after) === momentHash(alone.at(-1)?.after);
  return same ? [] : [`its state as at ${asAt} depends on later steps`];
}

/** 2: the same facts recorded in another order, day by day, give the same state now. */
function sameInAnotherOrder(procedure: Procedure, known: Known, choose: Choose): readonly string[] {
  const recorded = facts(known);
  const late = recorded[choose(recorded.length)]?.occurredOn;
  const others = recorded.filter(({ occurredOn }) => occurredOn !== late);
  const sameDay = recorded.filter(({ occurredOn }) => occurredOn === late);
  const again = [...others, ...sameDay].map((step, revision) => ({ ...step, revision }));
  const last = (steps: typeof recorded) => momentHash(timelineOf(procedure, steps).at(-1)?.after);
  return last(again) === last(recorded) ? [] : [`recorded with ${late} last, it ends elsewhere`];
}

type Invariant = (walk: Walk, known: Known) => readonly string[];

const particular: Readonly<Record<string, Invariant>> = {
  chair: oneHolder,
  meeting: closedAfterEstablishment,
  review: oneEnding,
  workingGroup: nothingOpenAtTheEnd,
  topic: lineageEnds,
};

const inOffice = ['inOffice.regular', 'inOffice.holdover', 'inOffice.outgoing'];

/** 4: at every moment there is at most one chair in office who is not interim, and one is named. */
function oneHolder(_walk: unknown, { timeline }: Known): readonly string[] {
  return timeline.flatMap(({ step, after }) => {
    const held = leaves(after.value).filter((leaf) => inOffice.includes(leaf));
    if (held.length > 1) return [`two chairs in office after revision ${step.revision}`];
    const holder = after.context['holderRef'];
    return held.length === 1 && typeof holder !== 'string'
      ? [`nobody holds the office after revision ${step.revision}`]
      : [];
  });
}

/** 5: no meeting of the group closes before the group is established, unless it is irregular. */
function closedAfterEstablishment(
  { world, irregular }: Pick<Walk, 'world' | 'irregular'>,
  known: Known,
): readonly string[] {
  const closed = firstOf(known, 'meeting.closed');
  const group = world.cases.get(known.links['workingGroup'] ?? '');
  // Before its case had begun nobody could tell whether there is a group.
  if (!closed || dayOf(group?.timeline[0]?.step) > closed.occurredOn) return [];
  const established = group && firstOf(group, 'workingGroup.established');
  const isRegular = dayOf(established) <= closed.occurredOn;
  return isRegular || irregular.has(`${caseName(known.ref)} ${closed.revision}`)
    ? []
    : ['closed before the group was established, and is not irregular'];
}

const firstOf = ({ timeline }: Known, type: string) =>
  timeline.find(({ step }) => step.type === type)?.step;

const dayOf = (step: { readonly occurredOn: string } | undefined): string =>
  step?.occurredOn ?? never;

const never = '9999-12-31';

/** 6: a review reaches one ending, and says on what basis. */
function oneEnding(_walk: unknown, { timeline }: Known): readonly string[] {
  const held = timeline.filter(({ step }) => step.type === 'review.held');
  const last = timeline.at(-1)?.after;
  if (held.length > 1) return ['held twice'];
  const isHeld = last && leaves(last.value).some((leaf) => leaf.includes('held.'));
  const hasBasis = last && JSON.stringify(last.context).includes('Basis');
  return isHeld && !hasBasis ? ['held, and its basis is not known'] : [];
}

const seen = (entry: Entry | undefined) => ({
  isIn: (path: string) =>
    !!entry && leaves(entry.after.value).some((leaf) => `${leaf}.`.includes(`${path}.`)),
});

/** 8: topics that were merged or split lead, without a circle, to one that is live or has ended. */
function lineageEnds({ world }: Pick<Walk, 'world'>, known: Known): readonly string[] {
  const passed = new Set<string>();
  const pending = [caseName(known.ref)];
  for (const name of pending) {
    if (passed.has(name)) continue;
    passed.add(name);
    const next = successors(world, name);
    if (next.includes(caseName(known.ref))) return ['was merged or split into itself'];
    pending.push(...next);
  }
  const isReached = [...passed].some((name) => {
    const end = world.cases.get(name)?.timeline.at(-1);
    return !end || isOpenTopic(seen(end)) || successors(world, name).length === 0;
  });
  return isReached ? [] : ['leads to no topic that is live or has ended'];
}

function successors(world: World, name: string): readonly string[] {
  const context = world.cases.get(name)?.timeline.at(-1)?.after.context ?? {};
  const ids = [context['mergedInto'], context['splitInto']].flat();
  return ids.flatMap((id) =>
    typeof id === 'string' ? [`topic/${id.replace(/^topic\//, '')}`] : [],
  );
}

/** 9: a deadline once superseded or breached is there for ever, and breached for ever. */
function deadlinesStay(world: World, procedure: Procedure, known: Known): readonly string[] {
  if (procedure.deadlines.length === 0) return [];
  const scene = sceneIn(world, procedure, known);
  const days = ['2018-03-01', '2018-07-31', '2018-12-31', '2019-12-31'];
  const then = days.map((date) => obligationsOf(scene, { date, opening: false }));
  return then.flatMap((obligations, i) =>
    obligations.filter(isSettled).flatMap((old) => {
      const later = then[i + 1];
      return !later || later.some((each) => isSameDeadline(old, each))
        ? []
        : [`${old.deadline} (${old.status} on ${days[i]}) is not so any more on ${days[i + 1]}`];
    }),
  );
}

const isSettled = ({ status, isBreached }: Obligation): boolean =>
  status === 'superseded' || isBreached;

const isSameDeadline = (old: Obligation, now: Obligation): boolean =>
  now.deadline === old.deadline &&
  now.isBreached === old.isBreached &&
  JSON.stringify(now.windows.map(days)) === JSON.stringify(old.windows.map(days));

/** What is said of a window may become known later; its days stay. */
const days = ({ from, to, anchor }: Window) => ({ from, to, anchor });
