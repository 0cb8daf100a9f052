import type { Pool } from 'pg';
import { LANGUAGES, type Day, type Language } from '#domain';
import type { Digests, DigestToSend } from './digests.js';
import { MOST_BROKEN_OFF, type MailParty, type Mails } from './mails.js';
import type { RecipientToSend } from './recipients.js';
import type { FilesNotKept, MailWaits } from '../inbound/written-back.js';
import { UNHURRIED } from '../transaction.js';

/** What a mail that is about no case tells. */
export interface ApartAbout {
  /** A program is not told any more. */
  webhookOff: { webhook: string; name: string };
  /** So many mails at once wait for an administrator. */
  mailsHeld: { hold: string; mails: number; people: number };
  /** A panel meets, at another time, or not any more. */
  panelDate: {
    round: string;
    method: 'REQUEST' | 'CANCEL';
    /** Its reader has an earlier invitation, which this one changes. */
    moved: boolean;
    /** Grows with each to the same reader, so that a calendar takes the last. */
    sequence: number;
    startsAt: string;
    minutes: number;
    place: string;
  };
  /** Files that came with a reply were not kept. */
  filesNotKept: FilesNotKept;
  /** What somebody wrote by mail found no case, and waits in the tray. */
  mailWaits: MailWaits;
}
export type ApartKind = keyof ApartAbout;
/** A mail that is about no one case, to be sent. */
export interface ApartMail<K extends ApartKind = ApartKind> {
  id: string;
  personId: string;
  kind: K;
  about: ApartAbout[K];
  language: Language;
  to: MailParty;
  recipients: RecipientToSend[];
  /** The zone in which its reader lives. */
  zone: string;
  toldAt: Date;
}

/** As it was claimed: a digest has yet to be filled. */
interface Claimed extends Omit<ApartMail, 'kind' | 'about'> {
  brokenOff: number;
  what: { kind: 'digest'; about: { dueAt: string; awayUntil?: Day } } | Pick<ApartMail, 'kind' | 'about'>;
}

const CLAIM = `
  WITH taken AS (
    UPDATE mail SET status = 'sending', attempts = attempts + 1, broken_off = broken_off + (status = 'sending')::integer
    WHERE id = $1 AND status IN ('queued', 'sending') AND apart IS NOT NULL
    RETURNING id, apart, apart_about, language, person_id, to_addresses[1] AS address, broken_off, created_at
  ), reader AS (
    INSERT INTO mail_recipient (mail_id, person_id, address, copy) SELECT t.id, t.person_id, coalesce(p.email, t.address), false FROM taken t LEFT JOIN person p ON p.id = t.person_id
    ON CONFLICT (mail_id, address) DO UPDATE SET person_id = excluded.person_id RETURNING id, address, role, state, problem
  )
  SELECT t.id, t.broken_off AS "brokenOff", t.person_id AS "personId", jsonb_build_object('kind', t.apart, 'about', t.apart_about) AS what, t.language, t.created_at AS "toldAt",
    jsonb_build_object('name', coalesce(p.name, t.apart_about ->> 'name'), 'address', coalesce(p.email, t.address)) AS "to", coalesce(s.zone, 'UTC') AS zone,
    (SELECT jsonb_agg(to_jsonb(reader)) FROM reader) AS recipients, ${UNHURRIED} AS unhurried
  FROM taken t LEFT JOIN person p ON p.id = t.person_id LEFT JOIN notice_setting s ON s.person_id = t.person_id`;

/** Mails that are about no one case, digests among them, on their way. What becomes of them is recorded like that of all others. */
export class ApartMails {
  constructor(
    private readonly pool: Pool,
    private readonly mails: Pick<Mails, 'park'>,
    private readonly digests: Pick<Digests, 'gather'>,
  ) {}

  /** Takes one to be sent; null when there is nothing to send any more. */
  async claim(id: string): Promise<ApartMail | DigestToSend | null> {
    const { rows } = await this.pool.query<Claimed>({ name: 'claim-apart', text: CLAIM, values: [id] });
    if (!rows[0]) return null;
    const { what, brokenOff, personId, ...mail } = rows[0];
    if (brokenOff >= MOST_BROKEN_OFF) return this.mails.park(id);
    if (what.kind === 'digest') {
      const { dueAt, awayUntil = null } = what.about;
      return this.digests.gather({ ...mail, personId, dueAt: new Date(dueAt), awayUntil });
    }
    return { ...mail, personId, ...what, language: Object.hasOwn(LANGUAGES, mail.language) ? mail.language : 'en' };
  }
}
