import { causeOf } from '@rapporteur/kernel';
import { reviewMonths } from '../review-months';
import type { DecisionAdopted, DecisionPart, steps } from './steps';

const on = causeOf<typeof steps>();

export const causes = [
  // ¶2: the General Council is instructed to establish the group and to designate its chair.
  on('decision.adopted', ({ case: id, data }) => {
    if (!providesFor('workingGroup', data)) return [];
    const [decisionSymbol = ''] = data.symbols;
    const parent = `decision/${id}`;
    return [
      {
        case: { procedure: 'workingGroup', case: id },
        type: 'workingGroup.establishmentInstructed',
        data: { decisionSymbol, para: '2' },
        links: { parent, chair: `chair/${id}` },
      },
      {
        case: { procedure: 'chair', case: id },
        type: 'chair.postCreated',
        data: { para: '2' },
        links: { parent, workingGroup: `workingGroup/${id}` },
      },
    ];
  }),
  // ¶6: three reviews, each on a report of the group where the text provides for a group.
  on('decision.adopted', ({ case: id, data }) => {
    if (!providesFor('reviews', data)) return [];
    const hasGroup = providesFor('workingGroup', data);
    return reviewMonths.map((month) => ({
      case: { procedure: 'review', case: `${id}-${month}` },
      type: 'review.scheduled',
      data: { month, para: '6' },
      links: {
        parent: `decision/${id}`,
        ...(hasGroup
          ? { report: `report/${id}-${month}`, workingGroup: `workingGroup/${id}` }
          : {}),
      },
    }));
  }),
  // ¶6: and a report of the General Council to the next session of the Ministerial Conference.
  on('decision.adopted', ({ case: id, data }) => {
    if (!providesFor('ministerialReport', data)) return [];
    return [
      {
        case: { procedure: 'ministerialReport', case: id },
        type: 'ministerialReport.requested',
        data: { para: '6' },
        links: { parent: `decision/${id}` },
      },
    ];
  }),
  // ¶7: the practice goes on until the next session, which the text places in 2019: two readings of
  // its term, and nobody has decided between them.
  on('decision.adopted', ({ case: id, data }) => {
    if (!providesFor('moratorium', data)) return [];
    const term = { anyOf: [{ event: 'nextSession' }, { date: '2019-12-31' }] };
    return [
      {
        case: { procedure: 'moratorium', case: id },
        type: 'moratorium.maintained',
        data: { term, para: '7' },
        links: { parent: `decision/${id}` },
      },
    ];
  }),
];

const numbers = ['1', '2', '3', '4', '5', '6', '7'];

/** The paragraph of the draft that provides for each part. */
const paragraphOf: Readonly<Record<DecisionPart, string>> = {
  workingGroup: '2',
  reviews: '6',
  ministerialReport: '6',
  moratorium: '7',
};

/**
 * Whether the text adopted provides for a part: as it says itself, otherwise as its paragraphs do.
 * Where these are named otherwise than by number, all of the draft is meant.
 */
function providesFor(part: DecisionPart, { provides, paras }: DecisionAdopted): boolean {
  if (provides) return provides.includes(part);
  return paras.includes(paragraphOf[part]) || !paras.every((para) => numbers.includes(para));
}
