import type { PostRead } from '#casework';
import {
  expectedAdviser,
  planAgreed,
  presentRenewal,
  presentTerm,
  renewalDays,
  type Day,
  type Incumbency,
} from '#domain';
import { reportTitle } from '../deployment/adviser-words.js';
import type { Names } from '../request/case-words.js';
import type { Times } from '../request/progress.presenter.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import type { Aside, Part } from './blocks.js';
import { whenOf } from './dates.js';
import { placeOfPost } from './post-items.js';

const MOST_DATES = 7;

/** The days ahead in a term: reports, the review at half time, the renewal and the end. */
function daysAhead({ facts }: PostRead, term: Incumbency, { today, clocks }: Times): { on: Day; text: string }[] {
  const { endsOn } = term;
  const renewal = presentRenewal(facts);
  const opens = endsOn ? renewalDays(term, endsOn, clocks) : null;
  const half = term.review ? undefined : term.obligations.find((o) => o.kind === 'midTerm');
  return [
    ...term.obligations
      .filter((o) => o.reportId === null)
      .map((o) => ({ on: o.dueOn, text: `${reportTitle(o)} is due` })),
    ...(half ? [{ on: half.dueOn, text: 'The mid-term review begins' }] : []),
    ...(!renewal && opens ? [{ on: opens.opensOn, text: 'The renewal opens' }] : []),
    ...(renewal?.decided
      ? []
      : opens
        ? [{ on: renewal?.decideBy ?? opens.decideBy, text: 'The renewal is decided by' }]
        : []),
    ...(endsOn ? [{ on: endsOn, text: 'Your term ends' }] : []),
  ]
    .filter(({ on }) => on >= today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The end of the term is among the dates, however many come before it. */
function datesOf(post: PostRead, term: Incumbency, times: Times): Aside[] {
  const days = daysAhead(post, term, times);
  const shown = days.length > MOST_DATES ? [...days.slice(0, MOST_DATES - 1), days.at(-1)!] : days;
  return [
    {
      kind: 'dates',
      title: 'Your next dates',
      dates: shown.map(({ on, text }) => ({ ...whenOf(on, times.today), text })),
    },
    {
      kind: 'words',
      title: 'In your own calendar',
      text: 'The calendar of deployments shows what is due, and can be read by the calendar that you use.',
      link: { text: 'Open the calendar', href: `${paths.deployments()}/calendar` },
    },
  ];
}

function planCell(ref: string, term: Incumbency) {
  const { version } = term.workPlan;
  const note = version === 0 ? 'Not written yet' : planAgreed(term) ? 'Agreed by both sides' : 'To be agreed';
  return {
    text: version === 0 ? 'Work plan' : `Work plan, version ${version}`,
    href: paths.deploymentPage(ref, 'workPlan'),
    note,
  };
}

function rowOf(post: PostRead, names: Names) {
  const { ref } = post.facts;
  const term = presentTerm(post.facts);
  const next = term?.obligations.find((o) => o.reportId === null);
  const filed = term?.reports.length ?? 0;
  return {
    post: { text: placeOfPost(post, names), href: paths.deployment(ref), note: ref },
    plan: term ? planCell(ref, term) : '',
    reports: term
      ? {
          text: `${filed} filed`,
          href: paths.deploymentPage(ref, 'reports'),
          ...(next ? { note: `Next: ${reportTitle(next)}` } : {}),
        }
      : '',
    ends: term?.endsOn ? new Date(term.endsOn) : '',
  };
}

function sentenceOf(post: PostRead, names: Names): string {
  const term = presentTerm(post.facts);
  const place = placeOfPost(post, names);
  if (term) return `You are in post for ${place}${term.endsOn ? ` until ${date(term.endsOn)}` : ''}.`;
  const on = expectedAdviser(post.facts)?.expectedOn;
  return `You are expected in ${place}${on ? ` on ${date(on)}` : ''}.`;
}

/** The part of an adviser: their post, and the days that come. */
export function adviserPart(posts: readonly PostRead[], names: Names, times: Times): Part {
  const [first] = posts;
  const term = first ? presentTerm(first.facts) : null;
  return {
    title: 'Your work',
    sentences: posts.length ? posts.map((post) => sentenceOf(post, names)) : ['You hold no post now.'],
    figures: [],
    actions: first ? [{ text: 'Open your post', href: paths.deployment(first.facts.ref) }] : [],
    blocks: [
      {
        kind: 'table',
        id: 'post',
        title: 'Your post',
        columns: [
          { key: 'post', text: 'Post' },
          { key: 'plan', text: 'Work plan' },
          { key: 'reports', text: 'Reports' },
          { key: 'ends', text: 'Term ends' },
        ],
        rows: posts.map((post) => rowOf(post, names)),
        empty: 'When you are selected for a post, it stands here.',
      },
    ],
    asides: first && term ? datesOf(first, term, times) : [],
  };
}
