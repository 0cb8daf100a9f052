import { describe, expect, it } from '@jest/globals';
import { FrameworkPublisher, Frameworks, inForce, type FrameworkDraft } from '#casework';
import { isRefusal } from '#domain';
import { anEvent } from '../../libs/domain/test/events.js';
import { aCaseAt, type CaseInDatabase, type StepEvent } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
const today = () => db.clock.now().toISOString().slice(0, 10);
const frameworks = () => new Frameworks(db.pool, db.clock);
const publisher = () => new FrameworkPublisher(db.pool, db.clock);

const lastVersion = async (): Promise<number> => (await frameworks().all())[0]!.version;
async function current(type: string | null = null): Promise<FrameworkDraft> {
  const { criteria, name, appliesTo, totalThreshold, moderationSpread, minimumReviewers } = inForce(
    await frameworks().all(),
    type,
  )!;
  return { criteria, name, appliesTo, totalThreshold, moderationSpread, minimumReviewers };
}
const weighing = (draft: FrameworkDraft, weights: number[]): FrameworkDraft => ({
  ...draft,
  criteria: draft.criteria.map((c, i) => ({ ...c, weight: weights[i]! })),
});
/** Publishes, and lets this process read what is in force, as the notice does in an app. */
async function publish(draft: FrameworkDraft) {
  const done = await publisher().publish(db.cast.administrator, draft, await lastVersion());
  if (isRefusal(done)) throw new Error(done.message);
  await db.reference.load(today());
  return done;
}
const weightsOf = async (it: CaseInDatabase): Promise<number[]> =>
  (await it.facts()).framework!.criteria.map(({ weight }) => weight);

describe('a request is judged by the version that was in force when it was submitted', () => {
  it('one submitted before keeps its version, one submitted after gets the new one', async () => {
    const before = await aCaseAt(db, (story) => story.submitted());
    const draft = await aCaseAt(db);
    const first = (await before.facts()).framework!;
    const made = await publish(weighing({ ...(await current()), name: 'Ownership first' }, [40, 15, 15, 15, 15]));
    expect(made.version).toBe(3);

    await draft.send('coordinator', anEvent('SUBMIT', { facts: await draft.facts() }) as StepEvent);
    const after = await aCaseAt(db, (story) => story.submitted());
    for (const it of [draft, after]) {
      expect((await it.facts()).framework).toMatchObject({ id: made.id, version: 3 });
      expect(await weightsOf(it)).toEqual([40, 15, 15, 15, 15]);
    }
    expect((await before.facts()).framework).toEqual(first);
    expect([first.version, await weightsOf(before)]).toEqual([1, [20, 20, 20, 20, 20]]);
  });

  it('one for a coming round changes nothing before that round, and is not in force until then', async () => {
    const day = db.clock.now().toISOString();
    const now = (await current()).name;
    const past = { ...(await current()), name: 'Too late', fromRound: '2026-2' };
    expect(await publisher().publish(db.cast.administrator, past, await lastVersion())).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'fromRound' }],
    });
    const coming = weighing({ ...(await current()), name: 'For the second round' }, [60, 10, 10, 10, 10]);
    const made = await publish({ ...coming, fromRound: '2027-2' });
    expect((await current()).name).toBe(now);
    const before = await aCaseAt(db, (story) => story.submitted());
    expect((await before.facts()).framework!.version).not.toBe(made.version);
    // The same process a round later, without having read anything again.
    db.clock.set('2027-07-01');
    const after = await aCaseAt(db, (story) => story.submitted());
    expect((await after.facts()).framework).toMatchObject({ version: made.version });
    expect((await current()).name).toBe('For the second round');
    expect((await before.facts()).framework!.version).not.toBe(made.version);
    db.clock.set(day);
    const { name: _name, ...same } = await current();
    await publish({ ...same, name: 'As it was' });
  });

  it('and keeps it through every later step', async () => {
    const running = await aCaseAt(db, (story) => story.accepted());
    const frozen = (await running.facts()).framework!;
    await publish(weighing({ ...(await current()), name: 'Even again' }, [20, 20, 20, 20, 20]));
    const reviewers = [db.cast.amina.id, db.cast.bruno.id];
    await running.send('desk', { ...anEvent('APPOINT', { facts: await running.facts() }), reviewers } as StepEvent);
    expect((await running.facts()).framework).toEqual(frozen);
    const text = (await frameworks().find(frozen.id))!;
    expect(text.criteria.map(({ weight }) => weight)).toEqual(frozen.criteria.map(({ weight }) => weight));
  });

  it('a version of one type is for requests of that type alone', async () => {
    const before = await current('regional');
    const made = await publish({
      ...(await current()),
      name: 'First requests',
      appliesTo: 'initial',
      totalThreshold: 70,
    });
    const initial = await aCaseAt(db, (story) => story.submitted());
    expect((await initial.facts()).framework).toMatchObject({ version: made.version, totalThreshold: 70 });
    expect(await current('regional')).toEqual(before);
    expect(db.reference.frameworkFor('extension')!.appliesTo).toBeNull();
  });
});

describe('publishing', () => {
  it('is an administrator’s alone', async () => {
    const draft = await current();
    const last = await lastVersion();
    for (const part of ['desk', 'chair', 'approver', 'auditor', 'coordinator'] as const)
      expect(await publisher().publish(db.cast[part], draft, last)).toMatchObject({ code: 'notYourRole' });
    expect(await lastVersion()).toBe(last);
  });

  it('names every problem, and publishes nothing', async () => {
    const last = await lastVersion();
    const wrong = weighing({ ...(await current()), name: '', appliesTo: 'other' }, [20, 20, 20, 20, 15]);
    const done = await publisher().publish(db.cast.administrator, wrong, last);
    expect(done).toMatchObject({ code: 'invalid' });
    expect(isRefusal(done) && done.fields).toEqual([
      { path: 'name', message: expect.stringMatching(/^Enter a name/) },
      { path: 'criteria', message: expect.stringContaining('add up to 95') },
      { path: 'appliesTo', message: expect.stringMatching(/^Choose/) },
    ]);
    expect(await lastVersion()).toBe(last);
  });

  it('of two at once only one is published; the other is told whose and which', async () => {
    const last = await lastVersion();
    const [mine, theirs] = [
      { ...(await current()), name: 'Mine' },
      { ...(await current()), name: 'Theirs' },
    ];
    const done = await Promise.all(
      [mine, theirs].map((draft) => publisher().publish(db.cast.administrator, draft, last)),
    );
    const refused = done.filter(isRefusal);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({
      code: 'stale',
      revision: last + 1,
      message: expect.stringContaining(`${db.cast.administrator.name} published version ${last + 1}`),
    });
    expect(await lastVersion()).toBe(last + 1);
  });

  it('a second click publishes nothing more', async () => {
    const last = await lastVersion();
    const draft = { ...(await current()), name: 'Clicked twice' };
    const [once, twice] = [
      await publisher().publish(db.cast.administrator, draft, last),
      await publisher().publish(db.cast.administrator, draft, last),
    ];
    expect(isRefusal(once)).toBe(false);
    expect(twice).toMatchObject({ version: last + 1, name: 'Clicked twice' });
    expect(once).toEqual(twice);
    expect(await lastVersion()).toBe(last + 1);
  });

  it('a published version is never changed', async () => {
    const all = await frameworks().all();
    await publish({ ...(await current()), name: 'One more' });
    expect((await frameworks().all()).slice(1)).toEqual(all);
  });
});
