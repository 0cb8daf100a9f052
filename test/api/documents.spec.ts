import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';
import { useWeb, type Answer, type Json, type Program } from '../support/web.js';
import { zip } from '../support/zip.js';
import { refused } from './refused.js';

const db = useDatabase();
const web = useWeb(db);
let office: Program;
let draft: CaseInDatabase;
beforeAll(async () => {
  office = await web.program(db.cast.office.id);
  draft = await aCaseAt(db);
});

const MEGABYTE = 1024 * 1024;
const pdf = (words = 'Minutes') =>
  Buffer.from(`%PDF-1.7\n% ${words}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const docx = (more: Record<string, string | Buffer> = {}) =>
  zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
    'word/document.xml': '<w/>',
    ...more,
  });

type File = readonly [content: Buffer, name: string];
function formWith(files: readonly File[], fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [content, name] of files) form.append('file', new Blob([new Uint8Array(content)]), name);
  return form;
}
async function attach(
  it: CaseInDatabase,
  files: readonly File[],
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { revision } = await it.row();
  return office.send('POST', `/requests/${it.ref}/files`, {
    form: formWith(files, fields),
    headers: { 'if-match': `"${revision}"`, ...headers },
  });
}
const kept = (): string[] =>
  readdirSync(web.files, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile())
    .map((f) => f.name);

describe('a document', () => {
  it('is kept as it was given, and only its own name and type by content are said of it', async () => {
    const content = pdf();
    const answer = await attach(draft, [[content, 'Minutes of 9 January.pdf']], { section: '3', tier: 'case' });
    const { document } = answer.json as { document: Json };
    expect([answer.status, document]).toEqual([
      201,
      expect.objectContaining({
        name: 'Minutes of 9 January.pdf',
        type: 'application/pdf',
        size: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        section: 3,
        tier: 'case',
      }),
    ]);
    const location = answer.headers.get('location')!;
    expect(location).toBe(`/api/v1/requests/${draft.ref}/files/${document.id as string}`);
    const opened = await office.get(location.replace('/api/v1', ''));
    expect([opened.status, opened.text]).toEqual([200, content.toString()]);
    expect(Object.fromEntries(opened.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': expect.stringMatching(/^attachment; filename="Minutes of 9 January\.pdf"/),
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((await office.get(`/requests/${draft.ref}/files`)).json.items).toEqual([document]);
  });

  it('goes away with its bytes, unless a version that was submitted holds it', async () => {
    const it = await aCaseAt(db);
    const bytes = kept().length;
    const { document } = (await attach(it, [[pdf('a draft'), 'a.pdf']])).json as { document: { id: string } };
    expect(kept()).toHaveLength(bytes + 1);
    const path = `/requests/${it.ref}/files/${document.id}`;
    expect((await office.send('DELETE', path)).status).toBe(428);
    expect((await office.send('DELETE', path, { headers: { 'if-match': '"1"' } })).status).toBe(412);
    expect((await office.send('DELETE', path, { headers: { 'if-match': '"2"' } })).json).toEqual({
      ref: it.ref,
      revision: 3,
    });
    expect([kept().length, (await office.get(path)).status]).toEqual([bytes, 404]);
    await attach(it, [[pdf('for good'), 'b.pdf']]);
    await it.send('coordinator', { type: 'SUBMIT', declaration: true });
    await it.send('desk', { type: 'RETURN', items: [{ text: 'Mend it' }], codes: ['OTHER'] });
    const { id } = (await it.facts()).documents[0]!;
    const { revision } = await it.row();
    const gone = await office.send('DELETE', `/requests/${it.ref}/files/${id}`, {
      headers: { 'if-match': `"${revision}"` },
    });
    expect([gone.status, kept().length]).toEqual([200, bytes + 1]);
    const version = await office.get(`/requests/${it.ref}/versions/1`);
    expect(version.json.documents).toMatchObject([{ id, name: 'b.pdf' }]);
  });

  it('is added once by the same key, however often it is sent', async () => {
    const it = await aCaseAt(db);
    const send = (content: Buffer, name: string) =>
      office.send('POST', `/requests/${it.ref}/files`, {
        form: formWith([[content, name]]),
        headers: { 'if-match': '"1"', 'idempotency-key': 'one-document' },
      });
    const both = await Promise.all([send(pdf(), 'a.pdf'), send(pdf(), 'a.pdf')]);
    both.push(await send(pdf(), 'a.pdf'));
    expect(both.map((answer) => [answer.status, answer.json])).toEqual(both.map(() => [201, both[0]!.json]));
    expect((await it.facts()).documents).toHaveLength(1);
    expect(kept().filter((name) => name.includes((both[0]!.json.document as Json).id as string))).toHaveLength(1);
    refused(await send(pdf('other'), 'a.pdf'), 422, 'Idempotency-Key');
    refused(await send(pdf(), 'b.pdf'), 422, 'Idempotency-Key');
  });

  it.each([
    ['../../../etc/passwd.pdf', '../../../etc/passwd.pdf'],
    ['..\\..\\boot.pdf', '..\\..\\boot.pdf'],
    ['C:\\Users\\me\\letter.pdf', 'C:\\Users\\me\\letter.pdf'],
    ['‮fdp.exe.pdf', undefined],
    ['Ünïcode 🕊️ نص.pdf', 'Ünïcode 🕊️ نص.pdf'],
    [`${'x'.repeat(300)}.pdf`, undefined],
    ['"quotes"; filename=evil.html.pdf', undefined],
  ])('named %s is shown as it was given, offered without folders, and never kept by its name', async (given, shown) => {
    const answer = await attach(draft, [[pdf(given), given]]);
    expect(answer.status).toBe(201);
    const { name, id } = (answer.json as { document: { name: string; id: string } }).document;
    if (shown !== undefined) expect(name).toBe(shown);
    expect(name.length).toBeLessThanOrEqual(255);
    expect(name).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/);
    for (const file of kept()) expect(file).toMatch(/^[0-9a-f-]{36}/);
    const { headers } = await office.get(`/requests/${draft.ref}/files/${id}`);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\\/]*"(; filename\*=UTF-8''[\w.%!#$&+^`|~-]+)?$/,
    );
  });
});

describe('is not taken, and nothing of it stays:', () => {
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]);
  it.each<[string, readonly File[], Record<string, string>, number, string | undefined]>([
    ['nothing', [], {}, 422, 'file'],
    ['an empty file', [[Buffer.alloc(0), 'a.pdf']], {}, 422, 'file'],
    [
      'two files',
      [
        [pdf('1'), 'a.pdf'],
        [pdf('2'), 'b.pdf'],
      ],
      {},
      422,
      'file',
    ],
    ['a file of 6 MB', [[Buffer.concat([pdf(), Buffer.alloc(6 * MEGABYTE, 32)]), 'a.pdf']], {}, 413, undefined],
    ['a file of 50 MB', [[Buffer.alloc(50 * MEGABYTE, 32), 'a.pdf']], {}, 413, undefined],
    ['a program called a PDF', [[program, 'a.pdf']], {}, 422, 'file'],
    ['a PDF called a program', [[pdf(), 'a.exe']], {}, 422, 'file'],
    ['a web page', [[Buffer.from('<html><script>alert(1)</script></html>'), 'a.txt']], {}, 422, 'file'],
    [
      'a picture with scripts',
      [[Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'a.png']],
      {},
      422,
      'file',
    ],
    ['a bomb', [[docx({ 'word/media/a.bin': Buffer.alloc(80 * MEGABYTE) }), 'a.docx']], {}, 422, 'file'],
    ['macros', [[docx({ 'word/vbaProject.bin': 'x' }), 'a.docx']], {}, 422, 'file'],
    ['an archive', [[zip({ 'a.txt': 'x' }), 'a.zip']], {}, 422, 'file'],
    ['a document for section 10', [[pdf(), 'a.pdf']], { section: '10' }, 422, 'section'],
    ['a document for nobody', [[pdf(), 'a.pdf']], { tier: 'secret' }, 422, 'tier'],
    ['an unknown field', [[pdf(), 'a.pdf']], { path: '/etc/passwd' }, 422, 'path'],
  ])('%s', async (_, files, fields, status, path) => {
    const before = [await everything(db.pool), kept()] as const;
    const { documents } = await draft.facts();
    refused(await attach(draft, files, fields), status, path);
    expect((await draft.facts()).documents).toEqual(documents);
    expect(changed(before[0], await everything(db.pool))).toEqual([]);
    expect(kept()).toEqual(before[1]);
  });

  it('what is no form (415), without a revision (428), behind (412), or at another step (409)', async () => {
    const it = await aCaseAt(db, (story) => story.submitted());
    const files = kept();
    const form = () => formWith([[pdf('late'), 'a.pdf']]);
    const path = `/requests/${it.ref}/files`;
    refused(await office.send('POST', path, { json: {}, headers: { 'if-match': '"2"' } }), 415);
    refused(await office.send('POST', path, { form: form() }), 428);
    refused(await office.send('POST', path, { form: form(), headers: { 'if-match': '"1"' } }), 412);
    refused(await office.send('POST', path, { form: form(), headers: { 'if-match': '"2"' } }), 409);
    const desk = await web.program(db.cast.desk.id);
    refused(await desk.send('POST', path, { form: form(), headers: { 'if-match': '"2"' } }), 403);
    const elsewhere = await web.program(db.cast.officeElsewhere.id);
    refused(await elsewhere.send('POST', path, { form: form(), headers: { 'if-match': '"2"' } }), 404);
    expect(kept()).toEqual(files);
  });

  it('a form that breaks off', async () => {
    const { revision } = await draft.row();
    const raw = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7`;
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'if-match': `"${revision}"` };
    refused(await office.send('POST', `/requests/${draft.ref}/files`, { raw, headers }), 400);
    const without = { ...headers, 'content-type': 'multipart/form-data' };
    refused(await office.send('POST', `/requests/${draft.ref}/files`, { raw, headers: without }), 400);
  });

  it('more than forty of them', async () => {
    const it = await aCaseAt(db);
    for (let n = 1; n <= 40; n += 1) expect((await attach(it, [[pdf(String(n)), `${n}.pdf`]])).status).toBe(201);
    refused(await attach(it, [[pdf('41'), '41.pdf']]), 409);
  });
});

describe('who may open it', () => {
  it('risk notes are for the country’s side and OHCHR; everything else for who sees the request', async () => {
    const it = await aCaseAt(db);
    const { document: risk } = (await attach(it, [[pdf('risk'), 'risk.pdf']], { tier: 'risk' })).json as {
      document: Json;
    };
    const { document: plain } = (await attach(it, [[pdf('plain'), 'plain.pdf']])).json as { document: Json };
    const status = async (part: keyof typeof db.cast, document: Json) => {
      const program = await web.program(db.cast[part].id);
      return (await program.get(`/requests/${it.ref}/files/${document.id as string}`)).status;
    };
    expect([await status('desk', plain), await status('team', plain)]).toEqual([404, 404]);
    await it.send('coordinator', { type: 'SUBMIT', declaration: true });
    expect([await status('desk', plain), await status('team', plain)]).toEqual([200, 200]);
    expect([await status('desk', risk), await status('coordinator', risk), await status('auditor', risk)]).toEqual([
      200, 200, 200,
    ]);
    expect([
      await status('team', risk),
      await status('officeElsewhere', risk),
      await status('administrator', plain),
    ]).toEqual([404, 404, 404]);
    const team = await web.program(db.cast.team.id);
    expect((await team.get(`/requests/${it.ref}/files`)).json.items).toMatchObject([{ name: 'plain.pdf' }]);
    expect((await team.get(`/requests/${it.ref}/versions/1`)).json.documents).toMatchObject([{ name: 'plain.pdf' }]);
  });

  it('what is added while a request is corrected stays with the office until it is submitted again', async () => {
    const it = await aCaseAt(db);
    const { document: first } = (await attach(it, [[pdf('first'), 'first.pdf']])).json as { document: Json };
    await it.send('coordinator', { type: 'SUBMIT', declaration: true });
    await it.send('desk', { type: 'RETURN', items: [{ text: 'Mend it' }], codes: ['OTHER'] });
    const { document: second } = (await attach(it, [[pdf('second'), 'second.pdf']])).json as { document: Json };
    const { revision } = await it.row();
    const headers = { 'if-match': `"${revision}"` };
    await office.send('DELETE', `/requests/${it.ref}/files/${first.id as string}`, { headers });
    const desk = await web.program(db.cast.desk.id);
    const seen = async () => {
      const { items } = (await desk.get(`/requests/${it.ref}/files`)).json as { items: Json[] };
      const opened = [first, second].map((d) => desk.get(`/requests/${it.ref}/files/${d.id as string}`));
      return [items.map((d) => d.name), (await Promise.all(opened)).map((answer) => answer.status)];
    };
    expect(await seen()).toEqual([['first.pdf'], [200, 404]]);
    await it.send('coordinator', { type: 'RESUBMIT', declaration: true });
    // The first one stands in the version that was judged before.
    expect(await seen()).toEqual([['second.pdf'], [200, 200]]);
  });
});
