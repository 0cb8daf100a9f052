import { beforeAll, describe, expect, it } from '@jest/globals';
import { ReferenceData } from '#casework';
import { aContent } from '../../libs/domain/test/content.js';
import { CaseBuilder } from '../../libs/domain/test/a-case.js';
import type { Part } from '../../libs/domain/test/cast.js';
import { aStory, take } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb } from '../support/web.js';

const TODAY = '2027-01-20';
const ROUND = '2027-1';
const PATH = `/admin/rounds/${ROUND}`;
const db = useDatabase({ at: TODAY });
const web = useWeb(db);
const as = (part: Part) => web.session(db.cast[part].id);
const page = async (part: Part, path: string) => web.send('GET', path, { headers: await as(part) });
const days = { 'opens-day': '1', 'opens-month': '1', 'opens-year': '2027' };
const set = async (part: Part, more: Record<string, string>) =>
  web.send('POST', PATH, { headers: await as(part), form: { ...days, after: '0', graceDays: '7', ...more } });
const closing = (day: string) => ({ 'closes-day': day, 'closes-month': '1', 'closes-year': '2027' });
let draft: string;
/** Reads the settings again, as every process does once it is told. */
const read = async () => {
  await Promise.all([db.reference, web.app.get(ReferenceData)].map((r) => r.load(TODAY)));
};

beforeAll(async () => {
  draft = (await take(db, aStory(db))).ref;
});

describe('the calls of the rounds', () => {
  it('are the halves of the year until an administrator sets their days', async () => {
    expect((await page('coordinator', `/requests/${draft}`)).text).toContain(
      'The call for the first round of 2027 is open until 30 June 2027.',
    );
    expect((await page('desk', PATH)).status).toBe(403);
    expect((await page('administrator', '/admin/rounds/2027-7')).status).toBe(404);
  });

  it('that are set wrongly keep what was typed, beside what is wrong with it', async () => {
    const { status, text } = await set('administrator', closing('1'));
    expect(status).toBe(422);
    expect(text).toContain('Enter a day after the day on which the call opens');
    expect(text).toMatch(/name="graceDays"[^>]*value="7"|value="7"[^>]*name="graceDays"/);
    expect((await set('desk', closing('31'))).status).toBe(403);
  });

  it('hold at once, on every page that speaks of them', async () => {
    expect((await set('administrator', closing('31'))).headers.get('location')).toBe('/admin/rounds?done=callSet');
    expect((await set('administrator', closing('31'))).status).toBe(303);
    expect((await set('administrator', closing('30'))).status).toBe(412);
    expect((await page('administrator', PATH)).text).toContain('What was set for this call');
    await read();
    const sentence =
      'is open until 31 January 2027. What is submitted by 7 February 2027 still counts, and is marked as late.';
    for (const path of [`/requests/${draft}`, `/requests/${draft}/submit`, '/guidance/times'])
      expect([path, (await page('coordinator', path)).text.includes(sentence)]).toEqual([path, true]);
    expect((await page('coordinator', '/')).text).toContain('Call for the first round of 2027 closes');
  });

  it('are told to programs, and set by them', async () => {
    const reader = await web.program(db.cast.coordinator.id);
    const { json } = await reader.get('/rounds');
    expect(json).toMatchObject({
      today: TODAY,
      items: [{ round: ROUND, closes: '2027-01-31', lastDay: '2027-02-07' }, { round: '2027-2', version: 0 }, {}, {}],
    });
    const call = { opens: '2027-07-01', closes: '2027-07-31', graceDays: 0, after: 0 };
    expect((await reader.send('PUT', '/rounds/2027-2/call', { json: call })).status).toBe(403);
    const writer = await web.program(db.cast.administrator.id);
    const made = await writer.send('PUT', '/rounds/2027-2/call', { json: call });
    expect([made.status, made.json.version, made.json.setBy]).toEqual([200, 1, db.cast.administrator.name]);
    expect((await writer.send('PUT', '/rounds/2027-2/call', { json: { ...call, closes: 'later' } })).status).toBe(422);
    await expect(db.pool.query(`UPDATE round_call SET grace_days = 1`)).rejects.toThrow('append-only');
  });

  it('give a request its round when it is submitted, and mark it on the days of grace', async () => {
    await read();
    const { calls } = db.reference;
    const story = new CaseBuilder({
      cast: db.cast,
      at: '2027-02-03T09:00:00.000Z',
      content: aContent(),
      context: { calls },
    });
    const it1 = await take(db, story.submitted());
    expect((await it1.facts()).inGrace).toBe(true);
    expect((await page('desk', `/requests/${it1.ref}`)).text).toContain(
      'First round of 2027, submitted on the days of grace',
    );
  });
});
