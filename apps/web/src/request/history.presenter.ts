import type { CaseView, HistoryLine, SignedIn } from '#casework';
import { ROLES, type RequestEventType } from '#domain';
import { paths } from '../shell/paths.js';
import { CONSULTATION_WORDS } from './consultation-words.js';
import { caseFrame } from './case-frame.js';
import type { Names } from './case-words.js';
import { ENDORSING_WORDS } from './endorsing-words.js';
import { entryWords } from './entry-words.js';
import { TIMING_WORDS } from './timing-words.js';
import { historyItems, whoOf } from './history-items.js';

const ENDORSING = Object.keys(ENDORSING_WORDS) as (keyof typeof ENDORSING_WORDS)[];
const CONSULTING = Object.keys(CONSULTATION_WORDS) as (keyof typeof CONSULTATION_WORDS)[];
const TIMING = Object.keys(TIMING_WORDS) as (keyof typeof TIMING_WORDS)[];

/** Kinds of steps by which the record can be narrowed. */
export const KINDS = {
  draft: {
    text: 'Draft and documents',
    events: ['CREATE', 'EDIT', 'EDIT_PART', 'ATTACH', 'DETACH', 'DROP_CHANGE', 'ABANDON', 'EXPIRE'],
  },
  submission: {
    text: 'Submission and completeness',
    events: ['SUBMIT', 'ACCEPT', 'RETURN', 'RESUBMIT', 'AMEND', 'LAPSE', 'WITHDRAW'],
  },
  endorsements: { text: 'Endorsements', events: ENDORSING },
  signatures: {
    text: 'Signatures of other countries',
    events: ['SIGN_TOGETHER', 'TAKE_BACK_SIGNATURE', 'WITHDRAW_COUNTRY'],
  },
  advice: { text: 'Advice', events: ['ADVISE', 'RECORD_SILENCE', ...CONSULTING] },
  questions: { text: 'Questions and answers', events: ['ASK', 'ANSWER', 'CLOSE_QUESTION'] },
  scoring: {
    text: 'Scoring',
    events: [
      'APPOINT',
      'DECLARE',
      'DECLINE_APPOINTMENT',
      'RELEASE',
      'RECORD_CONFLICT',
      'HAND_BACK_REVIEW',
      'SAVE_SCORES',
      'SCORE',
      'REVEAL',
      'REVISE',
      'DISCUSS',
      'SETTLE',
      'REASSESS',
    ],
  },
  decision: {
    text: 'Recommendation and decision',
    events: [
      'PREPARE_RECOMMENDATION',
      'DISCARD_PREPARED',
      'RECOMMEND',
      'APPROVE',
      'OFFER_REGIONAL_OPTION',
      'DEFER',
      'DECLINE',
      'SEND_BACK',
      'DECIDE_WITH_OTHERS',
      'CORRECT_LETTER',
      'SEND_LETTER_AGAIN',
      'REOPEN',
      'ACCEPT_OFFER',
      'REFUSE_OFFER',
      'RECONSIDER',
      'REQUEST_RECONSIDERATION',
    ],
  },
  money: {
    text: 'Money',
    events: ['ENTER_FUNDING', 'RECORD_COST_SHARE', 'FUND', 'REVALIDATE', 'LAPSE_APPROVAL'],
  },
  arrangements: {
    text: 'Arrangements',
    events: ['PROPOSE_TOR', 'SIGN_TOR', 'CONFIRM_COST_SHARE', 'CONFIRM_HOSTING'],
  },
  time: { text: 'Due dates', events: TIMING },
} as const satisfies Record<string, { text: string; events: readonly RequestEventType[] }>;
export type Kind = keyof typeof KINDS;

/** What the address asks for; what it does not know is left out. */
export interface HistoryQuery {
  kind?: Kind | undefined;
  person?: string | undefined;
  before?: number | undefined;
}
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Reads the filter of the record from the address. */
export function historyQuery(query: Record<string, unknown>): HistoryQuery {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const [kind, person, before] = [text('kind'), text('person').toLowerCase(), text('before')];
  return {
    ...(Object.hasOwn(KINDS, kind) ? { kind: kind as Kind } : {}),
    ...(UUID.test(person) ? { person } : {}),
    ...(/^[1-9]\d{0,8}$/.test(before) ? { before: Number(before) } : {}),
  };
}
/** The filter as the record is read by. */
export const filterOfHistory = ({ kind, person, before }: HistoryQuery) => ({
  ...(kind ? { events: KINDS[kind].events } : {}),
  ...(person ? { actorId: person } : {}),
  ...(before ? { before } : {}),
});

function address(ref: string, query: HistoryQuery, more: Record<string, string> = {}): string {
  const all = { kind: query.kind, person: query.person, before: query.before?.toString(), ...more };
  const given = Object.entries(all).filter((e): e is [string, string] => Boolean(e[1]));
  return given.length ? `${paths.history(ref)}?${new URLSearchParams(given).toString()}` : paths.history(ref);
}

interface HistoryInput {
  view: CaseView;
  me: SignedIn;
  query: HistoryQuery;
  lines: HistoryLine[];
  /** There are older lines. */
  older: boolean;
  people: { id: string; name: string }[];
  names: Names;
  today: string;
}

function filtersOf({ view, query, people }: HistoryInput) {
  const { ref } = view.facts;
  const person = people.find((p) => p.id === query.person)?.name ?? 'Somebody else';
  const select = (name: 'kind' | 'person', label: string, all: string, options: { value: string; text: string }[]) => ({
    kind: 'select',
    name,
    label,
    quiet: true,
    value: query[name] ?? '',
    options: [{ value: '', text: all }, ...options],
  });
  const kinds = Object.entries(KINDS).map(([value, { text }]) => ({ value, text }));
  return {
    action: paths.history(ref),
    label: 'Filter the record',
    fields: [
      select('kind', 'Kind of step', 'Every kind', kinds),
      select(
        'person',
        'Person',
        'Everybody',
        people.map((p) => ({ value: p.id, text: p.name })),
      ),
    ],
    active: [
      ...(query.kind ? [{ text: KINDS[query.kind].text, href: address(ref, { person: query.person }) }] : []),
      ...(query.person ? [{ text: person, href: address(ref, { kind: query.kind }) }] : []),
    ],
    clear: paths.history(ref),
  };
}

/** The page of the record of a case: every step that the person may read. */
export function historyPage(input: HistoryInput) {
  const { view, me, query, lines, older, names, today } = input;
  const frame = caseFrame(view, 'history', names);
  const fromStart = { ...query, before: undefined };
  const filters = filtersOf(input);
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    today,
    items: historyItems(lines, me, view.facts),
    filters,
    csv: address(frame.ref, fromStart, { format: 'csv' }),
    pager: {
      first: query.before ? address(frame.ref, fromStart) : null,
      next: older ? address(frame.ref, { ...query, before: lines.at(-1)!.seq }) : null,
    },
    empty: filters.active.length ? 'No step of this kind that you may read.' : 'There is no step that you may read.',
  };
}

/** The columns of the record as a table. */
export const HISTORY_COLUMNS = ['Number', 'When (UTC)', 'Step', 'By', 'In the role', 'Details', 'Code'] as const;

/** A line of the record as a row of a table. */
export function historyRow(line: HistoryLine, me: SignedIn, view: CaseView): string[] {
  const { title, text } = entryWords(line);
  // Who asked is not told outside OHCHR, and neither is in which role.
  const hidden = line.event === 'ASK' && !view.tiers.has('assessment');
  const role = line.role && line.role in ROLES && !hidden ? ROLES[line.role as keyof typeof ROLES] : '';
  return [
    String(line.seq),
    line.at.toISOString().slice(0, 19).replace('T', ' '),
    title,
    whoOf(line, me, view.facts) || 'The system',
    role,
    text ?? '',
    line.name,
  ];
}
