export { diagramOf } from './diagram';
export type { Diagram, Drawable } from './diagram';
export type { CasePath, StepTaken } from './highlight';
