import type { CaseView, HistoryLine } from '#casework';
import { isAnswered, valueAt, type FieldProblem, type Question, type RequestContent, type Section } from '#domain';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import { dateTime } from '../shell/words.js';
import { marksOf, withAnswers, type Answers } from '../request/answers.js';
import { placeOf, type Names } from '../request/case-words.js';
import { errorOf, summaryOf } from '../request/field-models.js';
import { readRequest, type ReadAnswer } from '../request/reading.presenter.js';
import { CHOICES, FIELD, rowsOfBoth, type Merged } from './merge.form.js';
import { wordDifferences, type Run } from './word-differences.js';

export interface MergeInput {
  view: CaseView;
  /** What is stored now. */
  content: RequestContent;
  section: Section;
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
const isText = ({ kind }: Question): boolean => ['words', 'line', 'list'].includes(kind);

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
  by: string;
  /** Texts with what differs marked; rows are read as tables. */
  mine: Run[] | null;
  theirs: Run[] | null;
  mineRead: ReadAnswer | null;
  theirsRead: ReadAnswer | null;
  fields: object[];
}

function fieldsOf(question: Question, input: MergeInput): object[] {
  const { path, kind } = question;
  const { mine, content, choices = {}, problems = [] } = input;
  const chosen = choices[path];
  const together = isText(question)
    ? 'Keep the text that I write of both'
    : 'Keep the lines of both, to be put in order in the form';
  const options = Object.entries({ ...CHOICES, together }).map(([value, text]) => ({ value, text }));
  const carried = (name: string, value: unknown) => ({ kind: 'hidden', name, value: JSON.stringify(value ?? null) });
  return [
    carried(FIELD.mine(path), mine[path]),
    {
      kind: 'radios',
      name: FIELD.choice(path),
      label: 'Which text stays?',
      options,
      value: chosen?.choice ?? '',
      error: errorOf(problems, FIELD.choice(path)),
    },
    isText(question)
      ? {
          kind: 'long',
          name: FIELD.together(path),
          label: 'One text of both',
          hint: 'Your text stands here to begin with. It counts only if you choose it above.',
          value: chosen ? chosen.together : asText(mine[path]),
          rows: 8,
          ...(kind === 'words' ? { words: question.limit } : {}),
        }
      : carried(FIELD.together(path), rowsOfBoth([], valueAt(content, path))),
  ];
}

function answerOf(question: Question, input: MergeInput, read: { mine: ReadAnswer; theirs: ReadAnswer }): MergedAnswer {
  const { path } = question;
  const { content, mine } = input;
  const language = content.language ?? 'en';
  const differs = isText(question) ? wordDifferences(asText(mine[path]), asText(valueAt(content, path))) : null;
  const whole = (runs: Run[] | undefined) => (runs && runs.length > 0 ? runs : null);
  return {
    path,
    label: question.label[language],
    lang: language,
    by: savedBy(input, path),
    mine: whole(differs?.before),
    theirs: whole(differs?.after),
    mineRead: isText(question) && isAnswered(mine[path]) ? null : read.mine,
    theirsRead: isText(question) && isAnswered(valueAt(content, path)) ? null : read.theirs,
    fields: fieldsOf(question, input),
  };
}

/** The page on which one chooses, answer by answer, between two texts that were written at the same time. */
export function mergePage(input: MergeInput) {
  const { view, content, section, mine, names, problems = [], stays } = input;
  const { ref, summary, documents } = view.facts;
  const place = placeOf(summary.countries, names);
  const readOf = (text: RequestContent) => {
    const { sections } = readRequest({ ref, content: text, documents, tiers: view.tiers, names });
    return new Map(sections.flatMap((s) => s.answers.map((a) => [a.path, a] as const)));
  };
  const [own, stored] = [readOf(withAnswers(content, mine)), readOf(content)];
  const questions = section.questions.filter((q) => q.path in mine);
  const errors = summaryOf(problems, new Set(problems.map((p) => p.path)));
  return {
    title: `Two texts: ${section.title}, ${place}`,
    heading: questions.length === 1 ? 'One answer was changed twice' : 'Some answers were changed twice',
    eyebrow: `Section ${section.number}, ${section.title}`,
    breadcrumbs: [
      { text: 'Your work', href: paths.home() },
      { text: place, href: paths.request(ref) },
      { text: `Section ${section.number}`, href: paths.section(ref, section.number) },
      { text: 'Two texts' },
    ],
    answers: questions.map((q) => answerOf(q, input, { mine: own.get(q.path)!, theirs: stored.get(q.path)! })),
    action: paths.section(ref, section.number),
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
