import type { CaseView } from '#casework';
import {
  assessmentOf,
  isRefusal,
  mayTake,
  nameOnLine,
  SECTIONS,
  VOIDED_BY_A_VERSION,
  type Actor,
  type Clarification,
  type FieldProblem,
  type RequestEventType,
} from '#domain';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import type { PageError } from '../shell/views.js';
import { date, words } from '../shell/words.js';
import { caseFrame } from './case-frame.js';
import { plural, type Names } from './case-words.js';
import { errorOf } from './field-models.js';
import { fieldId, type Typed } from './messages.form.js';

export interface MessagesInput {
  view: CaseView;
  me: Actor;
  names: Names;
  today: string;
  typed?: Typed;
  problems?: FieldProblem[];
  trouble?: string | undefined;
}

const sectionOf = (ref: string, number: number | null) => {
  const section = SECTIONS.find((s) => s.number === number);
  return section
    ? { text: `Section ${section.number}, ${section.title}`, href: `${paths.full(ref)}#section-${section.number}` }
    : null;
};

/** Where the problem of a step stands: each step has one text of its own. */
const TEXT_OF: Record<string, string> = { ASK: 'question', ANSWER: 'answer', CLOSE_QUESTION: 'reason' };

/** One form of the page, with what was typed into it. */
function formOf(step: NonNullable<Typed['step']>, questionId: string, input: MessagesInput) {
  const { typed, problems = [], view } = input;
  const here = typed?.step === step && typed.questionId === questionId;
  const id = fieldId(step, questionId);
  return {
    step,
    id,
    value: here ? typed.text : '',
    section: here ? typed.section : '',
    mayChange: here && typed.mayChange ? ['yes'] : [],
    error: here ? errorOf(problems, TEXT_OF[step]!) : undefined,
    sectionError: here ? errorOf(problems, 'section') : undefined,
    open: here,
    hidden: [
      ...stepFields(view.revision),
      { kind: 'hidden', name: 'step', value: step },
      { kind: 'hidden', name: 'questionId', value: questionId },
    ],
  };
}

function questionOf(c: Clarification, number: number, input: MessagesInput) {
  const { view, me } = input;
  const { facts } = view;
  const open = c.answer === null && c.closedReason === null;
  const may = (type: 'ANSWER' | 'CLOSE_QUESTION') => open && !isRefusal(mayTake(facts, me, type));
  return {
    id: `question-${c.id}`,
    number,
    section: sectionOf(facts.ref, c.section),
    by: nameOnLine(me, facts, { event: 'ASK', actor: c.askedBy }),
    at: c.askedAt,
    text: c.question,
    answer: c.answer === null ? null : { text: c.answer, by: c.answeredBy?.name ?? '', at: c.answeredAt },
    closed: c.closedReason,
    mayChange: c.mayChange === true,
    version: c.answeredIn
      ? {
          text: `Version ${c.answeredIn}: what changed`,
          href: paths.changes(facts.ref, c.answeredIn, c.answeredIn - 1),
        }
      : null,
    open,
    answerForm: may('ANSWER') ? formOf('ANSWER', c.id, input) : null,
    closeForm: may('CLOSE_QUESTION') ? formOf('CLOSE_QUESTION', c.id, input) : null,
  };
}

function errorsOf({ typed, problems = [], trouble }: MessagesInput): PageError[] {
  const id = typed ? fieldId(typed.step, typed.questionId) : '';
  const at = (path: string) => (path === 'section' ? '#section' : `#${id}`);
  return [...(trouble ? [{ text: trouble }] : []), ...problems.map((p) => ({ text: p.message, href: at(p.path) }))];
}

/** What stands above the questions: how many wait, and until when. */
function leadOf({ facts }: CaseView, waiting: number): string {
  const due = facts.clocks.find((c) => c.group === 'clarification')?.dueOn;
  if (waiting === 0)
    return 'OHCHR may ask the country office while a request is assessed. Everybody who may read the request reads what is asked and answered.';
  return `${words(waiting, true)} ${plural(waiting, 'question waits', 'questions wait')} for the country office${due ? `, until ${date(due)}` : ''}. The clock of the review stands still until then.`;
}

/** What the office can do about a question that allows a change of the request; null for everybody else. */
function changeOf(input: MessagesInput) {
  const { facts } = input.view;
  const may = (type: RequestEventType) => !isRefusal(mayTake(facts, input.me, type));
  if (!may('EDIT') || assessmentOf(facts.state) === null) return null;
  const changed = Boolean(facts.changeInHand);
  const next = facts.version + 1;
  const go = {
    text: changed ? 'Go on changing it' : 'Change the request',
    href: `${paths.request(facts.ref)}#sections`,
  };
  return {
    words: changed
      ? `The request differs from version ${facts.version}, which is being judged. Nobody but your office reads the change until it is submitted as version ${next}.`
      : `A question allows you to change the request. What you change stays with your office, beside version ${facts.version}, until it is submitted as version ${next}. Countries, type and track stay as they are.`,
    links: changed
      ? [
          go,
          { text: `Compare it with version ${facts.version}`, href: paths.changeInHand(facts.ref) },
          { text: `Check and submit version ${next}`, href: paths.check(facts.ref) },
        ]
      : [go],
    voids: changed ? VOIDED_BY_A_VERSION : '',
    drop: may('DROP_CHANGE') ? formOf('DROP_CHANGE', '', input) : null,
  };
}

/** The questions and answers of a request. */
export function messagesPage(input: MessagesInput) {
  const { view, me, names, today } = input;
  const { facts } = view;
  const frame = caseFrame(view, 'messages', names);
  const questions = facts.clarifications.map((c, i) => questionOf(c, i + 1, input));
  const waiting = questions.filter((q) => q.open);
  const errors = errorsOf(input);
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    today,
    lead: leadOf(view, waiting.length),
    // What waits comes first; then the newest.
    questions: [...waiting, ...questions.filter((q) => !q.open).reverse()],
    askForm: isRefusal(mayTake(facts, me, 'ASK')) ? null : formOf('ASK', '', input),
    sections: [
      { value: '', text: 'The whole request' },
      ...SECTIONS.map((s) => ({ value: String(s.number), text: `${s.number}. ${s.title}` })),
    ],
    change: changeOf(input),
    empty: { text: 'No question has been asked.' },
    ...(errors.length ? { errors } : {}),
  };
}
