import type { ListRow, PipelineRow, PostRead, PostWork, ReviewItem, SignedIn, WorkItem } from '#casework';
import type { Day, Framework, Role } from '#domain';
import { words } from '../shell/words.js';
import type { WithOthers } from '../decision/other-approvers.js';
import type { Names } from '../request/case-words.js';
import { isInsider } from '../request/row-words.js';
import type { Times } from '../request/progress.presenter.js';
import { actingAside, actingSentences, type Acting } from './acting.part.js';
import { administratorPart } from './administrator.presenter.js';
import { adviserPart } from './adviser.presenter.js';
import type { Aside, Block, Part } from './blocks.js';
import { fundPart } from './fund.presenter.js';
import { officePart, type Office } from './office.presenter.js';
import { AUDIT, overviewPart, type Scope } from './overview.presenter.js';
import { postsWaitingNow } from './post-items.js';
import type { PostsAtHome } from './posts.data.js';
import { othersBlock } from './others.part.js';
import { withCountry, type CountryPosts } from './posts-waiting.part.js';
import { withPosts } from './posts.part.js';
import { reviewerPart } from './reviewer.presenter.js';
import { soonestFirst, todoItems, waitingNow, waitingSentence } from './todo-items.js';

/** Everything that a home page is drawn from; what belongs to a role that the person has not is null. */
export interface HomeInput {
  me: SignedIn;
  roleLine: string;
  todos: WorkItem[];
  /** What the person decided as one of several approvers. */
  withOthers?: WithOthers[];
  postTodos?: PostWork[];
  /** The posts that the person holds or is expected at; null for who is no adviser. */
  held?: PostRead[] | null;
  /** The posts of the country for which the person speaks; null for who speaks for none. */
  country?: CountryPosts | null;
  office: Office | null;
  scope: Scope | null;
  decided: ListRow[];
  reviews: ReviewItem[] | null;
  pipeline: PipelineRow[] | null;
  /** Who acts for the person, and for whom the person acts. */
  acting?: Acting;
  /** Posts that the person looks after. */
  posts?: PostsAtHome | null;
  framework: Framework | null;
  names: Names;
  times: Times;
  now: Date;
}

/** The title of each role's own overview. */
const OVERVIEW: Partial<Record<Role, string>> = {
  deskOfficer: 'Your work',
  panelChair: 'Your work',
  approver: 'Your work',
  regionalTeam: 'Your region today',
  regionalOffice: 'Your region today',
  auditor: AUDIT,
};
export const OVERSEERS = Object.keys(OVERVIEW) as Role[];

function partsOf(input: HomeInput, waiting: number): Part[] {
  const { me, names, times, now, office, scope, reviews, pipeline } = input;
  const roles = me.assignments.map((a) => a.role);
  const overseer = roles.find((role) => OVERVIEW[role]);
  return [
    office && withCountry(officePart(office, { names, times, now }), input.country ?? null, names, times.today),
    input.held ? adviserPart(input.held, names, times) : null,
    reviews && reviewerPart(reviews, me, names),
    scope && overseer
      ? withPosts(
          overviewPart(OVERVIEW[overseer]!, scope, input.decided, waiting, { names, times, insider: isInsider(me) }),
          input.posts ?? null,
          waiting,
          names,
          times.today,
        )
      : null,
    pipeline && fundPart(pipeline, names, times),
    roles.includes('administrator') ? administratorPart(input.framework) : null,
  ].filter((part): part is Part => part !== null);
}

/** Who only reads, pays or keeps the settings is not told that nothing waits: nothing ever does. */
const isAsked = (roles: Role[]): boolean =>
  roles.some((r) => r !== 'auditor' && r !== 'administrator' && r !== 'fundManager');

const decidedByYou = ({ withOthers = [], names, times }: HomeInput): Block[] => othersBlock(withOthers, names, times);

/** Whoever acts for a person is news and comes first; that nobody does is not. */
function asidesOf(acting: Acting, today: Day, parts: Part[]): Aside[] {
  const [own, rest] = [actingAside(acting, today), parts.flatMap((p) => p.asides)];
  return acting.given?.length ? [...own, ...rest] : [...rest, ...own];
}

/** What needs this person, by when; whatever their roles are, each adds its part. */
export function homePage(input: HomeInput) {
  const { me, names, times, office } = input;
  const { today, calendars } = times;
  const mainRef = office?.main?.view.facts.ref;
  const ofRequests = waitingNow(input.todos, today).filter(
    (t) => t.facts.ref !== mainRef || t.clock.group !== 'returned',
  );
  const waiting = soonestFirst(ofRequests, postsWaitingNow(input.postTodos ?? [], today));
  const parts = partsOf(input, waiting.length);
  const asked = isAsked(me.assignments.map((a) => a.role));
  const todos: Block = {
    kind: 'todos',
    id: 'to-do',
    title: 'To do',
    items: todoItems(waiting, names, today, calendars),
  };
  const showsTodos = asked && (waiting.length > 0 || !office);
  const withMain = Boolean(office?.main);
  const acting = input.acting ?? { given: null, held: [] };
  const sentences = [
    ...actingSentences(acting, today),
    // The text in work comes first where there is one; that nothing else waits is not worth a sentence then.
    ...(withMain ? parts[0]!.sentences : []),
    ...(asked && (waiting.length > 0 || !withMain) ? [waitingSentence(waiting, today, calendars)] : []),
    ...parts.slice(withMain ? 1 : 0).flatMap((p) => p.sentences),
  ];
  return {
    title: 'Your work',
    heading: parts.length === 1 ? parts[0]!.title : 'Your work',
    eyebrow: input.roleLine,
    lead: sentences.join(' ') || 'You have no assignment in force today. Ask the help desk if that is wrong.',
    figures: parts.find((p) => p.figures.length)?.figures ?? [],
    // What waits comes before what could be begun.
    actions: parts
      .flatMap((p) => p.actions)
      .slice(0, 2)
      .map((a, i) => ({ ...a, secondary: i > 0 || (waiting.length > 0 && !withMain) })),
    blocks: [...(showsTodos ? [todos] : []), ...decidedByYou(input), ...parts.flatMap((p) => p.blocks)],
    asides: asidesOf(acting, today, parts),
    todoNote: waiting.length ? `${words(waiting.length, true)} ${waiting.length === 1 ? 'step' : 'steps'}` : '',
  };
}
