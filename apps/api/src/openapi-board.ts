import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { obligationStatuses } from '@rapporteur/kernel';
import { json, problem, theQuestion } from './openapi-cases';

// What the OpenAPI document says of the questions to all cases at once.

const filters = [
  ApiQuery({ name: 'procedure', required: false, description: 'cases of this procedure only' }),
  ApiQuery({
    name: 'under',
    required: false,
    example: 'decision/ecommerce',
    description: 'this case only and, by their links, all cases under it',
  }),
  ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 1000 },
    description: 'how many to a page',
  }),
  ApiQuery({
    name: 'page',
    required: false,
    description: 'the `next` of the page before; all pages rest on the same records',
  }),
];

const answers = [
  problem(400, 'Malformed: the parameter and what would be right'),
  problem(401, 'No token'),
  problem(404, 'No such procedure or case'),
  problem(503, 'The board is still being built from the log; ask again'),
];

const answer = (name: string, description: string) =>
  ApiOkResponse({ description, content: json({ $ref: `#/components/schemas/${name}` }) });

export function DescribeBoard() {
  return applyDecorators(
    ApiOperation({
      summary:
        'Where all cases stand as at a date, as known on a date, and how many in which state',
      description:
        'Cases in the order in which they were opened, 100 to a page; those that had not begun, or were not known, are not among them. Counts are over all that fit, not the page.',
    }),
    ...theQuestion,
    ApiQuery({
      name: 'state',
      required: false,
      example: 'established.activity',
      description: 'the dotted path of a state or region: cases that are in it',
    }),
    ...filters,
    answer('CasesAnswer', 'Asked again with knownOn=@<basis.size>, the same for ever'),
    ...answers,
  );
}

export function DescribeChanges() {
  const date = (name: string, description: string) =>
    ApiQuery({ name, required: false, description });
  return applyDecorators(
    ApiOperation({
      summary: 'What changed between two dates, or between two states of knowledge, in words',
      description:
        'Compares each case at the end of `from` as known on `knownFrom` with the end of `to` as known on `knownOn`, and names the steps that brought the change about.',
    }),
    date('from', 'date; with knownFrom alone, the same as to'),
    date('to', 'date; today without it'),
    date('moment', 'opening: both dates at their beginning'),
    date('knownFrom', 'date, instant or @<size>; the same as knownOn without it'),
    date('knownOn', 'date, instant or @<size>; now without it'),
    date('after', 'a position: wait until the board holds what was recorded up to there'),
    ...filters,
    answer('ChangesAnswer', 'The cases that differ, in the order in which they were opened'),
    ...answers,
  );
}

export function DescribeObligations() {
  return applyDecorators(
    ApiOperation({ summary: 'The deadlines of all cases as at a date, as known on a date' }),
    ...theQuestion,
    ApiQuery({ name: 'status', required: false, enum: [...obligationStatuses] }),
    ...filters,
    answer(
      'ObligationsAnswer',
      'Nearest end first, then those without a date; without limit and page all of them',
    ),
    ...answers,
  );
}

export function DescribeLate() {
  return applyDecorators(
    ApiOperation({
      summary: 'What was recorded late, and what was corrected, since a date, with the delays',
    }),
    ApiQuery({
      name: 'since',
      required: false,
      description:
        'date, instant or @<size>: recorded after what was known then; from the beginning without it',
    }),
    ApiQuery({
      name: 'knownOn',
      required: false,
      description: 'date, instant or @<size>; now without it',
    }),
    ApiQuery({
      name: 'after',
      required: false,
      description: 'a position: wait until the board holds what was recorded up to there',
    }),
    ...filters,
    answer('LateAnswer', 'In the order recorded; a page holds some of both lists'),
    ...answers,
  );
}
