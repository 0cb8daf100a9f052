import type { RequestEvent } from '#domain';
import { one, text, type Form } from '../shell/exchange.js';

/** What was typed into one of the forms of the page of messages. */
export interface Typed {
  step: 'ASK' | 'ANSWER' | 'CLOSE_QUESTION' | 'DROP_CHANGE' | null;
  questionId: string;
  section: string;
  text: string;
  /** The office may change the request to answer it. */
  mayChange?: true;
}

const STEPS = ['ASK', 'ANSWER', 'CLOSE_QUESTION', 'DROP_CHANGE'] as const;

export function messageIn(form: Form): Typed {
  const step = STEPS.find((s) => s === one(form, 'step')) ?? null;
  const mayChange = one(form, 'mayChange') === 'yes' ? { mayChange: true as const } : {};
  const [questionId, section] = [one(form, 'questionId'), one(form, 'section')];
  return { step, questionId, section, text: text(form, 'text'), ...mayChange };
}

/** The step that a form sends; null for one that the page does not have. */
export function eventOf({ step, questionId, section, text, mayChange }: Typed): RequestEvent | null {
  switch (step) {
    case 'ASK':
      return {
        type: 'ASK',
        question: text,
        section: section === '' ? null : Number(section),
        ...(mayChange ? { mayChange } : {}),
      };
    case 'ANSWER':
      return { type: 'ANSWER', questionId, answer: text };
    case 'CLOSE_QUESTION':
      return { type: 'CLOSE_QUESTION', questionId, reason: text };
    case 'DROP_CHANGE':
      return { type: 'DROP_CHANGE' };
    default:
      return null;
  }
}

/** What is said when each is done. */
export const DONE_KEYS = {
  ASK: 'asked',
  ANSWER: 'answered',
  CLOSE_QUESTION: 'closed',
  DROP_CHANGE: 'dropped',
} as const;

/** The field of a form on the page: several forms have one of the same name. */
export const fieldId = (step: Typed['step'], questionId: string): string =>
  step === 'ASK'
    ? 'question'
    : step === 'DROP_CHANGE'
      ? 'change'
      : step === 'ANSWER'
        ? `answer-${questionId}`
        : `reason-${questionId}`;
