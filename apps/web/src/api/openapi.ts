import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { CRITERIA, LANGUAGES, MODALITIES, QUESTIONS, REQUEST_TYPES, TRACKS } from '#domain';

const texts = (keys: string[]) => ({
  type: 'object',
  properties: Object.fromEntries(keys.map((k) => [k, { type: 'string' }])),
});
const list = (items: object) => ({ type: 'array', items });

/** The content of a request: the shape in which it is written and read. */
const CONTENT = {
  type: 'object',
  properties: {
    title: { type: 'string', maxLength: 300 },
    language: { type: 'string', enum: Object.keys(LANGUAGES) },
    type: { type: 'string', enum: Object.keys(REQUEST_TYPES) },
    track: { type: 'string', enum: Object.keys(TRACKS) },
    urgentReason: { type: 'string' },
    modality: { type: 'string', enum: Object.keys(MODALITIES) },
    round: { type: 'string' },
    countries: list({ type: 'string', pattern: '^[A-Z]{3}$' }),
    dutyStation: { type: 'string' },
    requestedBy: texts(['name', 'title', 'email']),
    requestedStart: { type: 'string', format: 'date' },
    durationMonths: { type: 'integer', minimum: 1, maximum: 60 },
    sections: {
      type: 'object',
      properties: {
        context: { type: 'string' },
        ...Object.fromEntries(
          Object.entries(QUESTIONS).map(([key, questions]) => [key, texts(Object.keys(questions))]),
        ),
        termsOfReference: {
          type: 'object',
          properties: {
            addedDuties: list({ type: 'string' }),
            workingLanguages: list({ type: 'string' }),
            level: { type: 'string' },
            deviationsFromStandard: { type: 'string' },
          },
        },
        risk: {
          ...texts(['tier', 'text', 'mitigation']),
          description: 'Read by the Resident Coordinator’s side and OHCHR only',
        },
        costAndHosting: { type: 'object' },
        coveragePlan: list({ type: 'object' }),
        documentsExpected: list({ type: 'string' }),
      },
    },
    endorsements: list({ type: 'object' }),
    selfAssessment: {
      type: 'object',
      properties: Object.fromEntries(
        CRITERIA.map((c) => [
          c,
          {
            type: 'object',
            properties: { score: { type: 'integer', minimum: 0, maximum: 4 }, reason: { type: 'string' } },
          },
        ]),
      ),
    },
    mechanismRecommendations: list({ type: 'object' }),
  },
};
const PROBLEM = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; made for programs' },
    detail: { type: 'string', description: 'A sentence that a person understands' },
    errors: list({ type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } }),
    revision: { type: 'integer', description: 'The current revision, with 412' },
  },
};

/** Describes the API at /api/openapi.json and makes it browsable at /api. */
export function describeApi(app: INestApplication): void {
  const settings = new DocumentBuilder()
    .setTitle('Human Rights Advisers')
    .setDescription(
      'Requests for Human Rights Advisers, from a draft to the decision letter. Every write of a case names the revision that was read (If-Match) and takes an Idempotency-Key.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  const create = () => {
    const document = SwaggerModule.createDocument(app, settings, { deepScanRoutes: true });
    const paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith('/api/v1')));
    const schemas = { ...document.components?.schemas, RequestContent: CONTENT, Problem: PROBLEM } as NonNullable<
      typeof document.components
    >['schemas'];
    return { ...document, paths, components: { ...document.components, schemas: schemas! } };
  };
  SwaggerModule.setup('api', app, create, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Human Rights Advisers: API',
  });
}
