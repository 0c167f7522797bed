import type { Point } from './layout';

const radius = 6;

/** The way of an arrow, its corners rounded, as path data. */
export function roundedWay(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const parts = rest.map((corner, index) => {
    const next = rest[index + 1];
    return next === undefined
      ? `L${corner.x} ${corner.y}`
      : turn(rest[index - 1] ?? first, corner, next);
  });
  return `M${first.x} ${first.y}${parts.join('')}`;
}

function turn(before: Point, corner: Point, after: Point): string {
  const into = towards(corner, before);
  const out = towards(corner, after);
  return `L${into.x} ${into.y}Q${corner.x} ${corner.y} ${out.x} ${out.y}`;
}

/** A point on the way from a corner, far enough for it to be rounded, at most half-way. */
function towards(corner: Point, other: Point): Point {
  const [dx, dy] = [other.x - corner.x, other.y - corner.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return corner;
  const share = Math.min(radius, length / 2) / length;
  return { x: tenths(corner.x + dx * share), y: tenths(corner.y + dy * share) };
}

/** The head of an arrow that ends with this way; all ways end straight down, up or sideways. */
export function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return '';
  const [dx, dy] = [Math.sign(tip.x - before.x), Math.sign(tip.y - before.y)];
  const corner = (side: 1 | -1): string => {
    const [x, y] = [tip.x - 8 * dx + 4 * side * dy, tip.y - 8 * dy + 4 * side * dx];
    return `L${tenths(x)} ${tenths(y)}`;
  };
  return `M${tip.x} ${tip.y}${corner(1)}${corner(-1)}Z`;
}

function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
