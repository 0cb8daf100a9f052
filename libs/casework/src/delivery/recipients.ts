import type { Pool } from 'pg';
import type { Role } from '#domain';
import type { Clock } from '#platform';
import type { RecipientState } from '../entities/mail-recipient.js';
import { UNHURRIED } from '../transaction.js';
import type { Addressee } from './audience.js';

/** One reader of a mail that is to be sent, by the name under which what becomes of it is kept. */
export interface RecipientToSend {
  id: string;
  address: string;
  /** For which role they are told; null where it is about no one case. */
  role: Role | null;
  state: RecipientState;
  /** What a mail server said when it refused the mail for them. */
  problem: string | null;
}

/** What a mail server said of some of the readers of a mail. */
export interface Handed {
  taken: readonly string[];
  refused: readonly { address: string; response: string }[];
}

const ENTER = `
  INSERT INTO mail_recipient (mail_id, person_id, address, role, copy)
  SELECT $1, r.person, r.address, r.role, r.copy
  FROM jsonb_to_recordset($2::jsonb) AS r(person uuid, address text, role text, copy boolean)
  ON CONFLICT (mail_id, address) DO UPDATE SET role = excluded.role
  RETURNING id, address, role, state, problem, ${UNHURRIED} AS unhurried`;
const HANDED = `
  UPDATE mail_recipient r SET state = v.state, problem = v.problem, handed_at = CASE v.state WHEN 'sent' THEN $3::timestamptz END
  FROM jsonb_to_recordset($2::jsonb) AS v(address text, state text, problem text)
  WHERE r.mail_id = $1 AND r.address = v.address AND r.state = 'queued'`;
const SEEN = `
  UPDATE mail_recipient SET acknowledged_at = coalesce(acknowledged_at, $2) WHERE id = $1 AND state <> 'bounced'
  RETURNING acknowledged_at AS at`;
const KEY = 'SELECT secret FROM mail_key WHERE id = 1';
/** What whoever opens the link of a letter is shown: no more than the mail in their hands says. */
const LETTER = `
  SELECT r.acknowledged_at AS "acknowledgedAt", m.language, q.ref, m.subject
  FROM mail_recipient r JOIN mail m ON m.id = r.mail_id JOIN request q ON q.id = m.case_id WHERE r.id = $1`;

/** A letter as whoever got it finds it behind its link. */
export interface ReceivedLetter {
  ref: string;
  subject: string | null;
  language: string;
  acknowledgedAt: Date | null;
}

/** The readers of mails one by one: what became of a mail on the way to each. */
export class MailRecipients {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** The secret by which the addresses of mails are signed. */
  async key(): Promise<Buffer> {
    const { rows } = await this.pool.query<{ secret: Buffer }>({ name: 'mail-key', text: KEY });
    return rows[0]!.secret;
  }

  /** Enters the readers of a mail that is about to go out; those of an earlier try keep their names. */
  async enter(mail: string, to: readonly Addressee[], copy: readonly Addressee[]): Promise<RecipientToSend[]> {
    const row =
      (isCopy: boolean) =>
      ({ person, as }: Addressee) => ({
        person: person.id,
        address: person.email,
        role: as,
        copy: isCopy,
      });
    const all = [...to.map(row(false)), ...copy.map(row(true))];
    const once = all.filter((r, i) => all.findIndex((o) => o.address === r.address) === i);
    const values = [mail, JSON.stringify(once)];
    return (await this.pool.query<RecipientToSend>({ name: 'enter-recipients', text: ENTER, values })).rows;
  }

  /** Keeps what a mail server said; what is kept already stays. */
  async handed(mail: string, { taken, refused }: Handed): Promise<void> {
    const said = [
      ...taken.map((address) => ({ address, state: 'sent', problem: null })),
      ...refused.map(({ address, response }) => ({ address, state: 'refused', problem: response })),
    ];
    if (said.length === 0) return;
    const values = [mail, JSON.stringify(said), this.clock.now().toISOString()];
    await this.pool.query({ name: 'recipients-handed', text: HANDED, values });
  }

  /** The letter behind a link, by the name of its recipient; null where there is none any more. */
  async letter(id: string): Promise<ReceivedLetter | null> {
    return (
      (await this.pool.query<ReceivedLetter>({ name: 'received-letter', text: LETTER, values: [id] })).rows[0] ?? null
    );
  }

  /** Its reader says that a mail is there; said again, the first time counts. */
  async seen(id: string): Promise<Date | null> {
    const values = [id, this.clock.now().toISOString()];
    return (await this.pool.query<{ at: Date }>({ name: 'letter-seen', text: SEEN, values })).rows[0]?.at ?? null;
  }
}
