import type { Engine } from '@rapporteur/engine';
import type { Response } from 'express';
import { accepted } from './answering';
import type { RequestedStep } from './step-request';

/** Records an engine step, or only checks it: then the answer is 200. */
export async function annotated(
  engine: Engine,
  { ref, body, by, check }: RequestedStep,
  response: Response,
) {
  if (!check) return accepted(await engine.annotate(ref, body, by));
  response.status(200);
  return accepted(await engine.checkAnnotation(ref, body, by));
}
