import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import type { Part } from '../../../../libs/domain/test/cast.js';
import { names, seenBy } from '../../../../test/support/seen.js';
import { eventOf, messageIn } from './messages.form.js';
import { messagesPage, type MessagesInput } from './messages.presenter.js';

const page = (it: CaseBuilder, part: Part, more: Partial<MessagesInput> = {}) =>
  messagesPage({ view: seenBy(it, part), me: it.cast[part], names, today: '2027-03-02', ...more });
const asked = () => aCase().appointed().send('desk', { type: 'ASK', question: 'Who pays after 2028?', section: 5 });

describe('a question', () => {
  it('leads to its section, and to the office it is OHCHR that asks', () => {
    const [question] = page(asked(), 'office').questions;
    expect(question).toMatchObject({
      by: 'OHCHR',
      section: { text: 'Section 5, Sustainability', href: '/requests/HRA-2027-0001/full#section-5' },
      open: true,
    });
    expect(page(asked(), 'desk').questions[0]!.by).toBe(asked().cast.desk.name);
  });
  it.each<[Part, boolean, boolean, boolean]>([
    ['office', true, false, false],
    ['coordinator', true, false, false],
    ['desk', false, true, true],
    ['chair', false, false, true],
    ['team', false, false, false],
    ['auditor', false, false, false],
  ])('%s: answers %s, closes %s, asks %s', (part, answers, closes, asks) => {
    const { questions, askForm } = page(asked(), part);
    expect([questions[0]!.answerForm !== null, questions[0]!.closeForm !== null, askForm !== null]).toEqual([
      answers,
      closes,
      asks,
    ]);
  });
  it('that waits comes first, and says until when', () => {
    const it = asked().send('desk', { type: 'ASK', question: 'Second?' });
    const first = it.facts.clarifications[0]!.id;
    it.send('office', { type: 'ANSWER', questionId: first, answer: 'The Government.' });
    const { questions, lead } = page(it, 'office');
    expect(questions.map((q) => [q.number, q.open])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(questions[1]!.answer).toMatchObject({ text: 'The Government.' });
    expect(lead).toMatch(/^One question waits for the country office, until \d+ March 2027\./);
  });
  it('that was closed says why', () => {
    const it = asked().send('desk', { type: 'CLOSE_QUESTION', reason: 'No time.' });
    expect(page(it, 'office').questions[0]).toMatchObject({ closed: 'No time.', open: false, answerForm: null });
  });
});

describe('a form that was refused', () => {
  it('keeps what was typed, at the question that it was typed for', () => {
    const it = asked().send('desk', { type: 'ASK', question: 'Second?' });
    const [one, two] = it.facts.clarifications;
    const typed = messageIn({ step: 'ANSWER', questionId: two!.id, text: 'An answer\u0000' });
    const problems = [{ path: 'answer', message: 'Remove it' }];
    const { questions, errors } = page(it, 'office', { typed, problems });
    const formOf = (id: string) => questions.find((q) => q.id === `question-${id}`)!.answerForm!;
    expect(formOf(two!.id)).toMatchObject({ value: 'An answer\u0000', error: 'Remove it' });
    expect(formOf(one!.id)).toMatchObject({ value: '', error: undefined });
    expect(errors).toEqual([{ text: 'Remove it', href: `#answer-${two!.id}` }]);
  });
});

describe('what a form sends', () => {
  it.each([
    [
      { step: 'ASK', text: 'Q', section: '5' },
      { type: 'ASK', question: 'Q', section: 5 },
    ],
    [
      { step: 'ASK', text: 'Q', section: '' },
      { type: 'ASK', question: 'Q', section: null },
    ],
    [
      { step: 'ANSWER', questionId: 'x', text: 'A' },
      { type: 'ANSWER', questionId: 'x', answer: 'A' },
    ],
    [
      { step: 'CLOSE_QUESTION', questionId: 'x', text: 'R' },
      { type: 'CLOSE_QUESTION', questionId: 'x', reason: 'R' },
    ],
    [{ step: 'APPROVE', text: 'x' }, null],
    [{}, null],
  ])('%j', (form, event) => {
    expect(eventOf(messageIn(form))).toEqual(event);
  });
});

describe('a question that allows a change', () => {
  const allowed = () => aCase().declared().send('desk', { type: 'ASK', question: 'For how long?', mayChange: true });
  const links = (it: CaseBuilder, part: Part) => page(it, part).change?.links.map((l) => l.text) ?? null;
  it('is said to everybody, and opens the request to the office alone', () => {
    for (const part of ['office', 'coordinator', 'desk', 'chair', 'amina', 'team'] as const) {
      expect(page(allowed(), part).questions[0]).toMatchObject({ mayChange: true });
      const own = part === 'office' || part === 'coordinator';
      expect(links(allowed(), part)).toEqual(own ? ['Change the request'] : null);
    }
    expect(page(asked(), 'office').change).toBeNull();
  });
  it('once something is changed, is answered by the change alone, which can be taken back', () => {
    const it = aCase().declared().changed();
    expect(links(it, 'office')).toEqual([
      'Go on changing it',
      'Compare it with version 1',
      'Check and submit version 2',
    ]);
    expect(page(it, 'office')).toMatchObject({ change: { drop: { step: 'DROP_CHANGE' } } });
    expect(page(it, 'office').questions[0]!.answerForm).toBeNull();
    expect(JSON.stringify(page(it, 'desk'))).not.toMatch(/three years|differs/);
  });
  it('names the version that answered it', () => {
    expect(page(aCase().amended(), 'team').questions[0]!.version).toEqual({
      text: 'Version 2: what changed',
      href: '/requests/HRA-2027-0001/versions/2/changes?since=1',
    });
  });
  it('is sent by a tick', () => {
    const typed = messageIn({ step: 'ASK', text: 'Q', section: '', mayChange: 'yes' });
    expect(eventOf(typed)).toMatchObject({ type: 'ASK', mayChange: true });
    expect(eventOf(messageIn({ step: 'DROP_CHANGE' }))).toEqual({ type: 'DROP_CHANGE' });
  });
});
