import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { SCHEMAS } from './schemas.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The browsable page writes its styles into itself; it alone may, and nothing of ours is on it. */
function allowItsStyles(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const policy = reply.getHeader('content-security-policy');
    if (/^\/api\/?(?:\?|$)/.test(request.url) && typeof policy === 'string')
      void reply.header('content-security-policy', `${policy};style-src 'self' 'unsafe-inline'`);
    done(null, payload);
  });
}

/** Describes the API at /api/openapi.json and makes it browsable at /api. */
export function describeApi(app: INestApplication): void {
  const settings = new DocumentBuilder()
    .setTitle('Human Rights Advisers')
    .setDescription(
      'Requests for Human Rights Advisers, from a draft to the decision letter. Every write of a request names the revision that was read (If-Match) and takes an Idempotency-Key.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'opaque' })
    .build();
  const create = () => {
    const document = SwaggerModule.createDocument(app, settings, { deepScanRoutes: true });
    const paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith('/api/v1')));
    const schemas = { ...document.components?.schemas, ...(SCHEMAS as Schemas) };
    return { ...document, paths, components: { ...document.components, schemas } };
  };
  allowItsStyles(app.getHttpAdapter().getInstance() as FastifyInstance);
  SwaggerModule.setup('api', app, create, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Human Rights Advisers: API',
    customCss: '.swagger-ui .topbar { display: none }',
    // Its validator is a service elsewhere: nothing of ours is sent there.
    swaggerOptions: { validatorUrl: null },
  });
}
