import { beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, Pipeline, Requests, type HistoryFilter } from '#casework';
import type { RequestEventType } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
let cases: Cases;

beforeAll(() => {
  cases = new Cases(db.pool);
});
const seen = async (it: CaseInDatabase, part: Part) => (await cases.find(it.ref, db.cast[part]))!;
const lines = async (it: CaseInDatabase, part: Part, filter: HistoryFilter = {}) =>
  (await cases.history(await seen(it, part), db.cast[part], filter)).map((l) => l.event);
const people = async (it: CaseInDatabase, part: Part) =>
  (await cases.peopleOfHistory(await seen(it, part), db.cast[part])).map((p) => p.id);

describe('the record', () => {
  let it1: CaseInDatabase;
  beforeAll(async () => {
    it1 = await aCaseAt(db, (story) =>
      story.asked('chair').send('office', { type: 'ANSWER', answer: 'Two agencies.' }).revealed().advised(),
    );
  });

  it('is narrowed by kind and by person, within what may be read', async () => {
    const advice: RequestEventType[] = ['ADVISE', 'RECORD_SILENCE'];
    expect(await lines(it1, 'desk', { events: advice })).toEqual(['ADVISE', 'ADVISE']);
    expect(await lines(it1, 'office', { events: ['SCORE', 'REVEAL', 'APPOINT'] })).toEqual([]);
    expect(await lines(it1, 'desk', { actorId: db.cast.team.id })).toEqual(['ADVISE']);
    expect(await lines(it1, 'desk', { events: advice, actorId: db.cast.chair.id })).toEqual([]);
  });

  it('does not tell by a filter on a person who asked', async () => {
    expect(await lines(it1, 'office')).toContain('ASK');
    expect(await lines(it1, 'office', { actorId: db.cast.chair.id })).toEqual([]);
    expect(await lines(it1, 'desk', { actorId: db.cast.chair.id })).toEqual(['ASK']);
    expect(await people(it1, 'office')).not.toContain(db.cast.chair.id);
    expect(await people(it1, 'desk')).toContain(db.cast.chair.id);
  });

  it('names in its filter nobody whose steps the person may not read', async () => {
    expect(await people(it1, 'team')).not.toContain(db.cast.amina.id);
    expect(await people(it1, 'desk')).toEqual(expect.arrayContaining([db.cast.amina.id, db.cast.bruno.id]));
  });

  it('pages from the newest line to the oldest without a gap', async () => {
    const view = await seen(it1, 'auditor');
    const all = await cases.history(view, db.cast.auditor, { limit: 200 });
    const paged: number[] = [];
    for (let before: number | undefined; ;) {
      const page = await cases.history(view, db.cast.auditor, { before, limit: 3 });
      paged.push(...page.map((l) => l.seq));
      if (page.length < 3) break;
      before = page.at(-1)!.seq;
    }
    expect(paged).toEqual(all.map((l) => l.seq));
  });
});

it('the states that a case came through are told in order, each once as long as it lasted', async () => {
  const it1 = await aCaseAt(db, (story) => story.returned());
  await it1.send('coordinator', { type: 'RESUBMIT', declaration: true });
  await it1.send('desk', { type: 'ACCEPT' });
  const states = (await cases.passages(await seen(it1, 'team'))).map((p) => p.state);
  expect(states).toEqual(['draft', 'screening', 'returned', 'screening', 'assessment']);
});

it('what waits for funds is there for the fund manager as long as it waits, and for nobody else', async () => {
  const pipeline = new Pipeline(db.pool);
  const refs = async (part: Part) => (await pipeline.awaitingFunds(db.cast[part])).map((row) => row.facts.ref);
  const it1 = await aCaseAt(db, (story) => story.approved());
  expect(await refs('fund')).toEqual([it1.ref]);
  expect((await pipeline.awaitingFunds(db.cast.fund))[0]!.costs).toHaveLength(1);
  for (const part of ['desk', 'auditor', 'coordinator', 'administrator'] as const) expect(await refs(part)).toEqual([]);
  await it1.send('coordinator', { type: 'WITHDRAW', code: 'NO_FUNDS', reason: 'We cannot carry our share.' });
  expect(await refs('fund')).toEqual([]);
});

it('a list may be of several states', async () => {
  const requests = new Requests(db.pool);
  const { rows } = await requests.page(db.cast.auditor, { states: ['assessment', 'withdrawn'] });
  expect(new Set(rows.map((r) => r.state))).toEqual(new Set(['assessment', 'withdrawn']));
});

it('a correction in hand is in nobody’s list, search, count or page but its writers’, also when it is never sent', async () => {
  const requests = new Requests(db.pool);
  const it1 = await aCaseAt(db, (story) => story.returned());
  await it1.send('office', { type: 'EDIT', patch: { title: 'A zebra in the title', type: 'extension' } });
  const look = async (part: Part) => {
    const { rows } = await requests.page(db.cast[part], { status: (await it1.facts()).state as string });
    const row = rows.find((r) => r.ref === it1.ref)!;
    const counts = await Promise.all(
      [{ q: 'zebra' }, { q: it1.ref, type: 'extension' }].map((f) => requests.count(db.cast[part], f)),
    );
    return [row.title, row.type, ...counts.map((c) => c.count), (await seen(it1, part)).facts.summary.title];
  };
  const submitted = 'An adviser for the country team';
  expect(await look('desk')).toEqual([submitted, 'initial', 0, 0, submitted]);
  expect(await look('team')).toEqual([submitted, 'initial', 0, 0, submitted]);
  expect((await look('office')).at(-1)).toBe('A zebra in the title');
  await it1.send('coordinator', { type: 'WITHDRAW', code: 'NO_LONGER_NEEDED', reason: 'Another office covers it.' });
  expect(await look('desk')).toEqual([submitted, 'initial', 0, 0, submitted]);
  const it2 = await aCaseAt(db, (story) => story.returned());
  await it2.send('office', { type: 'EDIT', patch: { title: 'A gazelle in the title' } });
  await it2.send('coordinator', { type: 'RESUBMIT', declaration: true });
  const { rows } = await requests.page(db.cast.desk, { q: 'gazelle' });
  expect(rows.map((r) => [r.ref, r.title])).toEqual([[it2.ref, 'A gazelle in the title']]);
});

it('whom to ask is who holds the role for the region today', async () => {
  const found = await db.people.holding(['deskOfficer', 'regionalTeam'], ['esa']);
  expect(found.map((p) => [p.role, p.id])).toEqual([
    ['deskOfficer', db.cast.desk.id],
    ['regionalTeam', db.cast.team.id],
  ]);
  expect(await db.people.holding(['deskOfficer'], [])).toEqual([]);
});

it('the text in work can be read as it stood after any step, by who writes it', async () => {
  const it1 = await aCaseAt(db, (story) => story.returned());
  const { revision } = await it1.row();
  await it1.send('office', { type: 'EDIT', patch: { title: 'The first title' } });
  await it1.send('office', { type: 'EDIT', patch: { title: 'The second title', dutyStation: null } });
  const view = await seen(it1, 'office');
  expect((await cases.textAt(view, revision + 1))!.title).toBe('The first title');
  expect(await cases.textAt(view, revision + 2)).toEqual(await cases.content(view));
  expect([await cases.textAt(view, 0), await cases.textAt(view, revision + 3)]).toEqual([null, null]);
  expect(await cases.textAt(await seen(it1, 'desk'), revision + 1)).toBeNull();
});
