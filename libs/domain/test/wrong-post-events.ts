import type { DeploymentEvent, DeploymentEventType } from '../src/index.js';
import { aPostEvent } from './deployment-events.js';

const NUL = 'a\u0000b';
const long = (n: number) => 'a'.repeat(n);
const many = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);
const item = { text: 'Train', criterion: null, condition: null, outcome: 'Outcome 3', indicator: '', dueOn: null };
const report = { summary: 'What was done', results: [] };

/** For each kind of event of a post, some that are wrong in themselves: each must be refused by name of the field. */
export const WRONG_OF_POST: Partial<Record<DeploymentEventType, (Record<string, unknown> & { at: string })[]>> = {
  ADVERTISE: [
    { until: '2027-02-30', at: 'until' },
    { until: '2101-01-01', at: 'until' },
    { until: '1989-12-31', at: 'until' },
    { until: undefined, at: 'until' },
    { until: '2020-01-01', at: 'until' },
  ],
  NUDGE: [
    { clock: 'nobody', at: 'clock' },
    { clock: undefined, at: 'clock' },
  ],
  SHORTLIST: [
    { candidates: 0, at: 'candidates' },
    { candidates: 1.5, at: 'candidates' },
    { candidates: '5', at: 'candidates' },
  ],
  SELECT: [
    { adviser: ' ', at: 'adviser' },
    { adviser: NUL, at: 'adviser' },
    { adviser: 'nobody@un.example', at: 'adviser' },
    { adviser: '11111111-2222-4333-8444-555555555555', at: 'adviser' },
    { expectedOn: '2026-01-01', at: 'expectedOn' },
  ],
  CONSULTED: [
    { agrees: 'yes', at: 'agrees' },
    { agrees: false, note: '', at: 'note' },
    { agrees: true, note: long(10_001), at: 'note' },
  ],
  ARRIVE: [
    { on: '2027-02-30', at: 'on' },
    { on: '2099-01-01', endsOn: '2100-01-01', at: 'on' },
    { endsOn: '2020-01-01', at: 'endsOn' },
    { endsOn: '2099-01-01', at: 'endsOn' },
  ],
  NOT_ARRIVED: [{ reason: ' ', at: 'reason' }],
  CANCEL: [{ reason: '', at: 'reason' }],
  PLAN: [
    { items: [], at: 'items' },
    { items: 'all', at: 'items' },
    { items: many(41, item), at: 'items' },
    { items: [{ ...item, text: ' ' }], at: 'items.0.text' },
    { items: [{ ...item, text: long(2_001) }], at: 'items.0.text' },
    { items: [{ ...item, outcome: ' ' }], at: 'items.0.outcome' },
    { items: [{ ...item, criterion: 'luck' }], at: 'items.0.criterion' },
    { items: [{ ...item, dueOn: '2027-13-01' }], at: 'items.0.dueOn' },
    { items: [{ ...item, dueOn: '2099-12-31' }], at: 'items.0.dueOn' },
    { items: [{ ...item, id: 'unknown' }], at: 'items.0.id' },
  ],
  FILE_REPORT: [
    { kind: 'weekly', at: 'kind' },
    { period: ' ', at: 'period' },
    { obligationId: 'unknown', at: 'obligationId' },
    { report: { ...report, summary: '' }, at: 'report.summary' },
    { report: { ...report, confidential: NUL }, at: 'report.confidential' },
    {
      report: { ...report, results: [{ planItem: 'unknown', progress: 'done', text: '' }] },
      at: 'report.results.0.planItem',
    },
  ],
  ADD_OBLIGATION: [
    { kind: 'weekly', at: 'kind' },
    { period: long(61), at: 'period' },
    { dueOn: '2020-01-01', at: 'dueOn' },
    { dueOn: '2099-01-01', at: 'dueOn' },
  ],
  MOVE_OBLIGATION: [
    { obligationId: 'unknown', at: 'obligationId' },
    { reason: ' ', at: 'reason' },
    { dueOn: '2020-01-01', at: 'dueOn' },
    { dueOn: '2099-01-01', at: 'dueOn' },
  ],
  EXTEND_CLOCK: [
    { clock: 'nobody', at: 'clock' },
    { until: 'soon', at: 'until' },
    { until: '2027-03-02', at: 'until' },
    { until: '2027-04-24', at: 'until' },
    { until: '2028-04-24', at: 'until' },
    { reason: ' ', at: 'reason' },
  ],
  STOP_CLOCK: [
    { clock: 'nobody', at: 'clock' },
    { until: '2027-02-26', at: 'until' },
    { until: '2028-03-02', at: 'until' },
    { reason: '', at: 'reason' },
  ],
  ASK_MORE_TIME: [
    { clock: 'nobody', at: 'clock' },
    { until: '2027-02-30', at: 'until' },
    { reason: long(2_001), at: 'reason' },
  ],
  NOTE_TO_OHCHR: [
    { text: ' ', at: 'text' },
    { text: NUL, at: 'text' },
  ],
  REVIEW: [
    { rating: 'superb', at: 'rating' },
    { text: '', at: 'text' },
  ],
  ASK_EXTENSION: [
    { extend: 'perhaps', at: 'extend' },
    { text: ' ', at: 'text' },
  ],
  EXTEND: [
    { until: '2027-03-01', at: 'until' },
    { until: '2100-01-01', at: 'until' },
    { until: 'soon', at: 'until' },
    { basis: ' ', at: 'basis' },
  ],
  PLAN_SUCCESSION: [{ text: ' ', at: 'text' }],
  CONVERT: [
    { to: 'embassy', at: 'to' },
    { text: ' ', at: 'text' },
  ],
  CHECK: [
    { done: ['everything'], at: 'done.0' },
    { findings: [{ criterion: 'luck', text: 'x' }], at: 'findings.0.criterion' },
    { done: [], finished: true, at: 'finished' },
  ],
  SEND_BACK: [
    { side: 'both', at: 'side' },
    { reason: ' ', at: 'reason' },
  ],
  HAND_OVER: [
    { note: ' ', at: 'note' },
    { on: '2099-01-01', at: 'on' },
    { on: '2020-01-01', at: 'on' },
  ],
  LEAVE: [
    { reason: 'bored', at: 'reason' },
    { on: '2020-01-01', at: 'on' },
    { on: '2099-01-01', at: 'on' },
  ],
  TRANSFER: [
    { to: 'DEP-2027-001', at: 'to' },
    { to: ' ', at: 'to' },
    { on: '2020-01-01', at: 'on' },
    { on: '2099-01-01', at: 'on' },
    { endsOn: '2020-01-01', at: 'endsOn' },
  ],
  RECEIVE: [
    { from: 'DEP-2027-001', at: 'from' },
    { adviser: { id: null, name: ' ' }, at: 'adviser.name' },
    { on: '2099-01-01', endsOn: '2099-12-31', at: 'on' },
  ],
  BRIDGE: [
    { kind: 'magic', at: 'kind' },
    { by: ' ', at: 'by' },
    { from: '2020-01-01', at: 'from' },
    { until: '2020-01-01', at: 'until' },
    { deployment: 'DEP-2027-001', at: 'deployment' },
    { deployment: 'the one in Nairobi', at: 'deployment' },
  ],
  END_BRIDGE: [
    { bridgeId: 'unknown', at: 'bridgeId' },
    { on: '2020-01-01', at: 'on' },
    { on: '2099-01-01', at: 'on' },
  ],
  CHANGE_POST: [
    { title: ' ', at: 'title' },
    { reason: ' ', at: 'reason' },
    { host: 'FJI', at: 'host' },
    { grade: long(61), at: 'grade' },
  ],
  COVER: [
    { country: 'XXX', at: 'country' },
    { country: 'TZA', at: 'country' },
    { from: '2027-06-31', at: 'from' },
    { until: '2020-01-01', at: 'until' },
    { daysPerMonth: 32, at: 'daysPerMonth' },
    { daysPerMonth: 2.5, at: 'daysPerMonth' },
    { reason: ' ', at: 'reason' },
  ],
  UNCOVER: [
    { country: 'TZA', at: 'country' },
    { country: 'FJI', at: 'country' },
    { until: 'never', at: 'until' },
    { reason: ' ', at: 'reason' },
  ],
  MARK_FRAMEWORK: [
    { under: 'yes', at: 'under' },
    { from: '2020-01-01', at: 'from' },
    { reason: ' ', at: 'reason' },
  ],
  SET_REPORTING: [
    { part: 'friend', at: 'part' },
    { name: ' ', at: 'name' },
    { title: ' ', at: 'title' },
    { from: '2020-01-01', at: 'from' },
  ],
  IDENTIFY: [{ adviser: 'Somebody', at: 'adviser' }],
  CLOSE: [
    { reason: 'tired', at: 'reason' },
    { text: ' ', at: 'text' },
  ],
};

/** A right event of this kind made wrong in one place; null where there is no way to be wrong. */
export function aWrongPostEvent(
  right: ReturnType<typeof aPostEvent>,
  variant: number,
): { event: DeploymentEvent; at: string } | null {
  const all = WRONG_OF_POST[right.type];
  if (!all) return null;
  const { at, ...wrong } = all[variant % all.length]!;
  return { event: { ...right, ...wrong } as DeploymentEvent, at };
}
