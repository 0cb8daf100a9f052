import * as fs from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** What the list shows of a mail. */
export interface MailSummary {
  id: number;
  received: string;
  /** The day and time that the mail itself bears, by the clock of the system that sent it. */
  dated?: string;
  from: string;
  /** Where it comes back to when it cannot be delivered: the sender of its envelope. */
  sender?: string;
  /** The addresses that it was delivered to, blind copies included. */
  recipients: string[];
  subject: string;
  attachmentCount: number;
}

/** A mail with everything in it. */
export interface StoredMail extends MailSummary {
  email: Email;
  source: Buffer;
}

/** The addresses of the SMTP conversation; what the mail itself says may differ. */
export interface Envelope {
  sender: string;
  recipients: string[];
}

const INDEX = 'index.jsonl';

/** Keeps the last mails as files, so that they outlive the process. */
export class MailStore {
  private readonly mails = new Map<number, MailSummary>();
  private last = 0;

  constructor(
    private readonly folder: string,
    private readonly bound = 2_000,
  ) {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.load();
  }

  /** Stores a mail as it came over the wire. */
  async add(source: Buffer, envelope: Envelope): Promise<MailSummary> {
    const email = await read(source);
    const id = (this.last += 1);
    const summary: MailSummary = {
      id,
      received: new Date().toISOString(),
      ...dateIn(email),
      from: email.from?.address ?? envelope.sender,
      sender: envelope.sender,
      recipients: envelope.recipients,
      subject: email.subject ?? '',
      attachmentCount: email.attachments.length,
    };
    fs.writeFileSync(this.file(id), source, { mode: 0o600 });
    fs.appendFileSync(join(this.folder, INDEX), `${JSON.stringify(summary)}\n`, { mode: 0o600 });
    this.mails.set(id, summary);
    if (this.mails.size > this.bound * 1.1) this.forgetOldest();
    return summary;
  }

  /** Returns the mails whose recipient or subject holds the text, the newest first. */
  list(text = ''): MailSummary[] {
    const wanted = text.trim().toLowerCase();
    const newest = [...this.mails.values()].reverse().slice(0, this.bound);
    return newest.filter(({ recipients, subject }) =>
      [...recipients, subject].some((value) => value.toLowerCase().includes(wanted)),
    );
  }

  /** Returns one mail, or undefined when there is none of that number. */
  async get(id: number): Promise<StoredMail | undefined> {
    const summary = this.mails.get(id);
    const source = summary && (await fs.promises.readFile(this.file(id)).catch(() => undefined));
    if (!source) return undefined;
    return { ...summary, email: await read(source), source };
  }

  private file(id: number): string {
    return join(this.folder, `${id}.eml`);
  }

  private load(): void {
    const index = join(this.folder, INDEX);
    const lines = fs.existsSync(index) ? fs.readFileSync(index, 'utf8').split('\n') : [];
    for (const line of lines) {
      const summary = parsed(line);
      if (summary) this.mails.set(summary.id, summary);
    }
    this.last = Math.max(0, ...this.mails.keys());
    this.forgetOldest();
  }

  /** Rewrites the index now and then instead of at each mail, so the folder may hold a tenth more than its bound. */
  private forgetOldest(): void {
    const kept = [...this.mails.values()].slice(-this.bound);
    const ids = new Set(kept.map(({ id }) => id));
    for (const id of this.mails.keys()) {
      if (!ids.has(id)) this.mails.delete(id);
    }
    for (const name of fs.readdirSync(this.folder)) {
      if (name.endsWith('.eml') && !ids.has(Number.parseInt(name, 10))) fs.rmSync(join(this.folder, name));
    }
    const index = join(this.folder, INDEX);
    fs.writeFileSync(`${index}.new`, kept.map((summary) => `${JSON.stringify(summary)}\n`).join(''), { mode: 0o600 });
    fs.renameSync(`${index}.new`, index);
  }
}

/** A mail that cannot be taken apart is still one that somebody sent: it is shown as it came. */
async function read(source: Buffer): Promise<Email> {
  try {
    return await PostalMime.parse(source);
  } catch (error) {
    const subject = `This mail cannot be read: ${(error as Error).message}`;
    return { subject, text: source.toString('utf8'), headers: [], headerLines: [], attachments: [] };
  }
}

/** The time in the header of a mail, where it can be read. */
function dateIn({ date }: Email): { dated?: string } {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? {} : { dated: new Date(at).toISOString() };
}

/** A line that was being written when the machine went down is no mail. */
function parsed(line: string): MailSummary | undefined {
  try {
    return JSON.parse(line) as MailSummary;
  } catch {
    return undefined;
  }
}
