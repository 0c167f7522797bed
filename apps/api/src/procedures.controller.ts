import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { inEach, refuse, xstateVersion, type Procedure, type Text } from '@rapporteur/kernel';
import { procedures, registry } from '@rapporteur/runtime';
import type { Request, Response } from 'express';
import { drawn } from './diagrams';
import { DescribeProcedureDiagram } from './openapi-diagrams';
import { Refused } from './problem';
import { requireKnown } from './request-parts';

/** The definitions, read from their locks: everything a generic client draws and asks from. */
@ApiTags('procedures')
@ApiBearerAuth()
@Controller('api/procedures')
export class ProceduresController {
  @Get()
  @ApiOperation({ summary: 'All procedures' })
  @ApiOkResponse({ description: 'A list of definitions' })
  list() {
    return procedures.map(definition);
  }

  @Get(':procedure')
  @ApiOperation({ summary: 'One procedure: machine, steps with JSON Schemas, rules, labels' })
  @ApiOkResponse({ description: 'The definition' })
  one(@Param('procedure') id: string) {
    return definition(procedureCalled(id));
  }

  @Get(':procedure/diagram.svg')
  @DescribeProcedureDiagram()
  async diagram(
    @Param('procedure') id: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    requireKnown(query, ['lang']);
    return drawn(procedureCalled(id), undefined, { request, response });
  }
}

/** @throws Refused when there is none of this name */
export function procedureCalled(id: string): Procedure {
  const procedure = registry.get(id);
  if (!procedure) throw new Refused(noProcedure(id));
  return procedure;
}

function definition(procedure: Procedure) {
  const { id, version, lock, labels, links } = procedure;
  return {
    id,
    version,
    hash: lock.hash,
    xstate: xstateVersion,
    labels,
    links,
    machine: lock.machine,
    steps: Object.entries(procedure.steps).map(([type, { by, cite }]) => ({
      type,
      schema: lock.schemas[type],
      by,
      cite,
      labels: inEach((language) => labels[language].steps[type] ?? type),
    })),
    rules: procedure.rules.map(({ id: rule, grade, cite, text, on }) => ({
      id: rule,
      grade,
      cite,
      text,
      on,
    })),
  };
}

function noProcedure(id: string) {
  const known = [...registry.keys()].join(', ');
  const words: Text = {
    en: `There is no procedure ${id}; there are: ${known}.`,
    fr: `Il n'existe pas de procédure ${id}; il existe: ${known}.`,
    es: `No existe el procedimiento ${id}; existen: ${known}.`,
  };
  return refuse('notFound', { rule: 'procedure.exists', grade: 'structural', message: words });
}
