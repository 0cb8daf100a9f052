import type { ListRow, PipelineRow, ReviewItem, SignedIn } from '#casework';
import { assessmentView, type Day, type Framework } from '#domain';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { amount, cents, dollars, listed, placeOf, plural, statusOf, type Names } from '../request/case-words.js';
import type { Times } from '../request/progress.presenter.js';
import { costOf } from '../request/request-facts.js';
import { shown } from '../review/figures.js';
import type { Aside, Block, Part } from './blocks.js';
import { dueOfRow, isRowLate, whatIsDue, withWhom } from '../request/row-words.js';

/** Requests that are open where the person looks after them, at most a page of them; `complete` when that is all. */
export interface Scope {
  rows: ListRow[];
  complete: boolean;
  count: { count: number; more: boolean };
  where: string;
}

interface Given {
  names: Names;
  times: Times;
  /** Who holds the review may be told. */
  insider: boolean;
}

const ROWS = 8;
const DECISIONS = 6;
const DATES = 6;
const LASTING = ['draft', 'deferred', 'awaitingFunds'];

const requestCell = (row: Pick<ListRow, 'ref' | 'countries'>, names: Names) => ({
  text: placeOf(row.countries, names),
  href: paths.request(row.ref),
  note: row.ref,
});
/** Soonest first; what has no due date of its own comes after. */
const urgency = (row: ListRow): string => `${LASTING.includes(row.state) ? 1 : 0}${row.dueOn ?? '9999'}${row.ref}`;
const byUrgency = (rows: readonly ListRow[]): ListRow[] => [...rows].sort((a, b) => (urgency(a) < urgency(b) ? -1 : 1));

function underWayBlock(scope: Scope, { names, times, insider }: Given): Block {
  const { today, calendar } = times;
  const total = scope.count.more ? `more than ${scope.count.count}` : String(scope.count.count);
  return {
    kind: 'table',
    id: 'under-way',
    title: 'Requests under way',
    columns: [
      { key: 'request', text: 'Request' },
      { key: 'status', text: 'Status' },
      { key: 'holder', text: 'With' },
      { key: 'due', text: 'Due' },
    ],
    rows: byUrgency(scope.rows)
      .slice(0, ROWS)
      .map((row) => ({
        request: requestCell(row, names),
        status: statusOf(row.state),
        holder: withWhom(row, insider),
        due: dueOfRow(row, today, calendar) ?? '',
      })),
    empty: 'No request is under way.',
    ...(scope.rows.length > 0
      ? {
          link: {
            text: scope.count.count > ROWS ? `All ${total}` : 'Open the list',
            href: `${paths.requests()}?open=true`,
          },
        }
      : {}),
  };
}

function decisionsBlock(decided: readonly ListRow[], names: Names): Block {
  const latest = [...decided].sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime()).slice(0, DECISIONS);
  return {
    kind: 'table',
    id: 'decisions',
    title: 'Recent decisions',
    columns: [
      { key: 'request', text: 'Request' },
      { key: 'status', text: 'Decision' },
      { key: 'on', text: 'Since' },
    ],
    rows: latest.map((row) => ({ request: requestCell(row, names), status: statusOf(row.state), on: row.changedAt })),
    empty: 'Nothing has been decided yet.',
  };
}

function datesAside(scope: Scope, { names, times, insider }: Given): Aside[] {
  const { today } = times;
  const dates = scope.rows
    .filter((r) => r.dueOn !== null && r.dueOn >= today && r.state !== 'draft')
    .sort((a, b) => (a.dueOn! < b.dueOn! ? -1 : 1))
    .slice(0, DATES)
    .map((r) => ({ at: r.dueOn!, text: `${placeOf(r.countries, names)}: ${whatIsDue(r, insider)}` }));
  return dates.length ? [{ kind: 'dates', title: 'Key dates', dates }] : [];
}

/** The part of those who look after many requests: desk, chair, approver, region, audit. */
export function overviewPart(
  title: string,
  scope: Scope,
  decided: readonly ListRow[],
  waiting: number,
  given: Given,
): Part {
  const { names, times } = given;
  const { count, more } = scope.count;
  const late = scope.rows.filter((r) => isRowLate(r, times.today)).length;
  const funds = scope.rows.filter((r) => r.state === 'awaitingFunds').length;
  const lateness =
    scope.complete && count > 0
      ? late === 0
        ? '; none is late'
        : `; ${words(late)} ${plural(late, 'is', 'are')} late`
      : '';
  const many = more ? `More than ${count.toLocaleString('en-GB')}` : count === 0 ? 'No' : words(count, true);
  const audit = title === AUDIT;
  return {
    title,
    sentences: [`${many} ${plural(count, 'request is', 'requests are')} under way${scope.where}${lateness}.`],
    figures: scope.complete
      ? [
          ...(audit ? [] : [{ value: waiting, text: plural(waiting, 'step waits for you', 'steps wait for you') }]),
          { value: count, text: plural(count, 'request under way', 'requests under way') },
          { value: late, text: 'late', alert: late > 0 },
          { value: funds, text: 'approved, awaiting funds' },
        ]
      : [],
    actions: [],
    blocks: [underWayBlock(scope, given), decisionsBlock(decided, names)],
    asides: datesAside(scope, given),
  };
}
export const AUDIT = 'What is under way';

/** The part of a reviewer: what is scored and waits for others. What is to be done stands in the list above it. */
export function reviewerPart(reviews: readonly ReviewItem[], me: SignedIn, names: Names): Part {
  const done = reviews.filter((r) => r.state === 'scored');
  return {
    title: 'Your reviews',
    sentences: [],
    figures: [],
    actions: [],
    blocks: [
      {
        kind: 'table',
        id: 'scored',
        title: 'Scored by you',
        columns: [
          { key: 'request', text: 'Request' },
          { key: 'on', text: 'Scored on' },
          { key: 'total', text: 'Your total', numeric: true },
          { key: 'others', text: 'Reviewers done', numeric: true },
        ],
        rows: done.slice(0, ROWS).map(({ facts, ref }) => {
          const view = assessmentView(me, facts);
          const own = facts.reviewers.find((r) => r.person.id === me.id);
          const active = facts.reviewers.filter((r) => r.state !== 'conflicted');
          return {
            request: { ...requestCell({ ref, countries: facts.summary.countries }, names), href: paths.review(ref) },
            on: own?.scoredAt ? new Date(own.scoredAt) : '',
            total: shown(view?.reviewers.find((r) => r.own)?.weighted?.weighted ?? null),
            others: `${active.filter((r) => r.state === 'scored').length} of ${active.length}`,
          };
        }),
        empty: 'You have not scored a request yet.',
        link: { text: 'See the whole queue', href: paths.reviews() },
      },
    ],
    asides: [
      {
        kind: 'words',
        title: 'Before you score',
        text: 'You declare first whether you have a conflict of interest. You see other reviewers’ scores only when all are in.',
        link: { text: 'Scoring guidance', href: '/guidance/scoring' },
      },
    ],
  };
}

function costCell({ costs }: PipelineRow) {
  const funds = new Map<string, number>();
  for (const item of costs.flatMap((y) => y.items ?? []))
    if (item.kind === 'cash' && /fund|mdtf/i.test(item.paidBy))
      funds.set(item.paidBy, (funds.get(item.paidBy) ?? 0) + cents(item.amountUSD));
  const note = listed([...funds].map(([payer, sum]) => `${payer} ${amount(sum)}`));
  return { text: amount(costOf(costs)), ...(note ? { note } : {}) };
}

/** The part of the fund manager: what is approved and not yet covered. */
export function fundPart(pipeline: readonly PipelineRow[], names: Names, { today }: Times): Part {
  const n = pipeline.length;
  const total = pipeline.reduce((sum, row) => sum + costOf(row.costs), 0);
  const first = pipeline[0];
  return {
    title: 'Requests awaiting funds',
    sentences: [
      first
        ? `${words(n, true)} approved ${plural(n, 'request waits', 'requests wait')} for funds. ${plural(n, 'It costs', 'Together they cost')} ${dollars(total)}; ${plural(n, 'it has waited', 'the first has waited')} since ${date(first.waitingSince)}.`
        : 'No approved request waits for funds.',
    ],
    figures: [],
    actions: [],
    blocks: [
      {
        kind: 'table',
        id: 'pipeline',
        title: 'Approved, awaiting funds',
        note: 'The longest waiting first',
        columns: [
          { key: 'request', text: 'Request' },
          { key: 'since', text: 'Waiting since' },
          { key: 'valid', text: 'Approval ends' },
          { key: 'cost', text: 'Cost, US$', numeric: true },
        ],
        rows: pipeline.map((row) => ({
          request: requestCell({ ref: row.facts.ref, countries: row.facts.summary.countries }, names),
          since: row.waitingSince,
          valid: endOfApproval(row, today),
          cost: costCell(row),
        })),
        empty: 'When a request is approved, it is listed here until its first period is covered.',
      },
    ],
    asides: [
      {
        kind: 'words',
        title: 'Approval and money',
        text: 'An approval commits no funds. It is valid for twelve months; a request that is not covered by then has to be looked at again.',
      },
    ],
  };
}
function endOfApproval({ facts }: PipelineRow, today: Day) {
  const day = facts.clocks.find((c) => c.key === 'awaitingFunds')?.dueOn;
  if (!day) return '';
  return day < today ? { text: `Ended ${date(day, 'short')}`, tone: 'red' as const } : new Date(day);
}

/** The part of an administrator: settings; the content of requests is closed to them. */
export function administratorPart(framework: Framework | null): Part {
  return {
    title: 'Settings of this system',
    sentences: [
      framework
        ? `Requests submitted now are judged by version ${framework.version} of the criteria.`
        : 'No version of the criteria is in force.',
    ],
    figures: [],
    actions: [{ text: 'Edit the criteria', href: paths.adminCriteria() }],
    blocks: framework
      ? [
          {
            kind: 'table',
            id: 'criteria',
            title: `Criteria in force: ${framework.name}`,
            columns: [
              { key: 'name', text: 'Criterion' },
              { key: 'weight', text: 'Weight', numeric: true },
              { key: 'threshold', text: 'Lowest score that meets it', numeric: true },
            ],
            rows: framework.criteria.map((c) => ({
              name: c.name,
              weight: `${c.weight}%`,
              threshold: String(c.threshold),
            })),
            empty: '',
          },
        ]
      : [],
    asides: [
      {
        kind: 'words',
        title: 'What you do not see',
        text: 'You look after people, criteria and other settings. Requests, scores and decisions are closed to you.',
      },
    ],
  };
}
