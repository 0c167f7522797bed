import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import {
  engineSteps,
  payloadSchema,
  refusalCodes,
  StepProposal,
  type PayloadClass,
} from '@rapporteur/kernel';
import { boardSchemas } from './openapi-board-schemas';
import { correctionSchemas } from './openapi-corrections';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Serves the OpenAPI 3.1 document at /api/openapi.json and a page to try it at /api/docs. */
export function serveOpenApi(app: INestApplication): void {
  const builder = new DocumentBuilder()
    .setTitle('Rapporteur')
    .setDescription('Procedural decisions, recorded, asked for as at any date, and proved.')
    .setVersion('0')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  const document = () => {
    const found = SwaggerModule.createDocument(app, builder);
    return { ...found, components: { ...found.components, schemas: schemas() } };
  };
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Rapporteur',
  });
}

const text = { type: 'string' };
const state = {
  description: 'A state value: text, or an object of regions',
  oneOf: [text, { type: 'object', additionalProperties: true }],
};

function schemas(): Schemas {
  const { nested, proposal } = bodySchemas(StepProposal);
  return {
    ...nested,
    ...engineStepSchemas(),
    ...correctionSchemas,
    ...boardSchemas,
    StepProposal: proposal,
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'detail', 'code', 'reasons'],
      properties: {
        type: text,
        title: text,
        status: { type: 'integer' },
        detail: text,
        code: { type: 'string', description: `one of ${refusalCodes.join(', ')}, or of the door` },
        reasons: { type: 'array', items: { type: 'object' } },
        revision: { type: 'integer' },
      },
    },
    Recorded: {
      type: 'object',
      properties: {
        case: text,
        revision: { type: 'integer' },
        position: text,
        from: state,
        to: state,
        verdicts: { type: 'object', additionalProperties: true },
        consequences: { type: 'array', items: { $ref: '#/components/schemas/Consequence' } },
        causes: {
          type: 'array',
          items: { type: 'object', properties: { case: text, type: text } },
        },
        effects: {
          type: 'array',
          description: 'of a correction, where there are any',
          items: { $ref: '#/components/schemas/Effect' },
        },
      },
    },
    CaseState: {
      type: 'object',
      properties: {
        procedure: text,
        case: text,
        revision: { type: 'integer' },
        state,
        context: { type: ['object', 'null'] },
        asAt: text,
        knownOn: text,
        basis: { type: 'object', properties: { size: { type: 'integer' } } },
        provisional: { type: 'boolean' },
        links: { type: 'object', additionalProperties: text },
      },
    },
  };
}

/** A body's own schema, its parts moved to where an OpenAPI document has them. */
function bodySchemas(body: PayloadClass): { proposal: object; nested: Schemas } {
  const moved: unknown = JSON.parse(
    JSON.stringify(payloadSchema(body)).replaceAll('#/$defs/', '#/components/schemas/'),
  );
  const { $defs, $schema, ...proposal } = isObject(moved) ? moved : {};
  return { proposal, nested: isObject($defs) ? $defs : {} };
}

/** What of an engine step's payload is in the address. */
const inAddress = ['revision', 'proposal'];

/** The bodies of the engine steps: their payloads, without the revision, which is in the address. */
function engineStepSchemas(): Schemas {
  const schemas = Object.values(engineSteps).map(({ payload }) => {
    const { proposal, nested } = bodySchemas(payload);
    const { properties, required, ...rest } = isObject(proposal) ? proposal : {};
    const members = Object.entries(properties ?? {}).filter(([name]) => !inAddress.includes(name));
    const needed = Object.values(required ?? {}).filter(
      (name) => typeof name !== 'string' || !inAddress.includes(name),
    );
    const own = {
      ...rest,
      properties: Object.fromEntries(members),
      ...(needed.length > 0 ? { required: needed } : {}),
    };
    return { ...nested, [payload.name]: own };
  });
  return Object.assign({}, ...schemas);
}

function isObject(value: unknown): value is Record<string, Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
