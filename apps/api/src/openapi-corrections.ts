import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiQuery } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { howToRecord, json, problem, theCase } from './openapi-cases';

// What the OpenAPI document says of corrections.

const theProposal = ApiParam({
  name: 'revision',
  schema: { type: 'integer', minimum: 0 },
  description: 'the revision of the proposal',
});

export function DescribeProposal() {
  return applyDecorators(
    ApiOperation({
      summary: 'Propose corrections of a case’s records, to be approved together',
      description:
        'Each names a record by its revision and gives the whole payload (data) or the date (occurredOn, follows) as it should be, or annul: true. Nothing counts until a second person approves. The answer lists whose verdicts would change, here and in other cases, and what the corrected steps caused elsewhere.',
    }),
    ...theCase,
    ...howToRecord,
    ApiBody({ schema: { $ref: '#/components/schemas/CorrectionProposed' } }),
    problem(404, 'No such case or record'),
  );
}

export function DescribeApprovalOfCorrection() {
  return applyDecorators(
    ApiOperation({ summary: 'Approve a proposal, as a second person: from here on it counts' }),
    ...theCase,
    theProposal,
    ...howToRecord,
    ApiBody({
      required: false,
      schema: { $ref: '#/components/schemas/CorrectionApproved' },
    }),
    problem(404, 'No such case or proposal'),
  );
}

export function DescribeRejection() {
  return applyDecorators(
    ApiOperation({ summary: 'Reject a proposal, as a second person: it changes nothing' }),
    ...theCase,
    theProposal,
    ...howToRecord,
    ApiBody({ schema: { $ref: '#/components/schemas/CorrectionRejected' } }),
    problem(404, 'No such case or proposal'),
  );
}

export function DescribeCorrections() {
  return applyDecorators(
    ApiOperation({
      summary: 'The corrections of a case that were proposed, and what became of them',
    }),
    ...theCase,
    ApiQuery({
      name: 'knownOn',
      required: false,
      description: 'date, instant or @<size of the log>; now without it',
    }),
    ApiQuery({
      name: 'after',
      required: false,
      description: 'a position: wait until the steps caused up to there have been proposed',
    }),
    ApiOkResponse({
      description: 'In the order proposed',
      content: json({ $ref: '#/components/schemas/Corrections' }),
    }),
    problem(404, 'No such case'),
  );
}

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const text = { type: 'string' };
const integer = { type: 'integer' };
const signedOff = { $ref: '#/components/schemas/SignedOff' };
const consequence = { $ref: '#/components/schemas/Consequence' };
const effect = { $ref: '#/components/schemas/Effect' };
const verdict = { oneOf: [{ type: 'boolean' }, { const: 'notComputable' }] };

/** The answers' own schemas; those of the bodies are the payloads of the engine steps. */
export const correctionSchemas: Schemas = {
  SignedOff: {
    type: 'object',
    required: ['revision', 'actor', 'recordedAt'],
    properties: {
      revision: integer,
      actor: { type: 'object', properties: { id: text, role: text, of: text } },
      recordedAt: text,
      reason: text,
    },
  },
  Consequence: {
    type: 'object',
    description: 'A step whose verdict changes; with case where it is of another',
    required: ['revision', 'type', 'rule', 'before', 'after'],
    properties: {
      case: text,
      revision: integer,
      type: text,
      rule: text,
      before: verdict,
      after: verdict,
    },
  },
  Effect: {
    type: 'object',
    description:
      'What a corrected step caused in another case, which nothing undoes by itself; without a revision, what it causes only as corrected, once that is approved',
    required: ['case', 'type', 'cause'],
    properties: { case: text, revision: integer, type: text, cause: integer },
  },
  Corrections: {
    type: 'object',
    required: ['procedure', 'case', 'knownOn', 'basis', 'corrections'],
    properties: {
      procedure: text,
      case: text,
      knownOn: text,
      basis: { type: 'object', properties: { size: integer } },
      corrections: { type: 'array', items: { $ref: '#/components/schemas/CorrectionAnswer' } },
    },
  },
  CorrectionAnswer: {
    type: 'object',
    required: ['revision', 'status', 'corrections', 'proposed'],
    properties: {
      revision: { ...integer, description: 'of the proposal' },
      status: { type: 'string', enum: ['open', 'approved', 'rejected'] },
      corrections: { type: 'array', items: { $ref: '#/components/schemas/Correction' } },
      proposed: signedOff,
      decided: signedOff,
      impact: {
        type: 'object',
        description: 'of one that is open: what approving it would change',
        properties: {
          consequences: { type: 'array', items: consequence },
          effects: { type: 'array', items: effect },
        },
      },
      impossible: {
        type: 'object',
        description: 'of one that is open: why it could not be approved as things stand',
        properties: { code: text, reasons: { type: 'array', items: { type: 'object' } } },
      },
    },
  },
};
