import { Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Installation } from '@rapporteur/runtime';
import type { Response } from 'express';
import { annotated } from './annotating';
import { DescribeApproval, DescribeEvidence, DescribeNote } from './openapi-cases';
import { aboutRecord, requestBody } from './request-parts';
import { StepRequest, type RequestedStep } from './step-request';
import { INSTALLATION } from './tokens';

/** Engine steps: what is known of a case's records beyond what happened in it. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller('api/cases/:procedure/:case')
export class AnnotationsController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Post('records/:revision/evidence')
  @HttpCode(201)
  @DescribeEvidence()
  evidence(
    @StepRequest() request: RequestedStep,
    @Param('revision') revision: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const data = aboutRecord(revision, request.body);
    return this.annotate({ ...request, body: { type: 'record.evidenceAdded', data } }, response);
  }

  @Post('records/:revision/approval')
  @HttpCode(201)
  @DescribeApproval()
  approval(
    @StepRequest() request: RequestedStep,
    @Param('revision') revision: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const type = 'record.irregularityApproved';
    const data = aboutRecord(revision, request.body);
    return this.annotate({ ...request, body: { type, data } }, response);
  }

  @Post('notes')
  @HttpCode(201)
  @DescribeNote()
  note(@StepRequest() request: RequestedStep, @Res({ passthrough: true }) response: Response) {
    const data = requestBody(request.body);
    return this.annotate({ ...request, body: { type: 'record.noted', data } }, response);
  }

  private annotate(request: RequestedStep, response: Response) {
    return annotated(this.installation.engine, request, response);
  }
}
