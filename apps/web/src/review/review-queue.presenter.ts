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
  type WorkCalendar,
} from '#domain';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { dueStatus } from '../request/due-words.js';
import { inSentence, placeOf, plural, type Names, type Status } from '../request/case-words.js';
import { shown } from './figures.js';

/** What a queue is drawn with. */
export interface QueueInput {
  items: ReviewItem[];
  me: Actor;
  names: Names;
  today: string;
  calendar: WorkCalendar;
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
  { me, names, today, calendar }: QueueInput,
  hint: string,
): Task {
  const clock = facts.clocks.find((c) => c.personId === me.id);
  return {
    title: placeOf(facts.summary.countries, names),
    hint,
    href,
    status: clock ? dueStatus(clock, today, calendar) : '',
    due: dueOn ?? '9999',
  };
}

/** How far the scores in hand have come. */
function progress(r: Reviewer, facts: RequestFacts): string {
  const scored = Object.values(r.draft ?? {}).filter((s) => s.score !== undefined).length;
  const all = facts.framework?.criteria.length ?? 5;
  return `${facts.ref}. ${words(scored, true)} of ${words(all)} criteria scored`;
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

/** A reviewer's queue: what to declare first, what to score, what is in hand, what is done; each by due date. */
export function queueContext(input: QueueInput) {
  const { items, me } = input;
  const active = (i: ReviewItem) => isOpen(i.facts.state) && assessmentOf(i.facts.state) !== null;
  const declare = items.filter((i) => i.state === 'appointed' && active(i));
  const cleared = items.filter((i) => i.state === 'cleared' && active(i) && maySee(me, i.facts));
  const started = (i: ReviewItem) => Object.keys(own(i.facts, me).draft ?? {}).length > 0;
  const finished = items.filter(
    (i) => (i.state === 'scored' || (i.state === 'cleared' && !active(i))) && maySee(me, i.facts),
  );
  const due = cleared.filter((i) => !started(i));
  const inHand = cleared.filter(started);
  const revisable = (i: ReviewItem) => ['revealed', 'moderation'].includes(assessmentOf(i.facts.state)?.review ?? '');
  const toDo = declare.length + cleared.length;
  return {
    title: 'Your reviews',
    lead: leadOf(toDo, declare.length, items.length),
    groups: [
      {
        id: 'declare',
        title: 'Declare first',
        items: declare.map((i) => task(i, paths.declaration(i.ref), input, kindOf(i.facts))).sort(byDue),
      },
      {
        id: 'due',
        title: 'To score',
        items: due.map((i) => task(i, paths.review(i.ref), input, `${i.ref}. ${i.facts.summary.title}`)).sort(byDue),
      },
      {
        id: 'in-hand',
        title: 'In progress',
        items: inHand.map((i) => task(i, paths.review(i.ref), input, progress(own(i.facts, me), i.facts))).sort(byDue),
      },
    ].filter((g) => g.items.length > 0),
    revise: finished
      .filter((i) => i.state === 'scored' && revisable(i))
      .map((i) => ({
        title: placeOf(i.facts.summary.countries, input.names),
        hint: `${i.ref}. The scores are revealed: compare yours, and revise what you see differently now`,
        href: paths.requestReviews(i.ref),
        status: stateLabel(i.facts.state),
      })),
    done: finished.map((i) => done(i, input)),
    nothing: items.length === 0,
    today: date(input.today),
  };
}

function leadOf(toDo: number, declare: number, all: number): string {
  if (all === 0) return 'You are appointed to no request.';
  if (toDo === 0) return 'Nothing waits for your scores.';
  const scores = `${words(toDo, true)} ${plural(toDo, 'request needs', 'requests need')} your scores.`;
  if (declare === 0) return scores;
  const first =
    declare === toDo && declare > 1 ? 'All wait' : `${words(declare, true)} ${plural(declare, 'waits', 'wait')}`;
  return `${scores} ${first} for you to declare whether you have a conflict of interest.`;
}
