import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Installation } from '@rapporteur/runtime';
import type { Response } from 'express';
import { OpenToAll } from './access.guard';
import { INSTALLATION } from './tokens';

/** For whoever watches over the process. */
@ApiTags('operations')
@OpenToAll()
@Controller('health')
export class HealthController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  @ApiOkResponse({ description: '{status: "live"}' })
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'The log is being followed; 503 and the ill part otherwise' })
  @ApiOkResponse({
    description:
      '{status, log: {following, size}, board: {following, size}, alerts}; while the board is being built from the log its own answers are 503, and all others are ready',
  })
  ready(@Res({ passthrough: true }) response: Response) {
    const { engine, board } = this.installation;
    const following = engine.isFollowing();
    response.status(following ? 200 : 503);
    return {
      status: following ? 'ready' : 'notReady',
      log: { following, size: engine.log.size },
      board: board.progress() ?? { following: false, size: 0 },
      alerts: engine.alerts().length,
    };
  }
}
