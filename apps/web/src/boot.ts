import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteOptions,
} from 'fastify';
import { OwnNotices, People } from '#casework';
import { exchangeId, loggerOptions, Metrics, type Environment } from '#platform';
import { describeApi } from './api/openapi.js';
import { compressPages } from './shell/compressed-pages.js';
import { openEntrance } from './shell/entrance.js';
import type { Exchange } from './shell/exchange.js';
import { Failures } from './shell/failures.js';
import { KnownPaths } from './shell/known-paths.js';
import { Pages } from './shell/pages.js';
import { protectionOf } from './shell/protection.js';
import { serveAssets } from './shell/static-assets.js';
import { answerUnreadable } from './shell/unreadable-calls.js';
import { warmViews } from './shell/views.js';
import { WebModule } from './web.module.js';

/** A controller of pages answers with a string: it is HTML, of this person only, and not to be kept by anybody. */
class PagesAdapter extends FastifyAdapter {
  override reply(reply: FastifyReply, answer: unknown, status?: number): FastifyReply {
    if (typeof answer === 'string' && !reply.hasHeader('content-type'))
      void reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store');
    return super.reply(reply, answer, status);
  }
}

/** The HTTP server under the app. What fails before a route is found is answered like everything else. */
function adapterFor(environment: Environment, failures: Failures): FastifyAdapter {
  const protection = protectionOf(environment);
  return new PagesAdapter({
    logger: loggerOptions({ name: 'web', level: environment.logLevel }),
    logController: new LogController({ disableRequestLogging: environment.logLevel !== 'debug' }),
    genReqId: exchangeId,
    requestIdHeader: false,
    trustProxy: environment.nodeEnv === 'production',
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      failures.answer(error, request as Exchange, reply.headers(protection)),
  });
}

function measure(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.observeHttp(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
}

/** Makes the web app, as one ordered list; it listens when it is told to. `look` sees each way in as it is added. */
export async function boot(
  environment: Environment,
  look: (route: RouteOptions) => void = () => undefined,
): Promise<NestFastifyApplication> {
  const known = new KnownPaths();
  const failures = new Failures(environment, () => app.get(Pages), known);
  const adapter = adapterFor(environment, failures);
  const server = adapter.getInstance<FastifyInstance>();
  server.addHook('onRoute', (route) => {
    known.learn(route);
    look(route);
  });
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(
    WebModule.forRoot(environment),
    adapter,
    { logger: ['error', 'warn'], bodyParser: false },
  );
  measure(server, app.get(Metrics));
  await openEntrance(server, environment, { people: app.get(People), notices: app.get(OwnNotices) });
  compressPages(server);
  await serveAssets(server);
  app.useGlobalFilters(failures);
  describeApi(app);
  warmViews();
  return app;
}
