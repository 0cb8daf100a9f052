import type { Pool } from 'pg';
import { CHANGES_OF_TEXT, savedStates, type SavedLine, type SavedState } from '#domain';
import type { CaseView } from './case.js';

/** Lines that one page is read from; they hold no text. */
const LINES = 400;

/** Names of what a line touched: of the content, and of its sections. */
const KEYS_OF = (value: string): string =>
  `ARRAY(SELECT jsonb_object_keys(CASE jsonb_typeof(${value}) WHEN 'object' THEN ${value} ELSE '{}' END))`;
const SAVED = `
  SELECT l.seq, l.at, l.event, l.actor_id AS "actorId", l.actor_name AS "actorName", l.acting_for AS "actingFor",
    l.data -> 'broughtBack' ->> 'at' AS "from", ${KEYS_OF('l.changed')} AS keys, ${KEYS_OF(`l.changed -> 'sections'`)} AS sections
  FROM (SELECT *, CASE event WHEN 'CREATE' THEN data -> 'content' ELSE data -> 'patch' END AS changed FROM audit_event
    WHERE case_id = $1 AND seq < $2 AND event = ANY($3) ORDER BY seq DESC LIMIT ${LINES}) l
  ORDER BY l.seq DESC`;

/** A page of what people wrote in one go, and before which line the next one begins. */
export interface EarlierPage {
  states: SavedState[];
  next: number | null;
}
/** One save: whose, when, and the saves beside it. */
export interface SaveAt extends Pick<SavedLine, 'seq' | 'at' | 'actorId' | 'actorName' | 'actingFor'> {
  previous: number | null;
  following: number | null;
}

/** Reads what a draft said before, from its record. Whoever asks has been asked first whether they may. */
export class EarlierTexts {
  constructor(private readonly pool: Pool) {}

  /** What was written, newest first, before a line. */
  async page({ facts }: CaseView, { before = 2_000_000_000, limit = 25 } = {}): Promise<EarlierPage> {
    const { rows } = await this.pool.query<SavedLine>({
      name: 'saved-lines',
      text: SAVED,
      values: [facts.id, before, [...CHANGES_OF_TEXT, 'SUBMIT', 'RESUBMIT']],
    });
    const all = savedStates(rows);
    // The last one may go on where the reading broke off: it is read whole on the next page, unless it fills this one.
    const whole = rows.length === LINES && all.length > 1 ? all.slice(0, -1) : all;
    const states = whole.slice(0, limit);
    const older = states.length < all.length || rows.length === LINES;
    return { states, next: older && states.length > 0 ? states.at(-1)!.first : null };
  }

  /** One save of the text; null where the line is none. */
  async save({ facts }: CaseView, seq: number): Promise<SaveAt | null> {
    const saves = 'SELECT seq FROM audit_event WHERE case_id = $1 AND event = ANY($3)';
    const { rows } = await this.pool.query<SaveAt>({
      name: 'save-at',
      text: `SELECT a.seq, a.at, a.actor_id AS "actorId", a.actor_name AS "actorName", a.acting_for AS "actingFor",
        (${saves} AND seq < a.seq ORDER BY seq DESC LIMIT 1) AS previous, (${saves} AND seq > a.seq ORDER BY seq LIMIT 1) AS following
        FROM audit_event a WHERE a.case_id = $1 AND a.seq = $2 AND a.event = ANY($3)`,
      values: [facts.id, seq, CHANGES_OF_TEXT],
    });
    return rows[0] ?? null;
  }
}
