import { Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { parseBatch, type Batch } from '@rapporteur/engine';
import { inEach, isRefusal, malformed, refuse, type Reason } from '@rapporteur/kernel';
import type { Installation } from '@rapporteur/runtime';
import type { Response } from 'express';
import { DescribeRecordSteps } from './openapi-portfolio';
import { Refused } from './problem';
import { StepRequest, type RequestedStep } from './step-request';
import { INSTALLATION } from './tokens';

/** Many steps at once, in one case or in several: all of them, or none. */
@ApiTags('cases')
@ApiBearerAuth()
@Controller('api/steps')
export class StepsController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Post()
  @HttpCode(201)
  @DescribeRecordSteps()
  async recordAll(
    @StepRequest() { body, by, check }: RequestedStep,
    @Res({ passthrough: true }) response: Response,
  ) {
    if (by.ifMatch !== undefined) {
      throw new Refused(refuse('invalid', malformed('If-Match', ifMatchWords)));
    }
    const steps = parseBatch(body);
    if ('outcome' in steps) throw new Refused(steps);
    const { actor, key } = by;
    const request = { actor, checkOnly: check, ...(key === undefined ? {} : { key }) };
    const batch = await this.installation.engine.recordAll(steps, request);
    if (check) response.status(200);
    return accepted(batch);
  }
}

const ifMatchSentences = {
  en: 'names the revision of one case and cannot be sent with many steps',
  fr: "désigne la révision d'un seul dossier et ne peut accompagner plusieurs actes",
  es: 'indica la revisión de un solo expediente y no puede acompañar a varios trámites',
};
const ifMatchWords = inEach((language) => ifMatchSentences[language]);

/** The answers in the order of the steps, or every problem, each with the place of its step. */
function accepted(batch: Batch) {
  if (isRefused(batch)) throw new Refused(refusalOf(batch));
  return { steps: batch.steps.map(({ outcome: _outcome, ...answer }) => answer) };
}

type RefusedBatch = Extract<Batch, { readonly outcome: 'refused' }>;

const isRefused = (batch: Batch): batch is RefusedBatch => isRefusal(batch);

function refusalOf({ problems, recorded }: RefusedBatch) {
  const [first] = problems;
  const reasons = problems.flatMap(({ index, refusal }) =>
    refusal.reasons.map((reason): Reason => {
      const within = reason.field === undefined ? '' : `.${reason.field}`;
      return { ...reason, field: `steps[${index}]${within}` };
    }),
  );
  return {
    code: first?.refusal.code ?? 'invalid',
    reasons,
    problems: problems.map(({ index, case: name, refusal: { code } }) => ({
      index,
      case: name,
      code,
    })),
    recorded: recorded.length,
  };
}
