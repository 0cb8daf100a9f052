import { beforeAll, describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { DEPLOYMENT_EVENT_TYPES, EVENT_TYPES, deploymentEventRule } from '#domain';
import { aCaseAt } from '../support/cases.js';
import { useBrowser } from '../support/browser.js';
import { useDatabase } from '../support/database.js';
import { keepOption } from '../support/options.js';
import { useWeb, type Json } from '../support/web.js';

interface Operation {
  operationId: string;
  summary: string;
  security: object[];
  parameters: { name: string; in: string; required: boolean; schema?: object }[];
  requestBody?: { content: Record<string, { schema: Json }> };
  tags: string[];
  responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>;
}
type Check = ((value: unknown) => boolean) & { errors?: unknown };
interface Validator {
  addSchema(schema: object, key: string): void;
  compile(schema: object): Check;
}

const db = useDatabase();
const web = useWeb(db);
const browser = useBrowser();

let description: { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: Json } };
let operations: { method: string; path: string; operation: Operation }[];
let validator: Validator;

beforeAll(async () => {
  const { json, status } = await web.send('GET', '/api/openapi.json');
  expect(status).toBe(200);
  description = json as never;
  operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  // The validator that Fastify itself brings.
  const require = createRequire(createRequire(import.meta.url).resolve('fastify'));
  const { default: Ajv } = require('ajv/dist/2020') as { default: new (options: object) => Validator };
  validator = new Ajv({ strict: false, formats: { 'date-time': true, date: true, binary: true } });
  validator.addSchema(description, 'api');
});

const schemaOf = (name: string): Check => validator.compile({ $ref: `api#/components/schemas/${name}` });

describe('the description', () => {
  it('is OpenAPI 3.1, and every schema of it can be used', () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    for (const name of Object.keys(description.components.schemas)) expect(() => schemaOf(name)).not.toThrow();
  });

  it('gives every call a name of its own, a summary, a success with its shape, and the failure without a token', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { method, path, operation } of operations) {
      const success = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
      expect({ method, path, successes: success.length }).toEqual({ method, path, successes: 1 });
      expect(Object.keys(success[0]![1].content ?? {}).length).toBeGreaterThan(0);
      // Whoever holds a link needs no token.
      const byLink = path.startsWith('/api/v1/consulted/');
      expect([operation.summary, operation.responses['401'], operation.security]).toEqual([
        expect.stringMatching(/^[A-Z].{5,}/),
        byLink ? undefined : expect.anything(),
        byLink ? undefined : [{ bearer: [] }],
      ]);
      expect([method, path, operation.requestBody !== undefined]).toEqual([
        method,
        path,
        ['post', 'patch', 'put'].includes(method),
      ]);
    }
  });

  it('names every parameter of every address', () => {
    for (const { path, operation } of operations) {
      const named = operation.parameters.filter((p) => p.in === 'path').map((p) => p.name);
      expect([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual(named);
    }
  });

  it('wants a revision for every write of a case', () => {
    const writes = operations.filter(
      ({ method, path }) =>
        method !== 'get' &&
        /^\/api\/v1\/(requests|deployments|regional-options)\//.test(path) &&
        // A form or a letter that is only read, and notes beside the case, write nothing of it.
        !/\/(score-form|form|review-notes|comments|resolution|copies|preview)$/.test(path),
    );
    expect(writes.length).toBe(8);
    for (const { operation } of writes) {
      expect(operation.parameters.find((p) => p.name === 'If-Match')).toMatchObject({ in: 'header', required: true });
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['403', '404', '409', '412', '428']));
    }
  });

  // An adviser is received by the transfer that the other post sends.
  const byNobody = DEPLOYMENT_EVENT_TYPES.filter(
    (type) => type === 'RECEIVE' || deploymentEventRule(type).roles.length === 0,
  );
  it.each([
    ['requests', EVENT_TYPES.filter((type) => !['CREATE', 'ATTACH', 'DETACH'].includes(type))],
    ['deployments', DEPLOYMENT_EVENT_TYPES.filter((type) => !byNobody.includes(type))],
  ])('knows every step of %s that can be sent, each with its shape', (kind, types: readonly string[]) => {
    const { requestBody } = description.paths[`/api/v1/${kind}/{ref}/events`]!.post!;
    const { oneOf } = requestBody!.content['application/json']!.schema as { oneOf: { title: string; allOf: Json[] }[] };
    expect(oneOf.map(({ title }) => title).sort()).toEqual([...types].sort());
    for (const { title, allOf } of oneOf) {
      expect(allOf[0]).toMatchObject({ properties: { type: { enum: [title] } } });
      expect(() => validator.compile({ $ref: `api${(allOf[1] as { $ref: string }).$ref}` })).not.toThrow();
    }
  });

  it('has every address of the API, and none that is not there', () => {
    const there = web.routes
      .filter(({ method, url }) => url.startsWith('/api/v1') && method !== 'HEAD')
      .map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
    expect(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(there.sort());
  });
});

describe('answers have the shape that is described', () => {
  it('for everything that can be read of a request', async () => {
    await keepOption(db);
    const { ref } = await aCaseAt(db, (story) => story.approved());
    const [desk, office] = await Promise.all([web.program(db.cast.desk.id), web.program(db.cast.office.id)]);
    const read: Record<string, string> = {
      '/requests': 'RequestList',
      [`/requests/${ref}`]: 'Request',
      [`/requests/${ref}/actions`]: 'Actions',
      [`/requests/${ref}/timeline`]: 'Timeline',
      [`/requests/${ref}/versions`]: 'Versions',
      [`/requests/${ref}/versions/1`]: 'Version',
      [`/requests/${ref}/assessment`]: 'Assessment',
      [`/requests/${ref}/check`]: 'CriteriaCheck',
      [`/requests/${ref}/reviewers`]: 'Reviewers',
      [`/requests/${ref}/letter`]: 'Letter',
      [`/requests/${ref}/files`]: 'Documents',
      '/regional-options': 'RegionalOptions',
      '/rounds': 'CallList',
      '/countries/TZA': 'Country',
      [`/requests/${ref}/standing`]: 'Standing',
      '/rounds/2027-1/call': 'CallVersions',
      '/rounds/2027-1/panel': 'RoundPanel',
      '/rounds/2027-1/money': 'RoundSettings',
      '/rounds/2027-1/prepared': 'PreparedList',
      '/frameworks': 'Frameworks',
      '/frameworks/1': 'Framework',
      '/me': 'Me',
      '/todos': 'Todos',
    };
    for (const [path, schema] of Object.entries(read)) {
      const { status, json } = await desk.get(path);
      const check = schemaOf(schema);
      check(json);
      expect({ path, status, errors: check.errors ?? null }).toEqual({ path, status: 200, errors: null });
    }
    expect(schemaOf('Todos')((await office.get('/todos')).json)).toBe(true);
  });

  it('for failures', async () => {
    const desk = await web.program(db.cast.desk.id);
    const failures = [
      await web.send('GET', '/api/v1/requests'),
      await desk.get('/requests/HRA-2000-001'),
      await desk.get('/requests?region=nowhere'),
      await desk.send('POST', '/requests', { json: {} }),
      await desk.send('PUT', '/requests', { json: {} }),
      await desk.get('/nowhere'),
    ];
    const check = schemaOf('Problem');
    for (const { json, headers, status } of failures) {
      expect([check(json), headers.get('content-type'), json.status]).toEqual([
        true,
        'application/problem+json; charset=utf-8',
        status,
      ]);
    }
    expect(failures.map(({ status }) => status)).toEqual([401, 404, 422, 422, 405, 404]);
  });
});

it('can be browsed at /api, and tries calls out', async () => {
  const page = await browser.visit();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  // The page draws the calls that are in view alone. What it knows of is all of them, each at an address of its own.
  const last = operations.at(-1)!.operation;
  await page.goto(`${web.url}/api#/${last.tags[0]}/${last.operationId}`);
  await page.locator(`#operations-${last.tags[0]}-${last.operationId}`).waitFor();
  expect(await page.evaluate('ui.specSelectors.operations().size')).toBe(operations.length);
  expect(complaints).toEqual([]);
  await page.goto(`${web.url}/guidance`);
  await page.goto(`${web.url}/api`);
  await page.locator('button.authorize').first().click();
  await page.locator('.auth-container input').fill((await web.program(db.cast.office.id)).token);
  await page.locator('.auth-container button.authorize').click();
  await page.locator('.btn-done').click();
  await page.locator('#operations-Requests-whoAmI').click();
  await page.locator('#operations-Requests-whoAmI .try-out__btn').click();
  await page.locator('#operations-Requests-whoAmI .execute').click();
  const answer = page.locator('#operations-Requests-whoAmI .live-responses-table tbody .response-col_status');
  expect(await answer.first().innerText()).toMatch(/^200/);
  await page.context().close();
});
