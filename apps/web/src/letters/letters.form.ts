import {
  LETTER_BLOCKS,
  letterBlocksOf,
  letterFieldsOf,
  longestOf,
  type DecidingEvent,
  type LetterBlock,
  type LetterBlocks,
  type Language,
  type Refusal,
} from '#domain';
import { one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** The word of each kind of letter in addresses. */
const SLUGS: Record<DecidingEvent, string> = {
  APPROVE: 'approval',
  OFFER_REGIONAL_OPTION: 'regional-option',
  DEFER: 'deferral',
  DECLINE: 'refusal',
};
export const slugOf = (kind: DecidingEvent): string => SLUGS[kind];
export const kindOf = (slug: string): DecidingEvent | undefined =>
  (Object.keys(SLUGS) as DecidingEvent[]).find((kind) => SLUGS[kind] === slug);

/** What was typed as the words of a letter, after which version, and why. */
export interface TypedLetter {
  blocks: LetterBlocks;
  note: string;
  after: number;
}
export function typedLetter(form: Form, kind: DecidingEvent): TypedLetter {
  const after = one(form, 'after');
  const words = (block: LetterBlock): string => text(form, `block-${block}`).replace(/\r\n?/g, '\n').trim();
  return {
    blocks: Object.fromEntries(letterBlocksOf(kind).map((block) => [block, words(block)])),
    note: text(form, 'note').trim(),
    after: /^\d{1,6}$/.test(after) ? Number(after) : 0,
  };
}

/** What was typed, as hidden fields of the page that shows what changes. */
export const carriedLetter = ({ blocks, note, after }: TypedLetter): { name: string; value: string }[] => [
  { name: 'after', value: String(after) },
  { name: 'note', value: note },
  ...Object.entries(blocks).map(([block, value]) => ({ name: `block-${block}`, value })),
];

/** Where a problem of the words stands on the form. */
export const letterErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) => {
    const [, block] = /^blocks\.(\w+)$/.exec(path) ?? [];
    if (block && block in LETTER_BLOCKS) return { text: message, href: `#block-${block}` };
    return path === 'note' ? { text: message, href: '#note' } : { text: message };
  });

const HINTS: Partial<Record<LetterBlock, string>> = {
  grounds: 'Left out of a letter that gives no grounds.',
  conditions: 'Left out of a letter without conditions.',
  closingAgain: 'In place of the part above, once reconsideration was asked for.',
};

/** The fields of the form: one for each part of the letter. */
export function letterFields(
  { kind, language }: { kind: DecidingEvent; language: Language },
  { blocks }: TypedLetter,
  errors: readonly PageError[],
) {
  return letterBlocksOf(kind).map((block) => {
    const value = blocks[block] ?? '';
    const name = `block-${block}`;
    const line = longestOf(block) <= 200;
    const fields = letterFieldsOf(kind, block).map((f) => `{${f}}`);
    return {
      kind: line ? 'text' : 'long',
      name,
      label: LETTER_BLOCKS[block],
      hint: `${HINTS[block] ? `${HINTS[block]} ` : ''}Can be filled with ${fields.join(', ')}.`,
      lang: language,
      value,
      ...(line ? {} : { rows: Math.min(12, 2 + Math.ceil(value.length / 80) + value.split('\n').length) }),
      error: errors.find((e) => e.href === `#${name}`)?.text,
    };
  });
}
