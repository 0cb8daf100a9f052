import type { CaseView } from '#casework';
import {
  amountIn,
  centsIn,
  countingEntries,
  countsFor,
  fundingCover,
  dollarsIn,
  FUNDING_SOURCES,
  FUNDING_STANDINGS,
  fundingOf,
  fundingPeriod,
  goesOnWith,
  isRefusal,
  mayTake,
  missingWords,
  revalidationsOf,
  type Actor,
  type FundingCover,
  type FirstPeriod,
  type FundingEntry,
  type FundingStanding,
  type Refusal,
  type RequestFacts,
} from '#domain';
import { caseFrame } from '../request/case-frame.js';
import type { Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { againField, coverFields, entryFields } from './funding.fields.js';
import { fundingErrors, type TypedFunding } from './funding.form.js';
import type { PostChoice } from './request-posts.js';

export interface FundingInput {
  view: CaseView;
  me: Actor;
  names: Names;
  need: FirstPeriod;
  typed: TypedFunding;
  refusal?: Refusal | undefined;
  today: string;
  /** The posts that an extension or a succession can be about. */
  posts?: readonly PostChoice[];
}

const money = (amount: string): string => dollarsIn(centsIn(amount)).replace('US$ ', '');

/** What the first period costs, line by line, with who is to pay as the request says. */
function neededTable({ items, total, cash }: FirstPeriod) {
  return {
    caption: 'What the first period needs, in US dollars',
    columns: [
      { key: 'label', text: 'Cost' },
      { key: 'payer', text: 'To be paid by' },
      { key: 'kind', text: 'How' },
      { key: 'amount', text: 'US$', numeric: true },
    ],
    rows: [
      ...items.map((i) => ({
        label: i.label || 'Without a name',
        payer: i.paidBy || 'Nobody named',
        kind: i.kind === 'cash' ? 'Paid' : 'In kind',
        amount: money(i.amount),
      })),
      { label: 'All', payer: '', kind: `${money(cash)} in cash`, amount: money(total) },
    ],
  };
}

const ENTRY_COLUMNS = [
  { key: 'who', text: 'From' },
  { key: 'period', text: 'For' },
  { key: 'reference', text: 'Reference' },
  { key: 'amount', text: 'US$', numeric: true },
  { key: 'counts', text: 'In the first period', numeric: true },
];

function entryRow(entry: FundingEntry, need: FirstPeriod, facts: RequestFacts, mayCorrect: boolean) {
  const counting = countingEntries(fundingOf(facts)).includes(entry);
  const replaced = fundingOf(facts).find((e) => e.corrects === entry.id);
  const kind = entry.kind === 'in-kind' ? ', in kind' : '';
  return {
    who: { text: entry.name, note: `${FUNDING_SOURCES[entry.source]}${kind}` },
    period: `${date(entry.from, 'short')} to ${date(entry.until, 'short')}`,
    reference: { text: entry.reference, note: `${entry.by.name}, ${date(entry.at, 'short')}` },
    amount: money(entry.amount),
    counts: counting
      ? money(amountIn(countsFor(entry, need)))
      : { text: replaced ? 'Corrected' : 'Taken away', tone: 'grey' as const },
    correct:
      mayCorrect && counting
        ? { text: `Correct ${entry.name}`, href: `${paths.funding(facts.ref)}?correct=${entry.id}#enter` }
        : '',
  };
}

function entryTable(standing: FundingStanding, { view, need }: FundingInput, mayCorrect: boolean) {
  const entries = fundingOf(view.facts).filter((e) => e.standing === standing);
  return {
    caption: `${FUNDING_STANDINGS[standing]}, in US dollars`,
    columns: [...ENTRY_COLUMNS, ...(mayCorrect ? [{ key: 'correct', text: 'Change' }] : [])],
    rows: entries.map((e) => entryRow(e, need, view.facts, mayCorrect)),
  };
}

function leadOf({ view, need }: FundingInput, cover: FundingCover): string {
  const { facts } = view;
  const first = `The first period is ${date(need.from)} to ${date(need.until)}.`;
  const missing = missingWords(need, cover);
  const clock = facts.clocks.find((c) => c.key === 'awaitingFunds');
  const valid = clock ? ` The approval is valid until ${date(clock.dueOn)}.` : '';
  return `${first} ${missing ?? 'It is covered by what is entered.'}${valid}`;
}

const figuresOf = (need: FirstPeriod, cover: FundingCover) => [
  { value: money(need.total), text: 'needed, in US$' },
  { value: money(cover.allocation), text: 'allocations' },
  { value: money(cover.costShare), text: 'shares of the cost' },
  { value: money(cover.missing), text: 'still missing', alert: centsIn(cover.missing) > 0n },
];

/** What may be done with the money, and in words why not where that helps. */
function formsOf(input: FundingInput, cover: FundingCover) {
  const { view, me, need, typed, refusal } = input;
  const { facts } = view;
  const errors = refusal ? fundingErrors(refusal) : [];
  const [enter, fund, again] = (['ENTER_FUNDING', 'FUND', 'REVALIDATE'] as const).map((t) => mayTake(facts, me, t));
  const goesOn = goesOnWith(facts);
  const own = (step: string) => (typed.do === step ? errors : []);
  const asked = fundingPeriod(facts);
  const covered = missingWords(need, cover) === null;
  return {
    enter: isRefusal(enter!)
      ? null
      : {
          title: typed.corrects ? 'Correct an entry' : 'Add an entry',
          fields: entryFields(typed, own('ENTER'), `${date(asked.from)} to ${date(asked.until)}`),
          cancel: typed.corrects ? paths.funding(facts.ref) : '',
        },
    fund: !isRefusal(fund!) && covered ? { fields: coverFields(typed, own('FUND'), goesOn, input.posts ?? []) } : null,
    again: isRefusal(again!) ? null : { open: typed.do === 'REVALIDATE', field: againField(typed, own('REVALIDATE')) },
    why: isRefusal(enter!) && enter!.code === 'separationOfDuties' ? enter!.message : '',
  };
}

/** The page of money: what the first period needs, what is there, and what is missing. */
export function fundingContext(input: FundingInput) {
  const { view, me, names, need, refusal, today } = input;
  const { facts } = view;
  const cover = fundingCover(need, fundingOf(facts));
  const errors = refusal ? fundingErrors(refusal) : [];
  const frame = caseFrame(view, 'funding', names);
  const mayCorrect = !isRefusal(mayTake(facts, me, 'ENTER_FUNDING'));
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    ...(errors.length ? { errors } : {}),
    frame,
    today,
    lead: leadOf(input, cover),
    figures: figuresOf(need, cover),
    needed: neededTable(need),
    allocations: entryTable('allocation', input, mayCorrect),
    shares: entryTable('costShare', input, mayCorrect),
    forms: formsOf(input, cover),
    confirmed: revalidationsOf(facts).map((r) => ({
      text: `Confirmed again on ${date(r.at)} by ${r.by.name}, valid until ${date(r.until)}.`,
      reason: r.reason,
    })),
    funding: paths.funding(facts.ref),
    request: paths.request(facts.ref),
  };
}
