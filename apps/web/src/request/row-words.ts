import type { ListRow } from '#casework';
import { MODALITIES, REQUEST_TYPES, ROLES, type Actor, type Day, type Role, type Calendars } from '#domain';
import { paths } from '../shell/paths.js';
import { inSentence, placeOf, type Names, type Status } from './case-words.js';
import { dueStatus, isLate } from './due-words.js';

/** A request as the first cell of a row: its country as the link, its reference below. */
export const requestCell = (row: Pick<ListRow, 'ref' | 'countries'>, names: Names) => ({
  text: placeOf(row.countries, names),
  href: paths.request(row.ref),
  note: row.ref,
});

const formName = (key: string): string => inSentence(MODALITIES[key as keyof typeof MODALITIES] ?? key);

/** What a request of a list is: its type, and the form of support that was approved, or is asked for. */
export const kindOfRow = (row: Pick<ListRow, 'type' | 'modality' | 'approvedModality'>): string =>
  `${REQUEST_TYPES[row.type as keyof typeof REQUEST_TYPES] ?? row.type}, ${formName(row.approvedModality ?? row.modality)}`;

/** What was asked for, where another form of support was approved. */
export const askedInstead = ({ modality, approvedModality }: Pick<ListRow, 'modality' | 'approvedModality'>): string =>
  approvedModality && approvedModality !== modality ? `Asked for: ${formName(modality)}` : '';

const clockOf = (row: ListRow) =>
  row.dueOn === null
    ? null
    : { dueOn: row.dueOn, stoppedWith: null, group: row.state, ...(row.station ? { station: row.station } : {}) };

/** When a row of a list is due next, as a status; null when nothing is. */
export function dueOfRow(row: ListRow, today: Day, calendars: Calendars): Status | null {
  const clock = clockOf(row);
  return clock && dueStatus(clock, today, calendars);
}

/** The same for a column that is headed “Due”. */
export function dueInColumn(row: ListRow, today: Day, calendars: Calendars): Status | '' {
  const due = dueOfRow(row, today, calendars);
  return due ? { ...due, text: due.text.replace(/^Due (\w)/, (_, first: string) => first.toUpperCase()) } : '';
}

/** Whether what a row waits for is late. */
export function isRowLate(row: ListRow, today: Day): boolean {
  const clock = clockOf(row);
  return clock !== null && isLate(clock, today);
}

/** Those of OHCHR who hold the review in turn; to everybody outside they are OHCHR. */
const REVIEWING = ['reviewer', 'panelChair', 'deskOfficer'];
const isHidden = (row: ListRow, insider: boolean): boolean =>
  !insider && row.state === 'assessment' && REVIEWING.includes(row.holder ?? '');

/** Whether the person works on the assessment of requests, and so may know who holds it. */
export const isInsider = (actor: Actor): boolean =>
  actor.assignments.some((a) => ['deskOfficer', 'panelChair', 'approver', 'reviewer', 'auditor'].includes(a.role));

/** Who holds a request of a list. */
export function withWhom(row: ListRow, insider: boolean): string {
  if (isHidden(row, insider)) return 'OHCHR';
  return row.holder ? (ROLES[row.holder as Role] ?? row.holder) : '';
}

const ASSESSMENT: Record<string, string> = {
  regionalTeam: 'advice due',
  regionalOffice: 'advice due',
  reviewer: 'scores due',
  deskOfficer: 'review due',
  panelChair: 'scores to be settled',
  rcOffice: 'answer due',
};
const AWAITED: Partial<Record<ListRow['state'], string>> = {
  screening: 'completeness check due',
  returned: 'corrections due',
  recommendation: 'recommendation due',
  decision: 'decision due',
  offered: 'answer to the offer due',
  deferred: 'deferred until then',
  awaitingFunds: 'approval ends',
  arrangements: 'arrangements due',
};

/** What falls due on the day of a row. */
export function whatIsDue(row: ListRow, insider: boolean): string {
  if (row.state !== 'assessment') return AWAITED[row.state] ?? 'due';
  return isHidden(row, insider) ? 'review due' : (ASSESSMENT[row.holder ?? ''] ?? 'review due');
}
