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
import { UNHURRIED } from '../transaction.js';
import type { ReferenceData } from '../reference-data.js';
import { reachOf, type Addressee, type Candidate, type Reach } from './audience.js';
import { clockTold, dayOfClock, type Told } from './told.js';
import { caseTold, isPost } from './case-told.js';
import { AnswerLinks } from '../answer-links.js';
import { CANDIDATE, candidatesFor } from './candidates.js';
import type { Unreached } from './dispatch.js';
import { answeredBy } from './answered-by.js';
import { askIsOver, dueFor } from './due.js';
import { aboutPersons, type AboutPersons } from './about-persons.js';
import { MailRecipients, type RecipientToSend } from './recipients.js';
import { UnsubscribeLinks } from '../unsubscribe-links.js';

export interface MailParty {
  name: string;
  address: string;
}

/** Everything that a mail may say: no text of the case, no score, no name but the recipient's. */
export interface MailToSend extends AboutPersons {
  id: string;
  notice: NoticeName;
  language: Language;
  to: MailParty[];
  copy: MailParty[];
  /** Each of them, with what became of it for them so far. */
  recipients: RecipientToSend[];
  /** Whether OHCHR knows of the case. */
  submitted: boolean;
  /** For which roles those in copy get it. */
  copiedAs: Role[];
  /** What kind of case it is about. */
  about: 'request' | 'post';
  ref: string;
  /** Names of the countries, in the language of the mail. */
  countries: string[];
  dueOn: Day | null;
  /** Which party has answered, where that is told: an office or an agency, no person. */
  who?: string | null;
  /** For which role the recipient is told. */
  as: Role;
  /** What the clock waits for, where the mail is about one. */
  task: Task | PostTask | null;
  /** The decision letter, which goes with the mail as a document. */
  letter: Letter | null;
  /** When that happened of which it tells, by the clock of the system. */
  toldAt: Date;
  /** Its reader wants no HTML. */
  plain: boolean;
  /** The secret of the link that ends mails of this kind; null where they cannot be ended. */
  unsubscribe: string | null;
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
  brokenOff: number;
  /** Of a consultation, the parties that this mail itself asks. */
  asked: string[];
  plain: boolean | null;
}

/** After so many workers have ended in the middle of a mail, it is the likely cause, and is parked. */
export const MOST_BROKEN_OFF = 5;
const BROKEN_OFF = `Not sent: ${MOST_BROKEN_OFF} times the program that sends mail ended in the middle of it. Somebody has to look at it before it is tried again.`;

/** The tries are numbered; a mail whose sending was broken off by the death of a worker is taken again. */
const CLAIM = `
  WITH taken AS (
    UPDATE mail SET status = 'sending', attempts = attempts + 1, broken_off = broken_off + (status = 'sending')::integer
    WHERE id = $1 AND status IN ('queued', 'sending') AND case_id IS NOT NULL
    RETURNING id, outbox_id, case_id, notice, language, person_id, recipient, to_addresses || copy_addresses AS addresses, broken_off, parties
  )
  SELECT t.id, t.broken_off AS "brokenOff", t.parties AS asked, t.case_id AS "caseId", t.recipient, t.notice, t.language, o.parties, o.person_id AS "personId", o.clock_key AS "clockKey", o.ledger_key AS "ledgerKey",
    o.created_at AS "toldAt", r.facts, (SELECT s.plain FROM notice_setting s WHERE s.person_id = t.person_id) AS plain,
    (SELECT jsonb_agg(${CANDIDATE} ORDER BY p.id) FROM person p
      WHERE CASE WHEN t.person_id IS NULL THEN p.email = ANY(t.addresses) ELSE p.id = t.person_id END) AS people, ${UNHURRIED} AS unhurried
  FROM taken t JOIN outbox o ON o.id = t.outbox_id JOIN ${ALL_CASES} r ON r.id = t.case_id`;

/**
 * What became of a mail, and of its readers of whom nothing is known yet. What a digest told stands on each case as a mail,
 * with what became of it; a digest that is sent again is one mail, so these are never sent by themselves.
 */
const SETTLE = `
  WITH settled AS (
    UPDATE mail SET status = $2, problem = $3, subject = coalesce($4, subject), handed_at = CASE WHEN $2 = 'sent' THEN $5::timestamptz END
    WHERE id = $1 AND status IN ('queued', 'sending') RETURNING id, apart, attempts
  ), readers AS (
    UPDATE mail_recipient r SET state = CASE WHEN $2 = 'sent' AND $3::text IS NULL THEN 'sent' WHEN $2 = 'refused' THEN 'refused' ELSE 'failed' END, problem = $3,
      handed_at = CASE WHEN $2 = 'sent' AND $3::text IS NULL THEN $5::timestamptz ELSE r.handed_at END
    FROM settled WHERE r.mail_id = settled.id AND r.state = 'queued'
  ), told AS (
    UPDATE notice_entry e SET way = 'mail' FROM settled WHERE settled.apart = 'digest' AND e.digest_id = settled.id RETURNING e.*, settled.attempts
  )
  INSERT INTO mail (outbox_id, case_id, notice, recipient, person_id, to_addresses, parties, language, status, attempts, problem, created_at, handed_at)
  SELECT t.outbox_id, t.case_id, t.notice, t.person_id::text, t.person_id, ARRAY[p.email], t.parties, p.language, $2, t.attempts, $3, $5::timestamptz, CASE WHEN $2 = 'sent' THEN $5::timestamptz END
  FROM told t JOIN person p ON p.id = t.person_id ORDER BY t.outbox_id
  ON CONFLICT (outbox_id, recipient) DO UPDATE SET status = excluded.status, problem = excluded.problem, attempts = excluded.attempts, handed_at = excluded.handed_at
    WHERE mail.status IN ('refused', 'failed', 'bounced')`;
const LATER = `UPDATE mail SET status = 'queued', problem = $2 WHERE id = $1 AND status = 'sending'`;
const NOT_ANY_MORE = 'Not sent: when it could be sent, its reader was no longer somebody who may open the case.';
const LINK_IS_OVER =
  'Not sent: when it could be sent, the last day of its link had passed. Asking again gives a link with days of its own.';
const UNREACHED = `
  SELECT r.ref, array_agg(DISTINCT p.party) AS parties, min(t.problem) AS problem
  FROM mail t JOIN request r ON r.id = t.case_id CROSS JOIN LATERAL unnest(t.parties) AS p(party)
  WHERE t.id = $1 AND t.status IN ('refused', 'failed', 'bounced') AND NOT EXISTS (
    SELECT FROM mail m WHERE m.outbox_id = t.outbox_id AND p.party = ANY(m.parties) AND m.status NOT IN ('refused', 'failed', 'bounced'))
  GROUP BY r.ref`;
/** Parties that are waited for, that every mail of the last asking failed to reach, and of whom that is not recorded: its worker died between the two. What still waits to be told may reach them. */
const UNRECORDED = `
  WITH gone AS (
    SELECT DISTINCT m.case_id, p.party FROM mail m CROSS JOIN LATERAL unnest(m.parties) AS p(party)
    WHERE m.parties <> '{}' AND m.status IN ('refused', 'failed', 'bounced')
  ), asking AS (
    SELECT g.case_id, g.party, (SELECT max(m.outbox_id) FROM mail m
      WHERE m.case_id = g.case_id AND m.parties <> '{}' AND g.party = ANY(m.parties)) AS outbox_id FROM gone g
  )
  SELECT r.ref, array_agg(DISTINCT a.party) AS parties, min(m.problem) AS problem
  FROM asking a JOIN request r ON r.id = a.case_id
    JOIN mail m ON m.case_id = a.case_id AND m.outbox_id = a.outbox_id AND a.party = ANY(m.parties)
  WHERE EXISTS (SELECT FROM jsonb_array_elements((r.facts -> 'consultation') || coalesce(r.facts -> 'endorsers', '[]')) AS c
      WHERE c ->> 'key' = a.party AND c ->> 'state' IN ('awaited', 'asked') AND NOT c ? 'unreached')
    AND NOT EXISTS (SELECT FROM mail o WHERE o.case_id = a.case_id AND o.outbox_id = a.outbox_id AND o.parties <> '{}'
      AND a.party = ANY(o.parties) AND o.status NOT IN ('refused', 'failed', 'bounced'))
    AND NOT EXISTS (SELECT FROM outbox w WHERE w.case_id = a.case_id AND w.dispatched_at IS NULL)
  GROUP BY r.ref ORDER BY r.ref LIMIT $1`;
const UNRECORDED_AT_ONCE = 100;

/** Mails on their way: taken to be sent, and what became of them. */
export class Mails {
  private readonly links: AnswerLinks;
  private readonly recipients: MailRecipients;
  private readonly unsubscribeLinks: UnsubscribeLinks;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: Pick<ReferenceData, 'countryName' | 'regionName' | 'clocks' | 'calendars'>,
  ) {
    this.links = new AnswerLinks(pool, clock, reference);
    this.recipients = new MailRecipients(pool, clock);
    this.unsubscribeLinks = new UnsubscribeLinks(pool);
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
    if (claimed.brokenOff >= MOST_BROKEN_OFF) return this.park(id);
    const among = await this.people(claimed);
    const reach = ownPart(claimed, reachOf(claimed, among, this.reference));
    if (reach === null || isOver(claimed, reach) || isTooLate(claimed, this.clock.now()))
      await this.pool.query('DELETE FROM mail WHERE id = $1', [id]);
    else if (reach.to.length === 0) await this.settle(id, { status: 'failed', problem: NOT_ANY_MORE });
    else if (linkIsOver(claimed, reach, this.clock.now()))
      await this.settle(id, { status: 'failed', problem: LINK_IS_OVER });
    else return this.toSend(claimed, reach, among);
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
    const values = [id, status, problem, subject, this.clock.now()];
    await this.pool.query({ name: 'settle-mail', text: SETTLE, values });
  }

  /** Gives up a mail in the middle of which too many workers ended. */
  async park(id: string): Promise<null> {
    await this.settle(id, { status: 'failed', problem: BROKEN_OFF });
    return null;
  }

  /** Records why a mail has to be tried again later. */
  async later(id: string, problem: string): Promise<void> {
    await this.pool.query({ name: 'mail-later', text: LATER, values: [id, problem] });
  }

  /** Among whom its reader is looked for. Who holds a clock and who is above them is told only beside each other. */
  private people(claimed: Claimed): Promise<Candidate[]> | Candidate[] {
    return claimed.clockKey === null ? (claimed.people ?? []) : candidatesFor(this.pool, [claimed], this.clock.now());
  }

  private async toSend(claimed: Claimed, reach: Reach, among: Candidate[]): Promise<MailToSend> {
    const { facts, language, notice } = claimed;
    const { to, copy } = reach;
    const first = to[0]!;
    const clock = clockTold(claimed) ?? null;
    const told = caseTold(facts);
    const byLink = first.as === 'consultee' || first.as === 'endorser';
    const token = byLink && !isPost(facts) ? await this.links.make(facts, first.person.id) : null;
    const unsubscribe =
      claimed.recipient === first.person.id && !byLink
        ? await this.unsubscribeLinks.make(first.person.id, noticeRule(notice).group)
        : null;
    return {
      ...(token ? { token } : {}),
      ...aboutPersons(claimed, first, among),
      plain: claimed.plain === true,
      unsubscribe,
      id: claimed.id,
      notice,
      language,
      to: to.map(party),
      copy: copy.map(party),
      recipients: await this.recipients.enter(claimed.id, to, copy),
      submitted: isPost(facts) || facts.version > 0,
      copiedAs: [...new Set(copy.map((c) => c.as))],
      about: told.noun,
      ref: told.ref,
      countries: told.countries.map((c) => this.reference.countryName(c, language)),
      dueOn: dueIn(claimed, first),
      who: answeredBy(claimed, language),
      as: first.as,
      task: clock && told.task(clock),
      letter: noticeRule(notice).letter && !isPost(facts) ? letterOf(facts, claimed.toldAt) : null,
      toldAt: claimed.toldAt,
    };
  }
}

/** The day by which the reader of a mail has to act. */
const dueIn = (claimed: Claimed, first: Addressee): Day | null =>
  dayOfClock(claimed) ?? dueFor(caseTold(claimed.facts), claimed.notice, first);

/** After so long without a mail server what was asked for may have been done: it is not asked for once more. */
const LATE_MS = 3_600_000;
const isTooLate = ({ toldAt, facts, notice }: Claimed, now: Date): boolean =>
  now.getTime() - toldAt.getTime() > LATE_MS && askIsOver(caseTold(facts), notice);

/** Whether a mail would bring a head of agency a link that does not open any more: it waited longer than the link lasts. */
function linkIsOver(claimed: Claimed, { to }: Reach, now: Date): boolean {
  const [first] = to;
  const due = first?.as === 'endorser' ? dueIn(claimed, first) : null;
  return due !== null && due < now.toISOString().slice(0, 10);
}

/** Whether the parties that a mail asks have answered, or are asked no more: then there is nobody whom it should have reached. */
function isOver({ facts, asked }: Claimed, { to }: Reach): boolean {
  const { consulted, endorsers } = caseTold(facts);
  return to.length === 0 && asked.length > 0 && ![...consulted, ...endorsers].some(({ key }) => asked.includes(key));
}

/** A mail to one reader is for that reader alone, whoever else its notice is for. */
const ownPart = (claimed: Claimed, reach: Reach | null): Reach | null =>
  reach === null || noticeRule(claimed.notice).letter
    ? reach
    : // What was written before somebody was away still comes to them.
      { ...reach, to: [...reach.to, ...reach.stoodInFor].filter(({ person }) => person.id === claimed.recipient) };

const party = ({ person }: Addressee): MailParty => ({ name: person.name, address: person.email });

/** The letter that was told of then, though another may have followed. */
function letterOf(facts: RequestFacts, at: Date): Letter | null {
  const all = lettersOf(facts);
  return (all.find((one) => Date.parse(one.at) === at.getTime()) ?? all.at(-1))?.letter ?? null;
}
