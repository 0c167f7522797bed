import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { isRefusal } from '@rapporteur/kernel';
import type { BriefQuestion } from '@rapporteur/papers';
import type { Installation } from '@rapporteur/runtime';
import type { Request, Response } from 'express';
import { TokenInAddress } from './access.guard';
import { textsIn } from './answering';
import type { Exchange } from './diagrams';
import { languageOf } from './languages';
import { DescribeBrief, DescribeCalendar, DescribeReviewBrief } from './openapi-papers';
import { papers, paperSource, sendBrief } from './papers';
import { Refused } from './problem';
import { INSTALLATION } from './tokens';

const ofEveryBrief = ['asAt', 'knownThen', 'knownOn', 'lang', 'format'] as const;

/** Papers: the review brief, and the calendar for other programs. */
@ApiTags('papers')
@ApiBearerAuth()
@Controller('api')
export class PapersController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Get('reviews/:case/brief')
  @DescribeReviewBrief()
  async reviewBrief(
    @Param('case') name: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const { asAt, knownThen, knownOn } = textsIn(query, ofEveryBrief);
    const question = { review: `review/${name}`, asAt, knownThen, knownOn };
    await this.answer(question, { request, response });
  }

  @Get('brief')
  @DescribeBrief()
  async brief(
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const { under, asAt, knownThen, knownOn } = textsIn(query, ['under', ...ofEveryBrief]);
    await this.answer({ under, asAt, knownThen, knownOn }, { request, response });
  }

  /** Calendar programs can send an address and nothing else: here alone it may hold the token. */
  @Get('calendar.ics')
  @TokenInAddress()
  @DescribeCalendar()
  async calendar(
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const { asAt, knownOn } = textsIn(query, ['asAt', 'knownOn', 'lang', 'token']);
    const language = languageOf(request);
    const { calendarFeed } = await papers();
    const { engine, parts, register } = paperSource(this.installation);
    const { obligations } = this.installation.board.open();
    const source = { engine: { reading: engine.reading, obligations }, parts, register };
    const feed = await calendarFeed(source, { asAt, knownOn }, language);
    if (isRefusal(feed)) throw new Refused(feed);
    response.setHeader('content-language', language);
    response.setHeader('vary', 'accept-language');
    response.setHeader('cache-control', 'private');
    response.type('text/calendar; charset=utf-8').send(feed.text);
  }

  private async answer(question: BriefQuestion, exchange: Exchange): Promise<void> {
    const { reviewBrief } = await papers();
    const brief = await reviewBrief(paperSource(this.installation), question);
    if (isRefusal(brief)) throw new Refused(brief);
    await sendBrief(brief, exchange);
  }
}
