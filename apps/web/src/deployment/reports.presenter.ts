import type { PostRead, SignedIn } from '#casework';
import {
  isRefusal,
  mayTakeDeployment,
  presentTerm,
  type Day,
  type DeploymentEventType,
  type Incumbency,
  type Obligation,
} from '#domain';
import { plural, type Names, type Status } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { periodWords, reportTitle } from './adviser-words.js';
import { postFrame } from './post-frame.js';
import { slugOf } from './step-forms.js';

/** Days before a due date from which a report stands out. */
const SOON = 14;
const DAY_MS = 86_400_000;

/** How a report that is due stands today. */
export function obligationStatus(due: Obligation, term: Incumbency, today: Day): Status {
  const filed = term.reports.find((r) => r.id === due.reportId);
  if (filed) return { text: `Filed ${date(filed.at.slice(0, 10), 'short')}`, tone: 'green' };
  if (due.dueOn < today) return { text: 'Overdue', tone: 'red' };
  const days = (Date.parse(due.dueOn) - Date.parse(today)) / DAY_MS;
  return days <= SOON
    ? { text: days === 0 ? 'Due today' : 'Due soon', tone: 'amber' }
    : { text: 'To come', tone: 'grey' };
}

const movedWords = ({ moved }: Obligation): string =>
  moved
    .map(
      (m) =>
        `Moved from ${date(m.from, 'short')} to ${date(m.to, 'short')}${m.late ? ', after it fell due' : ''}: ${m.reason}`,
    )
    .join(' ');

interface Given {
  view: PostRead;
  term: Incumbency;
  today: Day;
  may: (type: DeploymentEventType) => boolean;
}

/** Where a report is read, or filed by who files it. */
function hrefOf(due: Obligation, { view, may }: Given): { href?: string } {
  const { ref } = view.facts;
  if (due.reportId !== null) return { href: paths.report(ref, due.reportId) };
  return may('FILE_REPORT') ? { href: paths.newReport(ref, due.id) } : {};
}
function moveOf(due: Obligation, { view, may }: Given) {
  const { ref } = view.facts;
  if (due.reportId === null && may('MOVE_OBLIGATION'))
    return {
      text: `Move ${periodWords(due.period)}`,
      href: `${paths.deploymentStep(ref, slugOf('MOVE_OBLIGATION')!)}?obligationId=${due.id}`,
    };
  return '';
}

function dueTable(given: Given) {
  const { term, today } = given;
  return {
    caption: 'Reports of this term, by the day on which they are due',
    columns: [
      { key: 'report', text: 'Report' },
      { key: 'due', text: 'Due' },
      { key: 'status', text: 'Status' },
      ...(given.may('MOVE_OBLIGATION') ? [{ key: 'move', text: 'Change' }] : []),
    ],
    rows: [...term.obligations]
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
      .map((due) => {
        const moved = movedWords(due);
        return {
          report: { text: reportTitle(due), ...hrefOf(due, given), ...(moved ? { note: moved } : {}) },
          due: new Date(due.dueOn),
          status: obligationStatus(due, term, today),
          move: moveOf(due, given),
        };
      }),
  };
}

/** Everything that was filed on the post, the latest first; a post keeps the reports of all who held it. */
const filedTable = ({ facts }: PostRead) => ({
  caption: 'Filed reports, the latest first',
  columns: [
    { key: 'report', text: 'Report' },
    { key: 'by', text: 'By' },
    { key: 'on', text: 'Filed' },
  ],
  rows: facts.incumbencies
    .flatMap((term) => term.reports)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map((r) => ({
      report: { text: reportTitle(r), href: paths.report(facts.ref, r.id) },
      by: r.by.name,
      on: new Date(r.at),
    })),
});

function leadOf(term: Incumbency | null, today: Day): string {
  if (!term) return 'Nobody is in post, so no report is due.';
  const open = term.obligations.filter((o) => o.reportId === null).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const late = open.filter((o) => o.dueOn < today).length;
  const lateness = late ? `${words(late, true)} ${plural(late, 'report is', 'reports are')} overdue. ` : '';
  const next = open.find((o) => o.dueOn >= today);
  return (
    lateness + (next ? `${reportTitle(next)} is due next, on ${date(next.dueOn)}.` : 'No other report is to come.')
  );
}

/** The page of reports: what is due when, and what was filed. */
export function reportsPage(view: PostRead, me: SignedIn, names: Names, today: Day) {
  const { ref } = view.facts;
  const term = presentTerm(view.facts);
  const may = (type: DeploymentEventType): boolean => !isRefusal(mayTakeDeployment(view.whole, me, type));
  const frame = postFrame(view, me, 'reports', names);
  const next = term?.obligations.find((o) => o.reportId === null);
  const step = (type: 'ADD_OBLIGATION' | 'MOVE_OBLIGATION', text: string) =>
    may(type) ? [{ text, href: paths.deploymentStep(ref, slugOf(type)!), secondary: true }] : [];
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    lead: leadOf(term, today),
    actions: [
      ...(may('FILE_REPORT') && next ? [{ text: 'File the next report', href: paths.newReport(ref, next.id) }] : []),
      ...step('MOVE_OBLIGATION', 'Move a date'),
      ...step('ADD_OBLIGATION', 'Add a report'),
    ],
    due: term ? dueTable({ view, term, today, may }) : null,
    filed: filedTable(view),
    another: may('FILE_REPORT') ? `${paths.deploymentPage(ref, 'reports')}/new` : '',
  };
}
