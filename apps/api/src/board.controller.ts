import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Board } from '@rapporteur/board';
import { isPosition } from '@rapporteur/engine';
import type { Installation } from '@rapporteur/runtime';
import { accepted, onBothAxes, textsIn } from './answering';
import { DescribeBoard, DescribeChanges, DescribeLate, DescribeObligations } from './openapi-board';
import { INSTALLATION } from './tokens';

const filters = ['procedure', 'under', 'limit', 'page'] as const;

/** Questions to the read model: all cases at once. */
@ApiTags('board')
@ApiBearerAuth()
@Controller('api/board')
export class BoardController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Get()
  @DescribeBoard()
  async cases(@Query() query: Record<string, unknown>) {
    const question = textsIn(query, [...onBothAxes, 'state', ...filters]);
    const board = await this.boardAfter(question.after);
    return accepted(await board.cases(question));
  }

  @Get('changes')
  @DescribeChanges()
  async changes(@Query() query: Record<string, unknown>) {
    const ends = ['from', 'to', 'moment', 'knownFrom', 'knownOn', 'after'] as const;
    const question = textsIn(query, [...ends, ...filters]);
    const board = await this.boardAfter(question.after);
    return accepted(await board.changes(question));
  }

  @Get('obligations')
  @DescribeObligations()
  async obligations(@Query() query: Record<string, unknown>) {
    const question = textsIn(query, [...onBothAxes, 'status', ...filters]);
    const board = await this.boardAfter(question.after);
    return accepted(await board.obligations(question));
  }

  @Get('late')
  @DescribeLate()
  async late(@Query() query: Record<string, unknown>) {
    const question = textsIn(query, ['since', 'knownOn', 'after', ...filters]);
    const board = await this.boardAfter(question.after);
    return accepted(await board.late(question));
  }

  /** The board, once the steps caused up to a position have been proposed, so that it shows them. */
  private async boardAfter(after: string | undefined): Promise<Board> {
    const { board, engine } = this.installation;
    // What is no position the board refuses, in words.
    if (after !== undefined && isPosition(engine.reading, after)) await engine.settled(after);
    return board.open();
  }
}
