import type { Labels } from '@rapporteur/kernel';
import { parentOf } from './chart';

/** What states and steps are called in a picture. */
export interface Words {
  readonly state: (path: string) => string;
  readonly step: (type: string, source: string) => string;
}

/**
 * The labels of a procedure as they stand in a picture: what the title of the box around says
 * already is left out, so that in the box `Work plan` a `Work plan: agreed` is `Agreed`.
 */
export function wordsOf({ states, steps }: Labels): Words {
  const within = (label: string, path: string): string => {
    if (path === '') return label;
    const title = states[path];
    return title !== undefined && label.startsWith(`${title}: `)
      ? capitalised(label.slice(title.length + 2))
      : within(label, parentOf(path));
  };
  return {
    state: (path) => within(states[path] ?? path, parentOf(path)),
    step: (type, source) => within(steps[type] ?? type, source),
  };
}

function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('en') + text.slice(1);
}
