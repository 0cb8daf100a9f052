import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { verifyRecord } from '#casework';
import { stateName } from '#domain';
import type { Cast } from '../../libs/domain/test/cast.js';
import { walks } from '../../libs/domain/test/walk.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { castInDatabase, keepOptionOfWalks, walkInDatabase } from '../support/walks.js';

const db = useDatabase();

describe('the record alone is enough', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await castInDatabase(db);
    await keepOptionOfWalks(db);
  });

  it('every row of a case is what its record comes to, whoever sends whatever: the database takes and refuses what the domain does', async () => {
    await fc.assert(
      fc.asyncProperty(walks(), async (plan) => {
        const { ref, outcomes, end } = await walkInDatabase(db, cast, plan);
        expect(outcomes.filter(({ here, there }) => here !== there)).toEqual([]);
        expect(await verifyRecord(db.pool, ref)).toEqual({ cases: 1, events: end.sent.length, broken: [] });
        const { rows } = await db.pool.query('SELECT state, version FROM request WHERE ref = $1', [ref]);
        expect(rows).toEqual([{ state: stateName(end.facts.state), version: end.facts.version }]);
      }),
      { numRuns: 20 },
    );
  });

  it('holds for all cases together', async () => {
    const report = await verifyRecord(db.pool);
    expect(report.broken).toEqual([]);
    expect(report.cases).toBeGreaterThanOrEqual(20);
  });
});

const APPEND_ONLY = ['audit_event', 'request_version'];

/** What the proof says after somebody with every right has changed the database behind the product's back. */
async function tampered(it: CaseInDatabase, statement: string): Promise<{ seq: number; problem: string }[]> {
  const client: PoolClient = await db.pool.connect();
  try {
    await client.query('BEGIN');
    for (const table of APPEND_ONLY) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    const { rowCount } = await client.query(statement.replaceAll(':id', `'${(await it.row()).id}'`));
    expect(rowCount).toBeGreaterThan(0);
    const { broken } = await verifyRecord(client, it.ref);
    expect(broken.every(({ ref }) => ref === it.ref)).toBe(true);
    return broken.map(({ seq, problem }) => ({ seq, problem }));
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

describe('whoever changes the database behind the product’s back is found out', () => {
  let recommended: CaseInDatabase;
  let last: number;
  beforeAll(async () => {
    recommended = await aCaseAt(db, (story) => story.recommended());
    last = (await recommended.row()).revision;
    expect((await verifyRecord(db.pool, recommended.ref)).broken).toEqual([]);
  });

  const otherwise = 'The line says something else than when it was written.';
  it.each([
    ['the actor', `actor_name = 'Somebody else'`],
    ['the time', `at = at + interval '1 second'`],
    ['the role', `role = 'approver'`],
    ['the delegation', `acting_for = 'Somebody'`],
    ['the reason', `data = jsonb_set(data, '{note}', '"Another note"')`],
    ['the state', `state = '"decision"'`],
    ['the clocks', `clocks = '[]'`],
  ])('%s of a line', async (_, change) => {
    const broken = await tampered(recommended, `UPDATE audit_event SET ${change} WHERE case_id = :id AND seq = 3`);
    expect(broken[0]).toEqual({ seq: 3, problem: otherwise });
  });

  it('a line, with its own hash made to fit', async () => {
    const rewritten = `UPDATE audit_event a SET actor_name = 'X', hash = audit_hash(a.previous_hash, a.case_id, a.seq, a.at, a.event, a.name, a.actor_id, 'X', a.role, a.acting_for, a.data, a.state, a.clocks) WHERE case_id = :id AND seq = 3`;
    const broken = await tampered(recommended, rewritten);
    expect(broken[0]).toEqual({ seq: 4, problem: 'The line before this one is not the one that it followed.' });
  });

  it('a line taken out of the middle', async () => {
    const broken = await tampered(recommended, 'DELETE FROM audit_event WHERE case_id = :id AND seq = 3');
    expect(broken[0]).toEqual({ seq: 4, problem: 'Lines before this one are missing.' });
  });

  it('the last line taken away', async () => {
    const broken = await tampered(recommended, `DELETE FROM audit_event WHERE case_id = :id AND seq = ${last}`);
    expect(broken).toContainEqual({ seq: last, problem: 'The number of its steps is not what the record says.' });
  });

  it('the whole record taken away', async () => {
    const broken = await tampered(recommended, 'DELETE FROM audit_event WHERE case_id = :id');
    expect(broken).toEqual([{ seq: last, problem: 'The record of this request is empty.' }]);
  });

  it.each([
    [
      'a state that nobody led to',
      `UPDATE request SET state = 'awaitingFunds' WHERE id = :id`,
      'What lists show of the request is',
    ],
    [
      'a decision that nobody took',
      `UPDATE request SET facts = jsonb_set(facts, '{version}', '2') WHERE id = :id`,
      'What is known of the request is',
    ],
    [
      'another text',
      `UPDATE request_content SET content = content || '{"title": "Another"}' WHERE request_id = :id`,
      'The text of the request is',
    ],
    [
      'another version',
      `UPDATE request_version SET content = content || '{"title": "Another"}' WHERE request_id = :id`,
      'What was submitted is',
    ],
    [
      'a version that nobody submitted',
      `INSERT INTO request_version SELECT request_id, 2, content, documents, questionnaire_id, submitted_at, submitted_by FROM request_version WHERE request_id = :id`,
      'What was submitted is',
    ],
    [
      'a key for somebody',
      `INSERT INTO request_scope SELECT 'fund', seq, id FROM request WHERE id = :id`,
      'Who may see the request is',
    ],
    [
      'a lock taken off',
      `DELETE FROM request_scope WHERE request_id = :id AND scope = 'desk:esa'`,
      'Who may see the request is',
    ],
    ['a later due date', `UPDATE deadline SET due_on = due_on + 1 WHERE case_id = :id`, 'The clocks are'],
    ['a clock taken away', 'DELETE FROM deadline WHERE case_id = :id', 'The clocks are'],
    ['another reviewer', `UPDATE appointment SET state = 'appointed' WHERE request_id = :id`, 'The reviewers are'],
  ])('%s', async (_, statement, what) => {
    expect(await tampered(recommended, statement)).toEqual([
      { seq: last, problem: `${what} not what the record says.` },
    ]);
  });

  it('a record that is no story of a request at all', async () => {
    const broken = await tampered(
      recommended,
      `UPDATE audit_event SET event = 'NONSENSE' WHERE case_id = :id AND seq = 2`,
    );
    expect(broken).toContainEqual({ seq: last, problem: 'The record cannot be read as the story of a case.' });
  });

  it('and nobody else: progress of reminders is not part of the record', async () => {
    expect(await tampered(recommended, 'UPDATE deadline SET step = 1, next_at = NULL WHERE case_id = :id')).toEqual([]);
  });
});
