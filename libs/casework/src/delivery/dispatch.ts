import type { Pool, PoolClient } from 'pg';
import type { Clock } from '#platform';
import {
  LANGUAGES,
  noticeRule,
  priorityOf,
  type Language,
  type NoticeName,
  type Priority,
  type RequestEvent,
} from '#domain';
import { ALL_CASES } from '../all-cases.js';
import { candidatesFor } from './candidates.js';
import { caseTold } from './case-told.js';
import { ENTER, entryFor, leftOut, settingsOf, type NewEntry } from './entries.js';
import { reachOf, type Addressee, type Candidate, type PlaceNames, type Reach } from './audience.js';
import { holdMails } from './holding.js';
import { nudgedLately, type NudgedLately } from './nudged-lately.js';
import { partiesTold } from './parties-told.js';
import type { Told } from './told.js';

/** What one turn of the relay came to. */
export interface Dispatched {
  /** Rows of the outbox that were taken; fewer than asked for when none is left. */
  taken: number;
  /** Mails that were written and wait to be sent. */
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
  held: boolean;
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
  priority: Priority;
  language: Language;
  status: 'queued' | 'failed';
  problem: string | null;
}

const BATCH = 100;

const TAKE = `
  SELECT o.id, o.case_id AS "caseId", o.notice, o.person_id AS "personId", o.clock_key AS "clockKey",
    o.ledger_key AS "ledgerKey", o.parties, o.held, r.facts, r.ref
  FROM outbox o JOIN ${ALL_CASES} r ON r.id = o.case_id
  WHERE o.dispatched_at IS NULL ORDER BY o.id LIMIT $1
  FOR UPDATE OF o SKIP LOCKED`;

const WRITE = `
  WITH written AS (
    INSERT INTO mail (outbox_id, case_id, notice, recipient, person_id, to_addresses, copy_addresses, addresses, parties, priority, language, status, problem, created_at)
    SELECT m.outbox_id, m.case_id, m.notice, m.recipient, m.person_id, ARRAY(SELECT jsonb_array_elements_text(m.to_addresses)),
      ARRAY(SELECT jsonb_array_elements_text(m.copy_addresses)), ARRAY(SELECT DISTINCT lower(a) FROM jsonb_array_elements_text(m.to_addresses || m.copy_addresses) AS a),
      m.parties, m.priority, m.language, m.status, m.problem, $2::timestamptz
    FROM jsonb_to_recordset($1::jsonb) AS m(outbox_id bigint, case_id uuid, notice text, recipient text, person_id uuid,
      to_addresses jsonb, copy_addresses jsonb, parties text[], priority smallint, language text, status text, problem text)
    ON CONFLICT (outbox_id, recipient) DO NOTHING
    RETURNING id, outbox_id, status
  ), entered AS (${ENTER}
  ), done AS (
    UPDATE outbox SET dispatched_at = $2 WHERE id = ANY($3::bigint[])
  )
  SELECT id, outbox_id AS line FROM written WHERE status = 'queued' ORDER BY id`;

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
  priority: priorityOf(line.notice),
  language: 'en',
  status: 'queued',
  problem: null,
  ...more,
});

/** What is known from the database when rows of the outbox are turned into mails. */
interface Known {
  people: Candidate[];
  lately: NudgedLately;
}
/** What a row of the outbox comes to. */
interface Written {
  mails: NewMail[];
  entries: NewEntry[];
}

function mailTo(line: OutboxLine, { person, as }: Addressee, parties: string[]): NewMail {
  return newMail(line, person.id, {
    // Whoever is asked by name has no account.
    person_id: as === 'consultee' || as === 'endorser' ? null : person.id,
    to_addresses: [person.email],
    parties,
    language: languageOf(person),
  });
}

function written(line: OutboxLine, { people, lately }: Known, at: string, names: PlaceNames): Written {
  const reach = lately.without(line, reachOf(line, people, names));
  if (!reach) return { mails: [], entries: [] };
  const { to, copy, unreached } = reach;
  const failed = unreached.map((problem, i) => {
    const party = reach.unreachedParties[i];
    return newMail(line, `nobody ${i + 1}`, { status: 'failed', problem, parties: party ? [party] : [] });
  });
  const told = [...to, ...copy].map((addressee) => {
    const parties = partiesTold(line, addressee);
    const settings = settingsOf(addressee.person.wishes ?? null);
    const entry = entryFor(line, addressee, parties, settings, at);
    return { entry, mail: entry === null || entry.way === 'mail' ? mailTo(line, addressee, parties) : null };
  });
  const left = reach.stoodInFor.map((away) => leftOut(line, away));
  const entries = [...told.map(({ entry }) => entry).filter((entry) => entry !== null), ...left];
  const letter = noticeRule(line.notice).letter ? letterTo(line, reach) : null;
  const each = letter ?? told.map(({ mail }) => mail).filter((mail) => mail !== null);
  return { mails: [...each, ...failed], entries };
}

function letterTo(line: OutboxLine, { to, copy }: Reach): NewMail[] {
  if (to.length === 0) return [];
  const letter = { to_addresses: addresses(to), copy_addresses: addresses(copy) };
  return [newMail(line, 'letter', { ...letter, language: caseTold(line.facts).language })];
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
    const known = lines.filter((line) => isKnown(line.notice));
    const people = await candidatesFor(client, known, now);
    const lately = await nudgedLately(client, known);
    const all = lines.map((line) => this.written(line, { people, lately }, now.toISOString()));
    const mails = all.flatMap((one) => one.mails);
    const entries = JSON.stringify(all.flatMap((one) => one.entries));
    const values = [JSON.stringify(mails), now, lines.map((line) => line.id), entries];
    const { rows } = await client.query<{ id: string; line: string }>({ name: 'write-mails', text: WRITE, values });
    const wait = lines.filter(({ held }) => held).map(({ id }) => id);
    const held = rows.filter(({ line }) => wait.includes(line)).map(({ id }) => id);
    if (held.length) await holdMails(client, held, now.toISOString());
    return { taken: lines.length, mails: rows.map((row) => row.id), unreached: unreachedOf(lines, mails) };
  }

  /** One row that cannot be understood must not hold up all that come after it: it is shown on its case instead. */
  private written(line: OutboxLine, from: Known, at: string): Written {
    try {
      if (!isKnown(line.notice)) throw new Error(`this system knows no notice “${line.notice}”.`);
      return written(line, from, at, this.names);
    } catch (error) {
      const problem = `Nobody could be told: ${(error as Error).message}`;
      const mail = { ...UNKNOWN, outbox_id: line.id, case_id: line.caseId, notice: line.notice, problem };
      return { mails: [mail], entries: [] };
    }
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
  'recipient' | 'person_id' | 'to_addresses' | 'copy_addresses' | 'parties' | 'priority' | 'language' | 'status'
> = {
  recipient: 'nobody 1',
  person_id: null,
  to_addresses: [],
  copy_addresses: [],
  parties: [],
  priority: 3,
  language: 'en',
  status: 'failed',
};
const isKnown = (notice: NoticeName): boolean => noticeRule(notice) !== undefined;
