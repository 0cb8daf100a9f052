import type { PostRead, SignedIn } from '#casework';
import {
  CRITERIA,
  CRITERION_NAMES,
  endReportOf,
  EXIT_ITEMS,
  exitItemsOf,
  isRefusal,
  mayTakeDeployment,
  presentTerm,
  type Day,
  type DeploymentFacts,
  type Exit,
  type ExitItem,
  type ExitSide,
  type Incumbency,
} from '#domain';
import type { Names, Status } from '../request/case-words.js';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import type { PageError } from '../shell/views.js';
import { date, words } from '../shell/words.js';
import { findingField, type TypedCheck } from './exit.form.js';
import { postFrame } from './post-frame.js';
import { dueWords } from './post-waits.js';

export interface ExitInput {
  view: PostRead;
  me: SignedIn;
  names: Names;
  today: Day;
  /** What was filled in and refused. */
  typed?: TypedCheck | undefined;
  errors?: PageError[] | undefined;
}

const SIDES = ['adviser', 'rc'] as const;
/** The term whose handover is shown: the present one, else the last that had one. */
export const termOfExit = (facts: DeploymentFacts): (Incumbency & { exit: Exit }) | null => {
  const term = presentTerm(facts) ?? facts.incumbencies.findLast((t) => t.exit !== null);
  return term?.exit ? { ...term, exit: term.exit } : null;
};

/** Every term with a handover, the latest first: each keeps its pack, whoever holds the post now. */
export const termsWithPack = (facts: DeploymentFacts): (Incumbency & { exit: Exit })[] =>
  facts.incumbencies.flatMap((term) => (term.exit ? [{ ...term, exit: term.exit }] : [])).reverse();
/** The pack of a term. */
export const packHref = (ref: string, term: string, ending: '' | '.docx' = ''): string =>
  `${paths.deploymentPage(ref, 'handover')}${ending}?${new URLSearchParams({ term }).toString()}`;
/** The way to the pack: of the handover that is shown, else to the last one, which is what a successor begins with. */
function packAction(facts: DeploymentFacts) {
  const last = termsWithPack(facts)[0];
  if (!last) return [];
  const own = last.id === termOfExit(facts)?.id;
  const text = own ? 'Handover pack' : `Handover pack of ${last.person.name}`;
  return [
    { text, href: own ? paths.deploymentPage(facts.ref, 'handover') : packHref(facts.ref, last.id), secondary: true },
  ];
}

const titleOf = (side: ExitSide, { post }: DeploymentFacts): string =>
  side === 'adviser' ? 'The adviser' : post.host === null ? 'Regional team' : 'Resident Coordinator’s Office';

/** Which list this person works on now; null where it is none of theirs. */
function ownSide({ view, me }: ExitInput): ExitSide | null {
  const may = mayTakeDeployment(view.whole, me, 'CHECK');
  return isRefusal(may) ? null : may.role === 'adviser' ? 'adviser' : 'rc';
}

function statusOf(side: ExitSide, exit: Exit, { clocks }: DeploymentFacts, today: Day): Status | string {
  const finished = exit.finished.find((f) => f.side === side);
  if (finished) return { text: `Finished by ${finished.by.name}, ${date(finished.at, 'short')}`, tone: 'green' };
  const clock = clocks.find((c) => c.key === `closing:${side}`);
  const due = clock ? dueWords(clock.dueOn, today) : null;
  return typeof due === 'string' ? { text: `To be finished ${due}`, tone: 'amber' } : (due ?? 'Not finished');
}

const notesOf = (side: ExitSide, exit: Exit) =>
  exit.sentBack
    .filter((s) => s.side === side)
    .map((s) => ({ on: `Sent back on ${date(s.at)} by ${s.by.name}`, reason: s.reason }))
    .reverse();

function formOf(side: ExitSide, exit: Exit, { view, typed, errors = [] }: ExitInput) {
  const done: readonly string[] = typed?.done ?? exit.done;
  const at = (href: string) => errors.find((e) => e.href === href)?.text;
  return {
    list: {
      kind: 'checkboxes',
      name: 'done',
      label: 'What is done',
      hint: 'Save it as often as you like. Once it is finished, the other side is shown it.',
      value: exitItemsOf(side).filter((item) => done.includes(item)),
      options: exitItemsOf(side).map((item) => ({ value: item, text: EXIT_ITEMS[item].label })),
      error: at('#done'),
    },
    open: (typed?.findings.length ?? 0) > 0,
    written: exit.findings.length ? `${words(exit.findings.length, true)} written` : 'Optional',
    findings: CRITERIA.map((criterion) => {
      const own = (from: readonly { criterion: string; text: string }[] | undefined) =>
        from?.find((f) => f.criterion === criterion)?.text;
      return {
        kind: 'long',
        name: findingField(criterion),
        label: CRITERION_NAMES[criterion],
        rows: 3,
        optional: true,
        value: (typed ? own(typed.findings) : own(exit.findings)) ?? '',
        error: at(`#${findingField(criterion)}`),
      };
    }),
    hidden: stepFields(view.revision),
  };
}

/** What stands behind a point of a list, where the record says it. */
function noteOf(item: ExitItem, term: Incumbency): string {
  if (item !== 'endReportFiled') return '';
  const filed = endReportOf(term);
  return filed ? `filed on ${date(filed.at)}` : 'not filed yet';
}

function listOf(side: ExitSide, term: Incumbency & { exit: Exit }, input: ExitInput) {
  const { view, me, today } = input;
  const { facts } = view;
  const { exit } = term;
  const present = presentTerm(facts) !== null;
  const mayReturn = present && !isRefusal(mayTakeDeployment(view.whole, me, 'SEND_BACK'));
  const own = present && ownSide(input) === side;
  const finished = exit.finished.some((f) => f.side === side);
  const returns = mayReturn && finished && ownRole(input) !== side;
  return {
    id: `list-${side}`,
    title: titleOf(side, facts),
    status: statusOf(side, exit, facts, today),
    points: exitItemsOf(side).map((item) => ({
      text: EXIT_ITEMS[item].label,
      note: noteOf(item, term),
      done: exit.done.includes(item),
    })),
    form: own ? formOf(side, exit, input) : null,
    sentBack: notesOf(side, exit),
    sendBack: returns ? `${paths.deploymentStep(facts.ref, 'send-checklist-back')}?side=${side}` : '',
  };
}
/** The list that a person's own role stands for, whether or not it is finished. */
function ownRole({ view, me }: ExitInput): ExitSide | null {
  const may = mayTakeDeployment(view.whole, me, 'SEND_BACK');
  if (isRefusal(may) || may.role === 'deskOfficer') return null;
  return may.role === 'adviser' ? 'adviser' : 'rc';
}

function leadOf(term: (Incumbency & { exit: Exit }) | null, { facts }: PostRead): string {
  if (!term) {
    const steps = facts.clocks.flatMap((c) => c.steps);
    const opens = steps.find((s) => s.kind === 'START_CLOSING');
    return opens
      ? `The handover opens on ${date(opens.at)}.`
      : 'There is no handover: nobody is about to leave the post.';
  }
  const { person, endsOn, exit, left } = term;
  if (exit.handover) return `${person.name} handed over on ${date(exit.handover.at)}.`;
  if (left) return `${person.name} left on ${date(left.on)} before the handover was finished.`;
  const next = exit.next === 'end' ? 'The post ends with this term.' : 'The post goes on with somebody else.';
  return `${person.name}’s term ends${endsOn ? ` on ${date(endsOn)}` : ''}. ${next} Both sides finish their lists, then the adviser hands over.`;
}

function handOver({ view, me }: ExitInput) {
  const may = mayTakeDeployment(view.whole, me, 'HAND_OVER');
  const href = paths.deploymentStep(view.facts.ref, 'hand-over');
  if (!isRefusal(may)) return { action: { text: 'Hand over', href }, why: '' };
  return { action: null, why: may.code === 'notReady' ? may.message : '' };
}

/** The page of the handover: the two checklists side by side, what was sent back, and what was found. */
export function exitPage(input: ExitInput) {
  const { view, me, names, today, errors } = input;
  const { facts } = view;
  const frame = postFrame(view, me, 'exit', names);
  const term = termOfExit(facts);
  const { action, why } = handOver(input);
  const writes = presentTerm(facts) !== null && ownSide(input) !== null;
  const begins = !term && !isRefusal(mayTakeDeployment(view.whole, me, 'START_CLOSING'));
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    today,
    ...(errors?.length ? { errors } : {}),
    lead: leadOf(term, view),
    actions: [
      ...(action ? [action] : []),
      ...(begins ? [{ text: 'Begin the handover', href: paths.deploymentStep(facts.ref, 'begin-handover') }] : []),
      ...packAction(facts),
    ],
    why,
    lists: term ? SIDES.map((side) => listOf(side, term, input)) : [],
    findings: (writes ? [] : (term?.exit.findings ?? [])).map((f) => ({
      name: CRITERION_NAMES[f.criterion],
      text: f.text,
    })),
    note: term?.exit.handover?.note ?? '',
    here: paths.deploymentPage(facts.ref, 'exit'),
  };
}
