import { paths } from '../shell/paths.js';
import type { PostWork, WorkItem } from '#casework';
import { allScoresIn, REQUEST_TYPES, stateName, type Calendars, type Day, type RequestFacts } from '#domain';
import { date, words } from '../shell/words.js';
import { inSentence, listed, OUTCOME_WORDS, placeOf, plural, type Names, type Status } from '../request/case-words.js';
import { dueStatus, isLate, lateBy } from '../request/due-words.js';
import { pageOfClock } from '../request/step-pages.js';
import { POST_NOUNS, postItem } from './post-items.js';

/** A step that waits for the person, as the list of things to do shows it. */
export interface TodoItem {
  title: string;
  hint: string;
  href: string;
  status: Status;
}

/** A step of a request or of a post that waits for the person. */
export type AnyWork = WorkItem | PostWork;
const isOfPost = (item: AnyWork): item is PostWork => 'kind' in item.facts;

/** What each kind of waiting step is called when steps are counted. */
const NOUNS: Record<string, readonly [one: string, many: string]> = {
  screening: ['completeness check', 'completeness checks'],
  returned: ['request to correct', 'requests to correct'],
  consultation: ['request for advice', 'requests for advice'],
  unreached: ['mail that came back', 'mails that came back'],
  outdatedAdvice: ['new version after advice', 'new versions after advice'],
  clarification: ['question to answer', 'questions to answer'],
  appoint: ['appointment of reviewers', 'appointments of reviewers'],
  reveal: ['set of scores to reveal', 'sets of scores to reveal'],
  declare: ['declaration of interests', 'declarations of interests'],
  score: ['request to score', 'requests to score'],
  settle: ['set of scores to settle', 'sets of scores to settle'],
  recommendation: ['recommendation', 'recommendations'],
  decision: ['decision', 'decisions'],
  offered: ['offer to answer', 'offers to answer'],
  signature: ['signature to give', 'signatures to give'],
  tor: ['set of terms of reference to propose', 'sets of terms of reference to propose'],
  'tor:rc': ['set of terms of reference to sign', 'sets of terms of reference to sign'],
  'tor:ohchr': ['set of terms of reference to sign', 'sets of terms of reference to sign'],
  costSharing: ['cost sharing to confirm', 'cost sharings to confirm'],
  hosting: ['hosting to confirm', 'hostings to confirm'],
  deferred: ['deferred request to take up', 'deferred requests to take up'],
};

function kindOf({ clock, facts, signs }: WorkItem): string {
  if (signs) return 'signature';
  if (clock.group === 'appointment') return 'declare';
  if (clock.group === 'tor') return clock.key;
  if (clock.group !== 'review') return clock.group;
  if (clock.holder === 'panelChair') return 'settle';
  if (clock.holder === 'deskOfficer') return allScoresIn(facts) ? 'reveal' : 'appoint';
  return facts.reviewers.find((r) => r.person.id === clock.personId)?.state === 'appointed' ? 'declare' : 'score';
}

/**
 * What waits for the person now: no draft, which waits for nobody but who has to sign it, and nothing that is put off to a later day. What waits
 * for funds stands in a table of its own, with the money.
 */
export const waitingNow = (todos: readonly WorkItem[], today: Day): WorkItem[] =>
  todos.filter(
    ({ clock, signs }) =>
      (clock.group !== 'draft' || signs === true) &&
      clock.group !== 'awaitingFunds' &&
      (clock.group !== 'deferred' || clock.dueOn <= today),
  );

/** That a request is judged once more after it was refused. */
const again = ({ reconsiderations, state }: RequestFacts): string =>
  reconsiderations > 0 && ['recommendation', 'decision'].includes(stateName(state)) ? ', to be reconsidered' : '';

function hintOf(item: WorkItem): string {
  const { facts } = item;
  const urgent = facts.summary.track === 'urgent' ? ', urgent' : '';
  const type = `${facts.ref}. ${REQUEST_TYPES[facts.summary.type]}${urgent}${again(facts)}`;
  switch (kindOf(item)) {
    // Nothing of a request is told to a reviewer who has not declared yet.
    case 'declare':
      return `${facts.ref}. You see the request after you have declared.`;
    case 'screening':
      return `${type}, submitted ${date(item.clock.startedAt, 'day')}${facts.version > 1 ? `, version ${facts.version}` : ''}`;
    case 'decision':
      return facts.recommendation
        ? `${type}. Recommended: ${inSentence(OUTCOME_WORDS[facts.recommendation.outcome])}`
        : type;
    case 'score':
      return item.clock.stoppedWith === null ? type : `${type}. A question is with the country office`;
    default:
      return type;
  }
}

/** The things to do, in their order, each leading to the page where it is done. */
export function todoItems(items: readonly AnyWork[], names: Names, today: Day, calendars: Calendars): TodoItem[] {
  return items.map((item) =>
    isOfPost(item)
      ? postItem(item, names, today, calendars)
      : {
          title: `${placeOf(item.facts.summary.countries, names)}: ${inSentence(item.what)}`,
          hint: hintOf(item),
          href: item.signs ? paths.signatures(item.facts.ref) : pageOfClock(item.facts, item.clock),
          status: dueStatus(item.clock, today, calendars),
        },
  );
}

/** Steps of requests and of posts as one list, the soonest first. */
export const soonestFirst = (...lists: (readonly AnyWork[])[]): AnyWork[] =>
  lists.flat().sort((a, b) => (a.clock.dueOn < b.clock.dueOn ? -1 : a.clock.dueOn > b.clock.dueOn ? 1 : 0));

/** What a step is counted as. */
const nounOf = (item: AnyWork): readonly [one: string, many: string] =>
  isOfPost(item) ? POST_NOUNS[item.task] : (NOUNS[kindOf(item)] ?? ['step', 'steps']);

function when(items: readonly AnyWork[], today: Day, calendars: Calendars): string {
  const late = items.filter((i) => isLate(i.clock, today));
  const running = items.filter((i) => i.clock.stoppedWith === null);
  const alone = items.length === 1;
  if (late.length > 0) {
    if (!alone)
      return late.length === items.length
        ? ' All are late.'
        : ` ${words(late.length, true)} ${plural(late.length, 'is', 'are')} late.`;
    return ` It is ${inSentence(lateBy(late[0]!.clock, today, calendars))}.`;
  }
  const first = running[0];
  if (!first) return '';
  const due = first.clock.dueOn === today ? 'today' : `on ${date(first.clock.dueOn)}`;
  return alone ? ` It is due ${due}.` : ` The first is due ${due}.`;
}

/** How many kinds of steps are named one by one. */
const MOST_KINDS = 3;

/** How much waits for the person and by when, in a sentence. */
export function waitingSentence(items: readonly AnyWork[], today: Day, calendars: Calendars): string {
  if (items.length === 0) return 'Nothing waits for you now.';
  const counts = new Map<string, { n: number; many: string }>();
  for (const item of items) {
    const [one, many] = nounOf(item);
    counts.set(one, { n: (counts.get(one)?.n ?? 0) + 1, many });
  }
  // More than a few kinds would be the list once more, in one breath.
  const all =
    counts.size > MOST_KINDS
      ? `${words(items.length)} steps`
      : listed([...counts].map(([one, { n, many }]) => `${words(n)} ${plural(n, one, many)}`));
  const advice = counts.size === 1 && counts.has(NOUNS.consultation![0]);
  const sentence = advice
    ? `${words(items.length, true)} ${plural(items.length, 'request awaits', 'requests await')} your advice.`
    : `${all.charAt(0).toUpperCase()}${all.slice(1)} ${plural(items.length, 'waits', 'wait')} for you.`;
  return sentence + when(items, today, calendars);
}
