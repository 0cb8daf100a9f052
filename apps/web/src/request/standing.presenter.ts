import type { HolderAway, Passage } from '#casework';
import {
  isBeside,
  isRcSide,
  addDays,
  ARRANGEMENT_PARTS,
  arrangementsOf,
  dayOf,
  daysHeld,
  HOLDING_PARTIES,
  lastDecision,
  openQuestions,
  PART_NAMES,
  partDone,
  stateName,
  waitingFor,
  WITHDRAW_CODES,
  type Clock,
  type Day,
  type RequestFacts,
  type Tier,
} from '#domain';
import { callSentence } from '../calls/call-words.js';
import { date, words } from '../shell/words.js';
import { awayWords } from './away-words.js';
import { capital, heldBy, inSentence, listed, plural, type Names, type Status } from './case-words.js';
import { dueStatus } from './due-words.js';
import { timeOf } from './timing-words.js';
import type { Times } from './progress.presenter.js';

/** Who holds the case: for whom it waits, since when, and until when. */
export interface Holding {
  /** The key of its clock; of the review, to those who may not know who reviews, one. */
  key: string;
  who: string;
  what: string;
  since: string;
  due: Status;
  /** What happened to its time, where something did. */
  time?: string;
  /** That whoever holds it is away, until when, and who acts for them. */
  away?: string;
}

/** Until when, at the end of a sentence; what is late is said to be late. */
const dueClause = (clock: Pick<Clock, 'dueOn'> | undefined, today: Day, due = 'due by'): string =>
  !clock ? '' : clock.dueOn < today ? `, overdue since ${date(clock.dueOn)}` : `, ${due} ${date(clock.dueOn)}`;

/** The clocks of the review as one, for those who may not know who reviews. */
function withoutReviewers(clocks: readonly Clock[]): Clock[] {
  const first = clocks.find((c) => c.group === 'review');
  return clocks.filter((c) => c.group !== 'review' || c === first);
}

/** Who holds a case, a line for each clock that runs. */
export function holdings(
  facts: RequestFacts,
  tiers: ReadonlySet<Tier>,
  names: Names,
  times: Times,
  away: ReadonlyMap<string, HolderAway> = new Map(),
): Holding[] {
  const open = tiers.has('assessment');
  const clocks = open ? facts.clocks : withoutReviewers(facts.clocks.filter((c) => !isBeside(c)));
  return clocks.map((clock) => {
    const own = clock.personId ? facts.reviewers.find((r) => r.person.id === clock.personId)?.person.name : undefined;
    const hidden = clock.group === 'review' && !open;
    return {
      key: hidden ? 'review' : clock.key,
      who: hidden ? 'OHCHR' : own ? `${own}, reviewer` : heldBy(clock, facts, names),
      what: hidden ? 'Score the request' : waitingFor(facts, clock),
      since: date(clock.startedAt),
      due: dueStatus(clock, times.today, times.calendars),
      ...timeOf(facts, clock, hidden),
      // Where it is not said who holds it, it is not said that they are away.
      ...(hidden ? {} : awayWords(away.get(clock.key), open || isRcSide(clock.holder))),
    };
  });
}

/** How long the case lay with each party so far, a line for each. */
export const heldSoFar = (
  facts: RequestFacts,
  passages: readonly Passage[],
  now: Date,
  { calendars }: Times,
): string[] =>
  daysHeld(
    passages.map(({ state, at }) => ({ state, at: at.toISOString() })),
    facts,
    now.toISOString(),
    calendars,
  ).map(({ party, days }) => `${HOLDING_PARTIES[party]}: ${words(days)} working ${plural(days, 'day', 'days')}`);

function assessmentSentence(facts: RequestFacts, names: Names, today: Day): string {
  const advice = facts.clocks.filter((c) => c.group === 'consultation');
  const review = facts.clocks.find((c) => c.group === 'review');
  const questions = openQuestions(facts).length;
  const parts = [
    advice.length
      ? `Advice is awaited from ${advice[0]!.holder === 'consultee' ? '' : 'the '}${listed(advice.map((c) => heldBy(c, facts, names)))}${dueClause(advice[0], today)}.`
      : '',
    questions
      ? `${words(questions, true)} ${plural(questions, 'question is', 'questions are')} with the country office; until then the time for the review stands still.`
      : review
        ? `OHCHR is reviewing it${dueClause(review, today)}.`
        : 'The scores are settled.',
  ];
  return parts.filter(Boolean).join(' ');
}

function endedSentence(facts: RequestFacts, since: string, reconsiderationDays: number, today: Day): string {
  const { ended } = facts;
  if (stateName(facts.state) === 'withdrawn') {
    const why = WITHDRAW_CODES[ended?.code as keyof typeof WITHDRAW_CODES];
    return `It was withdrawn on ${since}${why && ended?.code !== 'OTHER' ? `: ${inSentence(why)}` : ''}.`;
  }
  if (ended?.code === 'APPROVAL_LAPSED') return `The approval ran out on ${since} before funds were found.`;
  if (stateName(facts.state) === 'lapsed') return `It was not corrected in time and lapsed on ${since}.`;
  if (stateName(facts.state) === 'abandoned')
    return ended?.code === 'EXPIRED' ? `The draft expired on ${since}.` : `The draft was abandoned on ${since}.`;
  const until = ended ? addDays(dayOf(ended.at), reconsiderationDays) : today;
  const again =
    facts.reconsiderations > 0
      ? ' It was reconsidered once, which is all that can be asked for; a new request can be made.'
      : until >= today
        ? ` Reconsideration can be asked for until ${date(until)}.`
        : '';
  return facts.offerAnswer?.accepted === false
    ? `The offer of a regional option was refused on ${since}.${again}`
    : `It was declined on ${since}.${again}`;
}

/** Which parts of the arrangements are open; where a rule says so, the post is open already. */
function arrangingSentence(facts: RequestFacts, today: Day): string {
  const open = PART_NAMES.filter((part) => !partDone(facts, part)).map((part) => inSentence(ARRANGEMENT_PARTS[part]));
  const [first] = facts.clocks;
  const opened = arrangementsOf(facts)?.handedOn ? ' The post is open already, by the rule for an urgent surge.' : '';
  return `The first period is covered. ${capital(listed(open))} ${plural(open.length, 'is', 'are')} still to be arranged${dueClause(first, today)}.${opened}`;
}

/** That it was decided before, where it is judged once more. */
function againSentence({ reconsiderations, reopened = [] }: RequestFacts): string {
  const last = reopened.at(-1);
  if (last) return `It was reopened on ${date(last.at)}. `;
  return reconsiderations > 0 ? 'The Resident Coordinator asked for reconsideration. ' : '';
}

/** Where the case stands, in a sentence or two that everybody who may see it may read. */
export function standing(facts: RequestFacts, passages: readonly Passage[], names: Names, times: Times): string {
  const state = stateName(facts.state);
  const clock = facts.clocks.find((c) => c.stoppedWith === null) ?? facts.clocks[0];
  const { today } = times;
  const due = clock ? date(clock.dueOn) : '';
  const since = date(passages.at(-1)?.at ?? facts.createdAt);
  switch (state) {
    case 'draft':
      return `It is a draft and has not been submitted. It expires on ${due} if nobody changes it. ${callSentence(facts.summary.track, today, times.calls)}`;
    case 'screening':
      return `The OHCHR desk officer is checking that it is complete${dueClause(clock, today)}.`;
    case 'returned':
      return `It was returned on ${since} for correction${dueClause(clock, today, 'due back by')}.`;
    case 'assessment':
      return assessmentSentence(facts, names, today);
    case 'recommendation':
      return `${againSentence(facts)}It is with the panel for its recommendation${dueClause(clock, today)}. The approver decides after that.`;
    case 'decision':
      return `${againSentence(facts)}The panel has recommended. It is with the approver for decision${dueClause(clock, today)}.`;
    case 'offered':
      return `A regional option was offered on ${since}. The answer is with the Resident Coordinator${dueClause(clock, today)}.`;
    case 'deferred':
      return `The decision is deferred until ${date(lastDecision(facts)?.until ?? due)}.`;
    case 'awaitingFunds':
      return `${facts.offerAnswer?.accepted ? 'The regional option was accepted' : 'It was approved'} on ${since} and waits for funds. The approval is valid until ${due}.`;
    case 'arrangements':
      return arrangingSentence(facts, today);
    case 'handedOver':
      return `Everything was arranged on ${since}, and the work goes on with the post.`;
    default:
      return endedSentence(facts, since, times.clocks.reconsiderationDays, today);
  }
}
