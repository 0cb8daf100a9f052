import type { Pool } from 'pg';
import { replyAudiencesOf, type Actor, type NoticeName, type ReplyAudience, type Role } from '#domain';
import { ALL_CASES } from '../all-cases.js';
import { type AnyFacts } from '../delivery/case-told.js';
import type { MessageFile } from '../entities/case-message.js';
import { replyReader } from './answered-mail.js';

/** What somebody wrote by mail about a case. */
export interface CaseMessage {
  id: string;
  audience: ReplyAudience;
  text: string;
  /** All of the mail, with what it quotes. */
  whole: string;
  subject: string;
  by: string;
  role: Role | null;
  notice: NoticeName | null;
  at: Date;
  files: MessageFile[];
  placedBy: string | null;
}

/** One page of them; the next begins after its last. */
export interface MessagePage {
  items: CaseMessage[];
  next: string | null;
}

const PAGE = 50;
const READ = `
  SELECT id, audience, text, whole, subject, person_name AS by, role, notice, at, files, placed_name AS "placedBy"
  FROM case_message WHERE case_id = $1 AND (audience = ANY($2) OR person_id = $3)
    AND ($4::uuid IS NULL OR (at, id) < (SELECT b.at, b.id FROM case_message b WHERE b.id = $4 AND b.case_id = $1))
  ORDER BY at DESC, id DESC LIMIT ${PAGE + 1}`;
const ANY = `
  SELECT EXISTS (SELECT FROM case_message WHERE case_id = $1 AND (audience = ANY($2) OR person_id = $3)) AS any`;
const ONE = `
  SELECT m.files, m.audience, m.person_id AS "personId", c.facts FROM case_message m JOIN ${ALL_CASES} c ON c.id = m.case_id
  WHERE m.id::text = $1`;

/** What was written by mail about cases: beside them, for those to whom it was written. */
export class CaseMessages {
  constructor(private readonly pool: Pool) {}

  /** The messages of a case that this person may read, the newest first: those for an audience of theirs, and their own. */
  async of(facts: AnyFacts, me: Actor, before: string | null = null): Promise<MessagePage> {
    const reader = replyReader(me, facts);
    if (!reader.sees) return { items: [], next: null };
    const values = [facts.id, replyAudiencesOf(me, reader), me.id, before];
    const { rows } = await this.pool.query<CaseMessage>({ name: 'case-messages', text: READ, values });
    const items = rows.slice(0, PAGE);
    return { items, next: rows.length > PAGE ? items.at(-1)!.id : null };
  }

  /** Whether there is a message of a case that this person may read. */
  async any(facts: AnyFacts, me: Actor): Promise<boolean> {
    const reader = replyReader(me, facts);
    if (!reader.sees) return false;
    const values = [facts.id, replyAudiencesOf(me, reader), me.id];
    return (await this.pool.query<{ any: boolean }>({ name: 'any-case-message', text: ANY, values })).rows[0]!.any;
  }

  /** A file of a message, by its place; null where there is none for this person. */
  async file(id: string, index: number, me: Actor): Promise<Extract<MessageFile, { key: string }> | null> {
    const { rows } = await this.pool.query<{
      files: MessageFile[];
      audience: ReplyAudience;
      personId: string | null;
      facts: AnyFacts;
    }>({ name: 'case-message', text: ONE, values: [id] });
    const found = rows[0];
    if (!found) return null;
    const reader = replyReader(me, found.facts);
    const own = found.personId === me.id;
    const file = found.files[index];
    if (!reader.sees || !(own || replyAudiencesOf(me, reader).includes(found.audience))) return null;
    return file && 'key' in file ? file : null;
  }
}
