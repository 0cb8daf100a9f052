import { beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, Conflicts, Requests, verifyRecord, Work, WorkingLanguages } from '#casework';
import { isRefusal, suggestReviewers, type Actor, type ConflictToRegister } from '#domain';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
let conflicts: Conflicts;
const country: ConflictToRegister = { country: 'TZA', kind: 'family', reason: 'A brother.', from: '2020-01-01' };

beforeAll(() => {
  conflicts = new Conflicts(db.pool, db.clock, db.reference);
});

const again = async (part: keyof typeof db.cast): Promise<Actor> => (await db.people.find(db.cast[part].id))!;
const stateOf = async (it1: CaseInDatabase, id: string) =>
  (await it1.row()).facts.reviewers.find((r) => r.person.id === id)?.state;
async function seen(actor: Actor, ref: string) {
  const [found, page, counted, waiting, mine] = await Promise.all([
    new Cases(db.pool).find(ref, actor),
    new Requests(db.pool).page(actor, { limit: 100 }),
    new Requests(db.pool).count(actor, { country: 'TZA' }),
    new Work(db.pool).todos(actor),
    new Work(db.pool).reviews(actor),
  ]);
  const searched = await new Requests(db.pool).page(actor, { q: ref });
  return [
    found !== null,
    page.rows.some((r) => r.countries.includes('TZA')),
    counted.count > 0,
    searched.rows.length > 0,
    waiting.some((t) => t.facts.ref === ref),
    mine.some((r) => r.ref === ref),
  ];
}

describe('a conflict of interest that is registered', () => {
  it('is its owner’s to register and to read, or an administrator’s, and nobody else’s', async () => {
    const { chen, dina, desk, administrator } = db.cast;
    for (const other of [dina, desk]) {
      expect(await conflicts.of(other, chen.id)).toMatchObject({ code: 'notFound' });
      expect(await conflicts.register(other, chen.id, country)).toMatchObject({ code: 'notFound' });
    }
    expect(isRefusal(await conflicts.register(administrator, dina.id, { ...country, country: 'KEN' }))).toBe(false);
    expect(await conflicts.of(dina, dina.id)).toMatchObject([{ country: 'KEN', recordedBy: administrator.name }]);
    expect((await again('dina')).conflicts).toEqual(['KEN']);
  });

  it('says what is wrong with it, and ends service two years after its last day', async () => {
    const { chen } = db.cast;
    const wrong = { country: 'XXX', kind: 'charm', from: '2027-02-30', until: 'never' } as never;
    expect(await conflicts.register(chen, chen.id, wrong)).toMatchObject({
      fields: [{ path: 'country' }, { path: 'kind' }, { path: 'from' }, { path: 'until' }],
    });
    await conflicts.register(chen, chen.id, { country: 'FJI', kind: 'served', from: '2020-06-30' });
    expect(await conflicts.of(chen, chen.id)).toMatchObject([{ country: 'FJI', until: '2022-06-30' }]);
    expect((await again('chen')).conflicts).toBeUndefined();
  });

  it('closes the requests of the country in every list, count, search and task, and hands back what is in hand', async () => {
    const it1 = await aCaseAt(db, (s) => s.appointed('amina', 'bruno'));
    const { amina } = db.cast;
    await it1.send('amina', { type: 'DECLARE', conflict: { declared: false } });
    expect(await seen(amina, it1.ref)).toEqual([true, true, true, true, true, true]);
    const kept = await conflicts.register(amina, amina.id, country);
    expect(await stateOf(it1, amina.id)).toBe('conflicted');
    // Those who appoint read that there is a conflict, and not what it is.
    expect(JSON.stringify(await it1.facts())).not.toMatch(/family|brother/);
    expect(await seen(await again('amina'), it1.ref)).toEqual([false, false, false, false, false, false]);
    const known = await db.people.reviewersFor((await it1.row()).facts.summary);
    expect(known.find((r) => r.id === amina.id)).toMatchObject({ conflicts: ['TZA'] });
    const fresh = await aCaseAt(db, (s) => s.accepted());
    const suggested = suggestReviewers(
      (await fresh.row()).facts,
      known.map((person) => ({ ...person, person })),
      await db.people.chairs(),
    );
    expect(suggested.map((s) => s.id)).not.toContain(amina.id);
    const refused = await db.casework.advance(
      fresh.ref,
      db.cast.desk,
      { type: 'APPOINT', reviewers: [amina.id, db.cast.dina.id] },
      { revision: 'latest' },
    );
    expect(refused).toMatchObject({
      fields: [{ message: `${amina.name} has a registered conflict of interest with a country of this request` }],
    });
    if (!isRefusal(kept)) await conflicts.end(amina, amina.id, kept.id);
    expect((await again('amina')).conflicts).toBeUndefined();
    // The case itself stays closed: a conflict in it was declared.
    expect((await seen(await again('amina'), it1.ref))[0]).toBe(false);
    expect((await seen(await again('amina'), fresh.ref))[0]).toBe(false);
  });

  it('by an administrator hands back every review in hand at once, and tells who appoints', async () => {
    const all = await Promise.all([1, 2].map(() => aCaseAt(db, (s) => s.appointed('bruno', 'chen', 'dina'))));
    const revealed = await aCaseAt(db, (s) => s.appointed('bruno', 'chen').revealed());
    const { bruno, chen, administrator } = db.cast;
    await all[0]!.send('bruno', { type: 'DECLARE', conflict: { declared: false } });
    const later = await conflicts.register(administrator, bruno.id, { ...country, from: '2099-01-01' });
    expect(await stateOf(all[0]!, bruno.id)).toBe('cleared');
    const kept = await conflicts.register(administrator, bruno.id, country);
    const statesOf = (id: string) => Promise.all([...all, revealed].map((one) => stateOf(one, id)));
    expect(await statesOf(bruno.id)).toEqual(['conflicted', 'conflicted', 'scored']);
    expect(await statesOf(chen.id)).toEqual(['appointed', 'appointed', 'scored']);
    expect(JSON.stringify(await all[0]!.facts())).not.toMatch(/family|brother/);
    for (const it1 of all) {
      expect(await seen(await again('bruno'), it1.ref)).toEqual([false, false, false, false, false, false]);
      const told = await db.pool.query<{ notice: string }>(
        `SELECT o.notice FROM outbox o JOIN request r ON r.id = o.case_id AND r.revision = o.revision WHERE r.ref = $1 ORDER BY o.id`,
        [it1.ref],
      );
      expect(told.rows.map((row) => row.notice)).toEqual(['conflictDeclared', 'appointmentEnded']);
      expect((await verifyRecord(db.pool, it1.ref)).broken).toEqual([]);
    }
    for (const one of [kept, later]) if (!isRefusal(one)) await conflicts.end(administrator, bruno.id, one.id);
  });

  it('that was registered for a day to come hands back on that day what was in hand, once, and never scores that are revealed', async () => {
    const { dina, administrator } = db.cast;
    const inHand = await aCaseAt(db, (s) => s.appointed('bruno', 'dina'));
    await inHand.send('dina', { type: 'DECLARE', conflict: { declared: false } });
    const revealed = await aCaseAt(db, (s) => s.appointed('chen', 'dina').revealed());
    const day = new Date(db.clock.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10);
    const kept = await conflicts.register(administrator, dina.id, { ...country, from: day });
    db.clock.pass(9);
    expect([await conflicts.handBackBegun(), await stateOf(inHand, dina.id)]).toEqual([[], 'cleared']);
    db.clock.pass(1);
    const handed = await conflicts.handBackBegun();
    expect([handed.includes(inHand.ref), handed.includes(revealed.ref)]).toEqual([true, false]);
    expect([await stateOf(inHand, dina.id), await stateOf(revealed, dina.id)]).toEqual(['conflicted', 'scored']);
    expect(await conflicts.handBackBegun()).toEqual([]);
    expect(await seen(await again('dina'), inHand.ref)).toEqual([false, false, false, false, false, false]);
    expect((await verifyRecord(db.pool, inHand.ref)).broken).toEqual([]);
    if (!isRefusal(kept)) await conflicts.end(administrator, dina.id, kept.id);
    db.clock.pass(-10);
  });

  it('hands back those behind a page of what is refused', async () => {
    const { dina, administrator } = db.cast;
    const revealed = await aCaseAt(db, (s) => s.appointed('chen', 'dina').revealed());
    const inHand = await aCaseAt(db, (s) => s.appointed('bruno', 'dina'));
    await inHand.send('dina', { type: 'DECLARE', conflict: { declared: false } });
    const day = new Date(db.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    const kept = await conflicts.register(administrator, dina.id, { ...country, from: day });
    db.clock.pass(2);
    const aPage = new Conflicts(db.pool, db.clock, db.reference, 1);
    expect(await aPage.handBackBegun()).toEqual([inHand.ref]);
    expect([await stateOf(inHand, dina.id), await stateOf(revealed, dina.id)]).toEqual(['conflicted', 'scored']);
    if (!isRefusal(kept)) await conflicts.end(administrator, dina.id, kept.id);
    db.clock.pass(-2);
  });

  it('shuts a desk officer, a chair and an approver out as well', async () => {
    const it1 = await aCaseAt(db, (s) => s.scored());
    for (const part of ['desk', 'chair', 'approver'] as const) {
      expect((await seen(await again(part), it1.ref)).slice(0, 4)).toEqual([true, true, true, true]);
      const kept = await conflicts.register(db.cast[part], db.cast[part].id, country);
      expect(await seen(await again(part), it1.ref)).toEqual([false, false, false, false, false, false]);
      if (!isRefusal(kept)) await conflicts.end(db.cast[part], db.cast[part].id, kept.id);
    }
  });
});

it('the languages in which somebody works are kept by them or an administrator, and say for which requests they are suggested', async () => {
  const languages = new WorkingLanguages(db.pool);
  const { bruno, dina, administrator } = db.cast;
  expect(await languages.keep(dina, bruno.id, ['en'])).toMatchObject({ code: 'notFound' });
  expect(await languages.of(dina, bruno.id)).toMatchObject({ code: 'notFound' });
  for (const wrong of [[], ['xx'], ['toString']])
    expect(await languages.keep(bruno, bruno.id, wrong)).toMatchObject({ fields: [{ path: 'languages' }] });
  const it1 = await aCaseAt(db, (s) => s.accepted());
  const { facts } = await it1.row();
  const whyOf = async () => {
    const known = await db.people.reviewersFor(facts.summary);
    return suggestReviewers(
      facts,
      known.map((person) => ({ ...person, person })),
      await db.people.chairs(),
    ).find((s) => s.id === bruno.id)?.why;
  };
  expect(await languages.keep(administrator, bruno.id, ['fr', 'es'])).toEqual(['fr', 'es']);
  expect(await whyOf()).toContain('does not work in English');
  expect(await languages.keep(bruno, bruno.id, ['es', 'en'])).toEqual(['en', 'es']);
  expect(await languages.of(administrator, bruno.id)).toEqual(['en', 'es']);
  expect(await whyOf()).toContain('works in English');
});

it('who was released can be appointed again, in the record as in the rows', async () => {
  const it1 = await aCaseAt(db, (s) => s.appointed('bruno', 'dina'));
  const { bruno } = db.cast;
  await it1.send('desk', { type: 'RELEASE', person: bruno.id, code: 'NO_ANSWER', reason: 'No answer came.' });
  expect((await new Work(db.pool).reviews(bruno)).some((r) => r.ref === it1.ref)).toBe(false);
  await it1.send('desk', { type: 'APPOINT', reviewers: [bruno.id] });
  const mine = (await new Work(db.pool).reviews(bruno)).filter((r) => r.ref === it1.ref);
  expect(mine).toMatchObject([{ state: 'appointed' }]);
});
