import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { languages } from '@rapporteur/kernel';
import { problem, theQuestion } from './openapi-cases';

// What the OpenAPI document says of the pictures.

const svg = { 'image/svg+xml': { schema: { type: 'string' } } };

const thePicture = [
  ApiParam({ name: 'procedure', example: 'decision' }),
  ApiQuery({
    name: 'lang',
    required: false,
    enum: [...languages],
    description: 'without it, the best of Accept-Language',
  }),
  ApiOkResponse({ description: 'SVG, for light and dark screens and for print', content: svg }),
  ApiResponse({ status: 304, description: 'It is still the picture of If-None-Match' }),
  problem(400, 'Malformed: the parameter and what would be right'),
  problem(401, 'No token'),
];

export function DescribeProcedureDiagram() {
  return applyDecorators(
    ApiOperation({ summary: 'A procedure as a statechart' }),
    ...thePicture,
    problem(404, 'No such procedure'),
  );
}

export function DescribeCaseDiagram() {
  return applyDecorators(
    ApiOperation({ summary: 'The statechart of a case: where it stands, the path it took' }),
    ApiParam({ name: 'case', example: 'ecommerce' }),
    ...theQuestion,
    ...thePicture,
    problem(404, 'No such case'),
  );
}
