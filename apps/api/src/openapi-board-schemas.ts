import type { OpenAPIObject } from '@nestjs/swagger';
import { obligationStatuses } from '@rapporteur/kernel';

// The schemas of what the board answers.

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Properties = Readonly<Record<string, object>>;

const text = { type: 'string' };
const integer = { type: 'integer' };
const flag = { type: 'boolean' };
const list = (items: object) => ({ type: 'array', items });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const onlyTrue = (description: string) => ({ const: true, description });

/** An object whose optional members are marked with a question mark. */
function object(members: Properties, description?: string) {
  const entries = Object.entries(members).map(
    ([name, schema]) => [name.replace('?', ''), schema] as const,
  );
  return {
    type: 'object' as const,
    ...(description === undefined ? {} : { description }),
    required: Object.keys(members).filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(entries),
  };
}

const state = {
  description: 'A state value: text, or an object of regions',
  oneOf: [text, { type: 'object', additionalProperties: true }],
};
const next = { type: 'string', description: 'asks for the page that follows; not on the last' };
const onBothAxes = {
  asAt: text,
  'moment?': { const: 'opening' },
  knownOn: text,
  basis: object({ size: integer }),
};
const counts = object(
  Object.fromEntries(obligationStatuses.map((status) => [status, integer])),
  'over the procedure and the cases asked about, whatever status was asked for',
);
const changedStep = object({
  revision: integer,
  type: text,
  occurredOn: text,
  recordedAt: text,
  'late?': { type: 'integer', description: 'days from its date to the day it was recorded' },
  'corrected?': object({
    approval: integer,
    recordedAt: text,
    'annulled?': onlyTrue('the step counts no more'),
    'occurredOn?': text,
  }),
});
const content = object({ occurredOn: text, data: { type: 'object' } });
const lateEntry = object({
  case: text,
  procedure: text,
  index: integer,
  revision: integer,
  type: text,
  occurredOn: text,
  recordedAt: text,
  actor: { type: 'object' },
  delay: { type: 'integer', description: 'days' },
  provisional: flag,
  'irregularity?': { type: 'object', description: '{approved} or {unapproved: true}' },
  'annulled?': onlyTrue('annulled since: the step counts no more'),
  'corrected?': object({ occurredOn: text }),
  words: ref('Text'),
});
const correction = object({
  case: text,
  procedure: text,
  index: integer,
  proposal: integer,
  status: { type: 'string', enum: ['open', 'approved', 'rejected'] },
  proposed: ref('SignedOff'),
  'decided?': ref('SignedOff'),
  corrections: list(
    object({
      revision: integer,
      type: text,
      before: content,
      'after?': content,
      delay: { type: 'integer', description: 'days' },
    }),
  ),
  words: ref('Text'),
});

export const boardSchemas: Schemas = {
  Text: object({ en: text, fr: text, es: text }),
  CasesAnswer: object({
    ...onBothAxes,
    counts: list(object({ procedure: text, state, count: integer })),
    cases: list(object({ case: text, procedure: text, state, revision: integer })),
    'next?': next,
  }),
  ChangesAnswer: object({
    from: text,
    to: text,
    'moment?': { const: 'opening' },
    knownFrom: text,
    knownOn: text,
    basis: object({ size: integer, sizeFrom: integer }),
    changes: list(
      object({
        case: text,
        procedure: text,
        from: state,
        to: state,
        'sameState?': onlyTrue('steps were taken or corrected, but the state is the same'),
        steps: list(changedStep),
        words: ref('Text'),
      }),
    ),
    'next?': next,
  }),
  ObligationsAnswer: object({
    ...onBothAxes,
    counts,
    obligations: list(ref('Obligation')),
    'next?': next,
  }),
  Obligation: object({
    case: text,
    procedure: text,
    deadline: text,
    number: { type: 'string', description: 'as the decision’s duties are numbered: D1a' },
    step: text,
    cite: { type: 'object' },
    duty: ref('Text'),
    soft: { type: 'boolean', description: 'best endeavours' },
    status: { type: 'string', enum: [...obligationStatuses] },
    windows: list(
      object({
        'from?': text,
        to: text,
        'anchor?': text,
        'reading?': ref('Text'),
        'because?': ref('Text'),
      }),
    ),
    isContested: flag,
    isBreached: flag,
    'awaitedSince?': text,
    'metOn?': text,
    'supersededOn?': text,
    sentence: ref('Text'),
  }),
  LateAnswer: object({
    since: text,
    knownOn: text,
    basis: object({ size: integer, sizeSince: integer }),
    late: list(lateEntry),
    corrections: list(correction),
    'next?': next,
  }),
};
