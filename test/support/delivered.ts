import type { Pool } from 'pg';

/** Names of what is made here, for the addresses of pages. */
export const HOLD_ID = '01990000-0000-7000-8000-000000000003';
export const WEBHOOK_ID = '01990000-0000-7000-8000-000000000004';

/** Mails that are held and one that came to nothing, and a webhook of somebody with what it was told. */
export async function aFewDeliveries(pool: Pool, owner: string): Promise<void> {
  await pool.query(`INSERT INTO mail_hold (id, made_at, mails, people) VALUES ($1, now(), 3, 2)`, [HOLD_ID]);
  await pool.query(
    `INSERT INTO mail (apart, apart_key, apart_about, recipient, person_id, to_addresses, addresses, status, problem, weighed, held, hold_id, created_at)
     SELECT 'webhookOff', 'made ' || n, '{}', p.id::text, p.id, ARRAY[p.email], ARRAY[p.email], CASE WHEN n < 4 THEN 'queued' ELSE 'refused' END,
       CASE WHEN n = 4 THEN '550 5.1.1 There is no such mailbox here' END, true, n < 4, CASE WHEN n < 4 THEN $2::uuid END, now()
     FROM person p, generate_series(1, 4) n WHERE p.id = $1`,
    [owner, HOLD_ID],
  );
  await pool.query(
    `INSERT INTO webhook (id, owner_id, name, url, secret, types, made_at, made_by)
     VALUES ($1, $2, 'Board of the desk', 'https://example.org/hook', 'whsec_', '{request.submitted}', now(), $2)`,
    [WEBHOOK_ID, owner],
  );
  await pool.query(
    `INSERT INTO webhook_delivery (webhook_id, case_id, seq, type, told_at, status, attempts, tried_at, took_ms, answer_status, answer, problem)
     SELECT $1, r.id, n, 'request.submitted', now(), s.status, 1, now(), 40, s.answered, 'thank you', s.problem FROM (SELECT id FROM request ORDER BY seq LIMIT 1) r,
       (VALUES (1, 'delivered', 200, NULL), (2, 'failed', 500, 'It answered 500.'), (3, 'waiting', NULL, 'No answer came within 10 seconds.')) AS s(n, status, answered, problem)`,
    [WEBHOOK_ID],
  );
}
