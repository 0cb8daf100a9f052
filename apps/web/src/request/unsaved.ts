import { SECTIONS, type Refusal } from '#domain';
import { errorPage } from '../shell/error-pages.js';
import type { Exchange, Reply } from '../shell/exchange.js';
import type { Pages } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import { statusOf } from '../shell/refusals.js';
import type { Answers } from './answers.js';

/** An answer as plain text, so that it can be copied: rows as lines. */
function plain(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join('\n');
  return typeof value === 'object' && value !== null ? Object.values(value).map(plain).filter(Boolean).join('; ') : '';
}

/** Texts that are no answers of a request. */
const OWN_WORDS: Record<string, string> = {
  reason: 'Your reason',
  reasons: 'Your reasons',
  conditions: 'Your conditions',
  gapsReason: 'Why answers are missing',
  note: 'Your note',
};

const labelOf = (path: string): string =>
  SECTIONS.flatMap((s) => s.questions).find((q) => q.path === path)?.label.en ??
  OWN_WORDS[path] ??
  (path === 'section-0' ? 'The request as a whole' : path.replace(/^section-/, 'Section '));

/** The page for text that can no longer be saved, because the request has moved on: why, and the text itself to copy. */
export function unsavedPage(
  pages: Pages,
  request: Exchange,
  reply: Reply,
  refusal: Refusal,
  answers: Answers,
  ref: string,
): string {
  const status = statusOf(refusal);
  void reply.status(status);
  const kept = Object.entries(answers)
    .map(([path, value]) => ({ label: labelOf(path), text: plain(value) }))
    .filter(({ text }) => text !== '');
  const back = { text: 'Go to the request', href: paths.request(ref) };
  return pages.html(request, 'shell/error.njk', {
    ...errorPage(status, { reason: refusal.message, kept, back }),
    lines: [refusal.message, ...(kept.length ? ['What you had written is below, so that you can copy it.'] : [])],
    notice: null,
  });
}
