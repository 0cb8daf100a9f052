import { refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { CRITERION_NAMES } from '../review/criteria.js';
import { chosen, optional, required } from '../text.js';
import { clockRefusal } from '../time/deadlines.js';
import { addMonths, addWorkingDays, type Day } from '../time/working-days.js';
import { endReportOf, isToEnd, presentRenewal, presentTerm } from './current.js';
import type { DeploymentEventType } from './events.js';
import { CONVERSIONS, ENDING_REASONS, EXIT_ITEMS, type ExitItem, type ExitSide, type Renewal } from './facts.js';
import { drawUpAdded, renewalDays } from './obligations.js';
import { personRef } from '../request/steps.js';
import type { DeploymentRecorded } from './record.js';
import { lastDayProblems } from './steps-recruitment.js';
import {
  bridgesBeside,
  dayProblems,
  firstProblem,
  inWords,
  problemIf,
  type DeploymentStep,
  type DeploymentStepRule,
} from './steps.js';

type Opening = Pick<DeploymentStep<'OPEN_RENEWAL'>, 'facts' | 'context' | 'today'>;

/** A renewal of the present term; without a last day there is nothing to count back from, so it is decided soon. */
function newRenewal({ facts, context, today }: Opening): Renewal {
  const term = presentTerm(facts)!;
  const { clocks: s } = context;
  const soon = () => addWorkingDays(today, 20, context.calendars.of(facts.post.host));
  const decideBy = term.endsOn === null ? soon() : renewalDays(term, term.endsOn, s).decideBy;
  return { term: term.id, openedOn: today, decideBy, wish: null, decided: null };
}

function openRenewalStep(input: DeploymentStep<'OPEN_RENEWAL'>): DeploymentRecorded['OPEN_RENEWAL'] | Refusal {
  const early = input.actor.system ? clockRefusal(input.facts, 'OPEN_RENEWAL', input.context.at) : null;
  return early ?? { renewal: newRenewal(input) };
}

function askStep({ event }: DeploymentStep<'ASK_EXTENSION'>): DeploymentRecorded['ASK_EXTENSION'] | Refusal {
  const wrong = refuseFields([
    ...problemIf(typeof event.extend !== 'boolean', 'extend', 'Say whether the post should go on'),
    ...required(event.text, 'text', 'Say why the post should go on, or why not'),
    ...optional(event.request, 'request', 40),
  ]);
  return wrong ?? { extend: event.extend, text: event.text.trim(), request: event.request?.trim() || null };
}

/** The end of a term moves on: from the present end, not from before it, and as long as the term has not run out. */
function endProblems(endsOn: Day | null, until: Day, today: Day): FieldProblem[] {
  if (endsOn === null) return problemIf(until < today, 'until', 'Enter today or a later day');
  return [
    ...problemIf(
      today > endsOn,
      'until',
      `The term ended on ${inWords(endsOn)}, so it cannot be extended any more. Record that the adviser has left`,
    ),
    ...problemIf(until <= endsOn, 'until', `The term ends on ${inWords(endsOn)} as it is. Enter a later day`),
    ...problemIf(until > addMonths(endsOn, 60), 'until', 'Enter a day within five years of the present end'),
  ];
}
const NAMES_REQUEST = /\bHRA-\d{4}-\d+/;
/** A person extends on the word of the Resident Coordinator, or on a request that says it; the product on a request that was paid for. */
const unasked = ({ facts, actor, event }: DeploymentStep<'EXTEND'>): FieldProblem[] => {
  const renewal = presentRenewal(facts);
  return problemIf(
    renewal !== null && renewal.wish === null && !actor.system && !NAMES_REQUEST.test(event.basis),
    'basis',
    'The Resident Coordinator has not said yet whether the post should go on. Wait for that, or name the request on which the extension rests, such as HRA-2028-010',
  );
};
function extendStep(input: DeploymentStep<'EXTEND'>): DeploymentRecorded['EXTEND'] | Refusal {
  const { event, facts, actor, context, today } = input;
  const term = presentTerm(facts)!;
  const wrong = firstProblem(
    () => [
      ...dayProblems(event.until, 'until', 'Enter the new last day of the term'),
      ...required(event.basis, 'basis', 'Say on what the extension rests, such as a request or funds', 2_000),
    ],
    () => endProblems(term.endsOn, event.until, today),
    () => unasked(input),
  );
  if (wrong) return wrong;
  const moved = { reason: 'The term was extended.', by: personRef(actor), at: context.at, today };
  return {
    until: event.until,
    from: term.endsOn,
    basis: event.basis.trim(),
    day: today,
    obligations: drawUpAdded(term.obligations, term.from, event.until, context.clocks, context.newId, moved),
    bridges: bridgesBeside(facts.bridges, { from: term.from, until: event.until }),
    renewal: presentRenewal(facts) ? null : newRenewal(input),
  };
}

function closeStep(input: DeploymentStep<'CLOSE'>): DeploymentRecorded['CLOSE'] | Refusal {
  const { event, facts, today } = input;
  const wrong = refuseFields([
    ...chosen(event.reason, ENDING_REASONS, 'reason'),
    ...required(event.text, 'text', 'Say why the post ends'),
  ]);
  const renewal = !presentTerm(facts) || presentRenewal(facts) ? null : newRenewal(input);
  return wrong ?? { reason: event.reason, text: event.text.trim(), day: today, renewal };
}

function startClosingStep({ facts, actor, context, today }: DeploymentStep<'START_CLOSING'>) {
  const early = actor.system ? clockRefusal(facts, 'START_CLOSING', context.at) : null;
  const next = isToEnd(facts) ? ('end' as const) : ('continue' as const);
  return (
    early ?? { exit: { openedOn: today, next, done: [], finished: [], sentBack: [], findings: [], handover: null } }
  );
}

const sideOfRole = (role: string): ExitSide => (role === 'adviser' ? 'adviser' : 'rc');
/** The points of one side's checklist. */
export const exitItemsOf = (side: ExitSide): ExitItem[] =>
  (Object.keys(EXIT_ITEMS) as ExitItem[]).filter((item) => EXIT_ITEMS[item].side === side);

function checkStep({ event, facts, as }: DeploymentStep<'CHECK'>): DeploymentRecorded['CHECK'] | Refusal {
  const side = sideOfRole(as.role);
  const own = exitItemsOf(side);
  const done = [...new Set(Array.isArray(event.done) ? event.done : [])];
  const findings = event.findings ?? [];
  const open = own.filter((item) => !done.includes(item));
  const wrong = firstProblem(
    () => [
      ...done.flatMap((item, i) =>
        problemIf(!own.includes(item), `done.${i}`, 'This is not a point of your checklist'),
      ),
      ...findings.flatMap((f, i) => [
        ...chosen(f.criterion, CRITERION_NAMES, `findings.${i}.criterion`),
        ...required(f.text, `findings.${i}.text`, 'Say what was found', 5_000),
      ]),
    ],
    () => [
      ...problemIf(
        done.includes('endReportFiled') && !endReportOf(presentTerm(facts)!),
        'done',
        'The end-of-assignment report is not filed yet. File it first',
      ),
      ...problemIf(
        event.finished === true && open.length > 0,
        'finished',
        `Not done yet: ${open.map((item) => EXIT_ITEMS[item].label).join('; ')}`,
      ),
    ],
  );
  return wrong ?? { side, done, finished: event.finished === true, findings };
}

function sendBackStep({ event, facts, as }: DeploymentStep<'SEND_BACK'>): DeploymentRecorded['SEND_BACK'] | Refusal {
  const wrong = firstProblem(
    () => [
      ...chosen(event.side, { adviser: 1, rc: 1 }, 'side'),
      ...required(event.reason, 'reason', 'Say what is still to be done'),
    ],
    () => [
      ...problemIf(
        as.role !== 'deskOfficer' && event.side === sideOfRole(as.role),
        'side',
        'This is your own list. Choose the list of the other side',
      ),
      ...problemIf(
        !presentTerm(facts)!.exit!.finished.some((f) => f.side === event.side),
        'side',
        'This list is not finished, so there is nothing to send back',
      ),
    ],
  );
  return wrong ?? { side: event.side, reason: event.reason.trim() };
}

function handOverStep({ event, facts, today }: DeploymentStep<'HAND_OVER'>): DeploymentRecorded['HAND_OVER'] | Refusal {
  const wrong =
    refuseFields(required(event.note, 'note', 'Write what whoever comes next has to know')) ??
    lastDayProblems(presentTerm(facts)!, event.on, today);
  return wrong ?? { on: event.on, note: event.note.trim(), ends: isToEnd(facts) };
}

/** Steps of the renewal and of the end of a term. */
export const RENEWAL_STEPS = {
  OPEN_RENEWAL: openRenewalStep,
  ASK_EXTENSION: askStep,
  EXTEND: extendStep,
  PLAN_SUCCESSION: ({ event }) =>
    refuseFields(required(event.text, 'text', 'Say what is planned')) ?? { text: event.text.trim() },
  CONVERT: ({ event }) =>
    refuseFields([
      ...chosen(event.to, CONVERSIONS, 'to'),
      ...required(event.text, 'text', 'Say why, and from when'),
    ]) ?? { to: event.to, text: event.text.trim() },
  CLOSE: closeStep,
  START_CLOSING: startClosingStep,
  CHECK: checkStep,
  SEND_BACK: sendBackStep,
  HAND_OVER: handOverStep,
} satisfies { [T in DeploymentEventType]?: DeploymentStepRule<T> };
