import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases, EarlierTexts, verifyRecord } from '#casework';
import { evolveContent, valueAt, type RequestContent } from '#domain';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { fieldsOf } from '../support/form-fields.js';
import { useWeb, type Json } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const A = 'sections.ownership.whoAskedFirst';
const B = 'sections.ownership.agenciesInvolved';

let draft: CaseInDatabase;
let headers: Record<string, string>;
let opened: Date;
const drafts = (seq?: number) => `/requests/${draft.ref}/drafts${seq ? `/${seq}` : ''}`;
const get = (path: string) => web.send('GET', path, { headers });
/** Saves an answer some minutes after the request was opened. */
async function writes(by: 'office' | 'coordinator', minutes: number, whoAskedFirst: string): Promise<void> {
  db.clock.set(new Date(opened.getTime() + minutes * 60_000).toISOString());
  await draft.send(by, { type: 'EDIT', patch: { sections: { ownership: { whoAskedFirst } } } });
}
async function now(path: string): Promise<unknown> {
  const { rows } = await db.pool.query<{ content: RequestContent }>(
    'SELECT c.content FROM request_content c JOIN request r ON r.id = c.request_id WHERE r.ref = $1',
    [draft.ref],
  );
  return valueAt(rows[0]!.content, path);
}

beforeAll(async () => {
  headers = await web.session(db.cast.office.id);
});
beforeEach(async () => {
  draft = await aCaseAt(db);
  opened = db.clock.now();
});

describe('texts that were saved', () => {
  it('are listed by who wrote what in one go, newest first, and each can be read beside the text of now', async () => {
    await writes('office', 60, 'One.');
    await writes('office', 62, 'One two.');
    await writes('coordinator', 63, 'One two three.');
    const { status, text } = await get(drafts());
    expect(status).toBe(200);
    expect([...text.matchAll(/drafts\/(\d+)"/g)].map(([, seq]) => seq)).toEqual(['4', '3', '1']);
    expect(text).toContain('two saves since');
    const second = await get(drafts(3));
    expect(second.text).toContain('One two<ins> three</ins>.'.replace('two<ins> three</ins>.', '<del>two.</del>'));
    expect(second.text).toContain('One <ins>two three.</ins>');
    expect((await get(drafts(2))).text).toContain('One.');
    expect((await get(drafts(4))).text).toContain('It is the text as it is now.');
  });

  it('come in pages', async () => {
    for (let i = 0; i < 30; i += 1) await writes(i % 2 ? 'office' : 'coordinator', i, `Text ${i}.`);
    const first = await get(drafts());
    const [, before] = /\?before=(\d+)/.exec(first.text)!;
    const second = await get(`${drafts()}?before=${before}`);
    const seqs = [first, second].flatMap(({ text }) => [...text.matchAll(/drafts\/(\d+)"/g)].map(([, s]) => Number(s)));
    expect(seqs).toEqual(Array.from({ length: 31 }, (_, i) => 31 - i));
    expect(second.text).not.toContain('?before=');
  });

  it('are read from few lines however often the draft was saved, and are what the record says', async () => {
    for (let i = 0; i < 130; i += 1) await writes('office', i, `Text ${i}.`);
    const { rows } = await db.pool.query<{ seq: number }>(
      'SELECT s.seq FROM draft_snapshot s JOIN request r ON r.id = s.request_id WHERE r.ref = $1 ORDER BY 1',
      [draft.ref],
    );
    expect(rows.map(({ seq }) => seq)).toEqual([51, 101]);
    const cases = new Cases(db.pool);
    const view = (await cases.find(draft.ref, db.cast.office))!;
    let text: RequestContent = {};
    for (const [i, entry] of (await draft.entries()).entries()) {
      text = evolveContent(text, entry);
      if (i % 10 === 0 || i > 125) expect(await cases.textAt(view, i + 1)).toEqual(text);
    }
    expect(await verifyRecord(db.pool, draft.ref)).toMatchObject({ broken: [] });
    const page = await new EarlierTexts(db.pool).page(view);
    expect(page.states.map(({ saves }) => saves)).toEqual([130, 1]);
  });

  it('a text that was kept whole and is not what the record says does not go unnoticed', async () => {
    for (let i = 0; i < 51; i += 1) await writes('office', i, `Text ${i}.`);
    await db.pool.query('ALTER TABLE draft_snapshot DISABLE TRIGGER USER');
    await db.pool.query(`UPDATE draft_snapshot SET content = '{}'`);
    const { broken } = await verifyRecord(db.pool, draft.ref);
    expect(broken).toEqual([expect.objectContaining({ problem: expect.stringMatching(/^An earlier text is/) })]);
    await db.pool.query('ALTER TABLE draft_snapshot ENABLE TRIGGER USER');
  });
});

describe('bringing a text back', () => {
  beforeEach(async () => {
    await writes('office', 60, 'The first text.');
    await writes('coordinator', 90, 'The second text.');
  });
  const bring = async (name: string, form?: Record<string, string>) =>
    web.send('POST', drafts(2), { form: { ...(form ?? fieldsOf((await get(drafts(2))).text)), bring: name }, headers });

  it('is a change like any other: what it replaces stays to be read, and other answers stay as they are', async () => {
    const other = await now(B);
    const done = await bring(A);
    expect(done.headers.get('location')).toBe(`${drafts(2)}?done=broughtBack`);
    expect([await now(A), await now(B)]).toEqual(['The first text.', other]);
    expect((await get(drafts(3))).text).toMatch(/The <del>second <\/del>text\./);
    const entries = await draft.entries();
    expect(entries.map(({ event }) => event)).toEqual(['CREATE', 'EDIT', 'EDIT', 'EDIT']);
    expect(entries.at(-1)!.data).toMatchObject({ broughtBack: { seq: 2, at: entries[1]!.at } });
    const says = /brought back from the text of [^<]* UTC/i;
    for (const page of [drafts(), `/requests/${draft.ref}/history`]) expect((await get(page)).text).toMatch(says);
  });

  it('takes away an answer that was not there then, and brings back details', async () => {
    db.clock.set(new Date(opened.getTime() + 120 * 60_000).toISOString());
    await draft.send('office', {
      type: 'EDIT',
      patch: { title: 'Another title', sections: { risk: { tier: 'risk', text: 'New.', mitigation: 'None.' } } },
    });
    const then = (await web.send('GET', drafts(3), { headers })).text;
    const send = (name: string) => web.send('POST', drafts(3), { form: { ...fieldsOf(then), bring: name }, headers });
    expect([(await send('sections.risk.text')).status, (await send('What is asked')).status]).toEqual([303, 303]);
    expect(await now('title')).not.toBe('Another title');
    expect(await now('sections.risk.text')).not.toBe('New.');
  });

  it('does not write over what somebody saved while it was read', async () => {
    const form = fieldsOf((await get(drafts(2))).text);
    await writes('coordinator', 91, 'The third text.');
    const late = await bring(A, form);
    expect([late.status, await now(A)]).toEqual([412, 'The third text.']);
    expect(late.text).toContain('This answer was changed while you were reading.');
    expect(late.text).toContain('third ');
  });

  it('of nothing, or of something that is no answer, changes nothing', async () => {
    for (const name of ['', 'sections', '__proto__', 'constructor', 'sections.ownership'])
      expect((await bring(name)).status).toBe(422);
    for (const seq of ['0', '99', 'x', '1e3']) expect((await get(`${drafts()}/${seq}`)).status).toBe(404);
    expect(await now(A)).toBe('The second text.');
  });

  it('is over once the request is submitted; reading is not', async () => {
    await draft.send('coordinator', { type: 'SUBMIT', declaration: true });
    const { text, status } = await get(drafts(2));
    expect([status, text.includes('Bring this text back')]).toEqual([200, false]);
    expect((await bring(A, { marks: '' })).status).toBe(409);
  });
});

describe('for programs', () => {
  it('the same list and texts', async () => {
    await writes('office', 60, 'One.');
    await writes('office', 61, 'Two.');
    const program = await web.program(db.cast.office.id);
    const path = `/requests/${draft.ref}/drafts`;
    const { json } = await program.get(path);
    expect(json).toMatchObject({
      items: [
        { revision: 3, firstRevision: 2, saves: 2, by: db.cast.office.name, parts: ['2'] },
        { revision: 1, saves: 1 },
      ],
      next: null,
    });
    const then = (await program.get(`${path}/2`)).json as { content: RequestContent } & Json;
    expect([then.revision, valueAt(then.content, A)]).toEqual([2, 'One.']);
    expect((await program.get(`${path}?limit=1`)).json.next).toBe(2);
    expect([(await program.get(`${path}/9`)).status, (await program.get(`${path}?limit=0`)).status]).toEqual([
      404, 422,
    ]);
  });
});
