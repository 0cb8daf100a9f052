import type { CaseView, ListRow, Person } from '#casework';
import {
  addDays,
  addWorkingDays,
  GENEVA,
  homeOf,
  ROLES,
  STATES,
  stateName,
  type Allowance,
  type Day,
  type RequestContent,
  type Role,
} from '#domain';
import { paths } from '../shell/paths.js';
import { callDates } from '../calls/call-words.js';
import { date, words } from '../shell/words.js';
import { inSentence, placeOf, plural, statusOf, type Names } from '../request/case-words.js';
import { corrections } from '../request/corrections.js';
import { draftProgress, type DraftProgress, type Submitted } from '../request/draft.presenter.js';
import type { Times } from '../request/progress.presenter.js';
import { savedLine } from '../request/saved-line.js';
import type { Aside, Block, Part } from './blocks.js';
import { datesOfRows, whenOf } from './dates.js';
import { dueOfRow, kindOfRow } from '../request/row-words.js';

/** The text that the office is working on: a draft, or a request that came back for correction. */
export interface InWork {
  view: CaseView;
  content: RequestContent;
  submitted?: Submitted | undefined;
}
export interface Office {
  rows: ListRow[];
  main: InWork | null;
  helpers: (Person & { role: Role })[];
  /** The person signs for the country: submits, answers offers, withdraws. */
  signs: boolean;
  /** The Resident Coordinator for whom they do, where it is not in their own right. */
  actingFor?: string;
}
interface Given {
  names: Names;
  times: Times;
  now: Date;
}

function actionOf({ view }: InWork, progress: DraftProgress, signs: boolean) {
  const { ref } = view.facts;
  if (progress.next)
    return { text: `Continue with section ${progress.next.number}`, href: paths.section(ref, progress.next.number) };
  return { text: signs ? 'Check and submit' : 'Check the request', href: paths.check(ref) };
}

function sentenceOf({ view }: InWork, progress: DraftProgress, signs: boolean, today: Day): string {
  const { facts } = view;
  const clock = facts.clocks[0];
  const all = progress.complete === progress.total;
  const sections = `${all ? 'All' : words(progress.complete, true)} ${all ? words(progress.total) : `of ${words(progress.total)}`} sections ${progress.complete === 1 && !all ? 'is' : 'are'} complete.`;
  if (stateName(facts.state) === 'returned') {
    const n = corrections(facts)?.items.length ?? 0;
    const due = clock
      ? clock.dueOn < today
        ? `It was due back on ${date(clock.dueOn)}.`
        : `It is due back by ${date(clock.dueOn)}.`
      : '';
    return `The desk officer asks for ${words(n)} ${plural(n, 'correction', 'corrections')} before the request goes on. ${due}`;
  }
  const who = all && !signs ? ' The Resident Coordinator can submit it.' : '';
  const start = facts.summary.requestedStart;
  return `${progress.complete === 0 ? 'No section is complete yet.' : sections}${who}${start ? ` The adviser is wanted from ${date(start, 'month')}.` : ''}`;
}

/** When what would happen, if the draft were submitted today: the times that each step has. */
function datesOf({ view }: InWork, { today, calendars, clocks, calls }: Times) {
  const { facts } = view;
  const { track, requestedStart } = facts.summary;
  const after = (from: Day, time: Allowance, station: string = GENEVA) =>
    addWorkingDays(from, time[track], calendars.of(station));
  const team = calendars.stationFor({ holder: 'regionalTeam' }, homeOf(facts));
  const checked = after(today, clocks.screening);
  const advised = after(checked, clocks.consultation, team);
  const decided = after(after(after(checked, clocks.review), clocks.recommendation), clocks.decision);
  const due = facts.clocks[0];
  const returned = stateName(facts.state) === 'returned';
  return [
    ...(returned ? [] : callDates(track, today, calls)),
    ...(due && returned ? [{ at: due.dueOn, text: 'Corrections due' }] : []),
    { at: checked, text: 'Completeness check done, if you submit today' },
    { at: advised, text: 'Regional team gives its advice' },
    { at: decided, text: 'Decision' },
    ...(requestedStart && requestedStart > today ? [{ at: requestedStart, text: 'Adviser wanted' }] : []),
    ...(due && !returned ? [{ at: due.dueOn, text: 'Draft expires if unchanged' }] : []),
    ...(returned && facts.returned
      ? [
          {
            at: addDays(facts.returned.at.slice(0, 10), clocks.returnedLapseDays),
            text: 'Request lapses if it is not submitted again',
          },
        ]
      : []),
  ]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ at, text }) => ({ ...whenOf(at, today), text }));
}

function otherRequests(office: Office, { times, names }: Given): Block {
  const others = office.rows.filter((r) => r.ref !== office.main?.view.facts.ref);
  const several = new Set(others.map((r) => r.countries.join())).size > 1;
  return {
    kind: 'table',
    id: 'other-requests',
    title: office.main ? 'Your other requests' : 'All requests of your office',
    columns: [
      { key: 'ref', text: 'Reference' },
      { key: 'what', text: 'What it is' },
      { key: 'status', text: 'Status' },
      { key: 'next', text: 'Next date' },
    ],
    rows: others.map((row) => ({
      ref: { text: row.ref, href: paths.request(row.ref) },
      what: `${several ? `${placeOf(row.countries, names)}: ` : ''}${kindOfRow(row)}`,
      status: statusOf(row.state),
      next: dueOfRow(row, times.today, times.calendars) ?? '',
    })),
    empty: office.main ? 'Your office has no other request.' : 'Your office has made no request yet.',
    ...(office.main ? { link: { text: 'Start another request', href: paths.newRequest() } } : {}),
  };
}
function helpOf(office: Office): Aside[] {
  if (office.helpers.length === 0) return [];
  return [
    {
      kind: 'people',
      title: 'Who can help',
      text: '',
      people: office.helpers.map((p) => ({ name: p.name, role: ROLES[p.role], email: p.email })),
    },
  ];
}

/** Whoever signs in place of the coordinator is told so. */
function awayOf({ actingFor }: Office): Aside[] {
  if (!actingFor) return [];
  return [
    {
      kind: 'words',
      title: 'You sign for somebody',
      text: `You act for ${actingFor}. Whatever you sign bears both names.`,
    },
  ];
}

/** The part of those who write for a country: the text in work first, then everything else of the office. */
export function officePart(office: Office, given: Given): Part {
  const { main, signs } = office;
  const others = otherRequests(office, given);
  if (!main)
    return {
      title: 'Your requests',
      sentences: office.rows.length ? [underWay(office.rows)] : [],
      figures: [],
      actions: [{ text: 'Start a request', href: paths.newRequest() }],
      blocks: [others],
      asides: [
        ...datesOfRows(office.rows, given.times.today, false, (row) => row.ref),
        ...helpOf(office),
        ...awayOf(office),
      ],
    };
  const { view, content, submitted } = main;
  const progress = draftProgress(view.facts, content, submitted);
  const asked = corrections(view.facts);
  return {
    title: asked ? 'Correct your request' : 'Your request for a Human Rights Adviser',
    sentences: [sentenceOf(main, progress, signs, given.times.today)],
    figures: [],
    actions: [actionOf(main, progress, signs)],
    blocks: [
      ...(asked ? [{ kind: 'corrections' as const, title: 'What to correct', items: asked.items }] : []),
      { kind: 'sections', progress, note: `${view.facts.ref}, ${inSentence(savedLine(view.changedAt, given.now))}` },
      others,
    ],
    asides: [
      { kind: 'criteria', progress, check: paths.check(view.facts.ref) },
      { kind: 'dates', title: 'Key dates', dates: datesOf(main, given.times) },
      ...helpOf(office),
      ...awayOf(office),
    ],
  };
}

function underWay(rows: ListRow[]): string {
  const open = rows.filter((r) => STATES[r.state].open).length;
  return open === 0
    ? 'No request of your office is under way.'
    : `${words(open, true)} ${plural(open, 'request', 'requests')} of your office ${plural(open, 'is', 'are')} under way.`;
}
