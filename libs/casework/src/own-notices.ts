import type { Pool } from 'pg';
import {
  keysFor,
  keysWithin,
  NOTICE_NAMES,
  noticeRule,
  postKeysFor,
  type Day,
  type NoticeName,
  type Role,
} from '#domain';
import type { Clock } from '#platform';
import { ALL_CASES } from './all-cases.js';
import { clockTold, type Told } from './delivery/told.js';
import { caseTold, type AnyFacts } from './delivery/case-told.js';
import { answeredBy } from './delivery/answered-by.js';
import type { Addressee } from './delivery/audience.js';
import { dueFor } from './delivery/due.js';
import { dayOfNotice, isAsked, stillWaits } from './delivery/digest-lines.js';
import { pathOf } from './delivery/notice-paths.js';
import { keepable } from './keepable.js';
import type { SignedIn } from './people.js';
import { noticeFigures, type NoticeFigures } from './read/notice-figures.js';

/** One thing that somebody was told, as it stands now. */
export interface OwnNotice {
  id: string;
  notice: NoticeName;
  at: Date;
  readAt: Date | null;
  /** The case; null where its reader may not know any more which it is. */
  about: { kind: 'request' | 'post'; ref: string; countries: string[] } | null;
  /** Whether it asks for something that is still to be done; null where it never asked. */
  waits: boolean | null;
  dueOn: Day | null;
  /** Which party has answered, where it tells of an answer. */
  who: string | null;
  /** Where it leads. */
  path: string;
}
export interface NoticePage {
  items: OwnNotice[];
  /** Give it back to go on; null at the end. */
  next: string | null;
}

/** A digest that did not reach its reader, with the words of the mail server. */
export interface LostDigest {
  at: Date;
  address: string;
  problem: string;
}

/** More unread ones than this are not counted. */
export const MOST_UNREAD = 100;
const PAGE = 25;
const ASSESSED = NOTICE_NAMES.filter((name) => noticeRule(name).tells === 'assessment');
/** What somebody is told who may not open the case any more, and that names none. */
const OF_LEAVING: readonly NoticeName[] = ['reviewerReleased', 'appointmentEnded'];

/** The one rule of who may know, asked again whenever a notice is shown or counted: $1 the person, $2 their keys, $3 those that open the assessment, $4 what closes a case, $5 notices of the assessment, $6 keys of posts. */
const VISIBLE = `(
    EXISTS (SELECT FROM deployment_scope s WHERE s.deployment_id = e.case_id AND s.scope = ANY($6::text[]))
    OR (NOT EXISTS (SELECT FROM request_scope s WHERE s.request_id = e.case_id AND s.scope = ANY($4::text[])) AND (
      EXISTS (SELECT FROM request_scope s WHERE s.request_id = e.case_id
        AND s.scope = ANY(CASE WHEN e.notice = ANY($5::text[]) THEN $3::text[] ELSE $2::text[] END))
      OR EXISTS (SELECT FROM appointment a JOIN request q ON q.id = a.request_id
        WHERE a.request_id = e.case_id AND a.person_id = $1 AND a.state = 'appointed' AND q.is_open))))`;
/** $7 notices of leaving. */
const KNOWN = `(e.notice = ANY($7::text[]) OR ${VISIBLE})`;
const UNREAD = `
  SELECT count(*)::integer AS n FROM (
    SELECT FROM notice_entry e WHERE e.person_id = $1 AND e.read_at IS NULL AND ${KNOWN} LIMIT ${MOST_UNREAD}) x`;
const LIST = `
  SELECT e.id, e.notice, e.role, e.parties, e.created_at AS at, e.read_at AS "readAt", ${VISIBLE} AS visible,
    o.person_id AS "personId", o.clock_key AS "clockKey", o.ledger_key AS "ledgerKey", o.parties AS answered, r.facts
  FROM notice_entry e JOIN outbox o ON o.id = e.outbox_id JOIN ${ALL_CASES} r ON r.id = e.case_id
  WHERE e.person_id = $1 AND ($8::uuid IS NULL OR e.id < $8) AND (NOT $9::boolean OR e.read_at IS NULL) AND ${KNOWN}
  ORDER BY e.id DESC LIMIT ${PAGE + 1}`;
const ONE = `
  SELECT e.id, e.notice, e.role, e.parties, e.created_at AS at, e.read_at AS "readAt", ${VISIBLE} AS visible,
    o.person_id AS "personId", o.clock_key AS "clockKey", o.ledger_key AS "ledgerKey", o.parties AS answered, r.facts
  FROM notice_entry e JOIN outbox o ON o.id = e.outbox_id JOIN ${ALL_CASES} r ON r.id = e.case_id
  WHERE e.person_id = $1 AND e.id = $8::uuid AND ${KNOWN}`;
/** A digest that came to nothing, as long as no later one came through. */
const LOST = `
  SELECT m.created_at AS at, m.to_addresses[1] AS address, coalesce(m.problem, '') AS problem FROM mail m
  WHERE m.status IN ('refused', 'failed', 'bounced') AND m.apart = 'digest' AND m.person_id = $1
    AND NOT EXISTS (SELECT FROM notice_entry e JOIN mail l ON l.id = e.digest_id WHERE e.person_id = $1 AND l.id > m.id AND l.status = 'sent')
  ORDER BY m.id DESC LIMIT 1`;
const READ_ONE = 'UPDATE notice_entry SET read_at = coalesce(read_at, $3) WHERE person_id = $1 AND id = $2';
/** What came after the page was drawn stays unread. */
const READ_ALL = 'UPDATE notice_entry SET read_at = $3 WHERE person_id = $1 AND read_at IS NULL AND id <= $2';

interface Row extends Told {
  id: string;
  at: Date;
  readAt: Date | null;
  role: Role;
  visible: boolean;
  answered: string[];
  facts: AnyFacts;
}

const rights = (me: SignedIn): unknown[] => [
  me.id,
  keysFor(me).any,
  keysWithin(me, 'assessment').any,
  keysFor(me).none,
  ASSESSED,
  postKeysFor(me).any,
  OF_LEAVING,
];

/** What each person was told: their own, as far as they may still know it. */
export class OwnNotices {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** How many are unread: as many as the list of unread ones has, up to a bound. */
  async unread(me: SignedIn): Promise<number> {
    const { rows } = await this.pool.query<{ n: number }>({ name: 'unread-notices', text: UNREAD, values: rights(me) });
    return rows[0]!.n;
  }

  /** A page of them, newest first. */
  async list(me: SignedIn, before: string | null, unreadOnly = false): Promise<NoticePage> {
    const values = [...rights(me), before, unreadOnly];
    const { rows } = await this.pool.query<Row>({ name: 'own-notices', text: LIST, values });
    const items = rows.slice(0, PAGE).map((row) => shown(row, me));
    return { items, next: rows.length > PAGE ? items.at(-1)!.id : null };
  }

  /** The last digest, where it did not reach its reader. */
  async lostDigest(me: Pick<SignedIn, 'id'>): Promise<LostDigest | null> {
    return (await this.pool.query<LostDigest>({ name: 'lost-digest', text: LOST, values: [me.id] })).rows[0] ?? null;
  }

  /** Opens one: it is read from now on. Null where the person has no such one. */
  async open(me: SignedIn, id: string): Promise<OwnNotice | null> {
    const values = [...rights(me), id];
    const { rows } = await this.pool.query<Row>({ name: 'own-notice', text: ONE, values });
    if (!rows[0]) return null;
    await this.markRead(me, id);
    return shown(rows[0], me);
  }

  /** Marks one as read; false where the person has no such one. */
  async markRead(me: SignedIn, id: string): Promise<boolean> {
    return (await this.pool.query(READ_ONE, [me.id, keepable(id), this.clock.now()])).rowCount === 1;
  }

  /** Marks all up to this one, which is the newest that the person has seen. */
  async markAllRead(me: SignedIn, upTo: string): Promise<void> {
    await this.pool.query(READ_ALL, [me.id, keepable(upTo), this.clock.now()]);
  }

  /** What became of every rule of the catalogue. */
  figures(): Promise<Map<NoticeName, NoticeFigures>> {
    return noticeFigures(this.pool, this.clock.now());
  }
}

/** A notice as it stands now: what is done is not said to wait. */
function shown(row: Row, me: SignedIn): OwnNotice {
  const { id, notice, at, readAt, role, facts, visible } = row;
  const told = caseTold(facts);
  const clock = clockTold(row);
  const addressee = { person: me, as: role };
  const waits = waitsStill(row, addressee, clock);
  const named = visible && noticeRule(notice).names !== 'nothing';
  const task = clock ? told.task(clock) : null;
  return {
    id,
    notice,
    at,
    readAt,
    about: named ? { kind: told.noun, ref: told.ref, countries: [...told.countries] } : null,
    waits,
    dueOn: waits ? dayOfNotice(row, addressee) : null,
    who: visible ? answeredBy({ ...row, parties: row.answered }) : null,
    path: pathFor(row, told.noun, told.ref, task),
  };
}

/** Whether what a notice asks of its reader is still to be done. News of which something waits for some of its readers says so to those alone, while it does. */
function waitsStill(row: Row, addressee: Addressee, clock: ReturnType<typeof clockTold>): boolean | null {
  const { group, asks } = noticeRule(row.notice);
  const waits = row.visible && clock !== null && stillWaits(row, addressee);
  // It waits for somebody else of their side: nothing for them to do, and not over either.
  const forOthers = !waits && row.visible && asks && dueFor(caseTold(row.facts), row.notice, addressee) !== null;
  if (group === 'duties' || row.notice === 'nudged') return forOthers ? null : waits;
  return asks && waits && isAsked(row, addressee) ? true : null;
}

/** A rung of a clock that is over has no step of its own to lead to any more. */
function pathFor(
  { notice, role, clockKey }: Row,
  about: 'request' | 'post',
  ref: string,
  task: ReturnType<ReturnType<typeof caseTold>['task']> | null,
): string {
  if (clockKey !== null && task === null) return pathOf({ about, notice: 'escalation', task, ref, as: role });
  return pathOf({ about, notice, task, ref, as: role });
}
