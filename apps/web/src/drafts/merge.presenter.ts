import type { CaseView, HistoryLine } from '#casework';
import { valueAt, type FieldProblem, type RequestContent } from '#domain';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import { dateTime } from '../shell/words.js';
import { marksOf, withAnswers, type Answers } from '../request/answers.js';
import { placeOf, type Names } from '../request/case-words.js';
import { errorOf, summaryOf } from '../request/field-models.js';
import { readRequest, type ReadAnswer } from '../request/reading.presenter.js';
import type { FormOf, Mergeable } from './merge-form-of.js';
import { CHOICES, FIELD, isText, rowsOfBoth, type Merged } from './merge.form.js';
import { wordDifferences, type Run } from './word-differences.js';

export interface MergeInput {
  view: CaseView;
  /** What is stored now. */
  content: RequestContent;
  form: FormOf;
  /** The person's own text of the answers that somebody else changed meanwhile. */
  mine: Answers;
  choices?: Merged['choices'];
  problems?: FieldProblem[];
  /** The latest changes of the draft, newest first. */
  lines: readonly HistoryLine[];
  me: string;
  names: Names;
  /** The person goes on from here, or stays. */
  stays: boolean;
}

const asText = (value: unknown): string =>
  Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : '';

/** Who saved the text that is stored, and when. */
function savedBy({ lines, me }: MergeInput, path: string): string {
  const touches = (line: HistoryLine) => {
    const { patch } = line.data as { patch?: RequestContent };
    return patch !== undefined && valueAt(patch, path) !== undefined;
  };
  const line = lines.find(touches);
  if (!line) return 'Saved meanwhile';
  return `Saved by ${line.actorId === me ? 'you, in another window' : line.actorName} on ${dateTime(line.at)}`;
}

/** Two texts of one answer, side by side, and what may be done with them. */
interface MergedAnswer {
  path: string;
  label: string;
  lang: string;
  chosen: boolean;
  by: string;
  /** Texts with what differs marked; rows are read as tables. */
  mine: Run[] | null;
  theirs: Run[] | null;
  mineRead: ReadAnswer | null;
  theirsRead: ReadAnswer | null;
  fields: object[];
}

/** What may be done: what is chosen, and not written, has no answer of both. */
function choicesOf(question: Mergeable): Record<string, string> {
  if (question.kind === 'chosen') return { mine: 'Keep my answer', theirs: 'Keep the answer that is saved' };
  const together = isText(question)
    ? 'Keep the text that I write of both'
    : 'Keep the lines of both, to be put in order in the form';
  return { ...CHOICES, together };
}

function fieldsOf(question: Mergeable, input: MergeInput): object[] {
  const { path, kind } = question;
  const { mine, content, choices = {}, problems = [] } = input;
  const chosen = choices[path];
  const options = Object.entries(choicesOf(question)).map(([value, text]) => ({ value, text }));
  const carried = (name: string, value: unknown) => ({ kind: 'hidden', name, value: JSON.stringify(value ?? null) });
  return [
    carried(FIELD.mine(path), mine[path]),
    {
      kind: 'radios',
      name: FIELD.choice(path),
      label: kind === 'chosen' ? 'Which answer stays?' : 'Which text stays?',
      options,
      value: chosen?.choice ?? '',
      error: errorOf(problems, FIELD.choice(path)),
    },
    ...(kind === 'chosen'
      ? []
      : [
          isText(question)
            ? {
                kind: 'long',
                name: FIELD.together(path),
                label: 'One text of both',
                hint: 'Your text stands here to begin with. It counts only if you choose it above.',
                value: chosen ? chosen.together : asText(mine[path]),
                rows: kind === 'line' ? 3 : 8,
                ...(question.limit && kind === 'words' ? { words: question.limit } : {}),
              }
            : carried(FIELD.together(path), rowsOfBoth([], valueAt(content, path))),
        ]),
  ];
}

/** The two texts of an answer to be compared word by word; null where it is read as rows. */
function textsOf(question: Mergeable, { content, mine, names }: MergeInput): [string, string] | null {
  const { path, read } = question;
  if (read) return [read(withAnswers(content, { [path]: mine[path] }), names), read(content, names)];
  return isText(question) ? [asText(mine[path]), asText(valueAt(content, path))] : null;
}

const NOTHING: ReadAnswer = { path: '', label: '', restricted: false, shape: 'none' };

type Reads = Record<'mine' | 'theirs', ReadAnswer | undefined>;

function answerOf(question: Mergeable, input: MergeInput, read: Reads): MergedAnswer {
  const { path } = question;
  const language = input.content.language ?? 'en';
  const texts = textsOf(question, input);
  const differs = texts && wordDifferences(...texts);
  const whole = (runs: Run[] | undefined) => (runs && runs.length > 0 ? runs : null);
  return {
    path,
    label: question.label[language],
    lang: language,
    chosen: question.kind === 'chosen',
    by: savedBy(input, path),
    mine: whole(differs?.before),
    theirs: whole(differs?.after),
    mineRead: texts?.[0] ? null : (read.mine ?? NOTHING),
    theirsRead: texts?.[1] ? null : (read.theirs ?? NOTHING),
    fields: fieldsOf(question, input),
  };
}

/** The page on which one chooses, answer by answer, between two texts that were written at the same time. */
export function mergePage(input: MergeInput) {
  const { view, content, form, mine, names, problems = [], stays } = input;
  const { ref, summary, documents } = view.facts;
  const place = placeOf(summary.countries, names);
  const readOf = (text: RequestContent) => {
    const { sections } = readRequest({ ref, content: text, documents, tiers: view.tiers, names });
    return new Map(sections.flatMap((s) => s.answers.map((a) => [a.path, a] as const)));
  };
  const [own, stored] = [readOf(withAnswers(content, mine)), readOf(content)];
  const questions = form.questions.filter((q) => q.path in mine);
  const errors = summaryOf(problems, new Set(problems.map((p) => p.path)));
  return {
    title: `Two texts: ${form.name}, ${place}`,
    heading: questions.length === 1 ? 'One answer was changed twice' : 'Some answers were changed twice',
    eyebrow: form.name,
    whole: form.whole,
    breadcrumbs: [
      { text: 'Your work', href: paths.home() },
      { text: place, href: paths.request(ref) },
      { text: form.crumb, href: form.path(ref) },
      { text: 'Two texts' },
    ],
    answers: questions.map((q) => answerOf(q, input, { mine: own.get(q.path), theirs: stored.get(q.path) })),
    action: form.path(ref),
    hidden: [
      ...stepFields(view.revision),
      { kind: 'hidden', name: FIELD.paths, value: questions.map((q) => q.path).join(' ') },
      {
        kind: 'hidden',
        name: 'marks',
        value: marksOf(
          questions.map((q) => q.path),
          content,
        ),
      },
      ...(stays ? [{ kind: 'hidden', name: 'draft', value: '1' }] : []),
    ],
    ...(errors.length ? { errors } : {}),
  };
}
