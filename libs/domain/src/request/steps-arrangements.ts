import { REPORTING_PARTS, SIDES, type Side } from '../deployment/facts.js';
import { isRcSide, type Actor, type Assignment } from '../people/roles.js';
import { refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { checkTerms } from '../terms/check.js';
import type { TermsVersion } from '../terms/terms.js';
import { chosen, optional, required } from '../text.js';
import {
  arrangementsOf,
  handoverAfter,
  hostingCountries,
  knownHost,
  HOSTING_ITEMS,
  partDone,
  ruleFor,
  sharesToConfirm,
  type HostingItem,
  type NamedReporting,
} from './arrangements.js';
import type { RequestEventType } from './events.js';
import type { RequestFacts } from './facts.js';
import type { Recorded } from './record.js';
import { personRef, type StepInput, type StepRule } from './steps.js';
import { nothingEntered } from './steps-funding.js';

/** For which side somebody signs, by the role in which they do. */
export const sideOf = (as: Pick<Assignment, 'role'>): Side => (isRcSide(as.role) ? 'rc' : 'ohchr');

const reportingProblems = (lines: readonly NamedReporting[]): FieldProblem[] =>
  lines.length > 6
    ? [{ path: 'reporting', message: 'Name six persons or fewer' }]
    : lines.flatMap((line, i) => [
        ...chosen(line.part, REPORTING_PARTS, `reporting.${i}.part`),
        ...required(line.name, `reporting.${i}.name`, 'Enter a name', 200),
        ...required(line.title, `reporting.${i}.title`, 'Enter a title', 200),
      ]);

function proposeStep({ event, facts, actor, context }: StepInput<'PROPOSE_TOR'>): Recorded['PROPOSE_TOR'] | Refusal {
  const reporting = event.reporting ?? [];
  const before = arrangementsOf(facts)!.terms;
  // What both sides have signed is agreed: who changes it says why.
  const agreed = before?.signatures.length === 2;
  const problems = refuseFields([
    ...checkTerms(event.content).map((p) => ({ ...p, path: p.path ? `content.${p.path}` : 'content' })),
    ...reportingProblems(reporting),
    ...(agreed
      ? required(event.reason, 'reason', `Both sides have signed version ${before.number}. Say why it is changed`)
      : optional(event.reason, 'reason')),
  ]);
  if (problems) return problems;
  const terms: TermsVersion = {
    number: (before?.number ?? 0) + 1,
    content: event.content,
    by: personRef(actor),
    at: context.at,
    signatures: [],
  };
  return {
    terms,
    reporting: reporting.map(({ part, name, title }) => ({ part, name, title })),
    // Both sides sign the same text: what was signed of another one does not hold for this.
    voids: before?.signatures.map(({ side, by }) => ({ side, by })) ?? [],
    ...(event.reason?.trim() ? { reason: event.reason.trim() } : {}),
  };
}

function signStep({ event, facts, actor, as, context }: StepInput<'SIGN_TOR'>): Recorded['SIGN_TOR'] | Refusal {
  const before = arrangementsOf(facts)!;
  const terms = before.terms!;
  if (event.version !== terms.number)
    return refuse('notReady', `Version ${terms.number} is the one to sign now. Read it, then sign that one.`, [
      { path: 'version', message: `Sign version ${terms.number}, the one that stands` },
    ]);
  const side = sideOf(as);
  const signature = { side, by: personRef(actor), actingFor: as.actingFor ?? null, at: context.at };
  const arrangements = { ...before, terms: { ...terms, signatures: [...terms.signatures, signature] } };
  return { version: terms.number, signature, handover: handoverAfter(facts, { arrangements }) };
}

function costShareStep(input: StepInput<'CONFIRM_COST_SHARE'>): Recorded['CONFIRM_COST_SHARE'] | Refusal {
  const { event, facts, actor, context } = input;
  const open = sharesToConfirm(facts);
  const stamp = { by: personRef(actor), at: context.at };
  const shares = event.shares ?? [];
  const before = arrangementsOf(facts)!;
  if (open.length === 0) {
    const problems = refuseFields([
      ...(shares.length ? [{ path: 'shares', message: 'No commitment of cost share waits to be confirmed' }] : []),
      ...required(event.noneDue, 'noneDue', 'Say why no cost share is due', 2_000),
    ]);
    if (problems) return problems;
    const noCostShare = { reason: event.noneDue!, ...stamp };
    return { confirmed: [], noCostShare, handover: handoverAfter(facts, { arrangements: { ...before, noCostShare } }) };
  }
  const problems = refuseFields([
    ...(event.noneDue
      ? [
          {
            path: 'noneDue',
            message: 'Shares of the cost are committed. Confirm them, or ask the fund manager to correct them',
          },
        ]
      : []),
    ...(shares.length ? [] : [{ path: 'shares', message: 'Confirm at least one commitment with its reference' }]),
    ...shares.flatMap((s, i) => [
      ...(open.some((e) => e.id === s.entry)
        ? []
        : [{ path: `shares.${i}.entry`, message: 'Choose a commitment that waits to be confirmed' }]),
      ...required(s.reference, `shares.${i}.reference`, 'Enter the reference of the agreement', 120),
    ]),
    ...(new Set(shares.map((s) => s.entry)).size === shares.length
      ? []
      : [{ path: 'shares', message: 'Confirm each commitment once' }]),
  ]);
  if (problems) return problems;
  const confirmed = shares.map((s) => ({ entry: s.entry, reference: s.reference.trim(), ...stamp }));
  const costShares = [...before.costShares, ...confirmed];
  return { confirmed, noCostShare: null, handover: handoverAfter(facts, { arrangements: { ...before, costShares } }) };
}

function hostingStep({
  event,
  facts,
  actor,
  context,
}: StepInput<'CONFIRM_HOSTING'>): Recorded['CONFIRM_HOSTING'] | Refusal {
  const items = Object.keys(HOSTING_ITEMS) as HostingItem[];
  const before = arrangementsOf(facts)!;
  const countries = hostingCountries(facts);
  // Where several countries are covered, nobody but the office knows in which of them the adviser will sit.
  const country = event.country ?? knownHost(facts) ?? '';
  const problems = refuseFields([
    ...items.flatMap((item) => {
      const answer = event.answers[item];
      return [
        ...(typeof answer?.given === 'boolean'
          ? []
          : [{ path: `answers.${item}.given`, message: `Say yes or no: ${HOSTING_ITEMS[item].toLowerCase()}` }]),
        ...required(
          answer?.words,
          `answers.${item}.words`,
          `Say in words what is given, or why not: ${HOSTING_ITEMS[item].toLowerCase()}`,
          2_000,
        ),
      ];
    }),
    ...(countries.includes(country) ? [] : [{ path: 'country', message: 'Choose the country of the duty station' }]),
  ]);
  if (problems) return problems;
  const answers = Object.fromEntries(
    items.map((item) => [item, { given: event.answers[item].given, words: event.answers[item].words.trim() }]),
  ) as Recorded['CONFIRM_HOSTING']['hosting']['answers'];
  const hosting = { answers, country, by: personRef(actor), at: context.at };
  return { hosting, handover: handoverAfter(facts, { arrangements: { ...before, hosting } }) };
}

function signRefusal(facts: RequestFacts, actor: Actor, as: Assignment): Refusal | null {
  const terms = arrangementsOf(facts)!.terms;
  if (!terms) return refuse('notReady', 'No terms of reference have been proposed yet.');
  const side = sideOf(as);
  if (terms.signatures.some((s) => s.side === side))
    return refuse(
      'notReady',
      `Version ${terms.number} is signed already for the side of ${side === 'rc' ? 'the Resident Coordinator' : SIDES.ohchr}.`,
    );
  return terms.signatures.some((s) => s.by.id === actor.id)
    ? refuse('separationOfDuties', 'You signed for the other side, so somebody else has to sign for this one.')
    : null;
}

/** What is missing first for a step of money or arrangements, as far as it can be told without what will be sent. */
export function arrangementRefusal(
  facts: RequestFacts,
  actor: Actor,
  as: Assignment,
  type: RequestEventType,
): Refusal | null {
  if (type === 'FUND' && nothingEntered(facts)) return refuse('notReady', 'Enter at least one source of money first.');
  const a = arrangementsOf(facts);
  if (!a) return null;
  if (type === 'SIGN_TOR') return signRefusal(facts, actor, as);
  if (type === 'PROPOSE_TOR' && ruleFor(facts) === 'surge')
    return refuse('notReady', 'For an urgent surge the standard terms of reference apply unchanged.');
  if (type === 'CONFIRM_COST_SHARE' && partDone(facts, 'costSharing'))
    return refuse('notReady', 'The cost sharing is confirmed.');
  if (type === 'WITHDRAW' && a.handedOn !== null)
    return refuse(
      'notReady',
      'The post is open already, by the rule for an urgent surge. It is ended on its own page.',
    );
  return null;
}

/** Steps of the arrangements between the money and the post. */
export const ARRANGEMENT_STEPS = {
  PROPOSE_TOR: proposeStep,
  SIGN_TOR: signStep,
  CONFIRM_COST_SHARE: costShareStep,
  CONFIRM_HOSTING: hostingStep,
} satisfies { [T in RequestEventType]?: StepRule<T> };
