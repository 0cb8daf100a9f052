import type { Pool } from 'pg';
import { isRefusal, SYSTEM, type CalendarChanged } from '#domain';
import type { Clock } from '#platform';
import type { Casework, Deployments } from './advance.js';
import type { ReferenceData } from './reference-data.js';
import { ALL_CASES } from './all-cases.js';

interface Waiting {
  changeId: number;
  caseId: string;
  ref: string;
  kind: 'request' | 'deployment';
  change: CalendarChanged;
}
/** How many cases are taken at a time: a storm is spread, so that mails and deadlines go on in between. */
const BATCH = 100;
const TAKE = `
  SELECT w.change_id AS "changeId", w.case_id AS "caseId", c.ref, c.kind,
    jsonb_build_object('what', h.what, 'station', h.station, 'day', h.day, 'name', h.name) AS change
  FROM (SELECT * FROM recount WHERE $1::integer IS NULL OR (change_id, case_id) > ($1::integer, $2::uuid) ORDER BY change_id, case_id LIMIT $3) w
    JOIN holiday_change h ON h.id = w.change_id JOIN ${ALL_CASES} c ON c.id = w.case_id ORDER BY w.change_id, w.case_id`;
const DONE = `
  DELETE FROM recount r USING jsonb_to_recordset($1::jsonb) AS d("changeId" integer, "caseId" uuid)
  WHERE r.change_id = d."changeId" AND r.case_id = d."caseId"`;

/** Counts anew the clocks of cases that a change of the holidays, or of where somebody sits, touches, each through the one write path and on its record. */
export class Recounts {
  /** The last that was taken in this sweep, while there may be more behind it: what fails holds up nothing. */
  private last: Waiting | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: Pick<ReferenceData, 'calendars' | 'load'>,
    private readonly writers: { requests: Pick<Casework, 'advance'>; posts: Pick<Deployments, 'advance'> },
    private readonly batch = BATCH,
  ) {}

  /** Takes some of those that wait; how many there were, none at the end of a sweep. One that fails stays for the next sweep. */
  async take(onError: (error: Error) => void): Promise<number> {
    const values = [this.last?.changeId ?? null, this.last?.caseId ?? null, this.batch];
    const { rows } = await this.pool.query<Waiting>({ name: 'take-recounts', text: TAKE, values });
    this.last = rows.at(-1) ?? null;
    if (rows.length === 0) return 0;
    // Counted in the calendars of before, nothing would move, and the case would be taken for done.
    if (this.reference.calendars.version < Math.max(...rows.map((w) => w.changeId)))
      await this.reference.load(this.clock.now().toISOString().slice(0, 10));
    const done: Waiting[] = [];
    for (const waiting of rows)
      try {
        await this.recount(waiting);
        done.push(waiting);
      } catch (error) {
        onError(error as Error);
      }
    const ids = done.map(({ changeId, caseId }) => ({ changeId, caseId }));
    await this.pool.query({ name: 'recounts-done', text: DONE, values: [JSON.stringify(ids)] });
    return rows.length;
  }

  /** A refusal says that no day of the case moves any more: it has been counted already, or has gone on since. */
  private async recount({ ref, kind, change }: Waiting): Promise<boolean> {
    const event = { type: 'RECOUNT_CLOCKS', change } as const;
    const latest = { revision: 'latest' } as const;
    const { requests, posts } = this.writers;
    const outcome =
      kind === 'request'
        ? await requests.advance(ref, SYSTEM, event, latest)
        : await posts.advance(ref, SYSTEM, event, latest);
    return !isRefusal(outcome);
  }
}
