import { beforeAll } from '@jest/globals';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { InboundTray, type TrayLine, type TrayState } from '#casework';
import { isRefusal, type RequestFacts } from '#domain';
import { freePort } from '#platform';
import type { CaseInDatabase } from './cases.js';
import type { ReceivedMail } from './mailbox.js';
import type { Program } from './processes.js';
import { until } from './until.js';
import { PATIENCE_MS, type Delivery } from './worker.js';

/** The domain at which tests take mails. */
export const DOMAIN = 'reply.hra.example';

/** A mail on its way to the door. */
export interface Sent {
  to: string;
  from: string;
  text?: string;
  subject?: string;
  headers?: string[];
  /** The sender of the envelope, where it is another; empty for reports. */
  envelope?: string;
  id?: string;
}

/** The address to which a mail asks to be answered. */
export const replyTo = (mail: ReceivedMail): string => mail.email.replyTo![0]!.address!;

/** A report of a mail server on a mail of ours. */
export const report = (to: string, recipient: string, status = '5.1.1', action = 'failed'): Sent => ({
  to,
  from: 'MAILER-DAEMON@mx.example',
  envelope: '',
  subject: 'Undelivered Mail Returned to Sender',
  headers: ['MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"'],
  text: [
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '--b--',
  ].join('\r\n'),
});

let number = 0;

/** The door of a worker: where mails come in, and what is made of them. */
export class Door {
  private port = 0;
  private files = '';

  constructor(private readonly delivery: Delivery) {}

  async prepare(): Promise<void> {
    this.port = await freePort();
    this.files = await mkdtemp(join(tmpdir(), 'inbound-'));
  }

  /** Starts a worker that takes mails. */
  open(): Promise<Program> {
    return this.delivery.startWorker({
      INBOUND_DOMAIN: DOMAIN,
      INBOUND_SMTP_PORT: String(this.port),
      FILES_DIR: this.files,
    });
  }

  /** Sends a mail, as the mail server in front does; what it is answered, or nothing where it was taken. */
  async send({ to, from, text = 'Yes.', subject = 'Re: x', headers = [], envelope, id }: Sent): Promise<number | null> {
    const transport = createTransport({ host: '127.0.0.1', port: this.port, ignoreTLS: true });
    const messageId = id ?? `<${(number += 1)}@un.example>`;
    const head = [`From: ${from}`, `Subject: ${subject}`, `Message-ID: ${messageId}`, ...headers];
    try {
      const raw = `${head.join('\r\n')}\r\n\r\n${text}\r\n`;
      await transport.sendMail({ envelope: { from: envelope ?? from, to: [to] }, raw });
      return null;
    } catch (error) {
      return (error as { responseCode?: number }).responseCode ?? 0;
    } finally {
      transport.close();
    }
  }

  /** What came in and is of one kind. */
  async lines(state: TrayState): Promise<TrayLine[]> {
    const { pool, clock, cast } = this.delivery.db;
    const listed = await new InboundTray(pool, clock).list(cast.administrator, state);
    return isRefusal(listed) ? [] : listed.items;
  }

  async factsOf({ ref }: CaseInDatabase): Promise<RequestFacts> {
    const text = 'SELECT facts FROM request WHERE ref = $1';
    return (await this.delivery.db.pool.query<{ facts: RequestFacts }>(text, [ref])).rows[0]!.facts;
  }

  /** Waits until nothing that came in is waiting any more. */
  sorted(): Promise<void> {
    const waiting = `SELECT FROM inbound_mail WHERE state = 'received'`;
    const none = async () => (await this.delivery.db.pool.query(waiting)).rowCount === 0;
    return until('what came in is sorted', none, PATIENCE_MS);
  }
}

/** Gives a spec file a door for mails. */
export function useDoor(delivery: Delivery): Door {
  const door = new Door(delivery);
  beforeAll(() => door.prepare());
  return door;
}
