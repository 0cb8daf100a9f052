import type { Pool } from 'pg';
import { DIGEST_HOUR, type Language } from '#domain';
import type { Clock } from '#platform';
import { awayAt } from '../absences.js';
import { dayAt } from '../assignments-in-force.js';
import { People } from '../people.js';
import { Posts } from '../read/posts.js';
import { Work } from '../read/work.js';
import { caseTold } from './case-told.js';
import { inOrderOfDue, MOST_ITEMS, type DigestCase } from './digest-lines.js';

const AT_ONCE = 500;
/** The hour on the day after the last at which somebody is written to, in the zone of the absence; at the end of their quiet hours where it lies in them. */
const HOUR = `CASE WHEN s.quiet_from IS NOT NULL AND mod(${DIGEST_HOUR} - s.quiet_from + 24, 24) < mod(s.quiet_until - s.quiet_from + 24, 24)
  THEN s.quiet_until ELSE ${DIGEST_HOUR} END`;
/** $1 now, $2 how many. Whoever is away again by now is back when that is over. */
const BACK = `
  WITH over AS (
    SELECT x.id, x.person_id, ((x.until_day + 1)::timestamp + make_interval(hours => ${HOUR})) AT TIME ZONE x.zone AS due_at
    FROM absence x LEFT JOIN notice_setting s ON s.person_id = x.person_id
    WHERE x.returned_at IS NULL AND x.until_day < ${dayAt('$1')} + 2
  ), back AS (
    UPDATE absence x SET returned_at = $1::timestamptz FROM (SELECT * FROM over WHERE due_at <= $1::timestamptz ORDER BY due_at LIMIT $2) o
    WHERE x.id = o.id AND x.returned_at IS NULL RETURNING x.id, x.person_id, x.until_day, o.due_at
  ), made AS (
    INSERT INTO mail (apart, apart_key, apart_about, recipient, person_id, to_addresses, addresses, priority, language, status, weighed, created_at)
    SELECT 'digest', concat_ws(' ', 'back', b.id), jsonb_build_object('dueAt', b.due_at, 'awayUntil', b.until_day), p.id::text, p.id,
      ARRAY[p.email], ARRAY[lower(p.email)], 3, p.language, 'queued', true, $1::timestamptz
    FROM back b JOIN person p ON p.id = b.person_id
    WHERE NOT EXISTS (SELECT FROM absence x WHERE x.person_id = b.person_id AND x.id <> b.id AND ${awayAt('x', '$1')})
    ON CONFLICT (apart_key) DO NOTHING RETURNING id
  )
  SELECT (SELECT coalesce(jsonb_agg(id), '[]') FROM made) AS digests, (SELECT count(*)::integer FROM back) AS taken`;

/** A digest of its own for each who is back, of what waits for them; a second run finds nothing. */
export async function formReturns(pool: Pick<Pool, 'query'>, now: Date): Promise<{ digests: string[]; more: boolean }> {
  const { rows } = await pool.query<{ digests: string[]; taken: number }>({
    name: 'form-returns',
    text: BACK,
    values: [now, AT_ONCE],
  });
  return { digests: rows[0]!.digests, more: rows[0]!.taken === AT_ONCE };
}

interface Names {
  countryName(code: string, language?: Language): string;
}
/** What waits for a person now, case by case, what is due first at the top: what their to-do list has. */
export async function waitingNow(
  { pool, clock, names }: { pool: Pool; clock: Clock; names: Names },
  personId: string,
  language: Language,
): Promise<{ cases: DigestCase[]; more: number }> {
  const person = await new People(pool, clock).find(personId);
  const all = person ? [...(await new Work(pool).todos(person)), ...(await new Posts(pool).todos(person))] : [];
  const first = all.toSorted((a, b) => a.clock.dueOn.localeCompare(b.clock.dueOn)).slice(0, MOST_ITEMS);
  const byCase = new Map<string, DigestCase>();
  for (const { facts, clock } of first) {
    const told = caseTold(facts);
    const countries = told.countries.map((c) => names.countryName(c, language));
    const known = byCase.get(told.id) ?? { about: told.noun, ref: told.ref, countries, items: [] };
    const dueOn = clock.stoppedWith === null ? clock.dueOn : null;
    const item = { notice: 'reminder', as: clock.holder, task: told.task(clock), dueOn } as const;
    byCase.set(told.id, { ...known, items: [...known.items, item] });
  }
  return { cases: inOrderOfDue([...byCase.values()]), more: all.length - first.length };
}
