import type { PoolClient } from 'pg';
import { NUDGE_REST, type NoticeName } from '#domain';
import type { Reach } from './audience.js';

/** A row of the outbox that may tell somebody that they were nudged. */
interface Line {
  id: string;
  caseId: string;
  notice: NoticeName;
}
/** Who has been nudged on a case within a day before each of these. */
export interface NudgedLately {
  without(line: Line, reach: Reach | null): Reach | null;
}

/** $1 the rows of the outbox. The time between two nudges is that between the steps, not between their mails. */
const LATELY = `
  SELECT o.id, e.person_id AS "personId"
  FROM outbox o JOIN notice_entry e ON e.case_id = o.case_id AND e.notice = 'nudged' JOIN outbox b ON b.id = e.outbox_id
  WHERE o.id = ANY($1::bigint[]) AND b.id < o.id AND b.created_at > o.created_at - make_interval(hours => ${NUDGE_REST})`;

/**
 * A step is refused where the holder of a clock was nudged within a day. Somebody may hold two clocks of a case in two parts:
 * as a person they are nudged once all the same.
 */
export async function nudgedLately(client: PoolClient, lines: readonly Line[]): Promise<NudgedLately> {
  const ids = lines.filter((line) => line.notice === 'nudged').map((line) => line.id);
  const { rows } = ids.length
    ? await client.query<{ id: string; personId: string }>({ name: 'nudged-lately', text: LATELY, values: [ids] })
    : { rows: [] };
  const told = new Set(rows.map(({ id, personId }) => `${id} ${personId}`));
  const now = new Set<string>();
  return {
    without(line, reach) {
      if (line.notice !== 'nudged' || reach === null) return reach;
      const to = reach.to.filter(
        ({ person }) => !told.has(`${line.id} ${person.id}`) && !now.has(`${line.caseId} ${person.id}`),
      );
      for (const { person } of to) now.add(`${line.caseId} ${person.id}`);
      return { ...reach, to };
    },
  };
}
