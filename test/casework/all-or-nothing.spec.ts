import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool, QueryConfig } from 'pg';
import { Casework } from '#casework';
import { aContent } from '../../libs/domain/test/content.js';
import type { Part } from '../../libs/domain/test/cast.js';
import { aCaseAt, once, type StepEvent } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { until } from '../support/until.js';
import { changed, everything } from '../support/everything.js';

const db = useDatabase();
const submit: StepEvent = { type: 'SUBMIT', declaration: true };

/** A step that writes each table of the write path. */
const STEP_ON: Record<string, { stage: 'draft' | 'accepted'; by: Part; event: () => StepEvent }> = Object.fromEntries([
  ...[
    'request',
    'audit_event',
    'outbox',
    'request_scope',
    'deadline',
    'request_version',
    'request_search',
    'receipt',
  ].map((table) => [table, { stage: 'draft', by: 'coordinator', event: () => submit }]),
  [
    'request_content',
    { stage: 'draft', by: 'office', event: () => ({ type: 'EDIT', patch: { dutyStation: 'Dodoma' } }) },
  ],
  [
    'appointment',
    {
      stage: 'accepted',
      by: 'desk',
      event: () => ({ type: 'APPOINT', reviewers: [db.cast.amina.id, db.cast.bruno.id] }),
    },
  ],
]);

/** Makes every write to a table fail: at once, or only when the transaction is committed. */
async function planted<T>(table: string, when: 'at once' | 'at commit', work: () => Promise<T>): Promise<T> {
  const trigger = when === 'at once' ? 'TRIGGER planted AFTER' : 'CONSTRAINT TRIGGER planted AFTER';
  const deferred = when === 'at once' ? '' : 'DEFERRABLE INITIALLY DEFERRED';
  await db.pool.query(
    `CREATE ${trigger} INSERT OR UPDATE OR DELETE ON ${table} ${deferred} FOR EACH ROW EXECUTE FUNCTION planted()`,
  );
  try {
    return await work();
  } finally {
    await db.pool.query(`DROP TRIGGER planted ON ${table}`);
  }
}

describe('all or nothing', () => {
  beforeAll(async () => {
    await db.pool.query(
      `CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planted in %', TG_TABLE_NAME; END $$`,
    );
  });
  const stageOf = (stage: 'draft' | 'accepted') => aCaseAt(db, (s) => (stage === 'draft' ? s : s.accepted()));

  it.each(Object.keys(STEP_ON).flatMap((table) => [[table, 'at once'] as const, [table, 'at commit'] as const]))(
    'a step that fails in %s, %s, changes nothing at all, and can be taken afterwards',
    async (table, when) => {
      const { stage, by, event } = STEP_ON[table]!;
      const it = await stageOf(stage);
      const { revision } = await it.row();
      const options = { revision, once: once(`${table} ${when}`, event()) };
      const step = () => db.casework.advance(it.ref, db.cast[by], event(), options);
      const before = await everything(db.pool);
      await planted(table, when, () => expect(step()).rejects.toThrow(`planted in ${table}`));
      expect(changed(before, await everything(db.pool))).toEqual([]);
      expect(await step()).toMatchObject({ revision: revision + 1, repeated: false });
    },
  );

  it.each(['request', 'audit_event', 'request_scope', 'deadline', 'request_content', 'request_search', 'receipt'])(
    'a case whose opening fails in %s is not there',
    async (table) => {
      const key = once(`opening ${table}`, {});
      const open = () => db.casework.open(db.cast.office, aContent(), key);
      const before = await everything(db.pool);
      await planted(table, 'at once', () => expect(open()).rejects.toThrow(`planted in ${table}`));
      expect(changed(before, await everything(db.pool))).toEqual([]);
      expect(await open()).toMatchObject({ revision: 1, repeated: false });
    },
  );

  it('a connection that is cut in the middle of a step leaves nothing of it', async () => {
    const draft = await aCaseAt(db);
    const before = await everything(db.pool);
    await db.pool.query(`
      CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(20); RETURN NULL; END $$;
      CREATE TRIGGER slow AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION slow()`);
    const step = draft.send('coordinator', submit).then(
      () => 'taken',
      () => 'cut',
    );
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`;
    await until('the step is under way', async () => (await db.pool.query(cut)).rowCount !== 0);
    expect(await step).toBe('cut');
    await db.pool.query('DROP TRIGGER slow ON outbox; DROP FUNCTION slow');
    expect(changed(before, await everything(db.pool))).toEqual([]);
    expect(await draft.send('coordinator', submit)).toMatchObject({ revision: 2 });
  });

  it('a step whose answer was lost on the way is not taken twice: the same key is told what was done', async () => {
    const draft = await aCaseAt(db);
    const deaf = {
      query: async (config: QueryConfig) => {
        const result = await db.pool.query(config);
        if (config.name === 'step-request') throw new Error('Connection terminated unexpectedly');
        return result;
      },
    } as unknown as Pool;
    const options = { revision: 1, once: once('lost', submit) };
    const unlucky = new Casework(deaf, db.clock, db.reference);
    await expect(unlucky.advance(draft.ref, db.cast.coordinator, submit, options)).rejects.toThrow('terminated');
    const again = await db.casework.advance(draft.ref, db.cast.coordinator, submit, options);
    expect(again).toMatchObject({ revision: 2, state: 'screening', repeated: true });
    expect(await draft.entries()).toHaveLength(2);
  });
});
