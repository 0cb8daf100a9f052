import type { CaseMessage, MessagePage } from '#casework';
import { REPLY_AUDIENCES, ROLES } from '#domain';
import { paths } from '../shell/paths.js';
import { noticeWords } from '../delivery/delivery.presenter.js';

const fileOf = (id: string, file: CaseMessage['files'][number], n: number) =>
  'key' in file
    ? { name: file.name, href: paths.replyFile(id, n), note: '' }
    : { name: file.name, href: null, note: `Not kept. ${file.refused}` };

/** Of a long text the page shows how it begins; all of it stands below, folded. */
const MOST_SHOWN = 1_500;
function shownOf({ text, whole }: CaseMessage): { text: string; whole: string; cut: boolean } {
  const cut = text.length > MOST_SHOWN;
  const start = text.slice(0, MOST_SHOWN);
  const end = Math.max(start.lastIndexOf('\n'), start.lastIndexOf(' '));
  return {
    text: cut ? `${start.slice(0, end > MOST_SHOWN / 2 ? end : MOST_SHOWN).trimEnd()} …` : text,
    whole: cut || whole !== text ? whole : '',
    cut,
  };
}

const messageOf = (m: CaseMessage) => ({
  id: m.id,
  by: m.by,
  role: m.role ? ROLES[m.role] : '',
  at: m.at,
  about: m.notice ? `In answer to “${noticeWords(m.notice)}”` : m.subject && `“${m.subject}”`,
  audience: REPLY_AUDIENCES[m.audience],
  ...shownOf(m),
  placed: m.placedBy ? `Put here from the tray by ${m.placedBy}.` : '',
  files: m.files.map((file, n) => fileOf(m.id, file, n)),
});

/** What the page of messages by mail prints. */
export function repliesContext(
  back: { text: string; href: string }[],
  { items, next }: MessagePage,
  { here, before }: { here: string; before: string | undefined },
) {
  const eyebrow = back.at(-1)!.text;
  return {
    title: `Messages by mail: ${eyebrow}`,
    heading: 'Messages by mail',
    eyebrow,
    lead: 'What people wrote in answer to a notice. It decides nothing and answers no question by itself: a question is answered on its own page.',
    breadcrumbs: [...back, { text: 'Messages by mail' }],
    messages: items.map(messageOf),
    pager: { ...(before ? { first: here } : {}), ...(next ? { next: `${here}?before=${next}` } : {}) },
    empty: { text: 'Nobody has written by mail, as far as you may read it.' },
  };
}
