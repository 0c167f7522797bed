import { diagramOf, type CasePath, type Diagram } from '@rapporteur/diagram';
import type { Engine, Question } from '@rapporteur/engine';
import { sha256, type CaseRef, type Language, type Procedure } from '@rapporteur/kernel';
import type { Request, Response } from 'express';
import { accepted } from './answering';
import { languageOf } from './languages';

/** A request for a picture, and the response to fill. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/**
 * The picture of a procedure, with the path of a case when there is one; the headers are set. Who
 * has the same picture already is answered 304 by Express.
 */
export async function drawn(
  procedure: Procedure,
  path: CasePath | undefined,
  { request, response }: Exchange,
): Promise<string> {
  const language = languageOf(request);
  const svg = (await laidOut(procedure, language)).draw(path);
  response.setHeader('content-type', 'image/svg+xml; charset=utf-8');
  response.setHeader('content-language', language);
  response.setHeader('vary', 'accept-language');
  response.setHeader('etag', `"${sha256(svg)}"`);
  return svg;
}

/** The path of a case, in effective order; undefined when nothing had happened, or was known. */
export async function pathOf(
  engine: Engine,
  ref: CaseRef,
  question: Question,
): Promise<CasePath | undefined> {
  const { state, basis } = accepted(await engine.stateAt(ref, question));
  if (state === 'beforeLog') return undefined;
  // What is recorded between the two answers belongs to neither.
  const sameLog = { ...question, knownOn: `@${basis.size}` };
  const { records } = accepted(await engine.history(ref, sameLog));
  const steps = records
    .flatMap(({ place, type, metadata: { from, to } }) =>
      place === undefined ? [] : [{ place, type, from, to }],
    )
    .sort((a, b) => a.place - b.place);
  return { now: state, steps };
}

/** Layouts take long and are the same for every case; a definition has its own in each language. */
const layouts = new Map<string, Promise<Diagram>>();

function laidOut({ id, lock, labels }: Procedure, language: Language): Promise<Diagram> {
  const key = `${id} ${lock.hash} ${language}`;
  const known = layouts.get(key);
  if (known) return known;
  const made = diagramOf({ machine: lock.machine, labels: labels[language], language });
  layouts.set(key, made);
  return made;
}
