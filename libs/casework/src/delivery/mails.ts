import type { Pool } from 'pg';
import type { Clock } from '#platform';
import {
  lettersOf,
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
import { AnswerLinks } from '../answer-links.js';
import { CANDIDATE, type Unreached } from './dispatch.js';
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
  /** The secret of the link of somebody who is asked by name. It is in this mail and nowhere else. */
  token?: string;
}

/** What became of a try to send a mail. */
export type Outcome = { status: 'sent'; problem: string | null } | { status: 'refused' | 'failed'; problem: string };

interface Claimed extends Told {
  id: string;
  language: Language;
  toldAt: Date;
  people: Candidate[] | null;
  caseId: string;
  recipient: string;
}

/** The tries are numbered; a mail whose sending was broken off by the death of a worker is taken again. */
const CLAIM = `
  WITH taken AS (
    UPDATE mail SET status = 'sending', attempts = attempts + 1 WHERE id = $1 AND status IN ('queued', 'sending')
    RETURNING id, outbox_id, case_id, notice, language, person_id, recipient, to_addresses || copy_addresses AS addresses
  )
  SELECT t.id, t.case_id AS "caseId", t.recipient, t.notice, t.language, o.parties, o.person_id AS "personId", o.clock_key AS "clockKey", o.ledger_key AS "ledgerKey",
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
const LINK_IS_OVER =
  'Not sent: when it could be sent, the last day of its link had passed. Asking again gives a link with days of its own.';
const UNREACHED = `
  SELECT r.ref, array_agg(DISTINCT p.party) AS parties, min(t.problem) AS problem
  FROM mail t JOIN request r ON r.id = t.case_id CROSS JOIN LATERAL unnest(t.parties) AS p(party)
  WHERE t.id = $1 AND t.status IN ('refused', 'failed') AND NOT EXISTS (
    SELECT FROM mail m WHERE m.outbox_id = t.outbox_id AND p.party = ANY(m.parties) AND m.status NOT IN ('refused', 'failed'))
  GROUP BY r.ref`;
/** Parties that are waited for, that every mail of the last asking failed to reach, and of whom that is not recorded: its worker died between the two. What still waits to be told may reach them. */
const UNRECORDED = `
  WITH gone AS (
    SELECT DISTINCT m.case_id, p.party FROM mail m CROSS JOIN LATERAL unnest(m.parties) AS p(party)
    WHERE m.parties <> '{}' AND m.status IN ('refused', 'failed')
  ), asking AS (
    SELECT g.case_id, g.party, (SELECT max(m.outbox_id) FROM mail m
      WHERE m.case_id = g.case_id AND m.parties <> '{}' AND g.party = ANY(m.parties)) AS outbox_id FROM gone g
  )
  SELECT r.ref, array_agg(DISTINCT a.party) AS parties, min(m.problem) AS problem
  FROM asking a JOIN request r ON r.id = a.case_id
    JOIN mail m ON m.case_id = a.case_id AND m.outbox_id = a.outbox_id AND a.party = ANY(m.parties)
  WHERE EXISTS (SELECT FROM jsonb_array_elements(r.facts -> 'consultation') AS c
      WHERE c ->> 'key' = a.party AND c ->> 'state' = 'awaited' AND NOT c ? 'unreached')
    AND NOT EXISTS (SELECT FROM mail o WHERE o.case_id = a.case_id AND o.outbox_id = a.outbox_id AND o.parties <> '{}'
      AND a.party = ANY(o.parties) AND o.status NOT IN ('refused', 'failed'))
    AND NOT EXISTS (SELECT FROM outbox w WHERE w.case_id = a.case_id AND w.dispatched_at IS NULL)
  GROUP BY r.ref ORDER BY r.ref LIMIT $1`;
const UNSENT_AT_ONCE = 1_000;
const UNRECORDED_AT_ONCE = 100;

/** Mails on their way: taken to be sent, and what became of them. */
export class Mails {
  private readonly links: AnswerLinks;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: Pick<ReferenceData, 'countryName' | 'regionName' | 'clocks' | 'calendar'>,
  ) {
    this.links = new AnswerLinks(pool, clock, reference);
  }

  /**
   * Takes a mail to be sent; null when there is nothing to send any more. Whether its reader may still be told is asked
   * again: hours may lie between the writing of a mail and its sending.
   */
  async claim(id: string): Promise<MailToSend | null> {
    const values = [id, this.clock.now().toISOString()];
    const { rows } = await this.pool.query<Claimed>({ name: 'claim-mail', text: CLAIM, values });
    const claimed = rows[0];
    if (!claimed) return null;
    const reach = ownPart(claimed, reachOf(claimed, claimed.people ?? [], this.reference));
    if (reach === null) await this.pool.query('DELETE FROM mail WHERE id = $1', [id]);
    else if (reach.to.length === 0) await this.settle(id, { status: 'failed', problem: NOT_ANY_MORE });
    else if (linkIsOver(claimed, reach, this.clock.now()))
      await this.settle(id, { status: 'failed', problem: LINK_IS_OVER });
    else return this.toSend(claimed, reach);
    return null;
  }

  /** The parties whom a mail was to ask, when it and every other one to them came to nothing. */
  async unreached(id: string): Promise<Unreached | null> {
    const { rows } = await this.pool.query<Unreached>({ name: 'unreached-by-mail', text: UNREACHED, values: [id] });
    return rows[0] ?? null;
  }

  /** The parties of whom it is not recorded that no mail reached them; where that was done since, a second record is refused. */
  async unrecorded(): Promise<Unreached[]> {
    const values = [UNRECORDED_AT_ONCE];
    return (await this.pool.query<Unreached>({ name: 'unrecorded', text: UNRECORDED, values })).rows;
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

  private async toSend(claimed: Claimed, reach: Reach): Promise<MailToSend> {
    const { facts, language, notice } = claimed;
    const { to, copy } = reach;
    const first = to[0]!;
    const clock = clockTold(claimed) ?? null;
    const told = caseTold(facts);
    const byLink = first.as === 'consultee' || first.as === 'endorser';
    const token = byLink && !isPost(facts) ? await this.links.make(facts, first.person.id) : null;
    return {
      ...(token ? { token } : {}),
      id: claimed.id,
      notice,
      language,
      to: to.map(party),
      copy: copy.map(party),
      copiedAs: [...new Set(copy.map((c) => c.as))],
      about: told.noun,
      ref: told.ref,
      countries: told.countries.map((c) => this.reference.countryName(c, language)),
      dueOn: dueIn(claimed, first),
      as: first.as,
      task: clock && told.task(clock),
      letter: noticeRule(notice).letter && !isPost(facts) ? letterOf(facts, claimed.toldAt) : null,
      toldAt: claimed.toldAt,
    };
  }
}

/** The day by which the reader of a mail has to act. */
const dueIn = (claimed: Claimed, first: Addressee): Day | null =>
  clockTold(claimed)?.dueOn ?? dueFor(caseTold(claimed.facts), claimed.notice, first);

/** Whether a mail would bring a head of agency a link that does not open any more: it waited longer than the link lasts. */
function linkIsOver(claimed: Claimed, { to }: Reach, now: Date): boolean {
  const [first] = to;
  const due = first?.as === 'endorser' ? dueIn(claimed, first) : null;
  return due !== null && due < now.toISOString().slice(0, 10);
}

/** A mail to one reader is for that reader alone, whoever else its notice is for. */
const ownPart = (claimed: Claimed, reach: Reach | null): Reach | null =>
  reach === null || noticeRule(claimed.notice).letter
    ? reach
    : { ...reach, to: reach.to.filter(({ person }) => person.id === claimed.recipient) };

const party = ({ person }: Addressee): MailParty => ({ name: person.name, address: person.email });

/** The letter that was told of then, though another may have followed. */
function letterOf(facts: RequestFacts, at: Date): Letter | null {
  const all = lettersOf(facts);
  return (all.find((one) => Date.parse(one.at) === at.getTime()) ?? all.at(-1))?.letter ?? null;
}
