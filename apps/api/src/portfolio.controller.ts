import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Installation } from '@rapporteur/runtime';
import { accepted, questionIn } from './answering';
import { DescribeDue } from './openapi-portfolio';
import { INSTALLATION } from './tokens';

/** What the passing of time brings in all cases. */
@ApiTags('board')
@ApiBearerAuth()
@Controller('api')
export class PortfolioController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Get('due')
  @DescribeDue()
  async due(@Query() query: Record<string, unknown>) {
    return accepted(await this.installation.engine.due(questionIn(query)));
  }
}
