/** What the layout puts around the words of a mail. All of it is text; nothing is taken for markup. */
export interface MailPage {
  language: string;
  title: string;
  greeting: string;
  lead: string;
  /** What it says of persons, each a sentence below the lead. */
  persons?: string[];
  button: { label: string; link: string };
  copyAddress: string;
  /** A second link with what it is for, below the first. */
  confirm?: { words: string; link: string };
  /** Small lines at the foot, each a sentence. */
  foot: string[];
}

/** Text that is markup already. */
export class Markup {
  constructor(readonly text: string) {}
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (value: string | Markup): string =>
  value instanceof Markup ? value.text : value.replace(/[&<>"']/g, (c) => ENTITIES[c]!);

/** Markup in which every value is escaped unless it is markup itself. */
export const markup = (strings: TemplateStringsArray, ...values: (string | Markup)[]): Markup =>
  new Markup(strings.reduce((all, part, i) => all + escaped(values[i - 1] ?? '') + part));
/** Pieces of markup one after the other. */
export const join = (parts: readonly Markup[]): Markup => new Markup(parts.map((part) => part.text).join('\n'));
/** Fixed texts of this file, so that their quotes may stay as they are. */
export const style = (...css: string[]): Markup => new Markup(`style="${css.join(';')}"`);

export const SANS = `font-family:'Source Sans 3','Segoe UI',Arial,sans-serif`;
export const SERIF = `font-family:'Source Serif 4',Georgia,serif;font-weight:600`;
export const SMALL = 'font-size:15px;line-height:23px;color:#4A5C67';
export const BODY = 'font-size:17px;line-height:27px;color:#16262F';
const LINK = 'display:inline-block;padding:11px 20px;color:#ffffff;text-decoration:none';
const DARK = [
  '.e-bg { background: #0F1A20 !important; }',
  '.e-card { background: #16262F !important; }',
  '.e-t { color: #EAF1F4 !important; }',
  '.e-m { color: #B5C3CB !important; border-color: #3A4C57 !important; }',
];
const STYLE = new Markup(
  `@media (prefers-color-scheme: dark) { ${DARK.join(' ')} } @media (max-width: 620px) { .e-pad { padding: 24px 20px !important; } }`,
);

/** A table that only places things. */
const table = (css: string, content: Markup, more = markup``): Markup =>
  markup`<table role="presentation" cellpadding="0" cellspacing="0" border="0" ${more} ${style(css)}><tr>${content}</tr></table>`;

/** The one thing to do. */
export function buttonOf({ label, link }: MailPage['button']): Markup {
  const words = markup`<a href="${link}" ${style(LINK, SANS, 'font-weight:600;font-size:17px;line-height:22px')}>${label}</a>`;
  return table('margin:0 0 24px', markup`<td ${style('background:#00618A;border-radius:4px')}>${words}</td>`);
}

const confirmation = ({ confirm }: MailPage): Markup =>
  confirm
    ? markup`<p ${style('margin:0 0 20px', 'word-break:break-word')}>${confirm.words}<br><a href="${confirm.link}">${confirm.link}</a></p>`
    : markup``;

function card(page: MailPage): Markup {
  return markup`<td class="e-pad e-t" ${style('padding:32px 40px 36px', SANS, BODY)}>
<p ${style('margin:0 0 28px', SERIF, 'font-size:17px')}>Human Rights Advisers</p>
<h1 ${style('margin:0 0 16px', SERIF, 'font-size:26px;line-height:33px;letter-spacing:-.01em')}>${page.title}</h1>
<p ${style('margin:0 0 16px')}>${page.greeting}</p>
<p ${style('margin:0 0 20px')}>${page.lead}</p>
${join((page.persons ?? []).map((said) => markup`<p ${style('margin:0 0 20px')}>${said}</p>`))}
${buttonOf(page.button)}
<p class="e-m" ${style('margin:0 0 20px', SMALL, 'word-break:break-word')}>${page.copyAddress}<br>${page.button.link}</p>
${confirmation(page)}
<p class="e-m" ${style('margin:0;padding-top:18px;border-top:1px solid #D5DEE3', SMALL)}>${page.foot.join(' ')}</p>
</td>`;
}

/** What stands around the words of every mail: one column of 600 px under a blue line. */
export function framed(
  { language, title, lead }: Pick<MailPage, 'language' | 'title' | 'lead'>,
  content: Markup,
): string {
  const inner = table(
    'width:100%;max-width:600px;background:#ffffff;border-top:4px solid #009EDB',
    content,
    markup`width="600" class="e-card"`,
  );
  const outer = markup`<td align="center" ${style('padding:32px 12px')}>${inner}</td>`;
  return markup`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${title}</title><style>${STYLE}</style></head>
<body class="e-bg" ${style('margin:0;padding:0;background:#F5F8FA')}>
<div ${style('display:none;max-height:0;overflow:hidden')}>${lead}</div>
${table('width:100%', outer, markup`width="100%"`)}
</body></html>
`.text;
}

/** The page of a mail: its words, one button, the same address in text. */
export const htmlPage = (page: MailPage): string => framed(page, card(page));

/** What stands around the words of every mail for those who read it as plain text. */
export const textFrame = (
  page: Pick<MailPage, 'language' | 'title' | 'greeting' | 'button' | 'confirm' | 'foot'>,
  words: readonly string[],
): string =>
  [
    'Human Rights Advisers',
    page.title,
    page.greeting,
    ...words,
    // French puts a space that does not break before a colon.
    `${page.button.label}${page.language === 'fr' ? '\u00A0' : ''}:\n${page.button.link}`,
    ...(page.confirm ? [`${page.confirm.words}\n${page.confirm.link}`] : []),
    `-- \n${page.foot.join('\n')}`,
    '',
  ].join('\n\n');
/** The same words for those who read mail as plain text. */
export const textPage = (page: MailPage): string => textFrame(page, [page.lead, ...(page.persons ?? [])]);
