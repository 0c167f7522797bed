import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Installation } from '@rapporteur/runtime';
import { accepted, questionIn } from './answering';
import { DescribeDue, DescribeObligations } from './openapi-portfolio';
import { INSTALLATION } from './tokens';

/** Questions to all cases at once. */
@ApiTags('board')
@ApiBearerAuth()
@Controller('api')
export class PortfolioController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Get('board/obligations')
  @DescribeObligations()
  async obligations(@Query() query: Record<string, unknown>) {
    return accepted(await this.installation.engine.obligations(questionIn(query)));
  }

  @Get('due')
  @DescribeDue()
  async due(@Query() query: Record<string, unknown>) {
    return accepted(await this.installation.engine.due(questionIn(query)));
  }
}
