import { beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb, type Answer, type Program } from '../support/web.js';
import { zip } from '../support/zip.js';
import { refused } from './refused.js';

const db = useDatabase();
const web = useWeb(db);
let amina: Program;
let auditor: Program;
let it1: CaseInDatabase;
beforeAll(async () => {
  amina = await web.program(db.cast.amina.id);
  auditor = await web.program(db.cast.auditor.id);
  it1 = await aCaseAt(db, (s) => s.declared());
});

const brings = (bytes: Buffer, name = 'scores.xlsx'): Promise<Answer> => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return amina.send('PUT', `/requests/${it1.ref}/score-form`, { form });
};
/** The form as it was given out, as rows. */
async function form(): Promise<unknown[][]> {
  const headers = { authorization: `Bearer ${amina.token}` };
  const answer = await fetch(`${web.url}/api/v1/requests/${it1.ref}/score-form`, { headers });
  expect(answer.status).toBe(200);
  return readSheet(Buffer.from(await answer.arrayBuffer()), 'Scores');
}
const workbook = (rows: unknown[][]): Promise<Buffer> =>
  writeWorkbook(
    rows.map((r) => r.map((value) => (value === null ? null : { value: String(value), type: String }))),
    { sheet: 'Scores' },
  ).toBuffer();

describe('a score form', () => {
  it('is given out, and what it says is answered before anything is kept', async () => {
    const rows = await form();
    const line = rows.find((row) => row[0] === 'Sustainability')!;
    [line[1], line[2], line[3]] = ['cannot assess', 'The annex is missing.', '5.1\nAnnex B'];
    const { revision } = await it1.row();
    const answer = await brings(await workbook(rows));
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        ref: it1.ref,
        requestVersion: 1,
        criteriaVersion: 1,
        reviewer: db.cast.amina.name,
        kept: false,
        scores: { sustainability: { score: null, reason: 'The annex is missing.', evidence: ['5.1', 'Annex B'] } },
        problems: [],
      },
    ]);
    expect((await it1.row()).revision).toBe(revision);
    const json = { type: 'SAVE_SCORES', scores: answer.json.scores, requestVersion: 1 };
    const headers = { 'if-match': '*' };
    expect((await amina.send('POST', `/requests/${it1.ref}/events`, { json, headers })).status).toBe(200);
  });

  it('with a macro, too large, of another kind or damaged is refused in a sentence', async () => {
    const good = await workbook(await form());
    const macro = zip({
      '[Content_Types].xml':
        '<?xml version="1.0"?><Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      'xl/workbook.xml': '<w/>',
      'xl/vbaProject.bin': 'Sub',
    });
    const { revision } = await it1.row();
    for (const [bytes, name, words] of [
      [macro, 'scores.xlsx', /macros/],
      [Buffer.from('Scores: 4'), 'scores.txt', /is no workbook/],
      [good.subarray(0, good.length - 200), 'scores.xlsx', /damaged/],
      [Buffer.concat([good, Buffer.alloc(1024 * 1024, 1)]), 'scores.xlsx', /larger than a score form|damaged/],
    ] as const) {
      const answer = await brings(bytes, name);
      refused(answer, 422, 'file');
      expect(answer.json.detail).toMatch(words);
    }
    refused(await amina.send('PUT', `/requests/${it1.ref}/score-form`, { json: {} }), 415);
    expect((await it1.row()).revision).toBe(revision);
  });
});

describe('private notes', () => {
  const path = () => `/requests/${it1.ref}/review-notes`;
  it('are kept for one person, and stand in nothing that anybody else reads', async () => {
    const text = 'Compare with the request of 2014.';
    const { revision } = await it1.row();
    expect((await amina.send('PUT', path(), { json: { text } })).json).toEqual({ ref: it1.ref, text });
    expect((await amina.send('GET', path())).json).toEqual({ ref: it1.ref, text });
    const bruno = await web.program(db.cast.bruno.id);
    expect((await bruno.send('GET', path())).json).toEqual({ ref: it1.ref, text: '' });
    refused(await auditor.send('GET', path()), 403);
    for (const part of ['', '/timeline', '/assessment'])
      expect((await auditor.send('GET', `/requests/${it1.ref}${part}`)).text).not.toContain(text);
    expect((await it1.row()).revision).toBe(revision);
  });

  it('are refused where they cannot be kept, and closed with the case to who declares a conflict', async () => {
    refused(await amina.send('PUT', path(), { json: { text: 'x'.repeat(20_001) } }), 422);
    refused(await amina.send('PUT', path(), { json: { words: 'x' } }), 422);
    await it1.send('amina', { type: 'DECLARE', conflict: { declared: true, kind: 'other', reason: 'A cousin.' } });
    refused(await amina.send('GET', path()), 404);
    refused(await amina.send('PUT', path(), { json: { text: 'x' } }), 404);
  });
});
