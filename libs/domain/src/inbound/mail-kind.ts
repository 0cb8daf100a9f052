/** What is known of a mail that came in, whoever sent it. */
export interface MailTraits {
  /** For which use its address was signed; null for an address that nobody was given. */
  use: 'bounce' | 'reply' | null;
  /** The sender of the envelope; empty for reports. */
  sender: string;
  from: string;
  subject: string;
  text: string;
  headers: ReadonlyMap<string, string>;
  /** How many mail servers it has come through. */
  hops: number;
  reports: readonly { action: string; status: string; diagnostic: string }[];
  /** The address from which this system writes. */
  ourAddress: string;
  /** The domain at which it is written to. */
  ourDomain: string;
}

export type MailKind =
  /** It did not arrive, and nobody tries any more. */
  | { kind: 'bounce'; problem: string }
  /** It has not arrived yet, or it has. */
  | { kind: 'report'; reason: string }
  /** A program wrote it, and nobody is waiting for an answer. */
  | { kind: 'automatic'; reason: string }
  | { kind: 'reply' }
  /** For whoever looks through the tray; `why` where a person wrote it, who may hear of that. */
  | { kind: 'stray'; reason: string; why: Unmatched | null };

/** Why a mail that somebody wrote waits in the tray: another address than the notice went to, no part in the case any more, no word in it, no notice at its address, words where an invitation wants yes or no. */
export type Unmatched = 'otherAddress' | 'ended' | 'empty' | 'noNotice' | 'invitation';

const MOST_HOPS = 50;
const DAEMON = /^(mailer-daemon|postmaster|mail-daemon|mailerdaemon)@/i;
const RETURNED =
  /undeliver|returned (mail|to sender)|delivery (status notification|failure|has failed|incomplete)|mail delivery (failed|system)|non[- ]?remis|échec de (la )?(remise|distribution)|no se (pudo|ha podido) entregar|unzustellbar/i;
const AWAY =
  /^\s*((automatic|auto)[ -]?(reply|response)|out of (the )?office|r[ée]ponse automatique|absence du bureau|respuesta autom[áa]tica|fuera de (la )?oficina|abwesenheit|رد تلقائي|خارج المكتب|автоматический ответ|автоответ|вне офиса|自动(答复|回复)|自動回覆)/i;
const CODE = /\b([45])\.\d{1,3}\.\d{1,3}\b/;
/** What the other mail server said, in a report that a program wrote for people: its code begins the line, or has its longer form beside it. */
const SAID =
  /(?:^\s*|(?:said|error)[^\n:]{0,80}:\s*)([45][0-5]\d[ -]+[^\W\d][^\n]{0,200})|\b([45][0-5]\d[ -]+[45]\.\d{1,3}\.\d{1,3}\b[^\n]{0,200})/im;
/** A report is short, and the mail that it brings back stands below it. */
const MOST_SEARCHED = 4_000;

/** The words of a report that its readers can do something with. */
const problemOf = ({ status, diagnostic }: { status: string; diagnostic: string }): string => {
  const lasting = status.startsWith('5') ? 'for good' : 'after it was tried for some time';
  return `Came back ${lasting}: ${diagnostic || status || 'no reason was given'}`;
};

function ofReports({ reports }: MailTraits): MailKind | null {
  const failed = reports.find((r) => r.action === 'failed');
  if (failed) return { kind: 'bounce', problem: problemOf(failed) };
  if (reports.some((r) => r.action === 'delayed'))
    return { kind: 'report', reason: 'A mail server says that the mail is late and that it goes on trying.' };
  return reports.length ? { kind: 'report', reason: 'A mail server says that the mail arrived.' } : null;
}

/** Why a program wrote a mail, and no person; null for a person. */
function automaticReason({ headers, subject, from, hops, ourAddress, ourDomain }: MailTraits): string | null {
  const header = (name: string) => headers.get(name)?.toLowerCase() ?? '';
  const submitted = header('auto-submitted');
  if (from === ourAddress.toLowerCase() || from.endsWith(`@${ourDomain}`))
    return 'It comes from this system itself, so it would go round in a circle.';
  if (hops > MOST_HOPS) return `It has come through ${hops} mail servers, so it goes round in a circle.`;
  if (submitted && !submitted.startsWith('no')) return 'A program says that it wrote this: an automatic reply.';
  if (header('x-autoreply') || header('x-autorespond') || AWAY.test(subject)) return 'It is an automatic reply.';
  if (/^(bulk|junk|list|auto_reply)$/.test(header('precedence'))) return 'It was sent to many at once.';
  if (header('list-id') || header('list-unsubscribe')) return 'It was sent to many at once.';
  return /disposition-notification/.test(header('content-type')) ? 'A mail program says that it was opened.' : null;
}

/** A mail without a report in due form that can be nothing else: it came back to an address made for that, from nobody. */
function cameBack(traits: MailTraits): boolean {
  const fromNobody = traits.sender === '' || DAEMON.test(traits.from);
  return fromNobody && !AWAY.test(traits.subject) && (RETURNED.test(traits.subject) || DAEMON.test(traits.from));
}

/** What came back without a report in due form: the words of the other server where they stand in it, else its subject. */
function problemInWords({ subject, text }: MailTraits): string {
  const found = SAID.exec(text.slice(0, MOST_SEARCHED));
  const said = (found?.[1] ?? found?.[2])?.trim();
  const lasting = said?.[0] ?? CODE.exec(subject)?.[1] ?? '5';
  return problemOf({ status: `${lasting}.0.0`, diagnostic: said ?? subject.slice(0, 200) });
}

/** Sorts a mail that came in. A report counts only at the address that was made for reports: anybody can write one. */
export function kindOfMail(traits: MailTraits): MailKind {
  const reported = ofReports(traits);
  if (traits.use === 'bounce') {
    if (reported) return reported;
    if (cameBack(traits)) return { kind: 'bounce', problem: problemInWords(traits) };
  }
  const automatic = automaticReason(traits);
  if (automatic) return { kind: 'automatic', reason: automatic };
  if (reported || DAEMON.test(traits.from))
    return { kind: 'stray', reason: 'It reports on a mail that this system cannot name.', why: null };
  if (traits.use === 'reply' && traits.sender === '')
    return { kind: 'automatic', reason: 'It names nobody to answer, as automatic replies do.' };
  if (traits.use === 'reply') return { kind: 'reply' };
  return {
    kind: 'stray',
    reason:
      traits.use === 'bounce'
        ? 'Somebody wrote to the address for undelivered mail.'
        : 'Its address belongs to no mail that was sent from here.',
    why: traits.sender === '' ? null : 'noNotice',
  };
}
