import { randomUUID } from 'node:crypto';
import type { CaseView, DraftComment, SignedIn } from '#casework';
import { commentRefusal, SECTIONS, type Language, type Refusal } from '#domain';
import { placeOf, type Names } from '../request/case-words.js';
import { one, text, type Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';

/** What was typed: to which comment, or about which question. */
export interface TypedComment {
  question: string;
  answers: string;
  text: string;
}
export const typedComment = (form: Form): TypedComment => ({
  question: one(form, 'question'),
  answers: one(form, 'answers'),
  text: text(form, 'text'),
});

interface Input {
  view: CaseView;
  me: SignedIn;
  comments: readonly DraftComment[];
  typed: TypedComment;
  refusal?: Refusal | undefined;
  names: Names;
}

/** A question by its place, in the language of the request. */
function questionAt(path: string, language: Language, ref: string) {
  for (const section of SECTIONS)
    for (const question of section.questions)
      if (question.path === path)
        return {
          text: question.label[language],
          lang: language,
          section,
          href: `${paths.section(ref, section.number)}#${path}`,
        };
  return null;
}

const hiddenOf = (answers: string) => [
  { kind: 'hidden', name: 'once', value: randomUUID() },
  ...(answers ? [{ kind: 'hidden', name: 'answers', value: answers }] : []),
];

function commentOf(comment: DraftComment, may: boolean, { view, typed, refusal }: Input) {
  const { ref, summary } = view.facts;
  const question = questionAt(comment.question, summary.language, ref);
  const here = typed.answers === comment.id;
  return {
    ...comment,
    place: question && {
      section: `Section ${question.section.number}, ${question.section.title}`,
      text: question.text,
      lang: question.lang === 'en' ? '' : question.lang,
      href: question.href,
    },
    form:
      may && !comment.resolved
        ? {
            hidden: hiddenOf(comment.id),
            field: {
              kind: 'long',
              name: 'text',
              id: `answer-${comment.id}`,
              label: 'Your answer',
              rows: 3,
              value: here ? typed.text : '',
              error: here ? refusal?.fields?.find((f) => f.path === 'text')?.message : undefined,
            },
          }
        : null,
  };
}

function newForm({ view, typed, refusal }: Input) {
  const here = typed.answers === '';
  const at = (path: string) => (here ? refusal?.fields?.find((f) => f.path === path)?.message : undefined);
  const { language } = view.facts.summary;
  return {
    hidden: hiddenOf(''),
    fields: [
      {
        kind: 'select',
        name: 'question',
        label: 'Which question is it about?',
        value: typed.question,
        error: at('question'),
        options: [
          { value: '', text: 'Choose a question' },
          ...SECTIONS.flatMap((s) =>
            s.questions.map((q) => ({ value: q.path, text: `${s.number}. ${q.label[language]}` })),
          ),
        ],
      },
      {
        kind: 'long',
        name: 'text',
        label: 'Your comment',
        hint: 'Read by the office that writes the request. It never goes with the request.',
        rows: 4,
        value: here ? typed.text : '',
        error: at('text'),
      },
    ],
  };
}

function errorsOf({ typed, refusal }: Input) {
  if (!refusal) return [];
  const field = typed.answers ? `answer-${typed.answers}` : 'text';
  return refusal.fields?.length
    ? refusal.fields.map((f) => ({ text: f.message, href: f.path === 'text' ? `#${field}` : `#${f.path}` }))
    : [{ text: refusal.message }];
}

/** Every comment of a request: those that wait first, then what was settled. */
export function commentsPage(input: Input) {
  const { view, me, comments, names } = input;
  const { ref, summary } = view.facts;
  const closed = commentRefusal(me, view.facts);
  const open = comments.filter((c) => !c.resolved);
  const place = placeOf(summary.countries, names);
  const errors = errorsOf(input);
  return {
    title: `Comments: ${place}`,
    eyebrow: `${ref}, ${place}`,
    breadcrumbs: [
      { text: 'Your work', href: paths.home() },
      { text: place, href: paths.request(ref) },
      { text: 'Comments' },
    ],
    lead: open.length
      ? `${words(open.length, true)} ${open.length > 1 ? 'comments wait' : 'comment waits'} for an answer or to be resolved.`
      : 'No comment is open.',
    open: open.map((c) => commentOf(c, !closed, input)),
    settled: comments.filter((c) => c.resolved).map((c) => commentOf(c, false, input)),
    form: closed ? null : newForm(input),
    closed: closed?.message ?? '',
    back: { text: 'Back to the request', href: paths.request(ref) },
    ...(errors.length ? { errors } : {}),
  };
}
