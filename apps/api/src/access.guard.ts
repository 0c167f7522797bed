import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Actor } from '@rapporteur/kernel';
import type { Request } from 'express';
import type { DemoTokens } from './access';
import { refusedAtTheDoor } from './problem';

const openDoor = 'rapporteur:open';

/** The route answers without a token: health, the register's name, the demo token itself. */
export const OpenToAll = () => SetMetadata(openDoor, true);

const addressDoor = 'rapporteur:tokenInAddress';

/** The route also takes its token as `?token=`, from programs that cannot send a header. */
export const TokenInAddress = () => SetMetadata(addressDoor, true);

const actors = new WeakMap<object, Actor>();

/** Denies by default: every route needs a token unless it is marked as open. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: DemoTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(openDoor, targets)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const inAddress = this.reflector.getAllAndOverride<boolean>(addressDoor, targets);
    const token = inAddress ? request.query['token'] : undefined;
    const header = request.headers.authorization ?? (token && `Bearer ${String(token)}`);
    actors.set(request, await this.tokens.actorOf(header));
    return true;
  }
}

/** The actor whose token came with the request. */
export function actorOf(request: Request): Actor {
  const actor = actors.get(request);
  if (!actor) throw refusedAtTheDoor('unauthenticated');
  return actor;
}
