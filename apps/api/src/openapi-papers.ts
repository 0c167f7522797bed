import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery } from '@nestjs/swagger';
import { languages } from '@rapporteur/kernel';
import { problem } from './openapi-cases';

// What the OpenAPI document says of the papers.

const text = { type: 'string' };
const theLanguage = ApiQuery({
  name: 'lang',
  required: false,
  enum: [...languages],
  description: 'without it, the best of Accept-Language',
});
const theKnowledge = ApiQuery({
  name: 'knownOn',
  required: false,
  description: 'what is known now: date, instant or @<size of the log>; all of it without it',
});

const ofEveryBrief = [
  ApiQuery({
    name: 'format',
    required: false,
    enum: ['json', 'html', 'pdf'],
    description: 'without it, the best of Accept; JSON holds all three languages',
  }),
  theLanguage,
  ApiQuery({
    name: 'knownThen',
    required: false,
    description:
      'what was known then: date, instant or @<size of the log>; without it, at the end of the date',
  }),
  theKnowledge,
  ApiOkResponse({
    description:
      'Where each part of the decision stood, as known then and as known now with the differences marked; asked again with knownOn=@<basis.size>, the same for ever',
    content: {
      'application/json': { schema: { type: 'object' } },
      'text/html': { schema: text },
      'application/pdf': { schema: { type: 'string', format: 'binary' } },
    },
  }),
  problem(400, 'Malformed: the parameter and what would be right'),
  problem(401, 'No token'),
  problem(404, 'No such review or decision'),
];

export function DescribeReviewBrief() {
  return applyDecorators(
    ApiOperation({ summary: 'The brief of a review: the state of the decision, what changed' }),
    ApiParam({ name: 'case', example: 'ecommerce-2018-07' }),
    ApiQuery({
      name: 'asAt',
      required: false,
      description: 'date; without it, the day of the review',
    }),
    ...ofEveryBrief,
  );
}

export function DescribeBrief() {
  return applyDecorators(
    ApiOperation({ summary: 'The same brief of a decision on any date' }),
    ApiQuery({ name: 'under', required: true, example: 'decision/ecommerce' }),
    ApiQuery({ name: 'asAt', required: true, description: 'date' }),
    ...ofEveryBrief,
  );
}

export function DescribeCalendar() {
  return applyDecorators(
    ApiOperation({
      summary: 'Meetings, sessions and deadlines of all cases, for calendar programs',
      description:
        'iCalendar (RFC 5545). Calendar programs cannot send a header: on this route alone the token may stand in the address, as token=. Whoever has the address has the token: give it an office that only reads. It is never logged.',
    }),
    theLanguage,
    ApiQuery({ name: 'asAt', required: false, description: 'date; today without it' }),
    theKnowledge,
    ApiQuery({
      name: 'token',
      required: false,
      description: 'the token, for programs that cannot send an Authorization header',
    }),
    ApiOkResponse({ description: 'The calendar', content: { 'text/calendar': { schema: text } } }),
    problem(400, 'Malformed: the parameter and what would be right'),
    problem(401, 'No token'),
  );
}
