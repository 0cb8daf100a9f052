import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiQuery,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { REQUEST_TYPES, STATES } from '#domain';
import { EVENT_SHAPES } from './events.dto.js';

const problem = (status: number, description: string) =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
const ok = (description: string, status = 200) => ApiResponse({ status, description });
const filters = [
  ...(['q', 'region', 'country', 'after'] as const).map((name) => ApiQuery({ name, required: false, type: String })),
  ApiQuery({ name: 'status', required: false, enum: Object.keys(STATES) }),
  ApiQuery({ name: 'type', required: false, enum: Object.keys(REQUEST_TYPES) }),
  ApiQuery({ name: 'open', required: false, type: Boolean }),
  ApiQuery({ name: 'sort', required: false, enum: ['newest', 'oldest'] }),
  ApiQuery({ name: 'limit', required: false, type: Number }),
  ApiQuery({ name: 'format', required: false, enum: ['csv', 'xlsx'], description: 'The same list as a file' }),
];
const once = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description: 'The same key and body give the same answer, done once',
});
const revision = ApiHeader({
  name: 'If-Match',
  required: true,
  description: 'The revision that was read, in quotation marks',
});
const written = [
  problem(412, 'The request has moved on; the answer names its revision'),
  problem(428, 'If-Match is missing'),
  problem(422, 'What was sent breaks a rule; `errors` says where'),
  problem(403, 'Somebody else does this'),
  problem(409, 'It cannot be done at this step'),
];
const content = ApiBody({ schema: { $ref: '#/components/schemas/RequestContent' } });
const shapes = [...new Set(Object.values(EVENT_SHAPES))];
const events = ApiBody({
  schema: {
    oneOf: Object.entries(EVENT_SHAPES).map(([type, shape]) => ({
      title: type,
      allOf: [
        {
          type: 'object' as const,
          required: ['type'],
          properties: { type: { type: 'string' as const, enum: [type] } },
        },
        { $ref: getSchemaPath(shape) },
      ],
    })),
  },
});

const DESCRIPTIONS = {
  list: ['Requests that you may see', ok('A page, newest first'), ...filters],
  create: [
    'Start a request as a draft; a sample file can be sent as it is',
    ok('The draft', 201),
    content,
    once,
    problem(422, 'What was sent breaks a rule'),
    problem(403, 'Only a Resident Coordinator’s Office starts a request'),
  ],
  read: ['One request', ok('Content and where it stands; the revision is the ETag')],
  change: ['Change the draft, by a merge patch (RFC 7396)', ok('The draft'), content, revision, once, ...written],
  send: [
    'Take a step',
    ok('Where the request stands now'),
    events,
    ApiExtraModels(...shapes),
    revision,
    once,
    ...written,
  ],
  actions: ['Every step with whether you could take it now, or why not', ok('Steps')],
  me: ['Who you are here', ok('You, with your assignments in force')],
  todos: ['What waits for you, soonest first', ok('Steps that are yours')],
  timeline: [
    'The record of a request, newest first',
    ok('Lines that you may read'),
    ApiQuery({ name: 'before', required: false, type: Number }),
    ApiQuery({ name: 'limit', required: false, type: Number }),
  ],
  versions: ['Frozen versions', ok('Numbers, dates and signatures')],
  version: ['One frozen version with the wording of its day', ok('Content, documents, questions')],
  assessment: ['The assessment as you may see it: fractions and two decimals', ok('Figures by criterion and reviewer')],
  reviewers: ['Who can review this request, least busy first', ok('Persons')],
  letter: ['The decision letter', ok('Its parts')],
  files: ['Documents of a request', ok('Documents that you may open')],
  attach: [
    'Add a document',
    ok('The document', 201),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: {
          file: { type: 'string', format: 'binary' },
          section: { type: 'integer', minimum: 1, maximum: 9 },
          tier: { type: 'string', enum: ['case', 'risk'] },
        },
      },
    }),
    revision,
    once,
    ...written,
    problem(413, 'The file is too large'),
  ],
  download: ['Open a document', ok('Its bytes')],
  detach: ['Remove a document', ok('Done'), revision, once, ...written],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;

/** What the description of the API says of a call. */
export function Described(name: keyof typeof DESCRIPTIONS): MethodDecorator {
  const [summary, ...more] = DESCRIPTIONS[name] as readonly [string, ...MethodDecorator[]];
  return applyDecorators(
    ApiOperation({ summary, operationId: name }),
    problem(401, 'A token is needed'),
    problem(404, 'There is no such thing, or not for you'),
    ...more,
  );
}
