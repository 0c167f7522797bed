import type { ClockProposal } from './clock';
import { surroundings, type Scene } from './scene';
import { countedAt } from './timeline';

/** A step whose day has come. */
export interface DueStep extends ClockProposal {
  readonly type: string;
  /** The clock only draws attention to it; the Secretariat records it. */
  readonly confirm: boolean;
}

/** The steps of a case that come by the passing of time, as at the end of a day (ISO date). */
export function dueSteps(scene: Scene, today: string): readonly DueStep[] {
  const { clock, interpreter } = scene.procedure;
  const count = countedAt(scene.timeline, { date: today, opening: false });
  const moment = scene.timeline[count - 1]?.after;
  if (!moment) return [];
  return clock.flatMap((each) => {
    const look = { on: today, by: { id: each.step, ...(each.sees ? { sees: each.sees } : {}) } };
    const proposed = each.when(surroundings(scene, { before: moment }, look), today);
    if (!proposed || proposed.occurredOn > today) return [];
    if (!interpreter.couldTake(moment, each.step, proposed.occurredOn)) return [];
    return [{ type: each.step, confirm: each.confirm, ...proposed }];
  });
}
