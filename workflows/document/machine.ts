import { assign, setup, type StepEvents } from '@rapporteur/kernel';
import { derestrictionDay, restrictionRules } from './restriction';
import {
  documentLanguages,
  steps,
  type DocumentLanguage,
  type DocumentRegistered,
  type DocumentRestrictionExtended,
} from './steps';

export type DocumentContext = {
  /** All that it carries, its translations' among them; sorted. */
  readonly symbols: readonly string[];
  readonly jobNo: string | null;
  readonly sha256: string | null;
  readonly title: string | null;
  readonly kind: NonNullable<DocumentRegistered['kind']> | null;
  /** How it was registered first; how it stands on a day, the region `access` says. */
  readonly registeredAs: DocumentRegistered['access'] | null;
  /** ISO date of its first circulation, from which days are counted. */
  readonly circulatedOn: string | null;
  /** The languages in which it exists, sorted. */
  readonly languages: readonly DocumentLanguage[];
  /** ISO date since which it exists in the three. */
  readonly completeOn: string | null;
  /** How many days Members have added to its restriction, and how many times. */
  readonly extendedBy: number;
  readonly extensions: number;
  /** ISO date of the first objection that sets no new day. */
  readonly objectedOn: string | null;
  readonly derestrictedOn: string | null;
  /** The symbols of its revisions, corrigenda, addenda and supplements, sorted. */
  readonly versions: readonly string[];
};

type Events = StepEvents<typeof steps>;

const citing = (type: keyof typeof steps) => ({ cite: steps[type].cite });
const resting = { meta: { resting: true } } as const;

const derestricting = { meta: citing('document.derestricted') } as const;

const registered = (actions: 'keepDocument' | 'keepAccess' | 'keepLanguage') =>
  ({ actions, meta: citing('document.registered') }) as const;
/** The third of the languages completes them, whichever it is. */
const inLanguage = <A extends 'keepTranslation'>(
  type: 'document.registered' | 'document.translated',
  ...also: readonly A[]
) => {
  const kept = { actions: ['keepLanguage', ...also], meta: citing(type) } as const;
  return [{ guard: 'completesTheThree', target: 'complete', ...kept }, kept] as const;
};

/** In whichever version it stands, it may be circulated, registered elsewhere, changed again. */
const versions = {
  'document.registered': registered('keepDocument'),
  'document.circulated': { actions: 'keepCirculation', meta: citing('document.circulated') },
  'document.revised': {
    target: 'revised',
    actions: 'keepVersion',
    meta: citing('document.revised'),
  },
  'document.corrected': {
    target: 'corrected',
    actions: 'keepVersion',
    meta: citing('document.corrected'),
  },
  'document.supplemented': {
    target: 'supplemented',
    actions: 'keepVersion',
    meta: citing('document.supplemented'),
  },
} as const;

export const machine = setup({
  types: {} as { context: DocumentContext; events: Events },
  guards: {
    isRestricted: ({ event }) =>
      event.type === 'document.registered' && event.data.access === 'restricted',
    isExtendedBeyond: ({ context, event }) =>
      event.type === 'document.derestricted' &&
      event.data.rule === 'period' &&
      context.extensions > 0 &&
      !hasRun(context, event.occurredOn),
    completesTheThree: ({ context, event }) => isInTheThree(withLanguage(context, event)),
  },
  actions: {
    keepDocument: assign(({ context, event }) =>
      event.type === 'document.registered' ? identity(context, event.data) : {},
    ),
    keepAccess: assign(({ event }) =>
      event.type === 'document.registered' ? { registeredAs: event.data.access } : {},
    ),
    keepLanguage: assign(({ context, event }) => {
      const languages = withLanguage(context, event);
      return isInTheThree(languages) ? { languages, completeOn: event.occurredOn } : { languages };
    }),
    keepTranslation: assign(({ context, event }) =>
      event.type === 'document.translated' && event.data.symbol !== undefined
        ? { symbols: union(context.symbols, [event.data.symbol]) }
        : {},
    ),
    keepCirculation: assign(({ context, event }) =>
      event.type === 'document.circulated'
        ? { circulatedOn: earliest(context.circulatedOn, event.data.date ?? event.occurredOn) }
        : {},
    ),
    keepExtension: assign(({ context, event }) =>
      event.type === 'document.restrictionExtended'
        ? extension(context, event.data, event.occurredOn)
        : {},
    ),
    keepDerestriction: assign(({ event }) =>
      event.type === 'document.derestricted'
        ? { derestrictedOn: event.data.date ?? event.occurredOn }
        : {},
    ),
    keepVersion: assign(({ context, event }) => {
      switch (event.type) {
        case 'document.revised':
        case 'document.corrected':
        case 'document.supplemented':
          return { versions: union(context.versions, [event.data.symbol]) };
      }
      return {};
    }),
  },
}).createMachine({
  id: 'document',
  context: {
    symbols: [],
    jobNo: null,
    sha256: null,
    title: null,
    kind: null,
    registeredAs: null,
    circulatedOn: null,
    languages: [],
    completeOn: null,
    extendedBy: 0,
    extensions: 0,
    objectedOn: null,
    derestrictedOn: null,
    versions: [],
  },
  type: 'parallel',
  states: {
    access: {
      initial: 'unopened',
      states: {
        unopened: {
          on: {
            'document.registered': [
              { guard: 'isRestricted', target: 'restricted', ...registered('keepAccess') },
              { target: 'unrestricted', ...registered('keepAccess') },
            ],
          },
        },
        restricted: {
          on: {
            'document.restrictionExtended': {
              actions: 'keepExtension',
              meta: citing('document.restrictionExtended'),
            },
            // An extension entered late shows that the clock was mistaken: its step changes nothing.
            'document.derestricted': [
              { guard: 'isExtendedBeyond', target: 'restricted', ...derestricting },
              { target: 'derestricted', actions: 'keepDerestriction', ...derestricting },
            ],
          },
        },
        // Reached by the clock, so not final; nothing restricts a document anew. That it was
        // derestricted on another ground before its days had run may be entered late.
        derestricted: {
          on: { 'document.derestricted': { target: 'derestricted', ...derestricting } },
        },
        unrestricted: resting,
      },
    },
    language: {
      initial: 'unopened',
      states: {
        unopened: {
          on: { 'document.registered': { target: 'pending', ...registered('keepLanguage') } },
        },
        pending: {
          on: {
            'document.registered': inLanguage('document.registered'),
            'document.translated': inLanguage('document.translated', 'keepTranslation'),
          },
        },
        // A language version issued again.
        complete: {
          on: {
            'document.translated': {
              actions: 'keepTranslation',
              meta: citing('document.translated'),
            },
          },
        },
      },
    },
    version: {
      initial: 'unopened',
      states: {
        unopened: {
          on: { 'document.registered': { target: 'current', ...registered('keepDocument') } },
        },
        current: { on: versions },
        revised: { on: versions },
        corrected: { on: versions },
        supplemented: { on: versions },
      },
    },
  },
});

/** What a document is; registered again, it gains symbols and what was not said before. */
function identity(known: DocumentContext, data: DocumentRegistered) {
  return {
    symbols: union(known.symbols, data.symbols),
    jobNo: known.jobNo ?? data.jobNo ?? null,
    sha256: known.sha256 ?? data.sha256 ?? null,
    title: known.title ?? data.title ?? null,
    kind: known.kind ?? data.kind ?? null,
  };
}

/** The languages with the one that the step adds: a translation, or the original. */
function withLanguage({ languages }: DocumentContext, event: Events): readonly DocumentLanguage[] {
  const added =
    event.type === 'document.translated'
      ? event.data.lang
      : event.type === 'document.registered'
        ? event.data.originalLang
        : undefined;
  return added === undefined ? languages : [...new Set([...languages, added])].sort();
}

const isInTheThree = (languages: readonly DocumentLanguage[]): boolean =>
  documentLanguages.every((each) => languages.includes(each));

/** An objection to the derestriction of minutes sets no day unless it says so. */
function extension(
  { kind, extendedBy, extensions, objectedOn }: DocumentContext,
  { days }: DocumentRestrictionExtended,
  occurredOn: string,
) {
  const isWithoutDay = kind === 'minutes' && days === undefined;
  return isWithoutDay
    ? { extensions: extensions + 1, objectedOn: earliest(objectedOn, occurredOn) }
    : {
        extensions: extensions + 1,
        extendedBy: extendedBy + (days ?? restrictionRules.extension),
      };
}

/** Whether its days, as extended, have run by a day; after an objection they do not run. */
function hasRun(document: DocumentContext, day: string): boolean {
  const last = derestrictionDay(document);
  return document.objectedOn === null && last !== undefined && last <= day;
}

const union = (some: readonly string[], more: readonly string[]): readonly string[] =>
  [...new Set([...some, ...more])].sort();

const earliest = (known: string | null, date: string): string =>
  known === null || date < known ? date : known;
