import type { Address, Attachment } from 'postal-mime';
import type { MailSummary, StoredMail } from './mail-store.js';

const MARK =
  '<svg viewBox="0 0 28 28" aria-hidden="true" focusable="false"><path fill="#00618A" d="M0 16h4v10H0zM6 11h4v15H6zM18 8h4v18h-4z' +
  'M24 13h4v13h-4z"/><path fill="#009EDB" d="M12 2h4v24h-4z"/></svg>';

const WHEN = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

function when(iso: string): string {
  return `<time datetime="${iso}">${WHEN.format(new Date(iso))} UTC</time>`;
}

function subjectOf({ subject }: MailSummary): string {
  return escaped(subject || 'No subject');
}

function page(title: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Mail inbox - Human Rights Advisers</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header><div class="wide"><a class="name" href="/">${MARK}Human Rights Advisers</a><span class="part">Mail inbox</span></div>
<div class="note"><p class="wide">Every mail that the system sends is kept here. None of them leaves this machine.</p></div></header>
<main id="main" class="wide">
${content}
</main>
</body>
</html>
`;
}

/** One page of the list of mails. */
export interface MailList {
  mails: readonly MailSummary[];
  text: string;
  page: number;
  pages: number;
  total: number;
}

function countSentence({ text, total }: MailList): string {
  const mails = total === 1 ? '1 mail' : `${total.toLocaleString('en')} mails`;
  if (text) return `${mails} with “${escaped(text)}”. <a href="/">Show all</a>`;
  return total === 0 ? 'No mail has arrived yet.' : `${mails}, the newest first.`;
}

function pageLinks({ text, page: current, pages }: MailList): string {
  if (pages < 2) return '';
  const link = (to: number, words: string): string =>
    `<a href="/?${escaped(new URLSearchParams({ ...(text ? { q: text } : {}), page: String(to) }).toString())}">${words}</a>`;
  const newer = current > 1 ? link(current - 1, 'Newer') : '';
  const older = current < pages ? link(current + 1, 'Older') : '';
  return `<nav class="pages" aria-label="Pages">${newer}<span>Page ${current} of ${pages}</span>${older}</nav>`;
}

function row(mail: MailSummary): string {
  const files =
    mail.attachmentCount === 0
      ? ''
      : mail.attachmentCount === 1
        ? ', 1 attachment'
        : `, ${mail.attachmentCount} attachments`;
  return (
    `<li><p dir="auto"><a href="/messages/${mail.id}">${subjectOf(mail)}</a></p>` +
    `<p class="quiet">To ${escaped(mail.recipients.join(', '))}${files}</p><p class="quiet">${when(mail.dated ?? mail.received)}</p></li>`
  );
}

/** Draws the list of mails with its search. */
export function listPage(list: MailList): string {
  const rows = list.mails.map(row).join('\n');
  return page(
    'Mails',
    `<h1>Mails</h1>
<form method="get" action="/" role="search"><label for="q">Recipient or subject</label>
<input id="q" name="q" type="search" value="${escaped(list.text)}"><button>Search</button></form>
<p class="quiet" role="status">${countSentence(list)}</p>
${rows && `<ul class="mails">\n${rows}\n</ul>`}
${pageLinks(list)}`,
  );
}

function addresses(list: readonly Address[] = []): string {
  const flat = list.flatMap((entry) => entry.group ?? [entry]);
  return flat.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');
}

/** Returns the number of bytes of an attachment. */
export function sizeOf({ content }: Attachment): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
}

function sizeInWords(bytes: number): string {
  return bytes < 1_024 ? `${bytes} bytes` : `${(bytes / 1_024).toFixed(bytes < 10_240 ? 1 : 0)} KB`;
}

function facts({ recipients, received, dated, email }: StoredMail): string {
  const visible = addresses([...(email.to ?? []), ...(email.cc ?? [])]);
  const blind = recipients.filter((recipient) => !visible.includes(recipient));
  const rows: [string, string][] = [
    ['To', escaped(addresses(email.to))],
    ['Copy', escaped(addresses(email.cc))],
    ['Blind copy', escaped(blind.join(', '))],
    ['From', escaped(addresses(email.from ? [email.from] : []))],
    ['Sent', dated ? when(dated) : ''],
    // The clock of a demonstration can be moved; the mail came when it came.
    ['Received here', when(received)],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  return `<dl>${shown.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

function files({ id, email }: StoredMail): string {
  if (email.attachments.length === 0) return '';
  const items = email.attachments.map((file, index) => {
    const about = `${escaped(file.mimeType)}, ${sizeInWords(sizeOf(file))}`;
    return `<li><a href="/messages/${id}/attachments/${index}">${escaped(file.filename ?? 'Without a name')}</a> (${about})</li>`;
  });
  return `<h2>Attachments</h2>\n<ul class="files">${items.join('')}</ul>`;
}

function fold(title: string, text: string): string {
  return `<details><summary>${title}</summary><pre dir="auto">${escaped(text)}</pre></details>`;
}

function content({ id, email }: StoredMail): string {
  const text = email.text ?? '';
  if (!email.html) return `<h2>Message</h2>\n<pre dir="auto">${escaped(text)}</pre>`;
  // Links open in a window of their own; scripts, forms and whatever else a mail may bring stay shut in.
  const sandbox = 'allow-popups allow-popups-to-escape-sandbox';
  const frame = `<iframe src="/messages/${id}/html" title="The mail as its reader sees it" sandbox="${sandbox}"></iframe>`;
  return `<h2>Message</h2>\n${frame}\n${fold('Plain text', text || 'This mail has no plain text.')}`;
}

/** What can be tried out with a mail: what has an address for answers is answered, what has one of its own to come back to comes back. */
function trying({ id, email, recipients, sender }: StoredMail): string {
  const answered = Boolean(email.replyTo?.length);
  if (!answered && !sender?.startsWith('bounce+')) return '';
  const who = escaped(recipients.join(', '));
  const answer = answered
    ? `<label for="text">Answer as ${who}</label>
<textarea id="text" name="text" rows="4" cols="60"></textarea>`
    : '';
  const send = answered ? '<button name="do" value="reply">Send the answer</button> ' : '';
  const where = answered
    ? 'The answer appears under “Messages by mail” of the case, or under “Mails that came in” of the administrator. A mail that comes back is shown on its case.'
    : 'This mail is about no one case, so it takes no answer. When it comes back, an administrator sees it under “Delivery of mail”.';
  return `<h2>${answered ? 'Try an answer' : 'Try what happens when it comes back'}</h2>
<form method="post" action="/messages/${id}/reply">${answer}
<p>${send}<button name="do" value="bounce">Let this mail come back as undeliverable</button></p>
<p class="quiet">${where}</p></form>`;
}

/** Draws one mail with everything in it. */
export function messagePage(mail: StoredMail, answers = false, said = ''): string {
  const headers = mail.email.headers.map(({ originalKey, value }) => `${originalKey}: ${value}`).join('\n');
  return page(
    subjectOf(mail),
    `<p><a href="/">All mails</a></p>
<h1 dir="auto">${subjectOf(mail)}</h1>
${said && `<p role="status"><b>${said}</b></p>`}
${facts(mail)}
${files(mail)}
${content(mail)}
${answers ? trying(mail) : ''}
${fold('All headers', headers)}
<p class="quiet"><a href="/messages/${mail.id}/source">The mail as it came over the wire</a></p>`,
  );
}

/** Draws the page for an address that leads nowhere. */
export function missingPage(): string {
  return page(
    'Not found',
    '<h1>Not found</h1>\n<p>This mail is not here, or not any more: the last 2,000 are kept.</p>\n<p><a href="/">All mails</a></p>',
  );
}

/** Returns the HTML of a mail so that it can stand in a frame: links open outside it, pictures come from the mail. */
export function framedHtml({ id, email }: StoredMail): string {
  const pictures = email.attachments.map(({ contentId }) => contentId?.replace(/^<|>$/g, ''));
  const html = (email.html ?? '').replace(/\bcid:([^"'\s)>]+)/gi, (whole, cid: string) => {
    const index = pictures.indexOf(cid);
    return index < 0 ? whole : `/messages/${id}/attachments/${index}`;
  });
  const outside = '<base target="_blank">';
  if (/<head[^>]*>/i.test(html)) return html.replace(/<head[^>]*>/i, (head) => head + outside);
  return html.replace(/^\s*(<!doctype[^>]*>)?/i, (start) => start + outside);
}
