import { assign, languages, setup, type Language, type StepEvents } from '@rapporteur/kernel';
import { steps } from './steps';

export type DecisionContext = {
  readonly proponents: readonly string[];
  /** The languages in which the text exists; the original is one of them. */
  readonly languages: readonly Language[];
  readonly symbols: readonly string[];
  /** The paragraphs adopted, and those of them that a later decision has replaced. */
  readonly paras: readonly string[];
  readonly superseded: readonly string[];
  readonly corrigenda: readonly string[];
};

type Events = StepEvents<typeof steps>;

const citing = (type: keyof typeof steps) => ({ cite: steps[type].cite });

const circulated = { target: 'circulated', meta: citing('decision.circulated') } as const;
const onAgenda = { target: 'onAgenda', meta: citing('decision.placedOnAgenda') } as const;
const withdrawn = { target: 'withdrawn', meta: citing('decision.withdrawn') } as const;
// A body may act on late papers and under other business: being on the agenda is not a condition.
const adopted = {
  target: '#decision.adopted',
  actions: 'keepAdoption',
  meta: citing('decision.adopted'),
} as const;
const outcomes = {
  'decision.adopted': adopted,
  'decision.deferred': { target: 'deferred', meta: citing('decision.deferred') },
  'decision.notAdopted': { target: 'notAdopted', meta: citing('decision.notAdopted') },
  'decision.withdrawn': withdrawn,
} as const;
const corrected = {
  target: 'corrected',
  actions: 'keepCorrigendum',
  meta: citing('decision.corrigendumIssued'),
} as const;
const superseding = { actions: 'keepSuperseded', meta: citing('decision.superseded') } as const;
const supersededAltogether = {
  guard: 'supersedesTheRest',
  target: 'superseded',
  ...superseding,
} as const;
const superseded = [supersededAltogether, { target: 'partlySuperseded', ...superseding }] as const;
const lapsed = { target: 'lapsed', meta: citing('decision.lapsed') } as const;

export const machine = setup({
  types: {} as { context: DecisionContext; events: Events },
  guards: {
    supersedesTheRest: ({ context, event }) =>
      event.type === 'decision.superseded' &&
      context.paras.every(
        (para) => context.superseded.includes(para) || event.data.paras.includes(para),
      ),
    isLastLanguage: ({ context, event }) =>
      event.type === 'decision.languageIssued' &&
      languages.every((lang) => lang === event.data.lang || context.languages.includes(lang)),
  },
  actions: {
    keepSubmission: assign(({ event }) =>
      event.type === 'decision.submitted'
        ? { proponents: event.data.proponents, languages: [event.data.originalLang] }
        : {},
    ),
    keepAdoption: assign(({ event }) =>
      event.type === 'decision.adopted'
        ? { symbols: event.data.symbols, paras: event.data.paras }
        : {},
    ),
    keepCorrigendum: assign(({ context, event }) =>
      event.type === 'decision.corrigendumIssued'
        ? { corrigenda: union(context.corrigenda, [event.data.symbol]) }
        : {},
    ),
    keepLanguage: assign(({ context, event }) =>
      event.type === 'decision.languageIssued'
        ? { languages: union(context.languages, [event.data.lang]) }
        : {},
    ),
    keepSuperseded: assign(({ context, event }) =>
      event.type === 'decision.superseded'
        ? { superseded: union(context.superseded, event.data.paras) }
        : {},
    ),
  },
}).createMachine({
  id: 'decision',
  context: {
    proponents: [],
    languages: [],
    symbols: [],
    paras: [],
    superseded: [],
    corrigenda: [],
  },
  initial: 'unopened',
  states: {
    unopened: {
      on: {
        'decision.submitted': {
          target: 'draft',
          actions: 'keepSubmission',
          meta: citing('decision.submitted'),
        },
      },
    },
    draft: {
      initial: 'submitted',
      states: {
        submitted: {
          on: { 'decision.circulated': circulated, 'decision.withdrawn': withdrawn },
        },
        circulated: {
          on: {
            // A revision or an addendum is circulated as the text itself was.
            'decision.circulated': circulated,
            'decision.placedOnAgenda': onAgenda,
            ...outcomes,
          },
        },
        onAgenda: { on: outcomes },
        deferred: {
          on: {
            'decision.placedOnAgenda': onAgenda,
            'decision.adopted': adopted,
            'decision.withdrawn': withdrawn,
          },
        },
        withdrawn: { type: 'final' },
        notAdopted: { type: 'final' },
      },
    },
    adopted: {
      type: 'parallel',
      states: {
        force: {
          initial: 'inForce',
          states: {
            inForce: { on: { 'decision.superseded': superseded, 'decision.lapsed': lapsed } },
            partlySuperseded: {
              on: { 'decision.superseded': superseded, 'decision.lapsed': lapsed },
            },
            superseded: { type: 'final' },
            // Reached by the clock, so not final: a later decision may still replace the text.
            // Replacing a part of it does not bring the rest back into force.
            lapsed: { on: { 'decision.superseded': [supersededAltogether, superseding] } },
          },
        },
        text: {
          initial: 'original',
          states: {
            original: { on: { 'decision.corrigendumIssued': corrected } },
            corrected: { on: { 'decision.corrigendumIssued': corrected } },
          },
        },
        lang: {
          initial: 'pending',
          states: {
            pending: {
              on: {
                'decision.languageIssued': [
                  {
                    guard: 'isLastLanguage',
                    target: 'complete',
                    actions: 'keepLanguage',
                    meta: citing('decision.languageIssued'),
                  },
                  { actions: 'keepLanguage', meta: citing('decision.languageIssued') },
                ],
              },
            },
            // The text goes on in its other regions.
            complete: { meta: { resting: true } },
          },
        },
      },
    },
  },
});

/** Both lists without repetition, sorted, so that the order of recording leaves no trace. */
function union<T extends string>(kept: readonly T[], more: readonly T[]): T[] {
  return [...new Set([...kept, ...more])].sort();
}
