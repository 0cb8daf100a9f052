import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { KEPT_DAYS, Mails, Outbox, WhatHasEnded } from '#casework';
import { todosFor } from '#domain';
import type { CaseInDatabase } from '../support/cases.js';
import { PATIENCE_MS, useDelivery } from '../support/worker.js';

const delivery = useDelivery();
const { db } = delivery;
const TEAM = 'regionalTeam:esa';
const consult = {
  type: 'CONSULT',
  name: 'Ana Lopez',
  organisation: 'ILO',
  email: 'ana@ilo.example',
  question: 'Is another adviser planned?',
} as const;

const mails = () => new Mails(db.pool, db.clock, db.reference);
async function dispatched(): Promise<void> {
  while ((await new Outbox(db.pool, db.clock, db.reference).dispatch()).taken > 0);
}
/** All mails that ask a party came back, and the worker died before it could record that. */
async function lost(request: CaseInDatabase, party: string): Promise<void> {
  await dispatched();
  await db.pool.query(
    `UPDATE mail m SET status = 'refused', problem = '550 No such user' FROM request r
     WHERE r.id = m.case_id AND r.ref = $1 AND $2 = ANY(m.parties)`,
    [request.ref, party],
  );
}
const mine = async (request: CaseInDatabase) => (await mails().unrecorded()).filter((u) => u.ref === request.ref);
const unreachedOf = async (request: CaseInDatabase, party: string) =>
  (await request.facts()).consultation.find((c) => c.key === party)?.unreached;

it('a mail whose failure a worker did not live to record still makes the party unreached, and a step of the desk officer', async () => {
  const request = await delivery.aCase((story) => story.accepted());
  await request.send('desk', consult);
  await lost(request, 'consultee:1');
  expect(await unreachedOf(request, 'consultee:1')).toBeUndefined();
  const worker = await delivery.startWorker();
  for (const end = performance.now() + PATIENCE_MS; !(await unreachedOf(request, 'consultee:1')); await sleep(50))
    if (performance.now() > end) throw new Error('It was not recorded.');
  await delivery.settled(request);
  await worker.stop();
  const facts = await request.facts();
  expect(facts.consultation.find((c) => c.key === 'consultee:1')!.unreached).toMatchObject({
    problem: '550 No such user',
  });
  expect(todosFor(facts, db.cast.desk).map((t) => t.clock.group)).toContain('unreached');
  expect(await mine(request)).toEqual([]);
});

it('is found once, for the party alone that no mail of the last asking reached', async () => {
  const request = await delivery.aCase((story) => story.accepted());
  await request.send('desk', consult);
  await dispatched();
  expect(await mine(request)).toEqual([]);
  await lost(request, TEAM);
  const found = await mine(request);
  expect(found).toEqual([{ ref: request.ref, parties: [TEAM], problem: '550 No such user' }]);
  await request.send('clock', { type: 'RECORD_UNREACHED', parties: [TEAM], problem: found[0]!.problem });
  expect(await mine(request)).toEqual([]);
  // Sent again: what waits in the outbox may reach it yet.
  await request.send('desk', { type: 'RESEND_CONSULTATION', party: TEAM });
  expect(await mine(request)).toEqual([]);
  await dispatched();
  expect(await mine(request)).toEqual([]);
  await lost(request, TEAM);
  expect(await mine(request)).toHaveLength(1);
  // Who has answered meanwhile is not looked for.
  await request.send('team', { type: 'ADVISE', position: 'supports', text: 'Needed.' });
  expect(await mine(request)).toEqual([]);
});

it('what has ended is removed after its days, by the clock, and nothing before', async () => {
  const request = await delivery.aCase((story) => story.accepted());
  await request.send('desk', consult);
  await dispatched();
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT m.id FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.parties = '{consultee:1}'`,
    [request.ref],
  );
  await mails().claim(rows[0]!.id);
  const person = db.cast.desk.id;
  const real = { now: () => new Date('2030-06-01T12:00:00Z') };
  const ago = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);
  const link = (
    await db.pool.query<{ at: Date }>('SELECT max(expires_at) AS at FROM consultation_link WHERE case_id = $1', [
      (await request.facts()).id,
    ])
  ).rows[0]!.at;
  db.clock.set(link.toISOString().slice(0, 10));
  await db.pool.query('DELETE FROM credential');
  await db.pool.query('DELETE FROM receipt');
  for (const [label, over] of [
    ['long over', KEPT_DAYS.credential + 1],
    ['over', KEPT_DAYS.credential - 1],
  ] as const)
    await db.pool.query(
      `INSERT INTO credential (hash, person_id, kind, label, scopes, created_at, expires_at) VALUES (sha256($1::text::bytea), $2, 'session', $1, '{}', $3, $3)`,
      [label, person, ago(real.now(), over)],
    );
  await db.pool.query(`INSERT INTO kept_form (person_id, path, body, kept_at) VALUES ($1, '/a', '{}', $2)`, [
    person,
    db.clock.now(),
  ]);
  await db.pool.query(
    `INSERT INTO receipt (person_id, key, fingerprint, answer, given_at) VALUES ($1, 'k', 'x', '{}', $2)`,
    [person, db.clock.now()],
  );
  const { id } = await request.facts();
  await db.pool.query(
    `WITH hook AS (INSERT INTO webhook (id, owner_id, name, url, secret, types, made_at, made_by)
       VALUES (gen_random_uuid(), $1, 'Board', 'https://example.org', '', '{}', $2, $1) RETURNING id)
     INSERT INTO webhook_delivery (webhook_id, case_id, seq, type, told_at, status)
     SELECT hook.id, $3::uuid, n, 'request.submitted', $2, CASE n WHEN 1 THEN 'waiting' ELSE 'delivered' END FROM hook, generate_series(1, 3) n`,
    [person, db.clock.now(), id],
  );
  const ended = new WhatHasEnded(db.pool, db.clock, real);
  expect(await ended.purge()).toMatchObject({ link: 0, credential: 1, form: 0, receipt: 0 });
  const left = await db.pool.query<{ label: string }>('SELECT label FROM credential');
  expect(left.rows).toEqual([{ label: 'over' }]);
  db.clock.set(
    ago(link, -KEPT_DAYS.form - 1)
      .toISOString()
      .slice(0, 10),
  );
  expect(await ended.purge()).toMatchObject({ link: 0, credential: 0, form: 1, receipt: 0 });
  db.clock.set(
    ago(link, -KEPT_DAYS.link - 1)
      .toISOString()
      .slice(0, 10),
  );
  const last = await ended.purge();
  expect([last.link > 0, last.receipt, last.telling]).toEqual([true, 1, 2]);
  expect(await ended.purge()).toEqual({ link: 0, credential: 0, form: 0, receipt: 0, telling: 0, inbound: 0 });
});

it('a mail that came in goes some time after it was dealt with, and never while it waits for somebody', async () => {
  db.clock.set('2027-03-01');
  const states = ['received', 'tray', 'posted', 'bounce', 'automatic', 'dismissed'];
  const settled = (days: number) => new Date(db.clock.now().getTime() - days * 86_400_000);
  await db.pool.query(
    `INSERT INTO inbound_mail (message_key, recipient, sender, source, received_at, state, settled_at)
     SELECT s || d.name, 'x@reply.example', '', '', d.at, s, CASE WHEN s <> 'received' THEN d.at END
     FROM unnest($1::text[]) AS s, (VALUES (' old', $2::timestamptz), (' young', $3::timestamptz)) AS d(name, at)`,
    [states, settled(KEPT_DAYS.inbound + 1), settled(KEPT_DAYS.inbound - 1)],
  );
  const ended = new WhatHasEnded(db.pool, db.clock);
  expect(await ended.purge()).toMatchObject({ inbound: 4 });
  const { rows } = await db.pool.query<{ key: string }>('SELECT message_key AS key FROM inbound_mail ORDER BY id');
  expect(rows.map((row) => row.key).sort()).toEqual(
    [...states.map((s) => `${s} young`), 'received old', 'tray old'].sort(),
  );
  expect(await ended.purge()).toMatchObject({ inbound: 0 });
});

it('how long is said where people read what is kept of them', () => {
  const words = readFileSync(new URL('../../apps/web/src/shell/statements/privacy.njk', import.meta.url), 'utf8');
  expect(words).toContain(`removed ${KEPT_DAYS.link} days after its last day`);
  expect(words).toContain(`a session or a token ${KEPT_DAYS.credential} days after it has ended`);
  expect(words).toContain(`kept for you at a lost session after ${KEPT_DAYS.form} days`);
  expect(words).toContain(`another program was told after ${KEPT_DAYS.telling} days`);
  expect(words).toContain(`as it came, ${KEPT_DAYS.inbound} days after it was dealt with`);
  expect(words).toContain(`the key under which a step was sent after ${KEPT_DAYS.receipt} days`);
});
