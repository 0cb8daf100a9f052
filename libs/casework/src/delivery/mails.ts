import type { Pool } from 'pg';
import type { Clock } from '#platform';
import {
  lastDecision,
  noticeRule,
  type Day,
  type Language,
  type Letter,
  type NoticeName,
  type RequestFacts,
  type Role,
  type PostTask,
  type Task,
} from '#domain';
import { ALL_CASES } from '../all-cases.js';
import type { ReferenceData } from '../reference-data.js';
import { clockTold, reachOf, type Addressee, type Candidate, type Reach, type Told } from './audience.js';
import { caseTold, isPost } from './case-told.js';
import { CANDIDATE } from './dispatch.js';
import { dueFor } from './due.js';

export interface MailParty {
  name: string;
  address: string;
}

/** Everything that a mail may say: no text of the case, no score, no name but the recipient's. */
export interface MailToSend {
  id: string;
  notice: NoticeName;
  language: Language;
  to: MailParty[];
  copy: MailParty[];
  /** For which roles those in copy get it. */
  copiedAs: Role[];
  /** What kind of case it is about. */
  about: 'request' | 'post';
  ref: string;
  /** Names of the countries, in the language of the mail. */
  countries: string[];
  dueOn: Day | null;
  /** For which role the recipient is told. */
  as: Role;
  /** What the clock waits for, where the mail is about one. */
  task: Task | PostTask | null;
  /** The decision letter, which goes with the mail as a document. */
  letter: Letter | null;
  /** When that happened of which it tells, by the clock of the system. */
  toldAt: Date;
}

/** What became of a try to send a mail. */
export type Outcome = { status: 'sent'; problem: string | null } | { status: 'refused' | 'failed'; problem: string };

interface Claimed extends Told {
  id: string;
  language: Language;
  toldAt: Date;
  people: Candidate[] | null;
}

/** The tries are numbered; a mail whose sending was broken off by the death of a worker is taken again. */
const CLAIM = `
  WITH taken AS (
    UPDATE mail SET status = 'sending', attempts = attempts + 1 WHERE id = $1 AND status IN ('queued', 'sending')
    RETURNING id, outbox_id, case_id, notice, language, person_id, to_addresses || copy_addresses AS addresses
  )
  SELECT t.id, t.notice, t.language, o.person_id AS "personId", o.clock_key AS "clockKey", o.ledger_key AS "ledgerKey",
    o.created_at AS "toldAt", r.facts,
    (SELECT jsonb_agg(${CANDIDATE} ORDER BY p.id) FROM person p
      WHERE CASE WHEN t.person_id IS NULL THEN p.email = ANY(t.addresses) ELSE p.id = t.person_id END) AS people
  FROM taken t JOIN outbox o ON o.id = t.outbox_id JOIN ${ALL_CASES} r ON r.id = t.case_id`;

const SETTLE = `
  UPDATE mail SET status = $2, problem = $3, subject = coalesce($4, subject), handed_at = $5
  WHERE id = $1 AND status IN ('queued', 'sending')`;
const LATER = `UPDATE mail SET status = 'queued', problem = $2 WHERE id = $1 AND status = 'sending'`;
const UNSENT = `
  SELECT id FROM mail WHERE status IN ('queued', 'sending') AND id < (SELECT uuidv7(make_interval(secs => -$1::float8)))
  ORDER BY id LIMIT $2`;
const NOT_ANY_MORE = 'Not sent: when it could be sent, its reader was no longer somebody who may open the case.';
const UNSENT_AT_ONCE = 1_000;

/** Mails on their way: taken to be sent, and what became of them. */
export class Mails {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: Pick<ReferenceData, 'countryName' | 'regionName'>,
  ) {}

  /**
   * Takes a mail to be sent; null when there is nothing to send any more. Whether its reader may still be told is asked
   * again: hours may lie between the writing of a mail and its sending.
   */
  async claim(id: string): Promise<MailToSend | null> {
    const values = [id, this.clock.now().toISOString().slice(0, 10)];
    const { rows } = await this.pool.query<Claimed>({ name: 'claim-mail', text: CLAIM, values });
    const claimed = rows[0];
    if (!claimed) return null;
    const reach = reachOf(claimed, claimed.people ?? [], this.reference);
    if (reach === null) await this.pool.query('DELETE FROM mail WHERE id = $1', [id]);
    else if (reach.to.length === 0) await this.settle(id, { status: 'failed', problem: NOT_ANY_MORE });
    else return this.toSend(claimed, reach);
    return null;
  }

  /** Records what became of a mail. */
  async settle(id: string, { status, problem }: Outcome, subject: string | null = null): Promise<void> {
    const values = [id, status, problem, subject, status === 'sent' ? this.clock.now() : null];
    await this.pool.query({ name: 'settle-mail', text: SETTLE, values });
  }

  /** Records why a mail has to be tried again later. */
  async later(id: string, problem: string): Promise<void> {
    await this.pool.query({ name: 'mail-later', text: LATER, values: [id, problem] });
  }

  /** Mails that are written and not sent for this long, of real time: their jobs may have been lost in a crash. */
  async unsent(seconds: number): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>(UNSENT, [seconds, UNSENT_AT_ONCE]);
    return rows.map((row) => row.id);
  }

  private toSend(claimed: Claimed, reach: Reach): MailToSend {
    const { facts, language, notice } = claimed;
    const { to, copy } = reach;
    const first = to[0]!;
    const clock = clockTold(claimed) ?? null;
    const told = caseTold(facts);
    return {
      id: claimed.id,
      notice,
      language,
      to: to.map(party),
      copy: copy.map(party),
      copiedAs: [...new Set(copy.map((c) => c.as))],
      about: told.noun,
      ref: told.ref,
      countries: told.countries.map((c) => this.reference.countryName(c, language)),
      dueOn: clock ? clock.dueOn : dueFor(told, notice, first),
      as: first.as,
      task: clock && told.task(clock),
      letter: noticeRule(notice).letter && !isPost(facts) ? letterOf(facts, claimed.toldAt) : null,
      toldAt: claimed.toldAt,
    };
  }
}

const party = ({ person }: Addressee): MailParty => ({ name: person.name, address: person.email });

/** The letter of the decision that was told of then, though another may have followed. */
function letterOf(facts: RequestFacts, at: Date): Letter | null {
  const decision = facts.decisions.find((d) => Date.parse(d.at) === at.getTime()) ?? lastDecision(facts);
  return decision?.letter ?? null;
}
