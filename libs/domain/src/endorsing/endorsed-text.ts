import { canonical, type RequestContent } from '../request/content.js';
import { digest } from '../request/frozen.js';

/**
 * The text that those who endorse stand behind: all that they can read, but the list of endorsements itself, the
 * documents that are to come and whom to write to at the office. Notes on risk they are not shown.
 */
export function endorsedPart(content: RequestContent): RequestContent {
  const { endorsements: _list, requestedBy: _contact, sections, ...rest } = content;
  if (!sections) return rest;
  const { risk: _risk, documentsExpected: _documents, ...read } = sections;
  return { ...rest, sections: read };
}

/** What a form sends for an answer that was left empty says the same as no answer. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((v) => filled(v) ?? null);
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const entries = Object.entries(value).flatMap(([key, v]) => {
    const kept = filled(v);
    return kept === undefined || (Array.isArray(kept) && kept.length === 0) ? [] : [[key, kept] as const];
  });
  return entries.length ? Object.fromEntries(entries) : undefined;
}

/** By what a text that is endorsed is told from another: the same text, written back, gives the same again. */
export const markOfText = (content: RequestContent): string => digest(canonical(filled(endorsedPart(content)) ?? {}));

/** The rule in words, for every page on which somebody may change the text. */
export const ENDORSED_TEXT_RULE =
  'An endorsement is of the text that was read. Any change of an answer, of the costs, of what is asked for or of your own scores makes it void, however small; written back as it was, the text has its endorsements again. Documents, the list of endorsements, notes on risk and whom to write to can change.';
