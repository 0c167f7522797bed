import { Controller, Get, Headers, Inject } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Installation } from '@rapporteur/runtime';
import { OpenToAll } from './access.guard';
import { preferredLanguage } from './languages';
import { INSTALLATION } from './tokens';

/** Which register this store holds: a live one, or a rehearsal. */
@ApiTags('register')
@OpenToAll()
@Controller('api/register')
export class RegisterController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Get()
  @ApiOperation({ summary: 'The register, its label, whether it is simulated, and its today' })
  @ApiHeader({ name: 'accept-language', required: false })
  @ApiOkResponse({ description: '{id, label, labels, simulated, today}' })
  register(@Headers('accept-language') wishes?: string) {
    const { id, label, simulated, today } = this.installation.register();
    return { id, label: label[preferredLanguage(wishes)], labels: label, simulated, today };
  }
}
