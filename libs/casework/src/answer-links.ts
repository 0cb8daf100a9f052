import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Clock } from '#platform';
import {
  addWorkingDays,
  dayForAdvice,
  dayOf,
  endOf,
  endorsersOf,
  homeOf,
  type AnswerLink,
  type RequestFacts,
} from '#domain';
import type { ReferenceData } from './reference-data.js';

/** A link as somebody opened it, with the case that it is about. */
export interface OpenedLink extends AnswerLink {
  facts: RequestFacts;
  revision: number;
}

const MAKE = `
  INSERT INTO consultation_link (hash, case_id, party, number, created_at, expires_at)
  VALUES ($1::bytea, $2::uuid, $3::text, $4::integer, $5::timestamptz, $6::timestamptz)`;
const FIND = `
  SELECT l.party, l.number, to_char(l.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "expiresAt", r.facts, r.revision
  FROM consultation_link l JOIN request r ON r.id = l.case_id WHERE l.hash = $1`;
/** 32 random bytes, as an address takes them. */
const TOKEN = /^[\w-]{43}$/;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Links by which somebody answers who is asked by name. The secret is in the mail alone; what is kept is its hash. */
export class AnswerLinks {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: Pick<ReferenceData, 'clocks' | 'calendars'>,
  ) {}

  /** Makes the link for a mail that is about to go out: every mail has its own, so that no secret has to be kept. */
  async make(facts: RequestFacts, personId: string): Promise<string | null> {
    const now = this.clock.now();
    const link = this.endorsing(facts, personId) ?? this.consulting(facts, personId, now);
    if (!link) return null;
    const token = randomBytes(32).toString('base64url');
    const values = [hashOf(token), facts.id, link.party, link.number, now, link.expiresAt];
    await this.pool.query({ name: 'make-answer-link', text: MAKE, values });
    return token;
  }

  /** The link of a head of agency, open until the last day that they were given. */
  private endorsing(facts: RequestFacts, id: string): AnswerLink | null {
    const endorser = endorsersOf(facts).find((e) => e.id === id);
    return endorser ? { party: endorser.key, number: endorser.link, expiresAt: endOf(endorser.until) } : null;
  }

  /** The link of somebody who is asked for advice, open for some days after that for the advice: what comes then is late. */
  private consulting(facts: RequestFacts, id: string, now: Date): AnswerLink | null {
    const consultee = facts.consultation.find((c) => c.named?.id === id);
    if (!consultee) return null;
    const { clocks, calendars } = this.reference;
    const calendar = calendars.of(calendars.stationFor({ holder: 'consultee', personId: id }, homeOf(facts)));
    const due = dayForAdvice(facts, consultee.key) ?? dayOf(now.toISOString());
    const expiresAt = endOf(addWorkingDays(due, clocks.linkLateDays, calendar));
    return { party: consultee.key, number: consultee.named!.link, expiresAt };
  }

  /** What a link leads to; null for one that was never sent. */
  async find(token: string): Promise<OpenedLink | null> {
    if (!TOKEN.test(token)) return null;
    const { rows } = await this.pool.query<OpenedLink>({ name: 'answer-link', text: FIND, values: [hashOf(token)] });
    return rows[0] ?? null;
  }
}
