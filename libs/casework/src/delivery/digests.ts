import type { Pool } from 'pg';
import type { Clock } from '#platform';
import { NOTICE_NAMES, priorityOf, type Day, type Language } from '#domain';
import { ALL_CASES } from '../all-cases.js';
import type { ReferenceData } from '../reference-data.js';
import { UnsubscribeLinks } from '../unsubscribe-links.js';
import type { Candidate } from './audience.js';
import { linesOf, type DigestCase, type HeldLine, type Lines } from './digest-lines.js';
import { formReturns, waitingNow } from './returns.js';
import { CANDIDATE, candidatesFor } from './candidates.js';
import { languageOf } from './dispatch.js';
import { settingsOf, WISHES, type WishesRow } from './entries.js';
import type { MailParty } from './mails.js';
import type { RecipientToSend } from './recipients.js';

/** A digest as it is to be written: what is still true and still allowed, case by case, in the order of what is due. */
export interface DigestToSend {
  kind: 'digest';
  id: string;
  language: Language;
  plain: boolean;
  to: MailParty;
  recipients: RecipientToSend[];
  cases: DigestCase[];
  /** What would make it too long: it stands on the page of notices. */
  more: number;
  /** The secret of the link that ends digests. */
  unsubscribe: string | null;
  dueAt: Date;
  /** The last day on which its reader was away, where it lists what waits for who is back. */
  awayUntil: Day | null;
}
/** A digest that was taken to be sent. */
export interface GatheredDigest {
  id: string;
  personId: string;
  recipients: RecipientToSend[];
  dueAt: Date;
  awayUntil: Day | null;
}
/** What the end of quiet hours, and the hour of the digests, set free. */
export interface Released {
  mails: string[];
  digests: string[];
  /** There is more than was taken. */
  more: boolean;
}

const PEOPLE_AT_ONCE = 500;
const RELEASED_AT_ONCE = 500;
const MOST_LINES = 200;
const PRIORITIES = JSON.stringify(Object.fromEntries(NOTICE_NAMES.map((name) => [name, priorityOf(name)])));
/** $1 now. Mail is written for what waited for the end of quiet hours, all of it or none. */
const RELEASE = `
  WITH due AS (
    SELECT id FROM notice_entry WHERE way = 'held' AND digest_id IS NULL AND how = 'now' AND send_at <= $1
    ORDER BY send_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
  ), free AS (
    UPDATE notice_entry e SET way = 'mail' FROM due WHERE e.id = due.id RETURNING e.outbox_id, e.case_id, e.notice, e.person_id, e.parties
  ), written AS (
    INSERT INTO mail (outbox_id, case_id, notice, recipient, person_id, to_addresses, addresses, priority, parties, language, status, created_at)
    SELECT f.outbox_id, f.case_id, f.notice, f.person_id::text, f.person_id, ARRAY[p.email], ARRAY[lower(p.email)], coalesce(($3::jsonb ->> f.notice)::smallint, 3), f.parties, p.language, 'queued', $1::timestamptz
    FROM free f JOIN person p ON p.id = f.person_id ORDER BY f.outbox_id
    ON CONFLICT (outbox_id, recipient) DO NOTHING RETURNING id
  )
  SELECT (SELECT coalesce(jsonb_agg(id), '[]') FROM written) AS mails, (SELECT count(*)::integer FROM due) AS taken`;
/**
 * $1 now. One digest for each person of whom something is due: whatever it gathers, it takes in the same moment. It is a mail
 * like all others, but never one of too many: each has chosen to get one, and gets it instead of several.
 */
const FORM = `
  WITH people AS (
    SELECT DISTINCT person_id FROM notice_entry WHERE way = 'held' AND digest_id IS NULL AND how <> 'now' AND send_at <= $1 LIMIT $2
  ), due AS (
    SELECT e.id, e.person_id, e.send_at FROM notice_entry e JOIN people USING (person_id)
    WHERE e.way = 'held' AND e.digest_id IS NULL AND e.how <> 'now' AND e.send_at <= $1 ORDER BY e.id FOR UPDATE OF e
  ), made AS (
    INSERT INTO mail (apart, apart_about, recipient, person_id, to_addresses, addresses, priority, language, status, weighed, created_at)
    SELECT 'digest', jsonb_build_object('dueAt', max(d.send_at)), p.id::text, p.id, ARRAY[p.email], ARRAY[lower(p.email)], 3, p.language, 'queued', true, $1::timestamptz
    FROM due d JOIN person p ON p.id = d.person_id GROUP BY p.id RETURNING id, person_id
  ), put AS (
    UPDATE notice_entry e SET digest_id = made.id FROM due JOIN made USING (person_id) WHERE e.id = due.id
  )
  SELECT (SELECT coalesce(jsonb_agg(id), '[]') FROM made) AS digests, (SELECT count(*)::integer FROM people) AS taken`;
const READER = `SELECT ${CANDIDATE} AS person, ${WISHES} AS wishes FROM person p WHERE p.id = $1`;
const LINES = `
  SELECT e.id, e.notice, e.parties, o.person_id AS "personId", o.clock_key AS "clockKey", o.ledger_key AS "ledgerKey", r.facts
  FROM notice_entry e JOIN outbox o ON o.id = e.outbox_id JOIN ${ALL_CASES} r ON r.id = e.case_id
  WHERE e.digest_id = $1 ORDER BY e.id DESC LIMIT ${MOST_LINES}`;
/** $2 what is over, $3 what its reader may not be told any more: neither is told, and both stay in the list of what somebody was told, as far as they may know it. What is older than $5 was not looked at, and goes into another digest. What was told before stays, however it stands when that digest is sent again. */
const DROP = `
  WITH rest AS (UPDATE notice_entry SET digest_id = NULL WHERE digest_id = $1 AND id < $5::uuid AND way = 'held')
  UPDATE notice_entry SET way = 'off', digest_id = NULL, read_at = CASE WHEN id = ANY($3::uuid[]) THEN coalesce(read_at, $4) ELSE read_at END
  WHERE digest_id = $1 AND id = ANY($2::uuid[] || $3::uuid[]) AND way = 'held'`;
const NOTHING_LEFT = 'DELETE FROM mail WHERE id = $1';

/** What people wished to be told later: set free at its hour, gathered, and looked at once more before it is told. */
export class Digests {
  private readonly links: UnsubscribeLinks;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: Pick<ReferenceData, 'countryName' | 'regionName'>,
  ) {
    this.links = new UnsubscribeLinks(pool);
  }

  /** Sets free what is due now; a second run finds nothing. */
  async release(): Promise<Released> {
    const now = this.clock.now();
    const free = await this.pool.query<{ mails: string[]; taken: number }>({
      name: 'release-held',
      text: RELEASE,
      values: [now, RELEASED_AT_ONCE, PRIORITIES],
    });
    const formed = await this.pool.query<{ digests: string[]; taken: number }>({
      name: 'form-digests',
      text: FORM,
      values: [now, PEOPLE_AT_ONCE],
    });
    const back = await formReturns(this.pool, now);
    const more = free.rows[0]!.taken === RELEASED_AT_ONCE || formed.rows[0]!.taken === PEOPLE_AT_ONCE || back.more;
    return { mails: free.rows[0]!.mails, digests: [...formed.rows[0]!.digests, ...back.digests], more };
  }

  /** What is still to be told of what a digest gathers; null, and no digest any more, when nothing is. */
  async gather({ id, dueAt, awayUntil, personId, recipients }: GatheredDigest): Promise<DigestToSend | null> {
    const now = this.clock.now();
    const { rows } = await this.pool.query<{ person: Candidate; wishes: WishesRow | null }>({
      name: 'digest-reader',
      text: READER,
      values: [personId, now.toISOString()],
    });
    const { person, wishes } = rows[0]!;
    const language = languageOf(person);
    const { cases, more } = awayUntil
      ? await waitingNow({ pool: this.pool, clock: this.clock, names: this.reference }, person.id, language)
      : await this.gathered(id, person, language);
    if (cases.length === 0) {
      await this.pool.query({ name: 'empty-digest', text: NOTHING_LEFT, values: [id] });
      return null;
    }
    const to = { name: person.name, address: person.email };
    // What waits for who is back comes once, and is no digest that somebody chose.
    const unsubscribe = awayUntil ? null : await this.links.make(person.id, 'digests');
    const { plain } = settingsOf(wishes);
    return { kind: 'digest', id, language, plain, to, recipients, cases, more, unsubscribe, dueAt, awayUntil };
  }

  /** What was held and is still true; what is over is dropped. */
  private async gathered(id: string, person: Candidate, language: Language): Promise<Pick<Lines, 'cases' | 'more'>> {
    const now = this.clock.now();
    const held = await this.pool.query<HeldLine>({ name: 'digest-lines', text: LINES, values: [id] });
    const { cases, over, hidden, more } = linesOf(
      { held: held.rows, people: await candidatesFor(this.pool, held.rows, now) },
      person,
      this.reference,
      language,
    );
    const last = held.rows.length === MOST_LINES ? held.rows.at(-1)!.id : null;
    await this.pool.query({ name: 'drop-held', text: DROP, values: [id, over, hidden, now, last] });
    return { cases, more };
  }
}
