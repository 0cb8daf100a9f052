import type { LetterVersion } from '#casework';
import {
  LANGUAGES,
  LETTER_BLOCKS,
  LETTER_FIELDS,
  letterBlocksOf,
  sampleLetter,
  wordDiff,
  type ClockSettings,
  type DecidingEvent,
  type LetterBlocks,
  type LetterTemplate,
  type Refusal,
} from '#domain';
import { publishedLine } from '../criteria/published.js';
import { plural } from '../request/case-words.js';
import { letterShown } from '../request/letter.presenter.js';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';
import { markedBlocks } from '../terms/marks.js';
import { letterErrors, letterFields, slugOf, type TypedLetter } from './letters.form.js';

type At = { date: string; clocks: ClockSettings };
const HOME = { text: 'Decision letters', href: paths.adminLetters() };
const KINDS: Record<DecidingEvent, string> = {
  APPROVE: 'Approval',
  OFFER_REGIONAL_OPTION: 'Offer of a regional option',
  DEFER: 'Deferral',
  DECLINE: 'Refusal',
};
const nameOf = ({ kind, language }: Pick<LetterTemplate, 'kind' | 'language'>) =>
  `${KINDS[kind]}, ${LANGUAGES[language]}`;
const hrefOf = ({ kind, language }: Pick<LetterTemplate, 'kind' | 'language'>) =>
  paths.adminLetter(slugOf(kind), language);

/** The letters with the version in force of each. */
export function listContext(current: readonly LetterVersion[]) {
  const order = Object.keys(KINDS);
  const sorted = current.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return {
    title: 'Decision letters',
    lead: 'What letters say around the reasons of the approver. A change is a new version; letters that were sent keep theirs.',
    columns: [
      { key: 'letter', text: 'Letter' },
      { key: 'version', text: 'In force' },
      { key: 'published', text: 'Since' },
      { key: 'by', text: 'By' },
    ],
    rows: sorted.map((t) => ({
      letter: { text: nameOf(t), href: hrefOf(t) },
      version: `Version ${t.version}`,
      published: new Date(t.publishedAt),
      by: t.publishedBy,
    })),
  };
}

/** The letter about an invented case; a refusal also as it reads the second time. */
function previews(template: LetterTemplate, at: At) {
  const shown = (again: boolean) => letterShown(sampleLetter(template, { ...at, again }));
  return [
    { title: '', letter: shown(false) },
    ...(template.kind === 'DECLINE'
      ? [{ title: 'Where reconsideration was asked for before', letter: shown(true) }]
      : []),
  ];
}

/** The parts that differ, with what was taken out and put in. */
export const changesOf = (kind: DecidingEvent, before: LetterBlocks, after: LetterBlocks) =>
  letterBlocksOf(kind)
    .filter((block) => (before[block] ?? '') !== (after[block] ?? ''))
    .map((block) => ({
      title: LETTER_BLOCKS[block],
      blocks: markedBlocks(wordDiff(before[block] ?? '', after[block] ?? '')),
    }));

/** One version of a letter, with its preview and what it changed. */
export function versionContext(shown: LetterVersion, all: readonly LetterVersion[], at: At) {
  const before = all.find((t) => t.version === shown.version - 1);
  const current = all[0] === shown;
  return {
    title: `Letter: ${nameOf(shown)}, version ${shown.version}`,
    breadcrumbs: [HOME, { text: nameOf(shown) }],
    eyebrow: 'Decision letters',
    heading: nameOf(shown),
    tag: current ? { text: 'In force', tone: 'green' } : { text: 'Replaced', tone: 'grey' },
    lead: `Version ${shown.version}. ${publishedLine(shown)}`,
    note: shown.note,
    action: { text: 'Write a new version', href: `${hrefOf(shown)}/new` },
    previews: previews(shown, at),
    language: shown.language,
    changes: before ? changesOf(shown.kind, before.blocks, shown.blocks) : [],
    against: before ? `Against version ${before.version}` : '',
    versions: all.map((t) => ({
      text: `Version ${t.version}`,
      href: `${hrefOf(t)}/${t.version}`,
      current: t === shown,
    })),
  };
}

const noteField = ({ note }: TypedLetter, error?: string) => ({
  kind: 'long',
  name: 'note',
  label: 'Why do the words change?',
  hint: 'Whoever reads the versions later finds it there.',
  rows: 2,
  value: note,
  error,
});

/** The form for a new version. */
export function formContext(last: LetterVersion, typed: TypedLetter, refusal?: Refusal) {
  const errors = refusal ? letterErrors(refusal) : [];
  return {
    title: `New version of a letter: ${nameOf(last)}`,
    breadcrumbs: [HOME, { text: nameOf(last), href: hrefOf(last) }, { text: 'New version' }],
    ...(errors.length ? { errors } : {}),
    heading: nameOf(last),
    lead: 'Names in braces are filled from each case. An empty line begins a paragraph.',
    places: Object.entries(LETTER_FIELDS).map(([name, what]) => ({ name: `{${name}}`, what })),
    after: typed.after,
    fields: [...letterFields(last, typed, errors), noteField(typed, errors.find((e) => e.href === '#note')?.text)],
    href: hrefOf(last),
  };
}

/** The last page before words are put in force: what changes, and how the letter reads. */
export function publishContext(last: LetterVersion, typed: TypedLetter, at: At) {
  const changes = changesOf(last.kind, last.blocks, typed.blocks);
  const n = changes.length;
  return {
    title: `Check what changes: ${nameOf(last)}`,
    breadcrumbs: [HOME, { text: nameOf(last), href: hrefOf(last) }, { text: 'New version' }],
    heading: 'Check what changes',
    lead: n
      ? `${words(n, true)} ${plural(n, 'part', 'parts')} of the letter ${plural(n, 'differs', 'differ')} from version ${last.version}.`
      : `Nothing differs from version ${last.version}, so there is nothing to publish.`,
    changes,
    language: last.language,
    previews: previews({ ...last, version: last.version + 1, blocks: typed.blocks }, at),
    next: last.version + 1,
    href: hrefOf(last),
  };
}
