import type { ChartState, Transition } from './chart';
import { textWidth, wrapped } from './text-width';
import type { Words } from './words';

/** What is written of one step on an arrow or in a state: the lines, and for which transitions. */
export interface StepText {
  readonly step: string;
  readonly transitions: readonly Transition[];
  readonly lines: readonly string[];
}

/** What is written in a box. */
export interface BoxText {
  readonly name: readonly string[];
  /** The steps that leave a case in this state. */
  readonly loops: readonly StepText[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sizes in pixels that the text and the boxes around it are made with. */
export const sizes = {
  name: 13,
  nameLine: 17,
  step: 12,
  stepLine: 15,
  /** A step's or a state's name is broken where it would be wider. */
  stepWidth: 112,
  nameWidth: 176,
  /** Between the border of a box and its text. */
  margin: 10,
  /** The sign of a loop and the gap after it. */
  loop: 20,
  dot: 14,
  bar: { width: 30, height: 5 },
  join: { width: 6, height: 6 },
  wideJoin: { width: 18, height: 6 },
} as const;

/** The steps on one arrow or loop; those that read alike are written once. */
export function stepTexts(
  transitions: readonly Transition[],
  words: Words,
  width: number = sizes.stepWidth,
): readonly StepText[] {
  const byLines = new Map<string, StepText>();
  for (const transition of transitions) {
    const { step, source, guard } = transition;
    const name = step === '' ? [] : wrapped(words.step(step, source), sizes.step, width);
    const lines = guard === undefined ? name : [...name, `[${guard}]`];
    const key = JSON.stringify([step, lines]);
    const known = byLines.get(key)?.transitions ?? [];
    byLines.set(key, { step, lines, transitions: [...known, transition] });
  }
  return [...byLines.values()];
}

export function boxText({ path }: ChartState, loops: readonly Transition[], words: Words): BoxText {
  return {
    name: path === '' ? [] : wrapped(words.state(path), sizes.name, sizes.nameWidth),
    loops: stepTexts(loops, words, sizes.nameWidth - sizes.loop),
  };
}

/** What the steps on an arrow take up. */
export function stepsSize(steps: readonly StepText[]): Size {
  const lines = steps.flatMap((step) => step.lines);
  return {
    width: widest(lines, sizes.step) + 8,
    height: lines.length * sizes.stepLine + 4,
  };
}

/** What the text in a box takes up, with the margin around it; a name may become bold. */
export function boxSize({ name, loops }: BoxText): Size {
  const lines = loops.flatMap((loop) => loop.lines);
  const loopWidth = lines.length > 0 ? sizes.loop + widest(lines, sizes.step) : 0;
  const loopHeight = lines.length > 0 ? lines.length * sizes.stepLine + 4 : 0;
  return {
    width: Math.max(widest(name, sizes.name, true), loopWidth, 40) + 2 * sizes.margin,
    height: name.length * sizes.nameLine + loopHeight + 13,
  };
}

function widest(lines: readonly string[], size: number, isBold = false): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, size, isBold)));
}
