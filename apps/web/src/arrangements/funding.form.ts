import {
  refuse,
  type EventOf,
  type FundingEntry,
  type FundingSource,
  type Refusal,
  type RequestFacts,
  fundingOf,
  fundingPeriod,
} from '#domain';
import { amountIn } from '../request/amount.js';
import { dateTyped, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

export interface TypedDate {
  day: string;
  month: string;
  year: string;
}
/** What was typed on the page of money, in whichever of its forms. */
export interface TypedFunding {
  do: string;
  standing: string;
  source: string;
  name: string;
  kind: string;
  amount: string;
  reference: string;
  from: TypedDate;
  until: TypedDate;
  corrects: string;
  deployment: string;
  note: string;
  reason: string;
}
export type FundingStep = 'ENTER_FUNDING' | 'RECORD_COST_SHARE' | 'FUND' | 'REVALIDATE';

export const typedFunding = (form: Form): TypedFunding => ({
  do: one(form, 'do'),
  standing: one(form, 'standing'),
  source: one(form, 'source'),
  name: one(form, 'name'),
  kind: one(form, 'kind'),
  amount: one(form, 'amount'),
  reference: one(form, 'reference'),
  from: dateTyped(form, 'from'),
  until: dateTyped(form, 'until'),
  corrects: one(form, 'corrects'),
  deployment: one(form, 'deployment'),
  note: text(form, 'note'),
  reason: text(form, 'reason'),
});

const parts = (day: string): TypedDate => ({
  day: String(Number(day.slice(8))),
  month: String(Number(day.slice(5, 7))),
  year: day.slice(0, 4),
});

/** A fresh form: the first period, or the entry that is to be corrected. */
export function proposedFunding(facts: RequestFacts, until: string, corrects: string): TypedFunding {
  const empty = typedFunding({});
  const entry = fundingOf(facts).find((e) => e.id === corrects);
  if (!entry) return { ...empty, from: parts(fundingPeriod(facts).from), until: parts(until) };
  return {
    ...empty,
    standing: entry.standing,
    source: entry.source,
    name: entry.name,
    kind: entry.kind,
    amount: entry.amount,
    reference: entry.reference,
    from: parts(entry.from),
    until: parts(entry.until),
    corrects,
  };
}

const two = (part: string): string => part.padStart(2, '0');
const dayIn = ({ day, month, year }: TypedDate): string => `${year}-${two(month)}-${two(day)}`;
/** An amount as people write it, as exact text; what cannot be read goes as it is and is refused with a reason. */
const exact = (typed: string): string => amountIn(typed)?.toFixed(2) ?? typed;

function entryIn(typed: TypedFunding) {
  const { amount, corrects, from, name, reference, source, until } = typed;
  return {
    source: source as FundingSource,
    name,
    amount: exact(amount),
    reference,
    from: dayIn(from),
    until: dayIn(until),
    ...(corrects ? { corrects } : {}),
  };
}

/** No kind of entry was chosen. */
export const UNCHOSEN = refuse('invalid', 'Choose what you enter.', [
  { path: 'standing', message: 'Choose what you enter: an allocation or a share of the cost' },
]);

/** What was typed as it is sent; null when it does not say what it is. */
export function fundingEvent(typed: TypedFunding): EventOf<FundingStep> | null {
  switch (typed.do) {
    case 'FUND':
      return {
        type: 'FUND',
        ...(typed.deployment ? { deployment: typed.deployment } : {}),
        ...(typed.note ? { note: typed.note } : {}),
      };
    case 'REVALIDATE':
      return { type: 'REVALIDATE', reason: typed.reason };
    default:
      if (typed.standing === 'allocation') return { type: 'ENTER_FUNDING', ...entryIn(typed) };
      if (typed.standing !== 'costShare') return null;
      return { type: 'RECORD_COST_SHARE', ...entryIn(typed), kind: typed.kind as FundingEntry['kind'] };
  }
}

const FIELDS = ['standing', 'source', 'name', 'kind', 'amount', 'reference', 'deployment', 'note', 'reason'];

/** The problems at their fields. */
export const fundingErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) => {
    if (path === 'from' || path === 'until')
      return { text: message.replace(/, such as 2027-07-01$/, ''), href: `#${path}-day` };
    return FIELDS.includes(path) ? { text: message, href: `#${path}` } : { text: message };
  });
