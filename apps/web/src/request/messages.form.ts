import type { RequestEvent } from '#domain';
import { one, text, type Form } from '../shell/exchange.js';

/** What was typed into one of the forms of the page of messages. */
export interface Typed {
  step: 'ASK' | 'ANSWER' | 'CLOSE_QUESTION' | null;
  questionId: string;
  section: string;
  text: string;
}

const STEPS = ['ASK', 'ANSWER', 'CLOSE_QUESTION'] as const;

export function messageIn(form: Form): Typed {
  const step = STEPS.find((s) => s === one(form, 'step')) ?? null;
  return { step, questionId: one(form, 'questionId'), section: one(form, 'section'), text: text(form, 'text') };
}

/** The step that a form sends; null for one that the page does not have. */
export function eventOf({ step, questionId, section, text }: Typed): RequestEvent | null {
  switch (step) {
    case 'ASK':
      return { type: 'ASK', question: text, section: section === '' ? null : Number(section) };
    case 'ANSWER':
      return { type: 'ANSWER', questionId, answer: text };
    case 'CLOSE_QUESTION':
      return { type: 'CLOSE_QUESTION', questionId, reason: text };
    default:
      return null;
  }
}

/** What is said when each is done. */
export const DONE_KEYS = { ASK: 'asked', ANSWER: 'answered', CLOSE_QUESTION: 'closed' } as const;

/** The field of a form on the page: several forms have one of the same name. */
export const fieldId = (step: Typed['step'], questionId: string): string =>
  step === 'ASK' ? 'question' : step === 'ANSWER' ? `answer-${questionId}` : `reason-${questionId}`;
