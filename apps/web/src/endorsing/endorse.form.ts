import type { AnsweredBy, Endorser, EndorsementAnswer, EndorsingEvent, FieldProblem, Refusal } from '#domain';
import { one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';
import type { EndorseWords } from './endorse-words.js';

type Answering = Extract<EndorsingEvent, { type: 'ENDORSE' | 'DECLINE_ENDORSEMENT' }>;

/** What was typed into the form of a link. */
export type TypedEndorsement = Record<
  | 'position'
  | 'word'
  | 'kind'
  | 'amount'
  | 'what'
  | 'day'
  | 'month'
  | 'year'
  | 'who'
  | 'otherName'
  | 'otherPosition'
  | 'text',
  string
>;

export const typedEndorsement = (form: Form): TypedEndorsement => ({
  position: one(form, 'position'),
  word: text(form, 'word'),
  kind: one(form, 'kind') || 'none',
  amount: one(form, 'amount').trim(),
  what: text(form, 'what'),
  day: one(form, 'from-day').trim(),
  month: one(form, 'from-month').trim(),
  year: one(form, 'from-year').trim(),
  who: one(form, 'who'),
  otherName: one(form, 'otherName'),
  otherPosition: one(form, 'otherPosition'),
  text: one(form, 'text'),
});

/** An answer that was given, as the form shows it to be changed. */
export function typedFrom(answer: EndorsementAnswer): TypedEndorsement {
  const { contribution: c, answeredBy: by } = answer;
  const [year = '', month = '', day = ''] = (c.from ?? '').split('-').map((part) => part.replace(/^0/, ''));
  return {
    position: answer.position,
    word: answer.word,
    kind: c.kind,
    amount: c.amountUSD > 0 ? String(c.amountUSD) : '',
    what: c.text,
    day,
    month,
    year,
    who: by ? 'other' : '',
    otherName: by?.name ?? '',
    otherPosition: by?.position ?? '',
    text: '',
  };
}

/** Dollars as people write them: spaces and thousands separated by commas are taken. */
function dollarsIn(typed: string): number {
  const plain = typed
    .replace(/[\s\u00a0$]/g, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  return plain === '' ? 0 : /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}
const two = (part: string): string => part.padStart(2, '0');
const dayTyped = ({ day, month, year }: TypedEndorsement): string | null =>
  day || month || year ? `${year}-${two(month)}-${two(day)}` : null;

/** Who answers: null where it is the head of agency. */
export const answeredBy = ({ who, otherName, otherPosition }: TypedEndorsement): AnsweredBy | undefined =>
  who === 'other' ? { name: otherName, position: otherPosition } : undefined;

/** The answer as it is sent, or what has to be chosen first. */
export function answerTyped(typed: TypedEndorsement): Answering | FieldProblem[] {
  const missing: FieldProblem[] = [
    ...(['self', 'other'].includes(typed.who) ? [] : [{ path: 'who', message: 'Say who answers' }]),
    ...(['endorses', 'declines'].includes(typed.position)
      ? []
      : [{ path: 'position', message: 'Say whether your agency endorses the request' }]),
  ];
  if (missing.length) return missing;
  const by = answeredBy(typed);
  const common = { text: typed.text, word: typed.word, ...(by ? { answeredBy: by } : {}) };
  if (typed.position === 'declines') return { type: 'DECLINE_ENDORSEMENT', ...common };
  const contribution = {
    kind: typed.kind as EndorsementAnswer['contribution']['kind'],
    amountUSD: typed.kind === 'none' ? 0 : dollarsIn(typed.amount),
    text: typed.kind === 'none' ? '' : typed.what,
    from: typed.kind === 'none' ? null : dayTyped(typed),
  };
  return { type: 'ENDORSE', ...common, contribution };
}

const PLACES: Record<string, string> = {
  'contribution.kind': 'kind',
  'contribution.amountUSD': 'amount',
  'contribution.text': 'what',
  'contribution.from': 'from-day',
  'answeredBy.name': 'otherName',
  'answeredBy.position': 'otherPosition',
};
/** The problems at their fields, in the language of the page. */
export const endorseErrors = ({ fields, message }: Refusal, words: EndorseWords): PageError[] =>
  (fields ?? [{ path: '', message }]).map(({ path, message: said }) => ({
    text: words.problems[path] ?? said,
    ...(path && path !== 'text' ? { href: `#${PLACES[path] ?? path}` } : {}),
  }));

type At = (id: string) => string | undefined;
const maybe = (label: string, words: EndorseWords): string => `${label} (${words.optional})`;
const radio = (options: Record<string, string>, hints: Record<string, string> = {}) =>
  Object.entries(options).map(([value, label]) => ({
    value,
    text: label,
    ...(hints[value] ? { hint: { text: hints[value] } } : {}),
  }));

/** Who answers: a link may have been passed on. */
function whoFields({ who, otherName, otherPosition }: TypedEndorsement, e: Endorser, w: EndorseWords, at: At) {
  const options = radio({ self: w.self(`${e.name}, ${e.title}`), other: w.other });
  const text = (name: string, label: string, value: string, hint?: string) => ({
    kind: 'text',
    name,
    label: maybe(label, w),
    ...(hint ? { hint } : {}),
    value,
    error: at(name),
    width: 20,
  });
  return [
    { kind: 'radios', name: 'who', label: w.who, value: who, error: at('who'), options },
    text('otherName', w.otherName, otherName, w.otherHint),
    text('otherPosition', w.otherPosition, otherPosition),
  ];
}

function answerFields({ position, word }: TypedEndorsement, w: EndorseWords, at: At) {
  const options = radio(w.positions, w.positionHints);
  const label = maybe(w.word, w);
  return [
    { kind: 'radios', name: 'position', label: w.position, value: position, error: at('position'), options },
    { kind: 'long', name: 'word', label, hint: w.wordHint, rows: 3, value: word, error: at('word') },
  ];
}

function contributionFields({ kind, amount, what, day, month, year }: TypedEndorsement, w: EndorseWords, at: At) {
  const dollars = {
    kind: 'number',
    name: 'amount',
    label: maybe(w.amount, w),
    hint: w.amountHint,
    prefix: 'US$',
    width: 10,
  };
  const from = { kind: 'date', name: 'from', label: maybe(w.from, w), hint: w.fromHint, value: { day, month, year } };
  return [
    {
      kind: 'radios',
      name: 'kind',
      label: w.contribution,
      hint: w.contributionHint,
      value: kind,
      error: at('kind'),
      options: radio(w.kinds),
    },
    { ...dollars, value: amount, error: at('amount') },
    { kind: 'text', name: 'what', label: maybe(w.what, w), value: what, error: at('what') },
    { ...from, error: at('from-day') },
  ];
}

/** The fields of the form. */
export function endorseFields(typed: TypedEndorsement, e: Endorser, words: EndorseWords, errors: PageError[]) {
  const at: At = (id) => errors.find((error) => error.href === `#${id}`)?.text;
  return [
    ...whoFields(typed, e, words, at),
    ...answerFields(typed, words, at),
    ...contributionFields(typed, words, at),
  ];
}
