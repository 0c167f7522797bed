import type { Desk } from './desk';
import type { AllLabels, Shown } from './print';

/** The labels of procedures, by their ids. */
export type LabelsOf = ReadonlyMap<string, AllLabels>;

/** The labels of every procedure that these name in `procedure`. */
export async function labelsOf(desk: Desk, named: readonly Shown[]): Promise<LabelsOf> {
  const procedures = [...new Set(named.map((each) => String(each['procedure'])))];
  const found = procedures.map(async (id) => [id, await desk.labels(id)] as const);
  return new Map(await Promise.all(found));
}
