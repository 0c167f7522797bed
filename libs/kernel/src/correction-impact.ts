import { refuseImpossible } from './correction-words';
import type { Weighed } from './correction-rules';
import { judge, verdictChanges, type Consequence } from './decide';
import type { Refusal } from './refusal';
import type { Scene } from './scene';

/**
 * The steps of the case itself whose verdicts change with corrections, or the refusal when one would
 * then break a structural rule that it did not break before.
 * @param scene the case as it stands
 * @param weighed the corrections, and the case's steps once they count
 */
export function verdictImpact(
  scene: Scene,
  { corrections, timeline }: Weighed,
): readonly Consequence[] | Refusal {
  const before = new Map(scene.timeline.map((entry) => [entry.step.revision, entry]));
  const consequences: Consequence[] = [];
  for (const entry of timeline) {
    const old = before.get(entry.step.revision);
    if (!old || old === entry) continue;
    const was = judge(scene, old);
    const is = judge({ ...scene, timeline }, entry);
    const undone = is.broken.find(
      (rule) => rule.grade === 'structural' && was.verdicts[rule.id] !== false,
    );
    if (undone) return refuseImpossible(scene.procedure, corrections, entry.step, undone);
    consequences.push(...verdictChanges(entry.step, was.verdicts, is.verdicts));
  }
  return consequences;
}
