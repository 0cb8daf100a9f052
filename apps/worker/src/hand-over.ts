import { setTimeout as sleep } from 'node:timers/promises';
import type { MailRecipients, MailToSend, RecipientToSend } from '#casework';
import {
  AddressRefused,
  MessageRefused,
  type Mailer,
  type MailReceipt,
  type RefusedRecipient,
  type ReturnAddresses,
} from '#platform';
import type { MessageFor } from './templates/compose.js';

export interface HandOverParts {
  mailer: Pick<Mailer, 'send'>;
  recipients: Pick<MailRecipients, 'handed'>;
  /** The addresses that come back; null where this system takes no mail. */
  addresses: Pick<ReturnAddresses, 'bounceTo' | 'replyTo' | 'seenTag'> | null;
  baseUrl: string;
}

/** What has to be known of a mail. */
type Handed = Pick<MailToSend, 'id' | 'recipients'>;

const TRIES = 5;
const RETRY_MS = 400;

/** What became of a mail that is out must be written down: without that it would be sent again. */
export async function insist<T>(write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (tries >= TRIES) throw new Unrecorded(error instanceof Error ? error.message : String(error));
      await sleep(RETRY_MS * tries);
    }
  }
}

/** What became of a mail could not be written down; the job comes again and finds out. */
export class Unrecorded extends Error {
  override readonly name = 'Unrecorded';
}

/**
 * Hands one mail to the mail server. Where mail can come back, each reader gets it from an address of their own, in a
 * conversation of its own: whatever comes back says whom it did not reach, and what they answer says who they are.
 */
export class HandOver {
  constructor(private readonly parts: HandOverParts) {}

  async send(mail: Handed, message: MessageFor, only?: readonly string[]): Promise<MailReceipt> {
    const { addresses, mailer } = this.parts;
    if (addresses && mail.recipients.length > 0) return this.oneByOne(mail, message, only);
    try {
      const receipt = await mailer.send({ ...message(null), ...(only ? { only } : {}) });
      await this.note(mail, receipt.accepted, receipt.rejected);
      return receipt;
    } catch (error) {
      if (error instanceof AddressRefused) await this.note(mail, [], refusedBy(error));
      throw error;
    }
  }

  private async oneByOne(mail: Handed, message: MessageFor, only?: readonly string[]): Promise<MailReceipt> {
    const all = mail.recipients.filter(({ address }) => !only || only.includes(address));
    // A job that broke off begins again with those who have nothing yet; from whom it came back, it has reached nobody.
    const accepted = all.filter((r) => r.state === 'sent').map((r) => r.address);
    const rejected = all.filter((r) => r.state !== 'sent' && r.state !== 'queued').map(refusedBefore);
    const errors: Error[] = [];
    for (const recipient of all.filter((r) => r.state === 'queued')) {
      try {
        await this.one(mail, message, recipient);
        accepted.push(recipient.address);
      } catch (error) {
        if (error instanceof Unrecorded) throw error;
        errors.push(error as Error);
        rejected.push(...(await this.turnedDown(mail, recipient.address, error as Error)));
      }
    }
    if (accepted.length === 0 && rejected.length > 0) throw together(errors, rejected);
    return { accepted, rejected, response: '' };
  }

  private async one(mail: Handed, message: MessageFor, { id, address, role }: RecipientToSend): Promise<void> {
    const { bounceTo, replyTo, seenTag } = this.parts.addresses!;
    // An answer to what is about no one case would find no place.
    const own = role
      ? { ...message({ role, receivedLink: `${this.parts.baseUrl}/received/${seenTag(id)}` }), replyTo: replyTo(id) }
      : message(null);
    await this.parts.mailer.send({ ...own, only: [address], returnTo: bounceTo(id) });
    await this.note(mail, [address], []);
  }

  private async turnedDown(mail: Handed, address: string, error: Error): Promise<RefusedRecipient[]> {
    const permanent = error instanceof AddressRefused || error instanceof MessageRefused;
    const refused = { address, permanent, response: permanent ? error.response : error.message };
    await this.note(mail, [], [refused]);
    return [refused];
  }

  /** What became of a mail to one reader is written with what became of the mail. */
  private async note(mail: Handed, taken: readonly string[], rejected: readonly RefusedRecipient[]): Promise<void> {
    if (mail.recipients.length <= 1) return;
    await insist(() => this.parts.recipients.handed(mail.id, { taken, refused: rejected.filter((r) => r.permanent) }));
  }
}

const refusedBy = ({ addresses, response }: AddressRefused): RefusedRecipient[] =>
  addresses.map((address) => ({ address, response, permanent: true }));

const refusedBefore = ({ address, problem }: RecipientToSend): RefusedRecipient => ({
  address,
  response: problem ?? '',
  permanent: true,
});

/** Nobody got it: final only where it is for everybody, since a later try may reach the others. */
function together(errors: readonly Error[], rejected: readonly RefusedRecipient[]): Error {
  const passing = errors.find((e) => !(e instanceof AddressRefused || e instanceof MessageRefused));
  if (passing) return passing;
  if (rejected.length === 1 && errors[0]) return errors[0];
  return new AddressRefused(
    rejected.map((r) => r.address),
    rejected.map((r) => `${r.address}: ${r.response}`).join('\n'),
  );
}
