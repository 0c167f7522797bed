import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory, Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json } from 'express';
import type { Installation } from '@rapporteur/runtime';
import { demoSecret, demoTokens, type DemoTokens } from './access';
import { AccessGuard } from './access.guard';
import { AlertsController } from './alerts.controller';
import { AnnotationsController } from './annotations.controller';
import { BoardController } from './board.controller';
import { CasesController } from './cases.controller';
import { CorrectionsController } from './corrections.controller';
import { DemoController } from './demo.controller';
import { HealthController } from './health.controller';
import { serveOpenApi } from './openapi';
import { PapersController } from './papers.controller';
import { ProblemFilter } from './problem.filter';
import { PortfolioController } from './portfolio.controller';
import { ProceduresController } from './procedures.controller';
import { RegisterController } from './register.controller';
import { StepsController } from './steps.controller';
import { DEMO_TOKENS, INSTALLATION } from './tokens';

@Module({})
class ApiModule {}

/** A server that is up. */
export interface Served {
  readonly url: string;
  /** Answers what it is asked already, then stops. */
  close(): Promise<void>;
}

/** A little more than an event may be, so that the engine itself can say by how much. */
const largestBody = '80kb';

/** Many steps together; each is still held to the size of an event. */
const largestBatchBody = '16mb';

/**
 * Serves an installation over HTTP. In demo mode anybody can be anyone, so it listens on the
 * loopback address only.
 */
export async function serve(
  installation: Installation,
  report: (line: string) => void,
): Promise<Served> {
  const { port, data } = installation.settings;
  const tokens = demoTokens(await demoSecret(data));
  const app = await NestFactory.create<NestExpressApplication>(
    apiModule(installation, tokens, report),
    {
      logger: ['error', 'warn', 'fatal'],
      bodyParser: false,
    },
  );
  app.use('/api/steps', json({ limit: largestBatchBody, type: () => true }));
  app.useBodyParser('json', { limit: largestBody, type: () => true });
  app.disable('x-powered-by');
  app.enable('case sensitive routing');
  serveOpenApi(app);
  // Not waited for: a long log takes minutes, and cases can be recorded and read meanwhile.
  installation.board.open();
  await app.listen(port, '127.0.0.1');
  return { url: await app.getUrl(), close: () => app.close() };
}

function apiModule(
  installation: Installation,
  tokens: DemoTokens,
  report: (line: string) => void,
): DynamicModule {
  return {
    module: ApiModule,
    controllers: [
      RegisterController,
      ProceduresController,
      CasesController,
      AnnotationsController,
      CorrectionsController,
      StepsController,
      PortfolioController,
      BoardController,
      PapersController,
      AlertsController,
      HealthController,
      DemoController,
    ],
    providers: [
      { provide: INSTALLATION, useValue: installation },
      { provide: DEMO_TOKENS, useValue: tokens },
      { provide: APP_FILTER, useValue: new ProblemFilter(report) },
      {
        provide: APP_GUARD,
        useFactory: (reflector: Reflector) => new AccessGuard(reflector, tokens),
        inject: [Reflector],
      },
    ],
  };
}
