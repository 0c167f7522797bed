import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { EventTooLarge, StoreUnavailable } from '@rapporteur/engine';
import { malformed, refuse, type Text } from '@rapporteur/kernel';
import type { Request, Response } from 'express';
import { preferredLanguage } from './languages';
import { problemOf, Refused, refusedAtTheDoor, type ProblemSource } from './problem';

/** Answers every failure with problem details; what was not expected is logged, never shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly report: (line: string) => void) {}

  catch(failure: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const source = this.sourceOf(failure, request);
    const problem = problemOf(source, preferredLanguage(request.headers['accept-language']));
    if (problem.code === 'unauthenticated') response.setHeader('www-authenticate', 'Bearer');
    if (problem.code === 'unavailable') response.setHeader('retry-after', '1');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private sourceOf(failure: unknown, request: Request): ProblemSource {
    if (failure instanceof Refused) return failure.refusal;
    if (failure instanceof StoreUnavailable) return refusedAtTheDoor('unavailable').refusal;
    if (failure instanceof EventTooLarge) return refuse('tooLarge');
    const parsing = bodyProblem(failure);
    if (parsing) return parsing;
    if (failure instanceof HttpException && failure.getStatus() === 404)
      return noSuchRoute(request);
    if (failure instanceof HttpException && failure.getStatus() < 500) {
      return refuse('invalid', malformed('request', plainWords(failure.message)));
    }
    this.report(`${request.method} ${request.path}: ${describe(failure)}`);
    return refusedAtTheDoor('fault').refusal;
  }
}

function describe(failure: unknown): string {
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}

/** What Express's body parser refuses: too large, or not JSON. */
function bodyProblem(failure: unknown): ProblemSource | undefined {
  const inner: unknown = failure instanceof HttpException ? (failure.cause ?? failure) : failure;
  if (typeof inner !== 'object' || inner === null || !('type' in inner)) return undefined;
  if (inner.type === 'entity.too.large')
    return refuse('tooLarge', malformed('body', tooLargeWords));
  return typeof inner.type === 'string' && /^(entity|encoding|charset|request)\./.test(inner.type)
    ? refuse('invalid', malformed('body', notJsonWords))
    : undefined;
}

function noSuchRoute(request: Request): ProblemSource {
  const where = `${request.method} ${request.path}`;
  return refuse('notFound', {
    rule: 'route.exists',
    grade: 'structural',
    message: {
      en: `There is nothing at ${where}; /api/docs lists what there is.`,
      fr: `Il n'y a rien à ${where}; /api/docs énumère ce qui existe.`,
      es: `No hay nada en ${where}; /api/docs enumera lo que existe.`,
    },
  });
}

const plainWords = (message: string): Text => ({ en: message, fr: message, es: message });

const tooLargeWords: Text = {
  en: 'is larger than a request may be; an event is at most 64 KiB, documents are referred to by digest',
  fr: 'dépasse la taille admise; un événement compte au plus 64 Kio, les documents sont désignés par leur empreinte',
  es: 'supera el tamaño admitido; un evento tiene como máximo 64 KiB, los documentos se indican por su huella',
};

const notJsonWords: Text = {
  en: 'is not JSON in UTF-8',
  fr: "n'est pas du JSON en UTF-8",
  es: 'no es JSON en UTF-8',
};
