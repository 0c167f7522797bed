import { Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Installation } from '@rapporteur/runtime';
import type { Response } from 'express';
import { annotated } from './annotating';
import { accepted, textsIn } from './answering';
import {
  DescribeApprovalOfCorrection,
  DescribeCorrections,
  DescribeProposal,
  DescribeRejection,
} from './openapi-corrections';
import { aboutRecord, requestBody } from './request-parts';
import { StepRequest, type RequestedStep } from './step-request';
import { INSTALLATION } from './tokens';

/** Corrections of a case: proposed by one person, approved or rejected by a second. */
@ApiTags('corrections')
@ApiBearerAuth()
@Controller('api/cases/:procedure/:case/corrections')
export class CorrectionsController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Get()
  @DescribeCorrections()
  async corrections(
    @Param() ref: { procedure: string; case: string },
    @Query() query: Record<string, unknown>,
  ) {
    const question = textsIn(query, ['knownOn', 'after']);
    return accepted(await this.installation.engine.corrections(ref, question));
  }

  @Post()
  @HttpCode(201)
  @DescribeProposal()
  propose(@StepRequest() request: RequestedStep, @Res({ passthrough: true }) response: Response) {
    const data = requestBody(request.body);
    return this.annotate(request, { type: 'record.correctionProposed', data }, response);
  }

  /** Whether it corrects or annuls is in the proposal; the engine records the step that it is. */
  @Post(':revision/approval')
  @HttpCode(201)
  @DescribeApprovalOfCorrection()
  approve(
    @StepRequest() request: RequestedStep,
    @Param('revision') revision: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const data = aboutRecord(revision, request.body, 'proposal');
    return this.annotate(request, { type: 'record.corrected', data }, response);
  }

  @Post(':revision/rejection')
  @HttpCode(201)
  @DescribeRejection()
  reject(
    @StepRequest() request: RequestedStep,
    @Param('revision') revision: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const data = aboutRecord(revision, request.body, 'proposal');
    return this.annotate(request, { type: 'record.correctionRejected', data }, response);
  }

  private annotate(request: RequestedStep, body: object, response: Response) {
    return annotated(this.installation.engine, { ...request, body }, response);
  }
}
