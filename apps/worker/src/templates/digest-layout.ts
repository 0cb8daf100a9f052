import { BODY, buttonOf, framed, join, markup, SANS, SERIF, SMALL, style, textFrame, type MailPage } from './layout.js';

/** What a digest says: the page of a mail, with lines case by case. */
export interface DigestPage extends Omit<MailPage, 'copyAddress'> {
  cases: { title: string; lines: { text: string; link: string }[] }[];
  more: string;
}

/** A digest as HTML: a list for each case, each line a link. */
export function digestHtml(page: DigestPage): string {
  const cases = page.cases.map(
    ({ title, lines }) =>
      markup`<h2 ${style('margin:0 0 6px', SERIF, 'font-size:19px;line-height:26px')}>${title}</h2>
<ul ${style('margin:0 0 22px;padding:0 0 0 20px')}>${join(
        lines.map(
          ({ text, link }) =>
            markup`<li ${style('margin:0 0 6px')}><a href="${link}" ${style('color:#00618A')}>${text}</a></li>`,
        ),
      )}</ul>`,
  );
  return framed(
    page,
    markup`<td class="e-pad e-t" ${style('padding:32px 40px 36px', SANS, BODY)}>
<p ${style('margin:0 0 28px', SERIF, 'font-size:17px')}>Human Rights Advisers</p>
<h1 ${style('margin:0 0 16px', SERIF, 'font-size:26px;line-height:33px;letter-spacing:-.01em')}>${page.title}</h1>
<p ${style('margin:0 0 16px')}>${page.greeting}</p>
<p ${style('margin:0 0 20px')}>${page.lead}</p>
${join(cases)}<p ${style('margin:0 0 20px')}>${page.more}</p>
${buttonOf(page.button)}
<p class="e-m" ${style('margin:0;padding-top:18px;border-top:1px solid #D5DEE3', SMALL)}>${page.foot.join(' ')}</p>
</td>`,
  );
}

/** The same words for those who read mail as plain text. */
export const digestText = (page: DigestPage): string =>
  textFrame(page, [
    page.lead,
    ...page.cases.map(({ title, lines }) => [title, ...lines.map((l) => `- ${l.text}\n  ${l.link}`)].join('\n')),
    ...(page.more ? [page.more] : []),
  ]);
