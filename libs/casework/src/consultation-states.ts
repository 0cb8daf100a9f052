import type { Pool } from 'pg';
import type { Connection } from './transaction.js';
import type { Clock } from '#platform';
import { roundOfAsking, type Consultee, type RequestFacts } from '#domain';
import type { MailStatus } from './entities/mail.js';

/** How far one party is, from the question on its way to the answer. */
export const PARTY_STATES = ['notSent', 'sent', 'bounced', 'read', 'answered', 'silent', 'withdrawn'] as const;
export type PartyState = (typeof PARTY_STATES)[number];

/** The last mails that asked one party, by what became of them. */
export interface PartyMails {
  party: string;
  statuses: MailStatus[];
  at: Date;
  /** The words of the mail server. */
  problem: string | null;
}
export interface PartyReading {
  party: string;
  round: number;
  at: Date;
  by: string;
}
export interface PartyStanding {
  state: PartyState;
  /** When it came to that, where that is known. */
  at: Date | null;
  /** Who read it. */
  readBy: string | null;
  problem: string | null;
}

const GONE: readonly MailStatus[] = ['refused', 'failed', 'bounced'];

/** What became of the mails that ask somebody. */
export function wentOut({ statuses }: Pick<PartyMails, 'statuses'>): 'notSent' | 'sent' | 'bounced' {
  if (statuses.includes('sent')) return 'sent';
  return statuses.every((s) => GONE.includes(s)) ? 'bounced' : 'notSent';
}

/** Where one party stands. An answer says more than that it was read, and that more than that it was sent. */
export function standingOf(
  c: Consultee,
  mails: PartyMails | undefined,
  reading: PartyReading | undefined,
): PartyStanding {
  const is = (state: PartyState, at: Date | null = null): PartyStanding => ({
    state,
    at,
    readBy: reading?.by ?? null,
    problem: null,
  });
  if (c.state === 'answered') return is('answered', new Date(c.advice!.at));
  if (c.state === 'silent' || c.state === 'withdrawn') return is(c.state);
  if (reading) return is('read', reading.at);
  if (!mails) return is('notSent');
  const out = wentOut(mails);
  if (out === 'bounced') return { ...is('bounced', mails.at), problem: mails.problem };
  return is(out, out === 'sent' ? mails.at : null);
}

/** The mails of the last notice that asked each party, and who has read what they are asked; $1 the case. */
const READ = `
  WITH asking AS (
    SELECT p.party, max(m.outbox_id) AS outbox_id FROM mail m CROSS JOIN LATERAL unnest(m.parties) AS p(party)
    WHERE m.case_id = $1 AND m.parties <> '{}' GROUP BY p.party
  )
  SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('party', x.party, 'statuses', x.statuses, 'at', x.at, 'problem', x.problem)), '[]') FROM (
      SELECT a.party, array_agg(m.status) AS statuses, max(coalesce(m.handed_at, m.created_at)) AS at, min(m.problem) AS problem
      FROM asking a JOIN mail m ON m.outbox_id = a.outbox_id AND m.case_id = $1 AND a.party = ANY(m.parties) GROUP BY a.party) x) AS mails,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('party', c.party, 'round', c.round, 'at', c.at, 'by', c.by_name)), '[]')
      FROM consultation_reading c WHERE c.case_id = $1) AS readings`;
const NOTE = `
  INSERT INTO consultation_reading (case_id, party, round, at, by_name)
  SELECT $1, p.party, p.round, $3, $4 FROM jsonb_to_recordset($2::jsonb) AS p(party text, round integer)
  ON CONFLICT DO NOTHING`;

interface Found {
  mails: (Omit<PartyMails, 'at'> & { at: string })[];
  readings: (Omit<PartyReading, 'at'> & { at: string })[];
}

/** What is known of those who are asked on a case, besides its record. */
interface News {
  mails: PartyMails[];
  readings: PartyReading[];
}
const dated = <T extends { at: string }>(x: T) => ({ ...x, at: new Date(x.at) });
/** What became of the last mails to each who is asked on a case, and who has read what they are asked. */
export async function newsOf(pool: Connection, caseId: string): Promise<News> {
  const { rows } = await pool.query<Found>({ name: 'consultation-states', text: READ, values: [caseId] });
  const { mails, readings } = rows[0]!;
  return { mails: mails.map(dated), readings: readings.map(dated) };
}
/** Notes that these have read what they are asked; once for each time of asking. */
export async function noteRead(
  pool: Connection,
  caseId: string,
  what: { party: string; round: number }[],
  at: Date,
  by: string,
): Promise<void> {
  await pool.query({ name: 'note-reading', text: NOTE, values: [caseId, JSON.stringify(what), at, by] });
}

/** How far each party of a consultation is. */
export class ConsultationStates {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** The standing of each party, by key. */
  async of(facts: RequestFacts): Promise<Map<string, PartyStanding>> {
    const { mails, readings } = await newsOf(this.pool, facts.id);
    return new Map(
      facts.consultation.map((c) => {
        const sent = mails.find((m) => m.party === c.key);
        const read = readings.find((r) => r.party === c.key && r.round === roundOfAsking(c));
        return [c.key, standingOf(c, sent, read)];
      }),
    );
  }

  /** Notes that these parties have read what they are asked; once for each time of asking. */
  async noteReading(facts: RequestFacts, parties: readonly Consultee[], by: string): Promise<void> {
    const open = parties.filter((c) => c.state === 'awaited' || c.state === 'silent');
    if (open.length === 0) return;
    const what = open.map((c) => ({ party: c.key, round: roundOfAsking(c) }));
    await noteRead(this.pool, facts.id, what, this.clock.now(), by);
  }
}
