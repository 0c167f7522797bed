import { leaves, type JsonObject, type Labels, type Language, type Text } from '@rapporteur/kernel';
import { chartOf } from './chart';
import { highlightOf, noHighlight, type CasePath } from './highlight';
import { layOut } from './layout';
import { svgOf } from './svg';
import { wordsOf } from './words';

/** What a picture is made of: a procedure as its definition is published, in one language. */
export interface Drawable {
  /** The machine as JSON; `machine` of the definition lock. */
  readonly machine: JsonObject;
  readonly labels: Labels;
  readonly language: Language;
}

/** A procedure laid out: the same picture for every case of it, but for what stands out. */
export interface Diagram {
  /** The picture as SVG; with the path of a case, where it stands and how it came there stand out. */
  draw(path?: CasePath): string;
}

/**
 * Lays out the statechart of a procedure; the same definition always gives the same picture.
 * @throws Error when a transition leads to what is no state
 */
export async function diagramOf({ machine, labels, language }: Drawable): Promise<Diagram> {
  const chart = chartOf(machine);
  const layout = await layOut(chart, wordsOf(labels));
  return {
    draw(path) {
      const highlight = path ? highlightOf(chart.transitions, path) : noHighlight;
      const description = path
        ? `${labels.summary} ${told(path, labels, language)}`
        : labels.summary;
      return svgOf(layout, highlight, { language, title: labels.title, description });
    },
  };
}

const words: Readonly<Record<'now' | 'path', Text>> = {
  now: { en: 'Now', fr: 'Maintenant', es: 'Ahora' },
  path: { en: 'The path taken', fr: 'Le chemin parcouru', es: 'El camino recorrido' },
};

/** Where a case stands and how it came there, for those who do not see what stands out. */
function told({ now, steps }: CasePath, labels: Labels, language: Language): string {
  const states = leaves(now).map((path) => labels.states[path] ?? path);
  const taken = steps.map(({ type }) => labels.steps[type] ?? type);
  const path = taken.length > 0 ? ` ${words.path[language]}: ${taken.join(', ')}.` : '';
  return `${words.now[language]}: ${states.join(', ')}.${path}`;
}
