import type { CaseMessage } from '#casework';
import { REPLY_AUDIENCES, ROLES } from '#domain';
import { paths } from '../shell/paths.js';
import { noticeWords } from '../delivery/delivery.presenter.js';

const fileOf = (id: string, file: CaseMessage['files'][number], n: number) =>
  'key' in file
    ? { name: file.name, href: paths.replyFile(id, n), note: '' }
    : { name: file.name, href: null, note: `Not kept. ${file.refused}` };

/** What the page of messages by mail prints. */
export function repliesContext(back: { text: string; href: string }[], messages: readonly CaseMessage[]) {
  const eyebrow = back.at(-1)!.text;
  return {
    title: `Messages by mail: ${eyebrow}`,
    heading: 'Messages by mail',
    eyebrow,
    lead: 'What people wrote in answer to a notice. It decides nothing and answers no question by itself: a question is answered on its own page.',
    breadcrumbs: [...back, { text: 'Messages by mail' }],
    messages: messages.map((m) => ({
      id: m.id,
      by: m.by,
      role: m.role ? ROLES[m.role] : '',
      at: m.at,
      about: m.notice ? `In answer to “${noticeWords(m.notice)}”` : m.subject && `“${m.subject}”`,
      audience: REPLY_AUDIENCES[m.audience],
      text: m.text,
      whole: m.whole === m.text ? '' : m.whole,
      placed: m.placedBy ? `Put here from the tray by ${m.placedBy}.` : '',
      files: m.files.map((file, n) => fileOf(m.id, file, n)),
    })),
    empty: { text: 'Nobody has written by mail, as far as you may read it.' },
  };
}
