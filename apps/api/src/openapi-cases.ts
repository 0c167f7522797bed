import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
} from '@nestjs/swagger';

// What the OpenAPI document says of the routes of a case.

export const theCase = [
  ApiParam({ name: 'procedure', example: 'decision' }),
  ApiParam({ name: 'case', example: 'ecommerce' }),
];

/** A problem that a route may answer with. */
export const problem = (status: number, description: string) =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });

export const theQuestion = [
  ApiQuery({ name: 'asAt', required: false, description: 'date; today without it' }),
  ApiQuery({ name: 'moment', required: false, enum: ['opening', 'close'] }),
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
];

/** An answer in JSON. */
export const json = (schema: object) => ({ 'application/json': { schema } });

export const howToRecord = [
  ApiQuery({
    name: 'check',
    required: false,
    enum: ['true', 'false'],
    description: 'true: decide everything, record nothing, and answer 200',
  }),
  ApiHeader({ name: 'Idempotency-Key', required: false }),
  ApiHeader({ name: 'If-Match', required: false, description: '"<revision>" that you saw' }),
  ApiCreatedResponse({
    description: 'Recorded; repeated under the same key, the same answer',
    content: json({ $ref: '#/components/schemas/Recorded' }),
  }),
  problem(400, 'Malformed: the field and what would be right'),
  problem(401, 'No token'),
  problem(403, 'Another’s act: whose it is'),
  problem(409, 'Not possible: the rule, its paragraph, the reason in three languages'),
  problem(412, 'The case has moved on from the revision of If-Match'),
  problem(413, 'Larger than an event may be'),
  problem(422, 'The Idempotency-Key belongs to another request'),
];

export function DescribeRecordStep() {
  return applyDecorators(
    ApiOperation({ summary: 'Record a step; the first one opens the case' }),
    ...theCase,
    ...howToRecord,
    ApiBody({ schema: { $ref: '#/components/schemas/StepProposal' } }),
  );
}

const theRecord = ApiParam({
  name: 'revision',
  schema: { type: 'integer', minimum: 0 },
  description: 'the record that is meant, a step of the procedure',
});

export function DescribeEvidence() {
  return applyDecorators(
    ApiOperation({
      summary: 'Add the documents that bear out a record: it is provisional no longer',
    }),
    ...theCase,
    theRecord,
    ...howToRecord,
    ApiBody({ schema: { $ref: '#/components/schemas/EvidenceAdded' } }),
    problem(404, 'No such case or record'),
  );
}

export function DescribeApproval() {
  return applyDecorators(
    ApiOperation({ summary: 'Approve an irregular record, as a second person' }),
    ...theCase,
    theRecord,
    ...howToRecord,
    ApiBody({ schema: { $ref: '#/components/schemas/IrregularityApproved' } }),
    problem(404, 'No such case or record'),
  );
}

export function DescribeNote() {
  return applyDecorators(
    ApiOperation({ summary: 'Note something on a case; it changes nothing' }),
    ...theCase,
    ...howToRecord,
    ApiBody({ schema: { $ref: '#/components/schemas/Noted' } }),
    problem(404, 'No such case'),
  );
}

export function DescribeState() {
  return applyDecorators(
    ApiOperation({ summary: 'Where a case stands as at a date, as known on a date' }),
    ...theCase,
    ...theQuestion,
    ApiOkResponse({
      description: 'The state; `beforeLog` before the first record',
      content: json({ $ref: '#/components/schemas/CaseState' }),
    }),
    problem(404, 'No such case'),
  );
}

export function DescribeNext() {
  return applyDecorators(
    ApiOperation({ summary: 'What now: where each step of a case stands, with reasons' }),
    ...theCase,
    ...theQuestion,
    ApiQuery({
      name: 'under',
      required: false,
      enum: ['true', 'false'],
      description: 'true: also of all cases that link to this one, or to one that does',
    }),
    ApiOkResponse({
      description:
        '{steps: [{type, status, by, reasons}], under?}; status is done, caused (a duty now), allowed, notYet or notNow',
    }),
    problem(404, 'No such case'),
  );
}

export function DescribeHistory() {
  return applyDecorators(
    ApiOperation({ summary: 'The records of a case, in the order recorded' }),
    ...theCase,
    ...theQuestion,
    ApiOkResponse({
      description:
        '{records}, each with its position, index and place in effective order; provisional until evidence is known; evidence: [{revision, documents}] with the revision that added it; of an irregular step irregularity: {approved: {revision, actor, recordedAt, reason?}} or {unapproved: true}; corrections: [{data?, occurredOn?, follows?, annul?, status, proposed: {revision, actor, recordedAt, reason}, decided?}], every one that was proposed; annulled: true of a step that counts no more; corrected: {occurredOn, data, follows?}, what counts instead of what was recorded. The record itself is never changed',
    }),
    problem(404, 'No such case'),
  );
}

export function DescribeMentions() {
  return applyDecorators(
    ApiOperation({
      summary: 'The records that name a case: of a meeting, what was recorded as taken at it',
    }),
    ...theCase,
    ...theQuestion,
    ApiOkResponse({
      description:
        '{records}, in log order: {case, revision, type, occurredOn, recordedAt, decision?, position, index, provisional, evidence?, irregularity?}',
    }),
    problem(404, 'No such case'),
  );
}
