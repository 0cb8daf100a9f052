import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { People } from '#casework';
import { exchangeId, loggerOptions, Metrics, type Environment } from '#platform';
import { describeApi } from './api/openapi.js';
import { Failures } from './shell/failures.js';
import { openEntrance } from './shell/entrance.js';
import { Pages } from './shell/pages.js';
import { serveAssets } from './shell/static-assets.js';
import { warmViews } from './shell/views.js';
import { WebModule } from './web.module.js';

/** The HTTP server under the app. */
export const adapterFor = (environment: Environment): FastifyAdapter =>
  new FastifyAdapter({
    logger: loggerOptions({ name: 'web', level: environment.logLevel }),
    disableRequestLogging: environment.logLevel !== 'debug',
    genReqId: exchangeId,
    requestIdHeader: false,
    trustProxy: environment.nodeEnv === 'production',
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
  });

/** Makes the web app, as one ordered list; it listens when it is told to. */
export async function boot(
  environment: Environment,
  adapter = adapterFor(environment),
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(WebModule.forRoot(environment), adapter, {
    logger: ['error', 'warn'],
    bodyParser: false,
  });
  const server = adapter.getInstance();
  const metrics = app.get(Metrics);
  server.addHook('onResponse', async (request, reply) => {
    metrics.observeHttp(
      request.method,
      request.routeOptions.url ?? 'unknown',
      reply.statusCode,
      reply.elapsedTime / 1000,
    );
  });
  await openEntrance(server as never, environment, () => app.get(People));
  await serveAssets(server as never);
  app.useGlobalFilters(new Failures(environment, () => app.get(Pages)));
  describeApi(app);
  warmViews();
  return app;
}
