import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Installation } from '@rapporteur/runtime';
import { alertAnswer } from './alert-words';
import { INSTALLATION } from './tokens';

/** What of caused steps is for a person to see, and to settle. */
@ApiTags('alerts')
@ApiBearerAuth()
@Controller('api/alerts')
export class AlertsController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Get()
  @ApiOperation({
    summary: 'Caused steps that were refused, or that stand although their cause was corrected',
  })
  @ApiOkResponse({
    description:
      '{alerts}, each either {cause: {case, revision, id}, effect: {case, type}, code, reasons}, a caused step that was refused; or {cause: {case, revision, id}, effect: {case, revision, type}, correction: {revision, type}, message: {en, fr, es}}, one that stands although its cause was corrected or annulled',
  })
  alerts() {
    return { alerts: this.installation.engine.alerts().map(alertAnswer) };
  }
}
