import { isRefusal, refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import type { StepInput, StepRule } from '../request/steps.js';
import { chosen, optional, required } from '../text.js';
import { isDay } from '../time/working-days.js';
import { markOfText } from './endorsed-text.js';
import {
  CONTRIBUTION_KINDS,
  ownEndorser,
  type AnsweredBy,
  type Contribution,
  type Endorser,
  type EndorsementAnswer,
} from './endorser.js';
import { endorserStanding } from './link.js';
import type { RecordedEndorsing } from './record.js';

const MOST_USD = 1e9;
const NONE: Contribution = { kind: 'none', amountUSD: 0, text: '', from: null };

function amountTrouble(amount: unknown): string | null {
  const fits = typeof amount === 'number' && Number.isFinite(amount) && amount >= 0 && amount <= MOST_USD;
  const exact = fits && Math.abs(Math.round(amount * 100) - amount * 100) < 1e-6;
  return exact ? null : 'Enter an amount in US dollars, such as 25000 or 1250.50';
}

/** What stands against a contribution. */
function contributionProblems(given: Contribution): FieldProblem[] {
  const { kind, amountUSD, text, from } = given;
  const money = amountTrouble(amountUSD);
  const missing =
    money === null && kind === 'cash' && amountUSD === 0 ? 'Enter the amount in US dollars, or choose “None”' : null;
  const day =
    from !== null && !(isDay(from) && from >= '1990' && from < '2100')
      ? 'Enter a real date, such as 1 April 2027'
      : null;
  return [
    ...chosen(kind, CONTRIBUTION_KINDS, 'contribution.kind'),
    ...(money || missing ? [{ path: 'contribution.amountUSD', message: (money ?? missing)! }] : []),
    ...(kind === 'none'
      ? optional(text, 'contribution.text', 2_000)
      : required(text, 'contribution.text', 'Say what is given', 2_000)),
    ...(day ? [{ path: 'contribution.from', message: day }] : []),
  ];
}

const answererProblems = (by: AnsweredBy | undefined): FieldProblem[] =>
  by === undefined
    ? []
    : [
        ...required(by.name, 'answeredBy.name', 'Enter your name', 200),
        ...required(by.position, 'answeredBy.position', 'Enter what you are, such as Deputy Representative', 200),
      ];

/** The one who answers, if an answer of theirs can be taken now and is of the text as it stands. */
function answering({ facts, actor, context, event }: AnsweringInput): Endorser | Refusal {
  const own = ownEndorser(actor, facts);
  const stands = own && endorserStanding(facts, own, own.until, context.at);
  if (!own || !stands)
    return refuse('notReady', 'You are not on the list of those who are asked to endorse this request.');
  if (isRefusal(stands)) return stands;
  return event.text === markOfText(context.content!)
    ? own
    : refuse(
        'invalid',
        'The request was changed while you read it. Read what changed, then answer again; what you wrote is kept.',
        [{ path: 'text', message: 'The request was changed while you read it. Read it again, then answer' }],
      );
}

const same = ({ at: _a, ...a }: EndorsementAnswer, { at: _b, ...b }: EndorsementAnswer): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

type Answering = 'ENDORSE' | 'DECLINE_ENDORSEMENT';
/** Both kinds of answer, as far as they are the same. */
type AnsweringInput = Omit<StepInput<'ENDORSE'>, 'event'> & { event: { text: string; answeredBy?: AnsweredBy } };
function kept(
  input: AnsweringInput,
  said: Pick<EndorsementAnswer, 'position' | 'word' | 'contribution'>,
): RecordedEndorsing[Answering] | Refusal {
  const own = answering(input);
  if (isRefusal(own)) return own;
  const { event, context } = input;
  const by = event.answeredBy;
  const answer: EndorsementAnswer = {
    at: context.at,
    ...said,
    text: event.text,
    ...(by ? { answeredBy: { name: by.name.trim(), position: by.position.trim() } } : {}),
  };
  if (own.answer && same(own.answer, answer))
    return refuse('notReady', 'This is what you answered already; nothing was changed.');
  return { key: own.key, answer };
}

function endorseStep(input: StepInput<'ENDORSE'>): RecordedEndorsing['ENDORSE'] | Refusal {
  const { word, contribution, answeredBy } = input.event;
  const all = { ...NONE, ...contribution };
  const given = all.kind === 'none' ? { ...NONE, text: all.text } : all;
  const problems = refuseFields([
    ...optional(word, 'word', 2_000),
    ...contributionProblems(given),
    ...answererProblems(answeredBy),
  ]);
  const { kind, amountUSD, from } = given;
  return (
    problems ??
    kept(input, {
      position: 'endorses',
      word: word?.trim() ?? '',
      contribution: { kind, amountUSD, text: given.text.trim(), from },
    })
  );
}

function declineStep(input: StepInput<'DECLINE_ENDORSEMENT'>): RecordedEndorsing['DECLINE_ENDORSEMENT'] | Refusal {
  const { word, answeredBy } = input.event;
  const problems = refuseFields([
    ...required(word, 'word', 'Say in a word why your agency does not endorse it', 2_000),
    ...answererProblems(answeredBy),
  ]);
  return problems ?? kept(input, { position: 'declines', word: word.trim(), contribution: NONE });
}

/** Steps of those who answer by a link. */
export const ANSWERING_STEPS: { [T in Answering]: StepRule<T> } = {
  ENDORSE: endorseStep,
  DECLINE_ENDORSEMENT: declineStep,
};
