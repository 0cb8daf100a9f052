import type { Pool } from 'pg';
import { LANGUAGES, type Language } from '#domain';
import type { MailParty } from './mails.js';

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
}
export type ApartKind = keyof ApartAbout;
/** A mail that is about no case, to be sent. */
export interface ApartMail<K extends ApartKind = ApartKind> {
  id: string;
  kind: K;
  about: ApartAbout[K];
  language: Language;
  to: MailParty;
  /** The zone in which its reader lives. */
  zone: string;
  toldAt: Date;
}

const CLAIM = `
  WITH taken AS (
    UPDATE mail SET status = 'sending', attempts = attempts + 1, broken_off = broken_off + (status = 'sending')::integer
    WHERE id = $1 AND status IN ('queued', 'sending') AND apart IS NOT NULL RETURNING id, apart, apart_about, language, person_id, created_at
  )
  SELECT t.id, t.apart AS kind, t.apart_about AS about, t.language, t.created_at AS "toldAt", jsonb_build_object('name', p.name, 'address', p.email) AS "to", coalesce(s.zone, 'UTC') AS zone
  FROM taken t JOIN person p ON p.id = t.person_id LEFT JOIN notice_setting s ON s.person_id = p.id`;

/** Mails about no case, on their way. What becomes of them is recorded like that of all others. */
export class ApartMails {
  constructor(private readonly pool: Pool) {}

  /** Takes one to be sent; null when there is nothing to send any more. */
  async claim(id: string): Promise<ApartMail | null> {
    const { rows } = await this.pool.query<ApartMail>({ name: 'claim-apart', text: CLAIM, values: [id] });
    const mail = rows[0];
    return mail ? { ...mail, language: Object.hasOwn(LANGUAGES, mail.language) ? mail.language : 'en' } : null;
  }
}
