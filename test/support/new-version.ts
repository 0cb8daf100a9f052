import { canonical, type RequestContent } from '#domain';
import type { TestDatabase } from './database.js';

/** Plants the next version of a request as if it had been submitted today, with some of its text written anew. */
export async function plantVersion(
  db: TestDatabase,
  ref: string,
  change: (content: RequestContent) => RequestContent,
): Promise<void> {
  const { rows } = await db.pool.query<{ id: string; content: RequestContent }>(
    'SELECT r.id, c.content FROM request r JOIN request_content c ON c.request_id = r.id WHERE r.ref = $1',
    [ref],
  );
  const { id, content } = rows[0]!;
  const after = change(JSON.parse(canonical(content)) as RequestContent);
  await db.pool.query('UPDATE request_content SET content = $2 WHERE request_id = $1', [id, after]);
  await db.pool.query(
    `INSERT INTO request_version (request_id, number, content, documents, questionnaire_id, submitted_at, submitted_by, acting_for, gaps_reason)
     SELECT request_id, number + 1, $2, documents, questionnaire_id, now(), submitted_by, acting_for, gaps_reason
       FROM request_version WHERE request_id = $1 ORDER BY number DESC LIMIT 1`,
    [id, after],
  );
  await db.pool.query(
    `UPDATE request SET facts = jsonb_set(facts, '{version}', to_jsonb((facts->>'version')::integer + 1)) WHERE id = $1`,
    [id],
  );
}
