import type { Pool, QueryConfig } from 'pg';
import { Casework, type ReferenceData } from '#casework';
import { isRefusal, type Actor } from '#domain';
import { systemClock } from '#platform';
import { run } from './load.js';
import { line, rate, share } from './report.js';

/** A desk officer for everywhere. */
export const DESK: Actor = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Bench',
  assignments: [{ role: 'deskOfficer', regions: [], countries: [] }],
};

/** Cases that wait for the completeness check, each used once. */
export class Waiting {
  private rows: { id: string; ref: string }[] = [];

  constructor(private readonly pool: Pool) {}

  async fill(): Promise<void> {
    this.rows = (
      await this.pool.query<{ id: string; ref: string }>(
        `SELECT id, ref FROM request WHERE state = 'screening' AND revision = 2 AND ref LIKE 'HRA-B%' ORDER BY seq DESC`,
      )
    ).rows;
  }

  take(): { id: string; ref: string } {
    const row = this.rows.pop();
    if (!row) throw new Error('The bench has used up its cases: run it with more rows.');
    return row;
  }
}

type Named = QueryConfig<unknown[]> & { values: unknown[] };

/** The statements of one step as the write path sends them, to be sent again for other cases without anything around them. */
async function captured(pool: Pool, reference: ReferenceData, row: { id: string; ref: string }): Promise<Named[]> {
  const sent: Named[] = [];
  const recording = { query: (query: Named) => (sent.push(query), pool.query(query)) } as unknown as Pool;
  const done = await new Casework(recording, systemClock, reference).advance(
    row.ref,
    DESK,
    { type: 'ACCEPT' },
    { revision: 2 },
  );
  if (isRefusal(done)) throw new Error(done.message);
  return sent;
}

/** Goal 1: a step without HTTP beside its own statements alone. */
export async function measureWritePath(
  pool: Pool,
  reference: ReferenceData,
  waiting: Waiting,
  seconds: number,
): Promise<{ bare: Record<number, number> }> {
  const model = waiting.take();
  const [read, write] = (await captured(pool, reference, model)) as [Named, Named];
  const casework = new Casework(pool, systemClock, reference);
  const bare: Record<number, number> = {};
  for (const clients of [1, 16]) {
    const alone = await run(clients, seconds, async () => {
      const { id, ref } = waiting.take();
      await pool.query({ ...read, values: [ref, ...read.values.slice(1)] });
      const values = write.values.map((v) =>
        typeof v === 'string' ? v.replaceAll(model.id, id).replaceAll(`"${model.ref}"`, `"${ref}"`) : v,
      );
      await pool.query({ ...write, values });
      return true;
    });
    const ours = await run(clients, seconds, async () => {
      const done = await casework.advance(waiting.take().ref, DESK, { type: 'ACCEPT' }, { revision: 2 });
      if (isRefusal(done)) throw new Error(done.message);
      return true;
    });
    bare[clients] = alone.perSecond;
    line(
      '1',
      `a step without HTTP, ${clients} client${clients > 1 ? 's' : ''}, two statements`,
      rate(ours.perSecond),
      rate(alone.perSecond),
      share(ours.perSecond, alone.perSecond),
      clients === 16 ? 'at least 60 %' : '',
    );
  }
  return { bare };
}

/** Goal 3: how many updates of the row of a request touched no index. */
export async function measureHot(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ hot: string; all: string }>(
    `SELECT n_tup_hot_upd AS hot, n_tup_upd AS all FROM pg_stat_user_tables WHERE relname = 'request'`,
  );
  line(
    '3',
    'updates of a request that touch no index',
    rows[0]!.hot,
    rows[0]!.all,
    share(Number(rows[0]!.hot), Number(rows[0]!.all)),
    'at least 95 %',
  );
}
