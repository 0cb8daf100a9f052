import type { PostRow } from '#casework';
import {
  backPlan,
  isDay,
  type BackPlan,
  type ClockSettings,
  type Day,
  type RecruitmentMedians,
  GENEVA,
  type Calendars,
} from '#domain';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { bridgesFor, gapDays, gapReason, type Around } from './gap-words.js';
import { noteOf, postPlace, regionWords } from './post-words.js';
import { filtersOf, postsAddress, type PostsQuery } from './posts-query.js';

export const GAPS_EACH = 15;

function section(
  rows: readonly (PostRow & { total: number })[],
  gap: 'now' | 'ahead',
  query: PostsQuery,
  around: Around,
) {
  const own = rows.filter((row) => row.gap === gap);
  const total = own[0]?.total ?? 0;
  return {
    total,
    ...(total > own.length
      ? {
          link: {
            text: `All ${total.toLocaleString('en-GB')}`,
            href: postsAddress('table', filtersOf(query), { gap }),
          },
        }
      : {}),
    items: own.map((row) => ({
      title: postPlace(row, around.names),
      href: paths.deployment(row.ref),
      note: `${regionWords(row, around.names)}, ${row.ref}`,
      status: noteOf(row, around.today),
      days: gapDays(row, around.today),
      reason: gapReason(row, around.today),
      bridge: row.bridge
        ? `Bridged by ${row.bridge.by}${row.bridge.until ? ` until ${date(row.bridge.until)}` : ''}.`
        : '',
      bridges: bridgesFor(row, around),
    })),
  };
}

/** Where nobody is, where nobody will be, why, and what could bridge it. */
export const gapsPage = (rows: readonly (PostRow & { total: number })[], query: PostsQuery, around: Around) => ({
  now: section(rows, 'now', query, around),
  ahead: section(rows, 'ahead', query, around),
});

/** The day that a person gave, by its three parts; null when none was given, false when it is none. */
export function dayAsked(asked: Record<string, unknown>): Day | null | false {
  const part = (name: string) => (typeof asked[name] === 'string' ? asked[name].trim() : '');
  const [day, month, year] = ['by-day', 'by-month', 'by-year'].map(part) as [string, string, string];
  if (!day && !month && !year) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : false;
}

interface Settings {
  clocks: ClockSettings;
  calendars: Calendars;
}

const part = (asked: Record<string, unknown>, name: string): string =>
  typeof asked[name] === 'string' ? asked[name].slice(0, 10) : '';

const planFields = (asked: Record<string, unknown>, track: string, error: string) => [
  {
    kind: 'date',
    name: 'by',
    label: 'When is the adviser wanted in post?',
    hint: 'For example, 1 3 2027',
    value: { day: part(asked, 'by-day'), month: part(asked, 'by-month'), year: part(asked, 'by-year') },
    ...(error ? { error, wrong: ['day', 'month', 'year'] } : {}),
  },
  {
    kind: 'radios',
    name: 'track',
    label: 'Track of the request',
    inline: true,
    small: true,
    value: track,
    options: [
      { value: 'ordinary', text: 'Ordinary' },
      { value: 'urgent', text: 'Urgent' },
    ],
  },
];

const planWords = (plan: BackPlan, today: Day) => ({
  sentence: `For an adviser in post by ${date(plan.arriveOn)} the request must be in by ${date(plan.requestBy)}.`,
  late: plan.requestBy < today ? 'That day has passed: the adviser would come later, or a surge is needed.' : '',
  rows: plan.steps.map((step) => ({
    step: step.label,
    by: date(step.by, 'short'),
    time: `${Math.ceil(step.days)} days`,
    basis: step.basis === 'record' ? 'Median of this system’s own record' : 'Setting',
  })),
});

/** "For an adviser in post by …": counted back over every step, with where its time is taken from. */
export function backPlanPart(
  asked: Record<string, unknown>,
  medians: RecruitmentMedians,
  { clocks, calendars }: Settings,
  today: Day,
) {
  const day = dayAsked(asked);
  const error = day === false ? 'Enter a day that exists, such as 1 3 2027' : '';
  const track = asked.track === 'urgent' ? 'urgent' : 'ordinary';
  const fields = planFields(asked, track, error);
  return {
    fields,
    error,
    ...(day ? planWords(backPlan(day, medians, clocks, calendars.of(GENEVA), track), today) : {}),
  };
}

/** The medians as a sentence says them. */
export function medianWords(medians: RecruitmentMedians): string {
  const stages = Object.values(medians);
  const days = Math.ceil(stages.reduce((sum, { days: n }) => sum + n, 0));
  const recorded = stages.filter((s) => s.basis === 'record').length;
  const basis =
    recorded === 0
      ? 'by the settings, as too few have been finished here yet'
      : recorded === stages.length
        ? 'by the medians of this system’s own record'
        : `${words(recorded)} of its ${words(stages.length)} stages by the record of this system, the others by the settings`;
  return `A recruitment takes ${days} days from its beginning to the arrival, ${basis}.`;
}
