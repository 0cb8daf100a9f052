import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { LANGUAGES, REQUEST_TYPES, STATES } from '#domain';
import { CONSULTED_DESCRIPTIONS } from './described-consulted.js';
import { DESCRIBED_ELSEWHERE } from './described-elsewhere.js';
import { DEPLOYMENT_EVENT_SHAPES } from './deployment-events.dto.js';
import { EVENT_SHAPES } from './events.dto.js';
import { ok, once, problem, stepsOf } from './described-parts.js';

const unclear = problem(422, 'The address has something that cannot be understood; `errors` says what');
const hidden = problem(404, 'There is no such thing, or not for you');
const binary = { schema: { type: 'string' as const, format: 'binary' } };
const table = ApiResponse({
  status: 200,
  description: 'A page; with `format`, the whole list as a table',
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/RequestList' } },
    'text/csv': { schema: { type: 'string' } },
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': binary,
  },
});
const filters = [
  ...(['q', 'region', 'country', 'after'] as const).map((name) => ApiQuery({ name, required: false, type: String })),
  ApiQuery({ name: 'status', required: false, enum: Object.keys(STATES) }),
  ApiQuery({ name: 'type', required: false, enum: Object.keys(REQUEST_TYPES) }),
  ApiQuery({ name: 'open', required: false, type: Boolean }),
  ApiQuery({ name: 'sort', required: false, enum: ['newest', 'oldest'] }),
  ApiQuery({ name: 'limit', required: false, type: Number }),
  ApiQuery({ name: 'format', required: false, enum: ['csv', 'xlsx'], description: 'The same list as a file' }),
];
const printed = (type: string) =>
  ApiResponse({ status: 200, description: 'The document', content: { [type]: binary } });
const inLanguage = [
  ApiQuery({ name: 'language', required: false, enum: Object.keys(LANGUAGES), description: 'Else their own' }),
  ApiQuery({ name: 'version', required: false, schema: { type: 'integer', minimum: 1 } }),
];
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
  problem(400, 'The body or a header cannot be read'),
  problem(415, 'Something else than this call takes'),
  hidden,
];
const content = ApiBody({ schema: { $ref: '#/components/schemas/RequestContent' } });
const steps = stepsOf(EVENT_SHAPES);
const postSteps = stepsOf(DEPLOYMENT_EVENT_SHAPES);

const ofTime = [
  ApiQuery({
    name: 'on',
    required: false,
    schema: { type: 'string', format: 'date' },
    description: 'Today, if not given',
  }),
  ApiQuery({
    name: 'year',
    required: false,
    schema: { type: 'integer' },
    description: 'A whole year in place of a day',
  }),
];
const presences = ApiResponse({
  status: 200,
  description: 'The table of the posts that you may see; as CSV with `format` or where `Accept` asks for it',
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/Presences' } },
    'text/csv': { schema: { type: 'string' } },
  },
});

/** Every call by its operationId: what it does, what it answers, what it takes. */
const DESCRIPTIONS = {
  listRequests: ['Requests that you may see, newest first', table, unclear, ...filters],
  openRequest: [
    'Start a request as a draft; a sample file can be sent as it is',
    ok('The draft', 'Request', 201),
    content,
    once,
    problem(400, 'The body or a header cannot be read'),
    problem(403, 'Only a Resident Coordinator’s Office starts a request'),
    problem(415, 'Something else than JSON'),
    problem(422, 'What was sent breaks a rule; `errors` says where'),
  ],
  readRequest: ['One request', ok('Content and where it stands; the revision is the ETag', 'Request'), hidden],
  changeDraft: [
    'Change the draft, by a merge patch (RFC 7396)',
    ok('The draft', 'Request'),
    ApiConsumes('application/merge-patch+json', 'application/json'),
    content,
    revision,
    once,
    ...written,
  ],
  takeStep: [
    'Take a step',
    ok('Where the request stands now', 'Step'),
    steps.body,
    steps.models,
    revision,
    once,
    ...written,
  ],
  listActions: ['Every step with whether you could take it now, or why not', ok('Steps', 'Actions'), hidden],
  ...DESCRIBED_ELSEWHERE,
  readDeployment: ['One post', ok('What you may read of it; the revision is the ETag', 'Deployment'), hidden],
  listDeploymentActions: [
    'Every step of a post with whether you could take it now, or why not, and what is awaited from whom',
    ok('Steps', 'PostActions'),
    hidden,
  ],
  readDeploymentTimeline: [
    'The record of a post, newest first',
    ok('Lines that you may read', 'Timeline'),
    unclear,
    hidden,
  ],
  readThread: [
    'A post by criterion: score, conditions, plan, results, findings',
    ok('One row a criterion', 'Thread'),
    hidden,
  ],
  takeDeploymentStep: [
    'Take a step of a post',
    ok('Where the post stands now', 'Step'),
    postSteps.body,
    postSteps.models,
    revision,
    once,
    ...written,
  ],
  whoAmI: ['Who you are here', ok('You, with your assignments in force', 'Me')],
  listTodos: ['What waits for you, soonest first', ok('Steps that are yours', 'Todos')],
  readTimeline: [
    'The record of a request, newest first',
    ok('Lines that you may read', 'Timeline'),
    ApiQuery({ name: 'before', required: false, schema: { type: 'integer', minimum: 1 } }),
    ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 200 } }),
    unclear,
    hidden,
  ],
  listVersions: ['Frozen versions', ok('Numbers, dates and signatures', 'Versions'), hidden],
  readVersion: [
    'One frozen version with the wording of its day',
    ok('Content, documents, questions', 'Version'),
    ApiParam({ name: 'number', schema: { type: 'integer', minimum: 1 } }),
    unclear,
    hidden,
  ],
  readAssessment: [
    'The assessment as you may see it: every figure as a fraction and with two decimals, whether the result stands, and the discussion',
    ok('Figures by criterion and reviewer; of others only once revealed', 'Assessment'),
    problem(403, 'Read by OHCHR only'),
    hidden,
  ],
  listFrameworks: [
    'Versions of the criteria, newest first',
    ok('Every version, and which are in force', 'Frameworks'),
    problem(403, 'Read by OHCHR, auditors and administrators'),
  ],
  readFramework: [
    'One version of the criteria in full',
    ok('Weights, questions, level texts and thresholds', 'Framework'),
    ApiParam({ name: 'version', schema: { type: 'integer', minimum: 1 } }),
    problem(403, 'Read by OHCHR, auditors and administrators'),
    hidden,
  ],
  readTerms: [
    'The terms of reference of a request, with what leaves the standard',
    ok('Clauses, changes and signatures', 'Terms'),
    ApiQuery({ name: 'version', required: false, schema: { type: 'integer', minimum: 1 } }),
    problem(409, 'There are none before the post is funded'),
    hidden,
  ],
  downloadTermsWord: [
    'The terms of reference as Word',
    printed('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
    ...inLanguage,
    problem(409, 'There are none before the post is funded'),
    hidden,
  ],
  downloadTermsPdf: [
    'The terms of reference as PDF',
    printed('application/pdf'),
    ...inLanguage,
    problem(409, 'There are none before the post is funded'),
    hidden,
  ],
  listTermsStandards: [
    'Versions of the standard terms of reference, newest first',
    ok('Every version in three languages', 'TermsStandards'),
  ],
  listPresences: [
    'Who was where on a day or in a year: type of presence and location, with footnotes',
    presences,
    ...ofTime,
    ApiQuery({ name: 'format', required: false, enum: ['csv', 'docx'], description: 'The same as a file' }),
    unclear,
  ],
  printPresences: [
    'The same table as Word',
    printed('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
    ...ofTime,
    unclear,
  ],
  listDocuments: ['Documents of a request', ok('Documents that you may open', 'Documents'), hidden],
  addDocument: [
    'Add a document',
    ok('The document', 'Attached', 201),
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
  openDocument: [
    'Open a document',
    ApiResponse({ status: 200, description: 'Its bytes', content: { '*/*': binary } }),
    hidden,
  ],
  removeDocument: ['Remove a document', ok('Done', 'Detached'), revision, once, ...written],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;

/** What the description of the API says of a call. */
export function Described(name: keyof typeof DESCRIPTIONS): MethodDecorator {
  const [summary, ...more] = DESCRIPTIONS[name] as readonly [string, ...MethodDecorator[]];
  // By a link, the secret in the address says who it is.
  const token = Object.hasOwn(CONSULTED_DESCRIPTIONS, name) ? [] : [problem(401, 'A token is needed')];
  return applyDecorators(ApiOperation({ summary, operationId: name }), ...token, ...more);
}
