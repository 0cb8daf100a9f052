import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import { POST_SORTS } from '#casework';
import { FUNDING_SOURCES, MODALITIES } from '#domain';
import { POST_STATUSES } from './deployment-list-query.js';

const postTable = ApiResponse({
  status: 200,
  description: 'A page; with `format`, the whole list as a table',
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/DeploymentList' } },
    'text/csv': { schema: { type: 'string' } },
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
      schema: { type: 'string', format: 'binary' },
    },
  },
});
const ofText = (name: string) => ApiQuery({ name, required: false, type: String });
const ofChoice = (name: string, choices: readonly string[]) => ApiQuery({ name, required: false, enum: [...choices] });
const filters = [
  ...['q', 'region', 'country', 'adviser'].map(ofText),
  ofChoice('status', POST_STATUSES),
  ApiQuery({ name: 'endsWithin', required: false, type: Number, description: 'Months' }),
  ofChoice('modality', Object.keys(MODALITIES)),
  ofChoice('funding', Object.keys(FUNDING_SOURCES)),
  ApiQuery({ name: 'framework', required: false, type: Boolean }),
  ApiQuery({
    name: 'cluster',
    required: false,
    description: 'The regional office that leads the cluster, by its name',
  }),
  ofChoice('gap', ['now', 'ahead', 'any']),
  ofChoice('view', ['all']),
];
const unclear = ApiResponse({
  status: 422,
  description: 'The address has something that cannot be understood; `errors` says what',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const gaps = ApiResponse({
  status: 200,
  description: 'Gaps of now and gaps ahead',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Gaps' } } },
});

const reader = ApiQuery({
  name: 'for',
  required: false,
  enum: ['ohchr', 'rc', 'fund'],
  description: 'As whom to read it: the whole, without the confidential part, or summary and results alone',
});
const hidden = ApiResponse({
  status: 404,
  description: 'There is no such thing, or not for you',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** What the calls about posts say of themselves. */
export const POST_DESCRIPTIONS = {
  listDeployments: [
    'Posts that you may see, those that need attention first',
    postTable,
    unclear,
    ...filters,
    ofChoice('sort', POST_SORTS),
    ApiQuery({ name: 'limit', required: false, type: Number }),
    ofText('after'),
    ofChoice('format', ['csv', 'xlsx']),
  ],
  listGaps: ['Posts that are empty or will be, why, and what could bridge it', gaps, unclear, ...filters],
  readReport: [
    'A filed report, as one of its readers reads it',
    ApiResponse({
      status: 200,
      description: 'The parts of that reader',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Report' } } },
    }),
    reader,
    unclear,
    hidden,
  ],
  downloadReport: [
    'The same as Word',
    ApiResponse({
      status: 200,
      description: 'The document',
      content: {
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
          schema: { type: 'string', format: 'binary' },
        },
      },
    }),
    reader,
    unclear,
    hidden,
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
