import type { Pool } from 'pg';
import {
  refuse,
  refuseFields,
  REPLY_AUDIENCES,
  replyNotice,
  required,
  type Actor,
  type Refusal,
  type ReplyAudience,
} from '#domain';
import { readMail, spokenIn, type Clock, type FileStore, type UploadLimits } from '#platform';
import { ALL_CASES } from '../all-cases.js';
import { isPost, type AnyFacts } from '../delivery/case-told.js';
import type { InboundState } from '../entities/inbound-mail.js';
import { keepable } from '../keepable.js';
import { isAdministrator } from '../publish-framework.js';
import { InboundMails } from './inbound-mails.js';
import { keepMessageFiles } from './message-files.js';

/** What the tray shows of each kind of mail that came in. */
export const TRAY_STATES = [
  'tray',
  'automatic',
  'bounce',
  'posted',
  'answer',
  'dismissed',
] as const satisfies InboundState[];
export type TrayState = (typeof TRAY_STATES)[number];

export interface TrayLine {
  id: string;
  state: InboundState;
  from: string;
  fromName: string;
  to: string;
  subject: string;
  /** Why it is here, in words. */
  reason: string;
  ref: string | null;
  receivedAt: Date;
  settledAt: Date | null;
  settledBy: string | null;
  settledReason: string | null;
}
export interface TrayMail extends TrayLine {
  text: string;
  /** What it brings, by name. */
  files: string[];
}
/** To which case a mail is put, and for whom. */
export interface Placing {
  ref: string;
  audience: string;
  reason: string;
}

const PAGE = 50;
const LINE = `i.id, i.state, i.from_address AS "from", i.from_name AS "fromName", i.recipient AS "to", i.subject, i.reason, c.ref,
  i.received_at AS "receivedAt", i.settled_at AS "settledAt", i.settled_name AS "settledBy", i.settled_reason AS "settledReason"`;
const LIST = `SELECT ${LINE} FROM inbound_mail i LEFT JOIN ${ALL_CASES} c ON c.id = i.case_id
  WHERE i.state = $1 AND ($2::uuid IS NULL OR i.id < $2) ORDER BY i.id DESC LIMIT ${PAGE + 1}`;
const ONE = `SELECT ${LINE}, i.text, i.source FROM inbound_mail i LEFT JOIN ${ALL_CASES} c ON c.id = i.case_id WHERE i.id::text = $1`;
const COUNTS = `SELECT state, count(*)::integer AS mails FROM inbound_mail WHERE state <> 'received' GROUP BY state`;
const CASE = `SELECT id, facts FROM ${ALL_CASES} c WHERE c.ref = $1`;
const DISMISS = `
  UPDATE inbound_mail SET state = 'dismissed', settled_at = $2, settled_by = $3, settled_name = $4, settled_reason = $5
  WHERE id::text = $1 AND state IN ('tray', 'automatic')`;
/** What is with its case or its panel is read there: both are closed to administrators. */
const isClosed = ({ state }: Pick<TrayLine, 'state'>): boolean => state === 'posted' || state === 'answer';
const closed = <L extends TrayLine>(line: L): L => (isClosed(line) ? { ...line, subject: '', ref: null } : line);
const NOT_YOURS = refuse('notYourRole', 'Mails that came in are looked through by an administrator.');
const NO_MAIL = refuse('notFound', 'There is no such mail.');
const DONE = refuse('notNow', 'This mail is done with. Open it again to see what became of it.');
const NO_CASE = 'There is no request or post with this number';

/** Mails that came in and did not find their place themselves: an administrator puts them to a case, or puts them aside. */
export class InboundTray {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** The mails of one kind, the newest first, a page of them; `next` is where the next page begins. */
  async list(
    me: Actor,
    state: TrayState,
    before: string | null = null,
  ): Promise<{ items: TrayLine[]; next: string | null } | Refusal> {
    if (!isAdministrator(me)) return NOT_YOURS;
    const { rows } = await this.pool.query<TrayLine>({ name: 'tray', text: LIST, values: [state, before] });
    const items = rows.slice(0, PAGE).map(closed);
    return { items, next: rows.length > PAGE ? items.at(-1)!.id : null };
  }

  /** How many mails there are of each kind. */
  async counts(me: Actor): Promise<Record<TrayState, number> | Refusal> {
    if (!isAdministrator(me)) return NOT_YOURS;
    const { rows } = await this.pool.query<{ state: TrayState; mails: number }>({ name: 'tray-counts', text: COUNTS });
    const of = (state: TrayState) => rows.find((row) => row.state === state)?.mails ?? 0;
    return Object.fromEntries(TRAY_STATES.map((s) => [s, of(s)])) as Record<TrayState, number>;
  }

  /** One mail with what it says. */
  async one(me: Actor, id: string): Promise<TrayMail | Refusal> {
    if (!isAdministrator(me)) return NOT_YOURS;
    const found = await this.find(id);
    if (!found) return NO_MAIL;
    const { source, ...mail } = found;
    if (isClosed(mail)) return { ...closed(mail), text: '', files: [] };
    return { ...mail, files: (await readMail(source)).files.map((f) => f.name) };
  }

  /** The mail as it came over the wire. */
  async source(me: Actor, id: string): Promise<Buffer | Refusal> {
    if (!isAdministrator(me)) return NOT_YOURS;
    const found = await this.find(id);
    return found && !isClosed(found) ? found.source : NO_MAIL;
  }

  /** Puts a mail to a case as a message, for those who are named; null when it is done. */
  async assign(
    me: Actor,
    id: string,
    placing: Placing,
    files: { store: FileStore; limits: Partial<UploadLimits> },
  ): Promise<Refusal | null> {
    if (!isAdministrator(me)) return NOT_YOURS;
    const mail = await this.find(id);
    if (!mail) return NO_MAIL;
    // Its files are those of the message by now, and are not written anew.
    if (mail.state !== 'tray' && mail.state !== 'automatic') return DONE;
    const to = await this.placeOf(placing);
    if ('code' in to) return to;
    const read = await readMail(mail.source);
    const from = read.from.name || read.from.address || mail.from || 'Somebody without a name';
    const done = await new InboundMails(this.pool, this.clock).post(mail.id, 'tray', {
      from: read.from,
      subject: read.subject,
      text: read.text,
      spoken: spokenIn(read.text),
      caseId: to.id,
      audience: to.audience,
      by: { id: null, name: from, role: null },
      notice: null,
      files: await keepMessageFiles(files.store, mail.id, read.files, files.limits),
      tells: replyNotice(to.about, null, to.audience),
      placed: { id: me.id, name: me.name, reason: placing.reason.trim() },
    });
    return done ? null : DONE;
  }

  /** Puts a mail aside, with the reason; null when it is done. It stays to be read. */
  async dismiss(me: Actor, id: string, reason: string): Promise<Refusal | null> {
    if (!isAdministrator(me)) return NOT_YOURS;
    const wrong = refuseFields(required(reason, 'reason', 'Say why it is put aside', 500));
    if (wrong) return wrong;
    const values = [keepable(id), this.clock.now().toISOString(), me.id, me.name, keepable(reason.trim())];
    const { rowCount } = await this.pool.query({ name: 'dismiss-inbound', text: DISMISS, values });
    if (rowCount) return null;
    return (await this.find(id)) ? DONE : NO_MAIL;
  }

  private async find(id: string): Promise<(Omit<TrayMail, 'files'> & { source: Buffer }) | null> {
    const { rows } = await this.pool.query<Omit<TrayMail, 'files'> & { source: Buffer }>(ONE, [keepable(id)]);
    return rows[0] ?? null;
  }

  private async placeOf({
    ref,
    audience,
    reason,
  }: Placing): Promise<{ id: string; about: 'request' | 'post'; audience: ReplyAudience } | Refusal> {
    const values = [keepable(ref.trim().toUpperCase())];
    const { rows } = await this.pool.query<{ id: string; facts: AnyFacts }>({
      name: 'case-by-ref',
      text: CASE,
      values,
    });
    const found = rows[0];
    const known = Object.hasOwn(REPLY_AUDIENCES, audience);
    const unsubmitted = found && !isPost(found.facts) && found.facts.version === 0;
    const wrong = refuseFields([
      ...(found ? [] : [{ path: 'ref', message: ref.trim() ? NO_CASE : 'Enter the number of the request or post' }]),
      ...(known ? [] : [{ path: 'audience', message: 'Choose who is to read it' }]),
      ...(known && unsubmitted && audience !== 'office'
        ? [{ path: 'audience', message: 'This request is not submitted, so only its office may read about it' }]
        : []),
      ...required(reason, 'reason', 'Say why it belongs to this case', 500),
    ]);
    if (wrong) return wrong;
    return {
      id: found!.id,
      about: isPost(found!.facts) ? 'post' : 'request',
      audience: audience as ReplyAudience,
    };
  }
}
