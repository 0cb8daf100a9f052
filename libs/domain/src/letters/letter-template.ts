import type { FieldProblem } from '../refusal.js';
import { LANGUAGES, type Language } from '../request/content.js';
import { DECIDING_EVENTS, type DecidingEvent } from '../request/facts.js';
import { textTrouble } from '../text.js';

/** The parts of a letter whose words an administrator writes, in the order in which a letter has them. */
export const LETTER_BLOCKS = {
  to: 'To whom it is addressed',
  subject: 'Subject',
  opening: 'Opening',
  decision: 'The decision',
  grounds: 'Grounds',
  reasons: 'Reasons',
  conditions: 'Conditions',
  money: 'Approval and funding',
  closing: 'What comes next',
  closingAgain: 'What comes next, where reconsideration was asked for before',
} as const;
export type LetterBlock = keyof typeof LETTER_BLOCKS;

/** What a letter is filled with; each is written between braces. */
export const LETTER_FIELDS = {
  reference: 'The reference of the request',
  version: 'The number of the version that is answered',
  places: 'The countries of the request',
  support: 'The form of support, with its months where it is approved',
  until: 'The day until which the decision is deferred',
  option: 'The option that is offered: its countries, days, duty station and cost',
  grounds: 'The grounds, as a list',
  reasons: 'The reasons of the approver',
  conditions: 'The conditions, as a list',
  validDays: 'For how many days an approval is valid, from the settings',
  validUntil: 'The last of those days',
  reconsiderationDays: 'For how many days reconsideration can be asked for, from the settings',
  reconsiderationUntil: 'The last of those days',
} as const;
export type LetterField = keyof typeof LETTER_FIELDS;

/** Lists and texts of several paragraphs: they stand in a paragraph of their own. */
export const LETTER_LISTS = ['option', 'grounds', 'reasons', 'conditions'] as const satisfies readonly LetterField[];
export type LetterList = (typeof LETTER_LISTS)[number];

/** The words of a letter of one kind in one language, without what a case fills in. */
export type LetterBlocks = Partial<Record<LetterBlock, string>>;
/** A version of them. */
export interface LetterTemplate {
  kind: DecidingEvent;
  language: Language;
  version: number;
  blocks: LetterBlocks;
}

const COMMON: LetterBlock[] = ['to', 'subject', 'opening', 'decision', 'grounds', 'reasons'];
const BLOCKS_OF: Record<DecidingEvent, LetterBlock[]> = {
  APPROVE: [...COMMON, 'conditions', 'money', 'closing'],
  OFFER_REGIONAL_OPTION: [...COMMON, 'conditions', 'closing'],
  DEFER: [...COMMON, 'closing'],
  DECLINE: [...COMMON, 'closing', 'closingAgain'],
};
/** The blocks that a letter of this kind has. */
export const letterBlocksOf = (kind: DecidingEvent): readonly LetterBlock[] => BLOCKS_OF[kind];

const EVERYWHERE: LetterField[] = ['reference', 'version', 'places'];
const FIELDS_OF: Record<DecidingEvent, LetterField[]> = {
  APPROVE: ['support', 'validDays', 'validUntil'],
  OFFER_REGIONAL_OPTION: ['support'],
  DEFER: ['until'],
  DECLINE: ['reconsiderationDays', 'reconsiderationUntil'],
};
/** The lists that one block alone has. */
function listsOf(kind: DecidingEvent, block: LetterBlock): LetterList[] {
  if (block === 'grounds' || block === 'reasons' || block === 'conditions') return [block];
  return kind === 'OFFER_REGIONAL_OPTION' && block === 'decision' ? ['option'] : [];
}
/** The fields that a block of a letter of this kind can be filled with. */
export const letterFieldsOf = (kind: DecidingEvent, block: LetterBlock): LetterField[] => [
  ...EVERYWHERE,
  // After a second refusal there is no time for reconsideration to tell.
  ...(block === 'closingAgain' ? [] : FIELDS_OF[kind]),
  ...listsOf(kind, block),
];

/** What each block has to say for a letter to say what was decided. */
function neededIn(kind: DecidingEvent, block: LetterBlock): LetterField[] {
  if (block === 'decision') {
    if (kind === 'DEFER') return ['until'];
    return kind === 'DECLINE' ? [] : ['support', ...listsOf(kind, block)];
  }
  if (block === 'money') return ['validUntil'];
  if (block === 'closing' && kind === 'DECLINE') return ['reconsiderationUntil'];
  return listsOf(kind, block);
}

const LINE = 200;
const LONGEST = 2_000;
const ONE_LINE: readonly LetterBlock[] = ['to', 'subject'];
/** How long a block may be. */
export const longestOf = (block: LetterBlock): number => (ONE_LINE.includes(block) ? LINE : LONGEST);

const FIELD = /\{(\w+)\}/g;
const braced = (field: string): string => `{${field}}`;
const fieldsIn = (text: string): string[] => [...text.matchAll(FIELD)].map(([, name]) => name!);
/** Paragraphs of a text: an empty line divides them. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((p) => p.trim())
    .filter(Boolean);

const NUMBERS =
  '\\d+|two|three|six|nine|ten|twelve|thirty|sixty|ninety|deux|trois|neuf|dix|douze|trente|soixante|dos|tres|seis|nueve|diez|doce|treinta|sesenta|noventa';
const UNITS = 'days?|weeks?|months?|years?|jours?|semaines?|mois|ans?|d[ií]as?|semanas?|mes(?:es)?|años?';
/** A time in figures or words: it belongs to the settings, and would be wrong the day after they change. */
const FIXED_TIME = new RegExp(`(?:^|[^\\p{L}\\d])(?:${NUMBERS})\\s+(?:${UNITS})(?![\\p{L}])`, 'iu');

/** What stands against the fields of a block, as sentences. */
function fieldTrouble(kind: DecidingEvent, block: LetterBlock, text: string): string[] {
  const allowed = letterFieldsOf(kind, block);
  const names = fieldsIn(text);
  const said = names.flatMap((name) => {
    if (!Object.hasOwn(LETTER_FIELDS, name))
      return [`“${braced(name)}” is not a field of a letter. Choose from ${allowed.map(braced).join(', ')}`];
    return allowed.includes(name as LetterField) ? [] : [`${braced(name)} has no value here. Take it out`];
  });
  const missing = neededIn(kind, block).filter((field) => !names.includes(field));
  const alone = listsOf(kind, block).filter(
    (field) => names.includes(field) && paragraphsOf(text).filter((p) => p === braced(field)).length !== 1,
  );
  return [
    ...said,
    ...(/[{}]/.test(text.replace(FIELD, '')) ? ['A brace stands alone. Write each field as its name in braces'] : []),
    ...missing.map((field) => `Write ${braced(field)} where this stands in the letter: ${inWords(field)}`),
    ...alone.map((field) => `Put ${braced(field)} once, in a paragraph of its own with an empty line before it`),
    ...(FIXED_TIME.test(text)
      ? ['Take times from the settings, with a field such as {validDays} or {reconsiderationDays}, not as a number']
      : []),
  ];
}
const inWords = (field: LetterField): string => LETTER_FIELDS[field].toLowerCase();

function blockProblems(kind: DecidingEvent, block: LetterBlock, text: unknown): FieldProblem[] {
  const path = `blocks.${block}`;
  if (text === undefined || text === null || text === '' || (typeof text === 'string' && !text.trim()))
    return [{ path, message: `Write this part of the letter: ${LETTER_BLOCKS[block].toLowerCase()}` }];
  const trouble = textTrouble(text, longestOf(block));
  if (trouble) return [{ path, message: trouble }];
  const words = text as string;
  if (ONE_LINE.includes(block) && /[\r\n]/.test(words)) return [{ path, message: 'Write this on one line' }];
  // One at a time: what is said first is often the cause of the next.
  return fieldTrouble(kind, block, words)
    .slice(0, 1)
    .map((message) => ({ path, message }));
}

/** What stands against the words of a letter; empty when they can be published. */
export function templateProblems(
  { kind, language }: { kind: string; language: string },
  blocks: unknown,
): FieldProblem[] {
  if (!isLetterKind(kind)) return [{ path: 'kind', message: 'Choose the kind of decision that the letter tells' }];
  if (!Object.hasOwn(LANGUAGES, language)) return [{ path: 'language', message: 'Choose English, French or Spanish' }];
  if (typeof blocks !== 'object' || blocks === null || Array.isArray(blocks))
    return [{ path: 'blocks', message: 'Enter the parts of the letter' }];
  const given = blocks as Record<string, unknown>;
  const all = letterBlocksOf(kind);
  const problems = [
    ...Object.keys(given)
      .filter((name) => !(all as readonly string[]).includes(name))
      .map((name) => ({ path: `blocks.${name.slice(0, 60)}`, message: 'This letter has no part of this name' })),
    ...all.flatMap((block) => blockProblems(kind, block, Object.hasOwn(given, block) ? given[block] : undefined)),
  ];
  const named = ['subject', 'opening'].some((block) => fieldsIn(String(given[block] ?? '')).includes('reference'));
  return problems.length === 0 && !named
    ? [{ path: 'blocks.subject', message: 'Name the request: write {reference} in the subject or the opening' }]
    : problems;
}

/** Whether a text names a kind of decision that has a letter. */
export const isLetterKind = (kind: string): kind is DecidingEvent =>
  (DECIDING_EVENTS as readonly string[]).includes(kind);

/** A text with its fields filled; what is filled in is never read for fields again. */
export const filled = (text: string, values: Partial<Record<LetterField, string>>): string =>
  text.replace(FIELD, (whole, name: string) => values[name as LetterField] ?? whole);
