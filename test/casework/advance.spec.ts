import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '#domain';
import { aContent } from '../../libs/domain/test/content.js';
import { aSheet } from '../../libs/domain/test/events.js';
import { aCaseAt, once, type StepEvent } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';

const db = useDatabase();
const submit: StepEvent = { type: 'SUBMIT', declaration: true };

describe('one step is one write', () => {
  it('a submission changes the row, the record, the outbox, the clocks, the locks, the version and the words to search by', async () => {
    const draft = await aCaseAt(db);
    const before = await everything(db.pool);
    await db.casework.advance(draft.ref, db.cast.coordinator, submit, { revision: 1, once: once('a', submit) });
    expect(changed(before, await everything(db.pool))).toEqual([
      'audit_event',
      'deadline',
      'outbox',
      'receipt',
      'request',
      'request_scope',
      'request_search',
      'request_version',
    ]);
  });

  it('an edit changes the text and its words, and writes to nobody', async () => {
    const draft = await aCaseAt(db);
    const before = await everything(db.pool);
    db.clock.pass(1);
    await draft.send('office', { type: 'EDIT', patch: { title: 'Another title' } });
    expect(changed(before, await everything(db.pool))).toEqual([
      'audit_event',
      'deadline',
      'request',
      'request_content',
      'request_search',
    ]);
  });

  it('wakes whoever carries the mail, when there is some', async () => {
    const draft = await aCaseAt(db);
    const heard: string[] = [];
    const client = await db.pool.connect();
    client.on('notification', ({ channel }) => heard.push(channel));
    await client.query('LISTEN outbox');
    await draft.send('office', { type: 'EDIT', patch: { title: 'Another title' } });
    await draft.send('coordinator', submit);
    await client.query('SELECT 1');
    await client.query('UNLISTEN outbox');
    client.release(true);
    expect(heard).toEqual(['outbox']);
  });
});

describe('a step is taken on what its sender has read', () => {
  it('a stale revision is refused with the current one, and nothing is written', async () => {
    const draft = await aCaseAt(db);
    await draft.send('office', { type: 'EDIT', patch: { title: 'Another title' } });
    const before = await everything(db.pool);
    const refused = await draft.attempt('coordinator', submit, 1);
    expect(refused).toMatchObject({
      code: 'stale',
      revision: 2,
      message: expect.stringContaining('nothing of yours was saved'),
    });
    expect(changed(before, await everything(db.pool))).toEqual([]);
  });

  it('of two people who change one revision at once, one is taken and the other is told', async () => {
    const draft = await aCaseAt(db);
    const outcomes = await Promise.all([
      draft.attempt('office', { type: 'EDIT', patch: { title: 'The title of the office' } }, 1),
      draft.attempt('coordinator', { type: 'EDIT', patch: { title: 'The title of the coordinator' } }, 1),
    ]);
    expect(outcomes.filter(isRefusal)).toEqual([expect.objectContaining({ code: 'stale', revision: 2 })]);
    const kept = outcomes.findIndex((o) => !isRefusal(o)) === 0 ? 'office' : 'coordinator';
    expect((await draft.facts()).summary.title).toBe(`The title of the ${kept}`);
  });

  it('nobody learns from a refusal that a case exists which they may not know of', async () => {
    const draft = await aCaseAt(db);
    const unknown = await db.casework.advance('HRA-2027-999', db.cast.desk, { type: 'ACCEPT' }, { revision: 1 });
    expect(unknown).toMatchObject({ code: 'notFound' });
    for (const revision of [1, 7, 'latest'] as const) {
      expect(await draft.attempt('desk', { type: 'ACCEPT' }, revision)).toEqual(unknown);
      expect(await draft.attempt('officeElsewhere', submit, revision)).toEqual(unknown);
    }
  });

  it('a case is not opened by a step of another: CREATE is no step', async () => {
    const draft = await aCaseAt(db);
    const create = { type: 'CREATE', content: aContent() } as unknown as StepEvent;
    const before = await everything(db.pool);
    expect(await draft.attempt('office', create, 1)).toMatchObject({ code: 'notNow' });
    expect(await draft.attempt('desk', create, 1)).toMatchObject({ code: 'notFound' });
    for (const revision of [1, 'latest'] as const) {
      const nowhere = await db.casework.advance('HRA-2027-999', db.cast.office, create, { revision });
      expect(nowhere).toMatchObject({ code: 'notFound' });
    }
    expect(changed(before, await everything(db.pool))).toEqual([]);
  });

  it.each(['HRA-2027-001\u0000', '', '\ud83d', 'X'.repeat(41)])(
    'a reference that is none (%j) is not found',
    async (ref) => {
      expect(await db.casework.advance(ref, db.cast.desk, { type: 'ACCEPT' }, { revision: 1 })).toMatchObject({
        code: 'notFound',
      });
    },
  );
});

describe('the same step sent twice is taken once', () => {
  it('a double click with one key has one answer', async () => {
    const draft = await aCaseAt(db);
    const options = { revision: 1, once: once('double', submit) };
    const click = () => db.casework.advance(draft.ref, db.cast.coordinator, submit, options);
    const first = await click();
    expect(first).toMatchObject({ revision: 2, state: 'screening', repeated: false });
    await draft.send('desk', { type: 'ACCEPT' });
    expect(await click()).toEqual({ ...first, repeated: true });
    expect(await draft.entries()).toHaveLength(3);
  });

  it('so has one that is sent many times at once', async () => {
    const draft = await aCaseAt(db);
    const options = { revision: 1, once: once('at once', submit) };
    const clicks = Array.from({ length: 8 }, () =>
      db.casework.advance(draft.ref, db.cast.coordinator, submit, options),
    );
    const answers = await Promise.all(clicks);
    expect(answers.filter((a) => !isRefusal(a) && !a.repeated)).toHaveLength(1);
    for (const answer of answers) expect(answer).toMatchObject({ ref: draft.ref, revision: 2, state: 'screening' });
    expect(await draft.entries()).toHaveLength(2);
  });

  it('a request that is opened many times at once with one key is one request', async () => {
    const key = once('opened', {});
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => db.casework.open(db.cast.office, aContent(), key)),
    );
    const refs = answers.map((a) => (isRefusal(a) ? a.message : a.ref));
    expect(new Set(refs).size).toBe(1);
    const { rows } = await db.pool.query('SELECT 1 FROM request WHERE ref = $1', [refs[0]]);
    expect(rows).toHaveLength(1);
  });

  it('the same key with another body is refused, and says so', async () => {
    const draft = await aCaseAt(db);
    await db.casework.advance(draft.ref, db.cast.coordinator, submit, { revision: 1, once: once('reused', submit) });
    const other = { revision: 2, once: once('reused', 'another body') };
    const refused = await db.casework.advance(draft.ref, db.cast.coordinator, submit, other);
    expect(refused).toMatchObject({ code: 'invalid', fields: [{ path: 'Idempotency-Key' }] });
    expect(await db.casework.open(db.cast.coordinator, aContent(), other.once)).toEqual(refused);
  });

  it('a key belongs to its sender: somebody else’s is another', async () => {
    const draft = await aCaseAt(db);
    const key = once('mine', {});
    const edit = (title: string): StepEvent => ({ type: 'EDIT', patch: { title } });
    await db.casework.advance(draft.ref, db.cast.office, edit('One'), { revision: 1, once: key });
    const other = await db.casework.advance(draft.ref, db.cast.coordinator, edit('Two'), { revision: 2, once: key });
    expect(other).toMatchObject({ revision: 3, repeated: false });
  });
});

describe('what is one’s own part does not wait for others', () => {
  it('seven reviewers who score and two parties who advise, all at the same moment, are all kept', async () => {
    const reviewers = [
      'rv-omeallaigh',
      'rv-sarrazin',
      'rv-eze',
      'rv-gelovani',
      'rv-ibanez',
      'rv-dabrowiecki',
      'rv-sabbaghi',
    ];
    const persons = await Promise.all(reviewers.map((key) => db.person(key)));
    const it = await aCaseAt(db, (s) => s.accepted());
    await it.send('desk', { type: 'APPOINT', reviewers: persons.map((p) => p.id) });
    const at = { revision: 'latest' } as const;
    for (const p of persons)
      await db.casework.advance(it.ref, p, { type: 'DECLARE', conflict: { declared: false } }, at);
    const advice: StepEvent = { type: 'ADVISE', position: 'supports', text: 'The region has no other offer.' };
    const outcomes = await Promise.all([
      ...persons.map((p, i) => db.casework.advance(it.ref, p, { type: 'SCORE', scores: aSheet(i % 5) }, at)),
      it.attempt('team', advice),
      it.attempt('regionalOffice', advice),
    ]);
    expect(outcomes.filter(isRefusal)).toEqual([]);
    const { facts, revision } = await it.row();
    expect(facts.reviewers.map((r) => r.first?.ownership?.score)).toEqual([0, 1, 2, 3, 4, 0, 1]);
    expect(facts.consultation.map((c) => c.state).sort()).toEqual(['answered', 'answered', 'awaited']);
    expect(await it.entries()).toHaveLength(revision);
  });

  it('a case that many open at the same moment gets a number of its own each time', async () => {
    const opened = await Promise.all(Array.from({ length: 10 }, () => db.casework.open(db.cast.office, aContent())));
    const refs = opened.map((o) => (isRefusal(o) ? o.message : o.ref));
    expect(new Set(refs).size).toBe(10);
    for (const ref of refs) expect(ref).toMatch(/^HRA-2027-\d{3}$/);
  });
});
