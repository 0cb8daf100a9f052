import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import type { Pool } from 'pg';
import { Cases, verifyRecord } from '#casework';
import { CRITERIA, isRefusal } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { aSheet } from '../../libs/domain/test/events.js';
import { aCaseAt, aStory, take, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb, type Json, type Program } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const programs = new Map<Part, Program>();
async function by(part: Part): Promise<Program> {
  if (!programs.has(part)) programs.set(part, await web.program(db.cast[part].id));
  return programs.get(part)!;
}
const assessment = async ({ ref }: CaseInDatabase, part: Part) => (await by(part)).get(`/requests/${ref}/assessment`);
const timeline = async ({ ref }: CaseInDatabase, part: Part) =>
  ((await (await by(part)).get(`/requests/${ref}/timeline?limit=200`)).json.items ?? []) as Json[];
const page = async ({ ref }: CaseInDatabase, part: Part, more = '') =>
  web.send('GET', `/requests/${ref}/${more || 'reviews'}`, { headers: await web.session(db.cast[part].id) });
const say = (audience: 'panel' | 'ohchr', text: string) =>
  ({ type: 'DISCUSS', criterion: 'sustainability', audience, text }) as const;

describe('reveal, discuss, revise, settle: what each person can see at each moment', () => {
  const secret = 'Among ourselves: the second year has no payer.';
  const open = 'The desk officer should read this: Annex 3 has a gap.';
  let it1: CaseInDatabase;
  beforeAll(async () => {
    const story = aStory(db).appointed('amina', 'bruno', 'dina');
    story.send('dina', { type: 'DECLARE', conflict: { declared: true, reason: 'I served there.' } });
    it1 = await take(db, story.scored(aSheet(4, 3, 3, 4, 3), aSheet(4, 3, 3, 1, 3)));
  });
  const told = async (part: Part) => {
    const { status, json } = await assessment(it1, part);
    return status === 200 ? (json.discussion as Json[]).map((m) => m.text) : status;
  };

  it('before the reveal nobody adds to the discussion, and each reviewer sees their own sheet alone', async () => {
    const answer = await (await by('amina')).step(it1.ref, say('panel', secret));
    expect([answer.status, answer.json.detail]).toEqual([409, expect.stringContaining('opens when the scores are')]);
    const { json } = await assessment(it1, 'amina');
    const sheets = (json.reviewers as Json[]).map((r) => r.counting !== null);
    expect([sheets, json.consolidated, json.robustness, json.severity]).toEqual([
      [true, false, false],
      null,
      null,
      null,
    ]);
    expect((await assessment(it1, 'chair')).json).toMatchObject({ revealed: false, discussion: [], robustness: null });
  });

  it('once revealed, OHCHR reads the figures; the country, the region and the conflicted do not', async () => {
    await it1.send('desk', { type: 'REVEAL' });
    await it1.send('amina', say('panel', secret));
    await it1.send('bruno', say('ohchr', open));
    for (const part of ['amina', 'bruno', 'chair', 'auditor'] as const)
      expect(await told(part)).toEqual([secret, open]);
    for (const part of ['desk', 'approver'] as const) expect(await told(part)).toEqual([open]);
    for (const part of ['office', 'coordinator', 'team', 'regionalOffice'] as const) expect(await told(part)).toBe(403);
    for (const part of ['dina', 'officeElsewhere', 'deskElsewhere', 'fund', 'administrator'] as const)
      expect(await told(part)).toBe(404);
  });

  it('the record, its pages and its counts follow the audience', async () => {
    const discussed = async (part: Part) => (await timeline(it1, part)).filter((l) => l.type === 'DISCUSS').length;
    expect(
      await Promise.all((['amina', 'chair', 'desk', 'approver', 'office', 'team'] as const).map(discussed)),
    ).toEqual([2, 2, 1, 1, 0, 0]);
    for (const part of ['desk', 'approver', 'office', 'team', 'dina'] as const)
      for (const place of ['reviews', 'history', 'history?format=csv', 'history?kind=scoring']) {
        const { text } = await page(it1, part, place);
        expect({ part, place, secret: text.includes('no payer') }).toEqual({ part, place, secret: false });
      }
    expect((await page(it1, 'bruno')).text).toContain('Among ourselves');
    const filter = await page(it1, 'desk', 'history');
    expect(filter.text).not.toContain('To the panel');
  });

  it('a revision is dated and counts of the discussion only what its reader reads', async () => {
    const scores = { sustainability: { score: 3, reason: 'The annex settles it.' } };
    await it1.send('bruno', { type: 'REVISE', scores });
    expect((await page(it1, 'chair')).text).toContain('after two messages of the discussion');
    expect((await page(it1, 'approver')).text).toContain('after one message of the discussion');
    const { json } = await assessment(it1, 'approver');
    expect((json.reviewers as Json[])[1]).toMatchObject({
      first: { sustainability: { score: 1 } },
      revised: { sustainability: { score: 3 } },
      counting: { sustainability: { score: 3 } },
    });
  });

  it('a form of the page adds to it, and keeps what was typed where the audience is missing', async () => {
    const headers = await web.session(db.cast.chair.id);
    const form = { do: 'DISCUSS', criterion: '', text: 'A word from the chair.' };
    const where = `/requests/${it1.ref}/reviews`;
    const refused = await web.send('POST', where, { headers, form });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Choose who is to read it');
    expect(refused.text).toContain('A word from the chair.');
    const taken = await web.send('POST', where, { headers, form: { ...form, audience: 'panel' } });
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `${where}?done=discussed`]);
    expect((await page(it1, 'amina')).text).toContain('A word from the chair.');
    expect((await page(it1, 'desk')).text).not.toContain('A word from the chair.');
  });

  it('the settlement closes it, and says so; the record holds', async () => {
    const settled = aSheet(4, 3, 3, 3, 3);
    await it1.send('chair', { type: 'SETTLE', settled, moderation: { note: 'Both views were heard.' } });
    const late = await (await by('amina')).step(it1.ref, say('panel', 'One more.'));
    expect([late.status, late.json.detail]).toEqual([409, expect.stringContaining('settled, so their discussion')]);
    expect(await told('amina')).toEqual([secret, open, 'A word from the chair.']);
    expect((await verifyRecord(db.pool, it1.ref)).broken).toEqual([]);
  });

  it('a conflict that comes to light later closes everything to that person; what they said stays for the others', async () => {
    const it2 = await aCaseAt(db, (s) => s.appointed('amina', 'bruno', 'dina').revealed());
    await it2.send('bruno', say('panel', 'I know the office well.'));
    const person = db.cast.bruno.id;
    await it2.send('chair', { type: 'RECORD_CONFLICT', person, kind: 'family', reason: 'A sister works there.' });
    expect((await assessment(it2, 'bruno')).status).toBe(404);
    expect((await page(it2, 'bruno')).status).toBe(404);
    expect(await timeline(it2, 'bruno')).toEqual([]);
    expect((await (await by('bruno')).step(it2.ref, say('panel', 'More.'))).status).not.toBe(200);
    const { text } = await page(it2, 'amina');
    expect(text).toContain('I know the office well.');
    expect(text).toContain('(has stood back since)');
    expect((await assessment(it2, 'amina')).json).toMatchObject({ robustness: { reviewers: 2 } });
  });

  it('where all but one reviewer have a conflict, the result rests on one judgement, and that is said', async () => {
    const it2 = await aCaseAt(db, (s) => s.revealed());
    const person = db.cast.bruno.id;
    await it2.send('chair', { type: 'RECORD_CONFLICT', person, kind: 'family', reason: 'A sister works there.' });
    const { json } = await assessment(it2, 'chair');
    expect(json).toMatchObject({
      robustness: { reviewers: 1, withoutReviewer: [], sentence: expect.stringContaining('One reviewer alone scored') },
    });
    expect((await page(it2, 'chair')).text).toContain('One reviewer alone scored, and comes to 75.0 of 100.');
  });
});

it('who is appointed, and until when they answer, is told to nobody outside OHCHR, on pages and by programs', async () => {
  const it2 = await aCaseAt(db, (s) => s.appointed('amina', 'bruno'));
  const names = new RegExp(`${db.cast.amina.name}|${db.cast.bruno.name}|, reviewer|Take the appointment up`);
  expect((await page(it2, 'desk', 'history')).text).toMatch(names);
  for (const part of ['office', 'coordinator', 'team', 'regionalOffice'] as const) {
    const headers = await web.session(db.cast[part].id);
    for (const path of ['', '/history', '/messages', '/full'])
      expect((await web.send('GET', `/requests/${it2.ref}${path}`, { headers })).text).not.toMatch(names);
    for (const path of ['', '/standing', '/timeline?limit=200']) {
      const { status, json } = await (await by(part)).get(`/requests/${it2.ref}${path}`);
      expect([status, JSON.stringify(json).match(names)]).toEqual([200, null]);
      if (path === '') expect((json.waiting as Json[]).map((w) => w.holder)).not.toContain('reviewer');
    }
  }
});

it('the result of every page says whether it stands, in a sentence and in tables', async () => {
  const it1 = await aCaseAt(db, (s) => s.recommended());
  const firm = 'The result stands: the settled scores come to “meets the criteria”';
  for (const place of ['reviews', 'recommendation']) expect((await page(it1, 'approver', place)).text).toContain(firm);
  const headers = await web.session(db.cast.approver.id);
  const decision = await web.send('GET', `/decisions/${it1.ref}`, { headers });
  expect(decision.text).toContain(firm);
  expect(decision.text).toContain('Against the result now');
});

describe('two chairs who settle at once', () => {
  it('one settlement stands, and the other chair is told whose', async () => {
    const it1 = await aCaseAt(db, (s) => s.revealed());
    const { revision } = await it1.row();
    const other = (await db.people.find((await db.person('pc-rabearivelo')).id))!;
    expect(other.id).not.toBe(db.cast.chair.id);
    const event = { type: 'SETTLE', settled: aSheet() } as const;
    const chairs = [db.cast.chair, other];
    const both = await Promise.all(chairs.map((chair) => db.casework.advance(it1.ref, chair, event, { revision })));
    expect(both.filter((b) => !isRefusal(b))).toHaveLength(1);
    expect(both.find(isRefusal)!.code).toMatch(/^(stale|notNow)$/);
    const first = chairs[both.findIndex((b) => !isRefusal(b))]!;
    const second = chairs.find((chair) => chair !== first)!;
    const headers = await web.session(second.id);
    const sheet = Object.fromEntries(
      CRITERIA.flatMap((c) => [
        [`score-${c}`, '2'],
        [`reason-${c}`, 'Mine.'],
      ]),
    );
    const late = await web.send('POST', `/requests/${it1.ref}/settle`, {
      headers,
      form: { ...sheet, do: 'settle', revision: String(revision) },
    });
    expect([409, 412]).toContain(late.status);
    expect(late.text).toContain(`The scores were settled by ${first.name}`);
    expect(late.text).toContain('Settled at 3.');
    expect((await it1.facts()).settled!.ownership).toMatchObject({ score: 3 });
  });
});

describe('a criterion that nobody could assess', () => {
  it('is left out of the total, and is settled only with a reason', async () => {
    const none = aSheet(4, 4, 4, null, 4);
    const it1 = await aCaseAt(db, (s) => s.scored(none, none).revealed());
    expect((await assessment(it1, 'desk')).json).toMatchObject({
      consolidated: {
        criteria: { sustainability: { assessedBy: 0, median: null } },
        overall: { median: { exact: '100' } },
      },
      robustness: { result: { outcome: 'notEnoughEvidence', coverage: { exact: '80' } }, stands: true },
    });
    expect((await page(it1, 'desk')).text).toContain('No reviewer could assess Sustainability.');
    const given = { ...aSheet(4, 4, 4, 2, 4), sustainability: { score: 2, reason: null } };
    const refused = await it1.attempt('chair', { type: 'SETTLE', settled: given });
    expect(refused).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'settled.sustainability.reason', message: expect.stringMatching(/^No reviewer could assess/) }],
    });
    const settled = { ...given, sustainability: { score: 2, reason: 'The donor has signed since.' } };
    await it1.send('chair', { type: 'SETTLE', settled });
    expect((await assessment(it1, 'desk')).json).toMatchObject({
      result: { outcome: 'meets' },
      robustness: { basis: 'settled', settlementDecides: true },
    });
  });
});

describe('how strictly reviewers score', () => {
  let cases: Cases;
  let it1: CaseInDatabase;
  beforeAll(async () => {
    cases = new Cases(db.pool);
    await aCaseAt(db, (s) =>
      s
        .appointed('chen', 'spare')
        .scored(aSheet(4, 4, 4, 4, 4), aSheet(1, 1, 1, 1, 1))
        .revealed(),
    );
    it1 = await aCaseAt(db, (s) =>
      s
        .appointed('chen', 'spare')
        .scored(aSheet(3, 3, 3, 3, null), aSheet(2))
        .revealed(),
    );
  });
  const severities = async (part: Part) => cases.severities((await cases.find(it1.ref, db.cast[part]))!, db.cast[part]);

  it('is exact, over the same criteria of the same cases, and for the chair alone', async () => {
    const [chen, spare] = await severities('chair');
    // Five against one with four and one; four and one with three and two, three.
    expect(chen).toMatchObject({ reviewer: db.cast.chen.id, cases: 2, scores: 9, own: { exact: '32/9' } });
    expect(spare).toMatchObject({ cases: 2, scores: 9, own: { exact: '16/9' }, others: { exact: '32/9' } });
    expect(spare!.difference).toEqual({ exact: '-16/9', rounded: '-1.78' });
    for (const part of ['desk', 'approver', 'auditor', 'chen'] as const) expect(await severities(part)).toEqual([]);
    expect((await page(it1, 'chair')).text).toContain('1.78 stricter');
    expect((await page(it1, 'desk')).text).not.toContain('How strictly');
    expect((await assessment(it1, 'auditor')).json.severity).toBeNull();
  });

  it('leaves out every case that the chair may not see', async () => {
    await db.pool.query(
      `INSERT INTO request_scope (scope, seq, request_id) SELECT 'conflict:' || $1, seq, id FROM request
        WHERE id IN (SELECT request_id FROM appointment WHERE person_id = $2) AND ref <> $3`,
      [db.cast.chair.id, db.cast.chen.id, it1.ref],
    );
    expect(await severities('chair')).toMatchObject([
      { cases: 1, scores: 4, own: { exact: '3' } },
      { cases: 1, scores: 4 },
    ]);
  });
});

describe('no query grows with reviewers or messages', () => {
  it('the page of the reviews takes as many for six reviewers and forty messages as for two and none', async () => {
    const pool = Reflect.get(web.app.get(Cases), 'pool') as Pool;
    const asked = jest.spyOn(pool, 'query');
    const counted = async (at: CaseInDatabase) => {
      const headers = await web.session(db.cast.chair.id);
      asked.mockClear();
      const { status, text } = await web.send('GET', `/requests/${at.ref}/reviews`, { headers });
      return { status, queries: asked.mock.calls.length, kilobytes: gzipSync(text).length < 40_000 };
    };
    const small = await aCaseAt(db, (s) => s.revealed());
    const large = await aCaseAt(db, (s) => s.appointed('amina', 'bruno', 'chen', 'dina', 'spare').revealed());
    for (let n = 0; n < 40; n += 1) await large.send('amina', say(n % 2 ? 'panel' : 'ohchr', `Message ${n}`));
    const few = await counted(small);
    expect(few.queries).toBeLessThanOrEqual(15);
    expect(await counted(large)).toEqual(few);
    asked.mockRestore();
  });
});
