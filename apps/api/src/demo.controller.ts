import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { inEach, malformed, refuse, roles, rolesOfSomething, type Text } from '@rapporteur/kernel';
import type { IncomingHttpHeaders } from 'node:http';
import { parsedActor, type DemoTokens } from './access';
import { OpenToAll } from './access.guard';
import { Refused } from './problem';
import { requireJson } from './request-parts';
import { DEMO_TOKENS } from './tokens';

/** Tokens for made-up offices; there is such a route in demo mode alone. */
@ApiTags('demo')
@OpenToAll()
@Controller('api/demo/token')
export class DemoController {
  constructor(@Inject(DEMO_TOKENS) private readonly tokens: DemoTokens) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'A token for a made-up office (demo mode only)' })
  @ApiBody({
    schema: {
      type: 'object',
      required: ['role'],
      properties: {
        role: { type: 'string', enum: [...roles] },
        of: { type: 'string', description: `needed for: ${rolesOfSomething.join(', ')}` },
        id: { type: 'string' },
      },
    },
  })
  @ApiOkResponse({ description: '{token}' })
  async token(@Body() body: unknown, @Headers() headers: IncomingHttpHeaders) {
    requireJson(headers);
    const actor = parsedActor(body);
    if (!actor) throw new Refused(refuse('invalid', malformed('role', officeWords)));
    return { token: await this.tokens.issue(actor) };
  }
}

const [known, needing] = [roles.join(', '), rolesOfSomething.join(', ')];
const sentences = {
  en: `must be one of: ${known}; and "of" says of what for: ${needing}; names are 1 to 100 letters, digits, spaces, and . : @ - _`,
  fr: `doit être l'une des valeurs: ${known}; «of» dit de quoi pour: ${needing}; les noms comptent de 1 à 100 lettres, chiffres, espaces et . : @ - _`,
  es: `debe ser uno de los valores: ${known}; «of» dice de qué para: ${needing}; los nombres tienen de 1 a 100 letras, cifras, espacios y . : @ - _`,
};
const officeWords: Text = inEach((language) => sentences[language]);
