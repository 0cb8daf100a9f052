import type { ReviewItem } from '#casework';
import {
  assessmentOf,
  assessmentView,
  isOpen,
  maySee,
  MODALITIES,
  REQUEST_TYPES,
  stateLabel,
  type Actor,
  type RequestFacts,
  type Reviewer,
  type Calendars,
} from '#domain';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';
import { dueStatus } from '../request/due-words.js';
import { inSentence, placeOf, plural, type Names, type Status } from '../request/case-words.js';
import { shown } from './figures.js';
import { ownClock } from './own-clock.js';
import { scoredBefore } from './new-version.js';

/** What a queue is drawn with. */
export interface QueueInput {
  items: ReviewItem[];
  me: Actor;
  names: Names;
  today: string;
  calendars: Calendars;
}
interface Task {
  title: string;
  hint: string;
  href: string;
  status: Status | string;
  due: string;
}
interface Done {
  request: { text: string; href: string; note: string };
  on: Date | string | null;
  total: string;
  stands: string;
}

const own = (facts: RequestFacts, me: Actor): Reviewer => facts.reviewers.find((r) => r.person.id === me.id)!;

/** A request that is known by its country, kind and form of support alone: all that a reviewer sees before declaring. */
const kindOf = ({ summary }: RequestFacts): string =>
  `${REQUEST_TYPES[summary.type]}, ${inSentence(MODALITIES[summary.modality])}`;

function task(
  { facts, dueOn }: ReviewItem,
  href: string,
  { me, names, today, calendars }: QueueInput,
  hint: string,
): Task {
  const clock = ownClock(facts, me.id);
  return {
    title: placeOf(facts.summary.countries, names),
    hint,
    href,
    status: clock ? dueStatus(clock, today, calendars) : '',
    due: dueOn ?? '9999',
  };
}

/** How far the scores in hand have come. */
function progress(r: Reviewer, facts: RequestFacts): string {
  const scored = Object.values(r.draft ?? {}).filter((s) => s.score !== undefined).length;
  const all = facts.framework?.criteria.length ?? 5;
  const since =
    scoredBefore(r, facts.version) === null ? '' : `. Version ${facts.version} came since: read what changed`;
  return `${facts.ref}. ${words(scored, true)} of ${words(all)} criteria scored${since}`;
}

function done({ facts }: ReviewItem, { me, names }: QueueInput): Done {
  const mine = own(facts, me);
  const weighted = assessmentView(me, facts)?.reviewers.find((r) => r.own)?.weighted;
  return {
    request: {
      text: placeOf(facts.summary.countries, names),
      href: paths.review(facts.ref),
      note: `${facts.ref}, ${inSentence(REQUEST_TYPES[facts.summary.type])}`,
    },
    on: mine.scoredAt ? new Date(mine.scoredAt) : null,
    total: weighted ? shown(weighted.weighted) : 'Not scored',
    stands: standing(facts, me),
  };
}

/** Where a request stands whose scores are given; what others scored is said only once it is revealed. */
function standing(facts: RequestFacts, me: Actor): string {
  const view = assessmentView(me, facts);
  if (!view?.revealed) return assessmentOf(facts.state) ? 'Other scores are awaited' : stateLabel(facts.state);
  const overall = view.consolidated?.overall;
  return overall ? `${stateLabel(facts.state)}, mean ${shown(overall.mean)}` : stateLabel(facts.state);
}

const byDue = (a: Task, b: Task): number => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);

const active = ({ facts }: ReviewItem): boolean => isOpen(facts.state) && assessmentOf(facts.state) !== null;
const revisable = ({ facts }: ReviewItem): boolean =>
  ['revealed', 'moderation'].includes(assessmentOf(facts.state)?.review ?? '');

/** The queue by what is to be done; requests that the reviewer may not see are in it only to be declared. */
function parts({ items, me }: QueueInput) {
  const seen = items.filter((i) => maySee(me, i.facts));
  const cleared = seen.filter((i) => i.state === 'cleared' && active(i));
  const started = (i: ReviewItem) => Object.keys(own(i.facts, me).draft ?? {}).length > 0;
  return {
    declare: items.filter((i) => i.state === 'appointed' && active(i)),
    due: cleared.filter((i) => !started(i)),
    inHand: cleared.filter(started),
    finished: seen.filter((i) => i.state === 'scored' || (i.state === 'cleared' && !active(i))),
  };
}

/** What is still to be done, group by group, each by due date. */
function groups(input: QueueInput, { declare, due, inHand }: ReturnType<typeof parts>) {
  const title = ({ ref, facts }: ReviewItem) => `${ref}. ${facts.summary.title}`;
  const group = (
    id: string,
    heading: string,
    items: ReviewItem[],
    href: (ref: string) => string,
    hint: (i: ReviewItem) => string,
  ) => ({ id, title: heading, items: items.map((i) => task(i, href(i.ref), input, hint(i))).sort(byDue) });
  return [
    group('declare', 'Declare first', declare, paths.declaration, (i) => kindOf(i.facts)),
    group('due', 'To score', due, paths.review, title),
    group('in-hand', 'In progress', inHand, paths.review, (i) => progress(own(i.facts, input.me), i.facts)),
  ].filter((g) => g.items.length > 0);
}

/** A reviewer's queue: what to declare first, what to score, what is in hand, what is done; each by due date. */
export function queueContext(input: QueueInput) {
  const found = parts(input);
  const { declare, due, inHand, finished } = found;
  return {
    title: 'Your reviews',
    lead: leadOf(declare.length + due.length + inHand.length, declare.length, input.items.length),
    groups: groups(input, found),
    revise: finished
      .filter((i) => i.state === 'scored' && revisable(i))
      .map((i) => ({
        title: placeOf(i.facts.summary.countries, input.names),
        hint: `${i.ref}. The scores are revealed: compare yours, and revise what you see differently now`,
        href: paths.requestReviews(i.ref),
        status: stateLabel(i.facts.state),
      })),
    done: finished.map((i) => done(i, input)),
    nothing: input.items.length === 0,
  };
}

function leadOf(toDo: number, declare: number, all: number): string {
  if (all === 0) return 'You are appointed to no request.';
  if (toDo === 0) return 'Nothing waits for your scores.';
  const scores = `${words(toDo, true)} ${plural(toDo, 'request needs', 'requests need')} your scores.`;
  if (declare === 0) return scores;
  // Each is one of those just counted, and is said to be.
  const first =
    declare === toDo
      ? toDo > 1
        ? 'Before you read them'
        : 'Before you read it'
      : `Before you read ${words(declare)} of them`;
  return `${scores} ${first}, declare whether you have a conflict of interest.`;
}
