import { date } from '../shell/words.js';
import { paths } from '../shell/paths.js';
import { plural } from '../request/case-words.js';
import { words } from '../shell/words.js';
import type { PageError } from '../shell/views.js';
import type { Part, ReadForm, Understood } from './score-file.read.js';
import type { OpenScores } from './score-files.js';
import { CANNOT_WORDS } from './score-file.fields.js';
import { CANNOT, typedFrom, type TypedScore } from './score.form.js';

const ROWS: [Part, string][] = [
  ['score', 'Score'],
  ['reason', 'Reason'],
  ['evidence', 'Evidence'],
  ['confidence', 'How sure'],
];
const textOf = (field: Understood, part: Part): string =>
  part === 'evidence' ? field.evidence.join('\n') : field[part];

/** One criterion as it was understood: each field with its cell where something is wrong. */
function shown(field: Understood, number: number) {
  return {
    id: `read-${number}`,
    number,
    name: field.name,
    empty: field.empty,
    rows: ROWS.map(([part, label]) => ({
      label,
      text: textOf(field, part),
      problem: field.problems
        .filter((p) => p.part === part)
        .map((p) => `Cell ${p.cell}: ${p.message}.`)
        .join(' '),
    })).filter((row) => row.text || row.problem),
  };
}

/** What of the form goes into the page of the scores: what was filled in; what was left empty stays as it was saved. */
function fieldsOf(read: ReadForm, kept: Record<string, TypedScore>) {
  const hidden = (name: string, value: string) => ({ kind: 'hidden', name, value });
  return read.fields.flatMap((field) => {
    const before = kept[field.key]!;
    const score = field.score.toLowerCase() === CANNOT_WORDS ? CANNOT : field.score.replace(/\.0+$/, '');
    return [
      hidden(`score-${field.key}`, score || before.score),
      hidden(`reason-${field.key}`, field.reason || before.reason),
      hidden(`evidence-${field.key}`, field.evidence.join('\n') || before.evidence),
      hidden(`confidence-${field.key}`, field.confidence || before.confidence),
      hidden(`base-${field.key}`, before.base),
    ];
  });
}

/** The page of the score form: where it is taken from, and what was understood when it came back. */
export function scoreFileContext({ view, own, form }: OpenScores, read: ReadForm | null = null, wrong?: string) {
  const { ref } = form;
  const clock = view.facts.clocks.find((c) => c.personId === own.person.id && c.stoppedWith === null);
  const problems = read?.fields.flatMap((f) => f.problems) ?? [];
  const filled = read?.fields.filter((f) => !f.empty).length ?? 0;
  const errors: PageError[] = (read?.fields ?? []).flatMap((f, i) =>
    f.problems.map((p) => ({ text: `${f.name}, cell ${p.cell}: ${p.message}`, href: `#read-${i + 1}` })),
  );
  return {
    title: `Score form: ${ref}`,
    breadcrumbs: [
      { text: 'Your reviews', href: paths.reviews() },
      { text: ref, href: paths.review(ref) },
      { text: 'Score form' },
    ],
    ref,
    ...(errors.length ? { errors } : {}),
    due: clock ? `Your scores are due on ${date(clock.dueOn)}.` : '',
    version: form.requestVersion,
    download: paths.scoreForm(ref),
    back: paths.review(ref),
    wrong,
    read: read && {
      criteria: read.fields.map((f, i) => shown(f, i + 1)),
      sentence:
        filled === 0
          ? 'Nothing is filled in.'
          : `${words(filled, true)} of ${words(read.fields.length)} criteria ${plural(filled, 'is', 'are')} filled in.`,
      problems: problems.length,
      ready: problems.length === 0 && filled > 0,
      hidden: [
        ...fieldsOf(read, typedFrom(own.draft)),
        { kind: 'hidden', name: 'version', value: form.requestVersion },
      ],
    },
  };
}
