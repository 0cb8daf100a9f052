import type { SentEntry } from '../money/funding-rules.js';
import { fundingCover, countingEntries, entryProblems, missingWords } from '../money/funding-rules.js';
import { amountIn, centsIn } from '../money/amounts.js';
import { firstPeriodOf, type FirstPeriod } from '../money/first-period.js';
import type { FundingEntry, FundingStanding } from '../money/funding.js';
import { offeredOption } from '../options/attached-option.js';
import { firstPeriodOfOption } from '../options/option-totals.js';
import { isRefusal, refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { optional, required } from '../text.js';
import { clockRefusal } from '../time/deadlines.js';
import { addDays, dayOf } from '../time/working-days.js';
import { arrangementsOf, fundingOf, goesOnWith, handoverAfter, ruleFor } from './arrangements.js';
import type { RequestContent } from './content.js';
import type { RequestEventType } from './events.js';
import type { RequestFacts } from './facts.js';
import { agreedPeriod, approvedOn, postOf } from './post-of-request.js';
import type { Recorded } from './record.js';
import { personRef, type DecideContext, type StepInput, type StepRule } from './steps.js';

const MOST_ENTRIES = 200;
const DEPLOYMENT = /^DEP-\d{4}-\d{3,6}$/;

/** The period for which money may be entered: the one that was asked for, or that of the option in its place. */
export const fundingPeriod = (facts: RequestFacts) => agreedPeriod(facts);

/** What the first period needs, by the table of costs of the request, or by the option in its place. */
export function neededFor(facts: RequestFacts, content: RequestContent, months: number): FirstPeriod {
  const option = offeredOption(facts);
  return option
    ? firstPeriodOfOption(option, months)
    : firstPeriodOf(content, facts.summary, approvedOn(facts), months);
}

/** What an entry adds to what was sent. */
const kept = (
  sent: SentEntry,
  standing: FundingStanding,
  more: Pick<FundingEntry, 'id' | 'by' | 'at'>,
): FundingEntry => ({
  id: more.id,
  standing,
  source: sent.source,
  name: sent.name.trim(),
  amount: amountIn(centsIn(sent.amount)),
  currency: 'USD',
  kind: standing === 'allocation' ? 'cash' : (sent.kind ?? 'cash'),
  reference: sent.reference.trim(),
  from: sent.from,
  until: sent.until,
  corrects: sent.corrects ?? null,
  by: more.by,
  at: more.at,
});

/** Once a first period counts as covered, a correction may not open it again. */
function uncovers(facts: RequestFacts, entry: FundingEntry): Refusal | null {
  const need = arrangementsOf(facts)?.need;
  const missing = need && missingWords(need, fundingCover(need, [...fundingOf(facts), entry]));
  return missing
    ? refuse('notReady', `The first period would no longer be covered: ${missing} Enter what takes its place first.`)
    : null;
}

interface Entering extends Pick<StepInput<RequestEventType>, 'facts' | 'actor' | 'context'> {
  event: SentEntry;
}
function entryOf({ event, facts, actor, context }: Entering, standing: FundingStanding): FundingEntry | Refusal {
  const funding = fundingOf(facts);
  const problems = refuseFields(entryProblems(event, standing, fundingPeriod(facts), funding));
  if (problems) return problems;
  if (funding.length >= MOST_ENTRIES)
    return refuse('notReady', `A request can have ${MOST_ENTRIES} entries about money. Put small ones together.`);
  const entry = kept(event, standing, { id: context.newId(), by: personRef(actor), at: context.at });
  return uncovers(facts, entry) ?? entry;
}

function allocationStep(input: StepInput<'ENTER_FUNDING'>): Recorded['ENTER_FUNDING'] | Refusal {
  const entry = entryOf(input, 'allocation');
  return isRefusal(entry) ? entry : { entry };
}
function costShareStep(input: StepInput<'RECORD_COST_SHARE'>): Recorded['RECORD_COST_SHARE'] | Refusal {
  const entry = entryOf(input, 'costShare');
  if (isRefusal(entry)) return entry;
  const { facts } = input;
  return { entry, handover: handoverAfter(facts, { funding: [...fundingOf(facts), entry] }) };
}

/** An extension or a succession says of which post it is; nothing else may. */
function deploymentProblems(facts: RequestFacts, deployment: string | null | undefined): FieldProblem[] {
  const goesOn = goesOnWith(facts);
  const given = deployment ?? '';
  if (!goesOn)
    return given ? [{ path: 'deployment', message: 'Leave this empty: this request opens a post of its own' }] : [];
  return DEPLOYMENT.test(given)
    ? []
    : [
        {
          path: 'deployment',
          message: `Enter the reference of the post that the ${goesOn} is about, such as DEP-2027-001`,
        },
      ];
}

function fundStep({ event, facts, context }: StepInput<'FUND'>): Recorded['FUND'] | Refusal {
  const problems = refuseFields([
    ...deploymentProblems(facts, event.deployment),
    ...optional(event.note, 'note', 2_000),
  ]);
  if (problems) return problems;
  const content = context.content!;
  const need = neededFor(facts, content, context.clocks.firstPeriodMonths);
  const missing = missingWords(need, fundingCover(need, fundingOf(facts)));
  if (missing) return refuse('notReady', missing);
  return {
    need,
    post: postOf(facts, content),
    deployment: event.deployment ?? null,
    note: event.note?.trim() || null,
    handover: ruleFor(facts) === 'surge' ? { opens: 'post', deployment: null } : null,
  };
}

/** Whether anything has been entered yet: what the button of the declaration waits for. */
export const nothingEntered = (facts: RequestFacts): boolean => countingEntries(fundingOf(facts)).length === 0;

function revalidateStep({ event, context }: StepInput<'REVALIDATE'>): Recorded['REVALIDATE'] | Refusal {
  const until = addDays(dayOf(context.at), context.clocks.approvalValidDays);
  return (
    refuseFields(required(event.reason, 'reason', 'Say why the approval still holds', 2_000)) ?? {
      reason: event.reason,
      until,
    }
  );
}

const lapseStep = ({
  facts,
  context,
}: {
  facts: RequestFacts;
  context: DecideContext;
}): Recorded['LAPSE_APPROVAL'] | Refusal => clockRefusal(facts, 'LAPSE_APPROVAL', context.at) ?? {};

/** Steps of the fund manager, and what becomes of an approval that finds no money. */
export const FUNDING_STEPS = {
  ENTER_FUNDING: allocationStep,
  RECORD_COST_SHARE: costShareStep,
  FUND: fundStep,
  REVALIDATE: revalidateStep,
  LAPSE_APPROVAL: lapseStep,
} satisfies { [T in RequestEventType]?: StepRule<T> };
