import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Question } from '@rapporteur/engine';
import { isRefusal, type Actor, type Refusal } from '@rapporteur/kernel';
import type { Installation } from '@rapporteur/runtime';
import type { Response } from 'express';
import { RequestActor } from './access.guard';
import { DescribeHistory, DescribeNext, DescribeRecordStep, DescribeState } from './openapi-cases';
import { Refused } from './problem';
import { flag, idempotencyKey, ifMatchRevision, requireJson } from './request-parts';
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
    @Param() ref: { procedure: string; case: string },
    @Body() body: unknown,
    @RequestActor() actor: Actor,
    @Headers() headers: Record<string, string | undefined>,
  ) {
    requireJson(headers['content-type']);
    const key = idempotencyKey(headers['idempotency-key']);
    const ifMatch = ifMatchRevision(headers['if-match']);
    const { engine } = this.installation;
    const result = await engine.record(ref, body, {
      actor,
      ...(key === undefined ? {} : { key }),
      ...(ifMatch === undefined ? {} : { ifMatch }),
    });
    return accepted(result);
  }

  @Get()
  @DescribeState()
  async state(
    @Param() ref: { procedure: string; case: string },
    @Query() question: Question,
    @Res({ passthrough: true }) response: Response,
  ) {
    const answer = accepted(await this.installation.engine.stateAt(ref, plain(question)));
    response.setHeader('etag', `"${answer.revision}"`);
    return answer;
  }

  @Get('next')
  @DescribeNext()
  async next(
    @Param() ref: { procedure: string; case: string },
    @Query() question: Question & { under?: string },
  ) {
    const under = flag('under', question.under);
    return accepted(await this.installation.engine.next(ref, { ...plain(question), under }));
  }

  @Get('history')
  @DescribeHistory()
  async history(@Param() ref: { procedure: string; case: string }, @Query() question: Question) {
    return accepted(await this.installation.engine.history(ref, plain(question)));
  }
}

/** The answer without its tag, or the refusal thrown to the filter. */
function accepted<A extends { readonly outcome: string }>(result: A | Refusal): Omit<A, 'outcome'> {
  if (isRefusal(result)) throw new Refused(result);
  const { outcome: _outcome, ...answer } = result;
  return answer;
}

/** A parameter given twice is no text; the question then sees it as the text it is not. */
function plain({ asAt, moment, knownOn, after }: Question): Question {
  const text = (value: unknown) => (value === undefined ? undefined : String(value));
  return { asAt: text(asAt), moment: text(moment), knownOn: text(knownOn), after: text(after) };
}
