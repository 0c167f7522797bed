import { causeOf } from '@rapporteur/kernel';
import { documentId } from '../document-id';
import { isOpenReferral } from '../open-cases';
import type { steps } from './steps';

const on = causeOf<typeof steps>();

export const causes = [
  // The paper by which a Member submits a topic is a document of that Member, restricted at first.
  on('topic.submitted', ({ data: { docSymbol } }) => {
    const id = documentId(docSymbol);
    if (id === undefined) return [];
    return [
      {
        case: { procedure: 'document', case: id },
        type: 'document.registered',
        data: { symbols: [docSymbol], access: 'restricted', kind: 'memberPaper' },
        links: {},
      },
    ];
  }),
  // ¶5: on what bears on world trade, views are to be taken into account.
  on('topic.registered', ({ case: id, data: { bearsOnWorldTrade = true } }) => {
    if (!bearsOnWorldTrade) return [];
    return [
      {
        case: { procedure: 'views', case: id },
        type: 'views.requested',
        data: { para: '5' },
        links: { topic: `topic/${id}` },
      },
    ];
  }),
  // ¶4: what the group no longer discusses it no longer asks about.
  on(
    'topic.withdrawn',
    ({ case: id, under }) =>
      under('referral')
        .filter(isOpenReferral)
        .map(({ name }) => ({
          case: { procedure: 'referral', case: name.slice('referral/'.length) },
          type: 'referral.recalled',
          data: { reason: `The topic ${id} was withdrawn.` },
          links: {},
        })),
    { under: ['referral'] },
  ),
];
