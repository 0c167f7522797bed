import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Installation } from '@rapporteur/runtime';
import { INSTALLATION } from './tokens';

/** Caused steps that were refused: for a person to see, and to settle. */
@ApiTags('alerts')
@ApiBearerAuth()
@Controller('api/alerts')
export class AlertsController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Get()
  @ApiOperation({ summary: 'Caused steps that were refused, with the reasons' })
  @ApiOkResponse({
    description: '{alerts: [{cause: {case, revision, id}, effect: {case, type}, code, reasons}]}',
  })
  alerts() {
    const alerts = this.installation.engine.alerts().map(({ cause, effect, refusal }) => {
      const { code, reasons } = refusal;
      return { cause, effect, code, reasons };
    });
    return { alerts };
  }
}
