import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { RequestedBy } from '@rapporteur/engine';
import type { CaseRef } from '@rapporteur/kernel';
import type { Request } from 'express';
import { actorOf } from './access.guard';
import { flag, idempotencyKey, ifMatchRevision, requireJson, requireKnown } from './request-parts';

/** A step as it is proposed over HTTP: the case, the body, who asks, and how. */
export interface RequestedStep {
  readonly ref: CaseRef;
  readonly body: unknown;
  readonly by: RequestedBy;
  /** Decide everything, record nothing. */
  readonly check: boolean;
}

/** Reads a proposed step out of its request; refuses headers and parameters that are malformed. */
export const StepRequest = createParamDecorator(
  (_data: unknown, context: ExecutionContext): RequestedStep => {
    const request = context.switchToHttp().getRequest<Request>();
    requireJson(request.headers);
    requireKnown(request.query, ['check']);
    const key = idempotencyKey(request.get('idempotency-key'));
    const ifMatch = ifMatchRevision(request.get('if-match'));
    return {
      ref: { procedure: param(request, 'procedure'), case: param(request, 'case') },
      body: request.body,
      by: {
        actor: actorOf(request),
        ...(key === undefined ? {} : { key }),
        ...(ifMatch === undefined ? {} : { ifMatch }),
      },
      check: flag('check', request.query['check']),
    };
  },
);

const param = (request: Request, name: string): string => String(request.params[name] ?? '');
