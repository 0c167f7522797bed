import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { largestBatch } from '@rapporteur/engine';
import { howToRecord, theQuestion } from './openapi-cases';

// What the OpenAPI document says of the routes that concern all cases.

export function DescribeDue() {
  return applyDecorators(
    ApiOperation({ summary: 'The steps that the passing of time brings, by the end of a day' }),
    ...theQuestion,
    ApiOkResponse({
      description:
        '{asAt, knownOn, basis, steps: [{case, type, occurredOn, data, confirm}]}; with confirm the clock only draws attention and the Secretariat records',
    }),
  );
}

export function DescribeRecordSteps() {
  const step = {
    allOf: [
      { type: 'object', required: ['case'], properties: { case: { type: 'string' } } },
      { $ref: '#/components/schemas/StepProposal' },
    ],
  };
  return applyDecorators(
    ApiOperation({
      summary: `Record up to ${largestBatch} steps, in their order: all or none`,
      description:
        'Every step is tried first, after those before it and what they cause. If one is impossible, none is recorded and every problem is named: its reasons have the field steps[i].',
    }),
    ...howToRecord,
    ApiBody({
      schema: {
        type: 'object',
        required: ['steps'],
        properties: { steps: { type: 'array', minItems: 1, maxItems: largestBatch, items: step } },
      },
    }),
  );
}
