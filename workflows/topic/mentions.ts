import { isCaseId, parseCaseName, type JsonObject, type Mentions } from '@rapporteur/kernel';
import { namedMeeting } from '../named-meeting';

/** The case of a topic called by its id or by its name: `topic/ecommerce-transparency`. */
export function topicName(called: unknown): string | undefined {
  if (typeof called !== 'string') return undefined;
  if (isCaseId(called)) return `topic/${called}`;
  return parseCaseName(called)?.procedure === 'topic' ? called : undefined;
}

/** The topics in which one goes on, as the step calls them. */
function successors(data: JsonObject): readonly unknown[] {
  const children = data['children'];
  return [data['into'], ...(Array.isArray(children) ? children : [])];
}

/**
 * The work plan of its group, the views on it, the meeting and the topics that the step names: each
 * topic by its own name, so that a rule asks for it as the step called it.
 */
export const mentions: Mentions = (step, from) => {
  const [, group] = (from.links['parent'] ?? '').split('/');
  const topics = successors(step.data).flatMap((called) => topicName(called) ?? []);
  return {
    ...namedMeeting(step, from),
    ...(group === undefined ? {} : { workPlan: `workPlan/${group}` }),
    views: `views/${from.case}`,
    ...Object.fromEntries(topics.map((name) => [name, name])),
  };
};
