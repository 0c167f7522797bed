import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Installation } from '@rapporteur/runtime';
import type { Request, Response } from 'express';
import { accepted, questionIn } from './answering';
import { drawn, pathOf } from './diagrams';
import {
  DescribeHistory,
  DescribeMentions,
  DescribeNext,
  DescribeRecordStep,
  DescribeState,
} from './openapi-cases';
import { DescribeCaseDiagram } from './openapi-diagrams';
import { procedureCalled } from './procedures.controller';
import { flag } from './request-parts';
import { StepRequest, type RequestedStep } from './step-request';
import { INSTALLATION } from './tokens';

/** Cases: steps are recorded, states and histories read. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller('api/cases/:procedure/:case')
export class CasesController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Post('steps')
  @HttpCode(201)
  @DescribeRecordStep()
  async record(
    @StepRequest() { ref, body, by, check }: RequestedStep,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { engine } = this.installation;
    if (!check) return accepted(await engine.record(ref, body, by));
    response.status(200);
    return accepted(await engine.check(ref, body, by));
  }

  @Get()
  @DescribeState()
  async state(
    @Param() ref: { procedure: string; case: string },
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const answer = accepted(await this.installation.engine.stateAt(ref, questionIn(query)));
    response.setHeader('etag', `"${answer.revision}"`);
    return answer;
  }

  @Get('next')
  @DescribeNext()
  async next(
    @Param() ref: { procedure: string; case: string },
    @Query() query: Record<string, unknown>,
  ) {
    const question = questionIn(query, ['under']);
    const under = flag('under', query['under']);
    return accepted(await this.installation.engine.next(ref, { ...question, under }));
  }

  @Get('history')
  @DescribeHistory()
  async history(
    @Param() ref: { procedure: string; case: string },
    @Query() query: Record<string, unknown>,
  ) {
    return accepted(await this.installation.engine.history(ref, questionIn(query)));
  }

  @Get('mentions')
  @DescribeMentions()
  async mentions(
    @Param() ref: { procedure: string; case: string },
    @Query() query: Record<string, unknown>,
  ) {
    return accepted(await this.installation.engine.mentions(ref, questionIn(query)));
  }

  @Get('diagram.svg')
  @DescribeCaseDiagram()
  async diagram(
    @Param() ref: { procedure: string; case: string },
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const path = await pathOf(this.installation.engine, ref, questionIn(query, ['lang']));
    return drawn(procedureCalled(ref.procedure), path, { request, response });
  }
}
