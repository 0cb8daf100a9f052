import { openBySection, type DraftComment, type Present } from '#casework';
import { paths } from '../shell/paths.js';
import { dateTime, words } from '../shell/words.js';

/** What stands beside a draft: what the office says about its questions, and who is in which section. */
export interface Beside {
  comments: readonly DraftComment[];
  present: readonly Present[];
}

const listed = new Intl.ListFormat('en-GB');

/** Who else is in a section, as a sentence; empty when nobody is. */
export function presentWords(present: readonly Present[], section: number): string {
  const names = present.filter((p) => p.section === section).map((p) => p.name);
  if (names.length === 0) return '';
  return `${listed.format(names)} ${names.length > 1 ? 'have' : 'has'} this section open.`;
}

/** How many comments of a section wait, in words; empty when none does. */
export function openWords(comments: readonly DraftComment[], section: number): string {
  const open = openBySection(comments).get(section) ?? 0;
  return open ? `${words(open, true)} ${open > 1 ? 'comments are' : 'comment is'} open.` : '';
}

/** The open comments on a question, each with the way to where it is answered. */
export const commentsOn = (ref: string, comments: readonly DraftComment[], path: string) =>
  comments
    .filter((c) => c.question === path && !c.resolved)
    .map((c) => ({
      by: c.by,
      at: dateTime(c.at),
      text: c.text,
      answers: c.answers.map((a) => ({ by: a.by, text: a.text })),
      href: `${paths.comments(ref)}#comment-${c.id}`,
    }));
