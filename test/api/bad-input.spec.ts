import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Part } from '../../libs/domain/test/cast.js';
import { aContent } from '../../libs/domain/test/content.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';
import { useWeb, type Json, type Program } from '../support/web.js';
import { refused } from './refused.js';

const db = useDatabase();
const web = useWeb(db);
const programs = new Map<Part, Program>();
async function by(part: Part): Promise<Program> {
  if (!programs.has(part)) programs.set(part, await web.program(db.cast[part].id));
  return programs.get(part)!;
}
const JSON_TYPE = { 'content-type': 'application/json' };

describe('nothing is written of what is refused:', () => {
  let before: Record<string, string>;
  let draft: CaseInDatabase;
  beforeAll(async () => {
    draft = await aCaseAt(db);
    await Promise.all((['office', 'desk', 'amina'] as const).map(by));
  });
  beforeEach(async () => {
    before = await everything(db.pool);
  });
  afterEach(async () => {
    expect(changed(before, await everything(db.pool))).toEqual([]);
  });

  it.each<[string, Json, string]>([
    ['no title', { title: '  ' }, 'title'],
    ['a title that is too long', { title: 'x'.repeat(301) }, 'title'],
    ['a title that is a number', { title: 7 }, 'title'],
    ['a character zero', { title: 'a\u0000b' }, 'title'],
    ['half a character', { title: 'a\ud83d' }, 'title'],
    ['no country', { countries: [] }, 'countries'],
    ['a country that is none', { countries: ['XXX'] }, 'countries.0'],
    ['the same country twice', { countries: ['TZA', 'TZA'] }, 'countries'],
    ['another office’s country', { countries: ['AZE'] }, 'countries'],
    ['countries as text', { countries: 'TZA' }, 'countries'],
    ['the year 9999', { requestedStart: '9999-12-31' }, 'requestedStart'],
    ['30 February', { requestedStart: '2027-02-30' }, 'requestedStart'],
    ['an unknown field', { favouriteColour: 'blue' }, 'favouriteColour'],
    ['an unknown answer', { sections: { ownership: { charm: 'x' } } }, 'sections.ownership.charm'],
    ['an unknown criterion', { selfAssessment: { charm: { score: 1, reason: '' } } }, 'selfAssessment.charm'],
    ['a score of 5', { selfAssessment: { ownership: { score: 5, reason: '' } } }, 'selfAssessment.ownership.score'],
    ['months without end', { durationMonths: 1e9 }, 'durationMonths'],
    ['an unknown type', { type: 'other' }, 'type'],
    ['urgency without a reason', { track: 'urgent' }, 'urgentReason'],
  ])('%s', async (_, change, path) => {
    const office = await by('office');
    refused(await office.send('POST', '/requests', { json: { ...aContent(), ...change } }), 422, path);
    refused(await office.write('PATCH', `/requests/${draft.ref}`, change, 1), 422, path);
  });

  it('JSON that is not UTF-8 (400)', async () => {
    const raw = new TextEncoder().encode('{"title": "caf?"}').map((byte) => (byte === 63 ? 0xe9 : byte));
    const answer = await (await by('office')).send('POST', '/requests', { raw, headers: JSON_TYPE });
    refused(answer, 400);
    expect(answer.text).toContain('The body is not valid UTF-8.');
  });

  it.each<[string, { raw?: string; headers?: Record<string, string> }, number]>([
    ['JSON that breaks off', { raw: '{"title": "', headers: JSON_TYPE }, 400],
    ['JSON with a prototype', { raw: '{"__proto__": 1}', headers: JSON_TYPE }, 400],
    ['JSON with a constructor', { raw: '{"constructor": {"prototype": 1}}', headers: JSON_TYPE }, 400],
    ['an empty body', { raw: '', headers: JSON_TYPE }, 400],
    ['3 MB', { raw: `"${'x'.repeat(3e6)}"`, headers: JSON_TYPE }, 413],
    ['text', { raw: 'title=X', headers: { 'content-type': 'text/plain' } }, 415],
    ['a form', { raw: 'title=X', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['XML', { raw: '<title>X</title>', headers: { 'content-type': 'application/xml' } }, 415],
    ['a type that is none', { raw: '{}', headers: { 'content-type': 'nonsense' } }, 415],
    ['a list', { raw: '[]', headers: JSON_TYPE }, 422],
    ['null', { raw: 'null', headers: JSON_TYPE }, 422],
    ['a number', { raw: '7', headers: JSON_TYPE }, 422],
    ['nesting without end', { raw: '['.repeat(5e4) + ']'.repeat(5e4), headers: JSON_TYPE }, 422],
  ])('%s as the body', async (_, sending, status) => {
    const office = await by('office');
    const headers = { ...sending.headers, 'if-match': '"1"', 'idempotency-key': 'k' };
    refused(await office.send('POST', '/requests', { ...sending, headers }), status);
    refused(await office.send('PATCH', `/requests/${draft.ref}`, { ...sending, headers }), status);
    refused(await office.send('POST', `/requests/${draft.ref}/events`, { ...sending, headers }), status);
  });

  const typed = (type: string) => ({ 'content-type': type });
  it.each<[string, string, Record<string, string>, number, string, RegExp]>([
    ['a prototype', '{"a": {"__proto__": {}}}', JSON_TYPE, 400, 'forbiddenName', /named “__proto__”/],
    ['a constructor', '{"constructor": {"prototype": 1}}', JSON_TYPE, 400, 'forbiddenName', /“constructor”/],
    ['a merge patch', '{"__proto__": 1}', typed('application/merge-patch+json'), 400, 'forbiddenName', /named/],
    ['a comma', '{\n"a": 1,,}', JSON_TYPE, 400, 'unreadable', /not valid JSON.* line 2, character 8\.$/],
    ['half a body', '{"a":', JSON_TYPE, 400, 'unreadable', /not valid JSON: it breaks off\.$/],
    ['nothing', '', JSON_TYPE, 400, 'unreadable', /empty/],
    ['text', 'x', typed('text/plain'), 415, 'mediaType', /^Send JSON/],
    ['a type that is none', 'x', typed('nonsense'), 415, 'mediaType', /^Send JSON/],
    ['a form without bounds', 'x', typed('multipart/form-data'), 400, 'unreadable', /^The form breaks off/],
  ])('%s is refused with a code and a sentence of ours', async (_, raw, headers, status, code, sentence) => {
    const office = await by('office');
    const answer = await office.send('PATCH', `/requests/${draft.ref}`, { raw, headers });
    expect([answer.status, answer.json.code, answer.json.detail]).toEqual([
      status,
      code,
      expect.stringMatching(sentence),
    ]);
  });

  it.each<[string, string, number, string]>([
    ['what is no call', 'NONSENSE\r\n\r\n', 400, 'unreadable'],
    ['endless headers', `GET / HTTP/1.1\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'headersTooLarge'],
  ])('%s is refused likewise', async (_, sent, status, code) => {
    const socket = connect(Number(new URL(web.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(sent);
    const [head, body] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [^]*application/problem\\+json`));
    expect(JSON.parse(body!)).toMatchObject({ status, code, detail: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  it.each<[Json, string]>([
    [{}, 'type'],
    [{ type: 'PLEASE' }, 'type'],
    [{ type: ['SUBMIT'] }, 'type'],
    [{ type: 'constructor' }, 'type'],
    [{ type: 'CREATE', content: {} }, 'type'],
    [{ type: 'ATTACH', document: {} }, 'type'],
    [{ type: 'SUBMIT', declaration: true, hurry: true }, 'hurry'],
    [{ type: 'SUBMIT', declaration: 'yes' }, 'declaration'],
  ])('the step %j', async (event, path) => {
    refused(await (await by('office')).write('POST', `/requests/${draft.ref}/events`, event, 1), 422, path);
  });

  it.each([
    '%00',
    '..%2f..%2fetc%2fpasswd',
    "'%20OR%201=1--",
    '%F0%9F%95%8A',
    '%E2%80%AEgnp',
    'x'.repeat(500),
    'HRA-9999-999',
    'constructor',
  ])('a reference such as %s is nobody’s', async (ref) => {
    const office = await by('office');
    for (const part of ['', '/actions', '/timeline', '/versions', '/versions/1', '/assessment', '/letter', '/files'])
      refused(await office.get(`/requests/${ref}${part}`), 404);
    refused(await office.get(`/requests/${draft.ref}/files/${ref}`), 404);
    refused(await office.write('PATCH', `/requests/${ref}`, { title: 'X' }, 1), 404);
    refused(await office.write('POST', `/requests/${ref}/events`, { type: 'ABANDON' }, 1), 404);
    refused(await office.write('POST', `/requests/${ref}/events`, { type: 'NONSENSE' }, 1), 404);
  });

  it.each(['/requests/%', '/requests/%E0%A4%A', '/requests/%ff/actions'])('the address %s', async (path) => {
    refused(await (await by('office')).get(path), 400);
  });

  it.each([
    ['/timeline?limit=0', 'limit'],
    ['/timeline?limit=201', 'limit'],
    ['/timeline?before=yesterday', 'before'],
    ['/timeline?before=1&before=2', 'before'],
    ['/timeline?until=3', 'until'],
    ['/versions/first', 'number'],
    ['/versions/99999999999', 'number'],
  ])('%s', async (part, path) => {
    refused(await (await by('office')).get(`/requests/${draft.ref}${part}`), 422, path);
  });
});
