import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { LogController } from 'fastify';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { People } from '#casework';
import { exchangeId, loggerOptions, Metrics, bootEnvironment } from '#platform';
import { describeApi } from './api/openapi.js';
import { Failures } from './shell/failures.js';
import { openEntrance } from './shell/entrance.js';
import { Pages } from './shell/pages.js';
import { serveAssets } from './shell/static-assets.js';
import { warmViews } from './shell/views.js';
import { WebModule } from './web.module.js';

// The boot, as one ordered list.
const environment = bootEnvironment();
const adapter = new FastifyAdapter({
  logger: loggerOptions({ name: 'web', level: environment.logLevel }),
  logController: new LogController({ disableRequestLogging: environment.logLevel !== 'debug' }),
  genReqId: exchangeId,
  requestIdHeader: false,
  trustProxy: environment.nodeEnv === 'production',
  bodyLimit: 2 * 1024 * 1024,
  routerOptions: { maxParamLength: 200 },
  forceCloseConnections: true,
});
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
app.enableShutdownHooks();
describeApi(app);
warmViews();
await app.listen(environment.port, environment.host);
process.send?.({ ready: true });
