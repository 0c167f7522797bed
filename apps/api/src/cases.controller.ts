import { Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Question } from '@rapporteur/engine';
import { isRefusal, type Refusal } from '@rapporteur/kernel';
import type { Installation } from '@rapporteur/runtime';
import type { Response } from 'express';
import { DescribeHistory, DescribeNext, DescribeRecordStep, DescribeState } from './openapi-cases';
import { Refused } from './problem';
import { flag, requireKnown } from './request-parts';
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
}

/** The answer without its tag, or the refusal thrown to the filter. */
function accepted<A extends { readonly outcome: string }>(result: A | Refusal): Omit<A, 'outcome'> {
  if (isRefusal(result)) throw new Refused(result);
  const { outcome: _outcome, ...answer } = result;
  return answer;
}

/** A parameter given twice is no text; the question then sees it as the text it is not. */
function questionIn(query: Record<string, unknown>, more: readonly string[] = []): Question {
  requireKnown(query, ['asAt', 'moment', 'knownOn', 'after', ...more]);
  const text = (name: string) => (query[name] === undefined ? undefined : String(query[name]));
  const [asAt, moment, knownOn, after] = [
    text('asAt'),
    text('moment'),
    text('knownOn'),
    text('after'),
  ];
  return { asAt, moment, knownOn, after };
}
