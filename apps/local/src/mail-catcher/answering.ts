import { randomUUID } from 'node:crypto';
import { handOverRaw } from '#platform';
import type { StoredMail } from './mail-store.js';

/** Answers a mail as its reader, or (with no text) returns it as a mail server does; whether the system took that. */
export type Answering = (mail: StoredMail, text: string | null) => Promise<boolean>;

/** A report in the form in which mail servers write them. */
function report(mail: StoredMail, to: string): string {
  const recipient = mail.recipients[0] ?? '';
  return [
    'From: Mail Delivery System <MAILER-DAEMON@inbox.example>',
    `To: <${to}>`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    `Message-ID: <returned-${mail.id}@inbox.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="parts"',
    '',
    '--parts',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `The mail to ${recipient} could not be delivered.`,
    '--parts',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; inbox.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 There is no such mailbox',
    '--parts--',
    '',
  ].join('\r\n');
}

/** An answer as a mail program writes it. */
const reply = (mail: StoredMail, from: string, to: string, text: string): string =>
  [
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: Re: ${mail.subject.replace(/[\r\n]+/g, ' ')}`,
    `In-Reply-To: ${mail.email.messageId ?? ''}`,
    `Message-ID: <answer-${mail.id}-${randomUUID()}@inbox.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text.trim().replace(/\r?\n/g, '\r\n'),
    '',
  ].join('\r\n');

/** Sends answers to the port on which the system takes mails. */
export function answering(port: number): Answering {
  const url = `smtp://127.0.0.1:${port}`;
  return async (mail, text) => {
    const from = mail.recipients[0] ?? '';
    const to = mail.email.replyTo?.[0]?.address ?? '';
    const back = mail.sender ?? '';
    try {
      if (text === null) await handOverRaw(url, { from: '', to: back }, report(mail, back));
      else await handOverRaw(url, { from, to }, reply(mail, from, to, text));
      return true;
    } catch {
      return false;
    }
  };
}
