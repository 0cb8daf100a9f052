import type { Pool, PoolClient } from 'pg';
import type { Clock } from '#platform';
import { LANGUAGES, noticeRule, type Language, type NoticeName, type RequestEvent } from '#domain';
import { ALL_CASES } from '../all-cases.js';
import { dayAt, inForceAt } from '../assignments-in-force.js';
import { conflictsOn } from '../registered-on.js';
import { caseTold, placesTold } from './case-told.js';
import {
  partiesTold,
  personsAsked,
  reachOf,
  rolesAsked,
  type Addressee,
  type Candidate,
  type PlaceNames,
  type Told,
} from './audience.js';

/** What one turn of the relay came to. */
export interface Dispatched {
  /** Rows of the outbox that were taken; fewer than asked for when none is left. */
  taken: number;
  /** Mails that wait to be sent. */
  mails: string[];
  /** Parties of a consultation for whom there is nobody to be written to. */
  unreached: Unreached[];
}

/** Parties that no mail reaches. */
export interface Unreached {
  ref: string;
  parties: string[];
  problem: string;
}

/** The step by which a case learns that no mail reaches somebody: those who endorse are their office's to reach, all others OHCHR's. */
export function unreachedSteps({ ref, parties, problem }: Unreached): { ref: string; event: RequestEvent }[] {
  const endorsers = parties.filter((key) => key.startsWith('endorser:'));
  const others = parties.filter((key) => !endorsers.includes(key));
  return [
    ...(endorsers.length ? [{ ref, event: { type: 'RECORD_ENDORSER_UNREACHED' as const, endorsers, problem } }] : []),
    ...(others.length ? [{ ref, event: { type: 'RECORD_UNREACHED' as const, parties: others, problem } }] : []),
  ];
}

interface OutboxLine extends Told {
  id: string;
  caseId: string;
  ref: string;
}
interface NewMail {
  outbox_id: string;
  case_id: string;
  notice: NoticeName;
  recipient: string;
  person_id: string | null;
  to_addresses: string[];
  copy_addresses: string[];
  parties: string[];
  language: Language;
  status: 'queued' | 'failed';
  problem: string | null;
}

const BATCH = 100;

const TAKE = `
  SELECT o.id, o.case_id AS "caseId", o.notice, o.person_id AS "personId", o.clock_key AS "clockKey",
    o.ledger_key AS "ledgerKey", o.parties, r.facts, r.ref
  FROM outbox o JOIN ${ALL_CASES} r ON r.id = o.case_id
  WHERE o.dispatched_at IS NULL ORDER BY o.id LIMIT $1
  FOR UPDATE OF o SKIP LOCKED`;

/** $2 is the moment; the alias of the table of persons is p. */
export const CANDIDATE = `jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'language', p.language, 'conflicts', ${conflictsOn(dayAt('$2'))}, 'assignments', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('role', s.role, 'regions', s.regions, 'countries', s.countries, 'office', s.office, 'actingForId', s.acting_for_id) ORDER BY s.id), '[]')
    FROM assignment s WHERE s.person_id = p.id AND ${inForceAt('s', '$2')}))`;

const PEOPLE = `
  SELECT ${CANDIDATE} AS person
  FROM person p WHERE p.id = ANY($1::uuid[]) OR p.id IN (
    SELECT s.person_id FROM assignment s
    WHERE s.role = ANY($3) AND ${inForceAt('s', '$2')}
      AND (s.countries && $4 OR s.regions && $5 OR (s.countries = '{}' AND s.regions = '{}')))
  ORDER BY p.id`;

const WRITE = `
  WITH written AS (
    INSERT INTO mail (outbox_id, case_id, notice, recipient, person_id, to_addresses, copy_addresses, parties, language, status, problem, created_at)
    SELECT m.outbox_id, m.case_id, m.notice, m.recipient, m.person_id, ARRAY(SELECT jsonb_array_elements_text(m.to_addresses)),
      ARRAY(SELECT jsonb_array_elements_text(m.copy_addresses)), m.parties, m.language, m.status, m.problem, $2::timestamptz
    FROM jsonb_to_recordset($1::jsonb) AS m(outbox_id bigint, case_id uuid, notice text, recipient text, person_id uuid,
      to_addresses jsonb, copy_addresses jsonb, parties text[], language text, status text, problem text)
    ON CONFLICT (outbox_id, recipient) DO NOTHING
    RETURNING id, status
  ), done AS (
    UPDATE outbox SET dispatched_at = $2 WHERE id = ANY($3::bigint[])
  )
  SELECT id FROM written WHERE status = 'queued' ORDER BY id`;

/** The language in which somebody is written to. */
export const languageOf = (person: Pick<Candidate, 'language'>): Language =>
  Object.hasOwn(LANGUAGES, person.language) ? (person.language as Language) : 'en';

const addresses = (list: Addressee[]): string[] => list.map(({ person }) => person.email);

const newMail = (line: OutboxLine, recipient: string, more: Partial<NewMail>): NewMail => ({
  outbox_id: line.id,
  case_id: line.caseId,
  notice: line.notice,
  recipient,
  person_id: null,
  to_addresses: [],
  copy_addresses: [],
  parties: [],
  language: 'en',
  status: 'queued',
  problem: null,
  ...more,
});

function mailsFor(line: OutboxLine, people: Candidate[], names: PlaceNames): NewMail[] {
  const reach = reachOf(line, people, names);
  if (!reach) return [];
  const of = (recipient: string, more: Partial<NewMail>) => newMail(line, recipient, more);
  const { to, copy, unreached } = reach;
  const failed = unreached.map((problem, i) => {
    const party = reach.unreachedParties[i];
    return of(`nobody ${i + 1}`, { status: 'failed', problem, parties: party ? [party] : [] });
  });
  if (noticeRule(line.notice).letter) {
    const letter = {
      to_addresses: addresses(to),
      copy_addresses: addresses(copy),
      language: caseTold(line.facts).language,
    };
    return [...(to.length ? [of('letter', letter)] : []), ...failed];
  }
  const each = to.map((addressee) => {
    const { person, as } = addressee;
    return of(person.id, {
      // Whoever is asked by name has no account.
      person_id: as === 'consultee' || as === 'endorser' ? null : person.id,
      to_addresses: [person.email],
      parties: partiesTold(line, addressee),
      language: languageOf(person),
    });
  });
  return [...each, ...failed];
}

/** Turns what steps have to tell into one mail for each person, from the assignments that are in force at this moment. */
export class Outbox {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly names: PlaceNames,
  ) {}

  /** Takes waiting rows that no other relay has, oldest first, and writes their mails: all of it, or nothing. */
  async dispatch(most = BATCH): Promise<Dispatched> {
    const client = await this.pool.connect();
    // The query under way tells that the connection broke; without a listener, telling it here as well would end the process.
    const broken = (): void => undefined;
    client.on('error', broken);
    let failure: Error | undefined;
    try {
      await client.query('BEGIN');
      const dispatched = await this.turn(client, most);
      await client.query('COMMIT');
      return dispatched;
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      client.off('error', broken);
      // A connection that failed is closed, not used again: the server then takes back what was begun.
      client.release(failure);
    }
  }

  private async turn(client: PoolClient, most: number): Promise<Dispatched> {
    const now = this.clock.now();
    const { rows: lines } = await client.query<OutboxLine>({ name: 'take-outbox', text: TAKE, values: [most] });
    if (lines.length === 0) return { taken: 0, mails: [], unreached: [] };
    const people = await this.people(client, lines, now);
    const mails = lines.flatMap((line) => this.mails(line, people));
    const values = [JSON.stringify(mails), now, lines.map((line) => line.id)];
    const { rows } = await client.query<{ id: string }>({ name: 'write-mails', text: WRITE, values });
    return { taken: lines.length, mails: rows.map((row) => row.id), unreached: unreachedOf(lines, mails) };
  }

  /** One row that cannot be understood must not hold up all that come after it: it is shown on its case instead. */
  private mails(line: OutboxLine, people: Candidate[]): NewMail[] {
    try {
      if (!isKnown(line.notice)) throw new Error(`this system knows no notice “${line.notice}”.`);
      return mailsFor(line, people, this.names);
    } catch (error) {
      const problem = `Nobody could be told: ${(error as Error).message}`;
      return [{ ...UNKNOWN, outbox_id: line.id, case_id: line.caseId, notice: line.notice, problem }];
    }
  }

  private async people(client: PoolClient, lines: OutboxLine[], now: Date): Promise<Candidate[]> {
    const known = lines.filter((line) => isKnown(line.notice));
    const all = <T>(of: (line: OutboxLine) => readonly T[]): T[] => [...new Set(known.flatMap(of))];
    const where = (key: 'countries' | 'regions') => all<string>(({ facts }) => placesTold(facts, key));
    const values = [all(personsAsked), now.toISOString(), all(rolesAsked), where('countries'), where('regions')];
    const { rows } = await client.query<{ person: Candidate }>({ name: 'candidates', text: PEOPLE, values });
    return rows.map((row) => row.person);
  }
}

/** Of the mails that could be written to nobody, those that were to ask a party for advice. */
const unreachedOf = (lines: OutboxLine[], mails: NewMail[]): Unreached[] =>
  mails
    .filter((mail) => mail.status === 'failed' && mail.parties.length > 0)
    .map(({ outbox_id, parties, problem }) => ({
      ref: lines.find((line) => line.id === outbox_id)!.ref,
      parties,
      problem: problem ?? '',
    }));

const UNKNOWN: Pick<
  NewMail,
  'recipient' | 'person_id' | 'to_addresses' | 'copy_addresses' | 'parties' | 'language' | 'status'
> = {
  recipient: 'nobody 1',
  person_id: null,
  to_addresses: [],
  copy_addresses: [],
  parties: [],
  language: 'en',
  status: 'failed',
};
const isKnown = (notice: NoticeName): boolean => noticeRule(notice) !== undefined;
