import { PIPELINE_LIMIT, type PipelineRow } from '#casework';
import { centsIn, fundingCover, fundingOf, neededFor, offeredOption, optionTotals, type Day } from '#domain';
import { date, words } from '../shell/words.js';
import { amount, cents, dollars, listed, placeOf, type Names } from '../request/case-words.js';
import type { Times } from '../request/progress.presenter.js';
import { costOf } from '../request/request-facts.js';
import { paths } from '../shell/paths.js';
import type { Aside, Part } from './blocks.js';

const COLUMNS = [
  { key: 'request', text: 'Request' },
  { key: 'since', text: 'Waiting since' },
  { key: 'valid', text: 'Approval ends' },
  { key: 'cost', text: 'Cost, US$', numeric: true },
  { key: 'missing', text: 'Missing for the first period, US$', numeric: true },
];
const MONEY: Aside = {
  kind: 'words',
  title: 'Approval and money',
  text: 'An approval commits no funds. A request that is not covered by the day on which its approval ends has to be looked at again.',
};

/** What a request costs: by its own table, or as the option that was accepted in its place. */
function costOfRow({ facts, costs }: PipelineRow): number {
  const option = offeredOption(facts);
  return option ? Number(optionTotals(option).total) : costOf(costs);
}

function costCell(row: PipelineRow) {
  const { costs, facts } = row;
  const option = offeredOption(facts);
  if (option)
    return {
      text: amount(costOfRow(row)),
      note: optionTotals(option)
        .payers.map((p) => p.name)
        .join(', '),
    };
  const funds = new Map<string, number>();
  for (const item of costs.flatMap((y) => y.items ?? []))
    if (item.kind === 'cash' && /fund|mdtf/i.test(item.paidBy))
      funds.set(item.paidBy, (funds.get(item.paidBy) ?? 0) + cents(item.amountUSD));
  const note = listed([...funds].map(([payer, sum]) => `${payer} ${amount(sum)}`));
  return { text: amount(costOfRow(row)), ...(note ? { note } : {}) };
}

/** What is still to be found before the request can go on; the page of its money shows how. */
function missingCell({ facts, costs }: PipelineRow, months: number) {
  const need = neededFor(facts, { sections: { costAndHosting: { years: costs } } }, months);
  const { missing } = fundingCover(need, fundingOf(facts));
  return amount(Number(centsIn(missing)));
}

function endOfApproval({ facts }: PipelineRow, today: Day) {
  const day = facts.clocks.find((c) => c.key === 'awaitingFunds')?.dueOn;
  if (!day) return '';
  return day < today ? { text: `Ended ${date(day, 'short')}`, tone: 'red' as const } : new Date(day);
}

function sentenceOf(pipeline: readonly PipelineRow[]): string {
  const n = pipeline.length;
  const first = pipeline[0];
  if (!first) return 'No approved request waits for funds.';
  if (n > PIPELINE_LIMIT)
    return `More than ${PIPELINE_LIMIT} approved requests wait for funds; the first has waited since ${date(first.waitingSince)}.`;
  const total = dollars(pipeline.reduce((sum, row) => sum + costOfRow(row), 0));
  const since = date(first.waitingSince);
  return n === 1
    ? `One approved request waits for funds. It costs ${total}; it has waited since ${since}.`
    : `${words(n, true)} approved requests wait for funds. Together they cost ${total}; the first has waited since ${since}.`;
}

/** The part of the fund manager: what is approved and not yet covered. */
export function fundPart(pipeline: readonly PipelineRow[], names: Names, { today, clocks }: Times): Part {
  const rows = pipeline.slice(0, PIPELINE_LIMIT).map((row) => ({
    request: {
      text: placeOf(row.facts.summary.countries, names),
      href: paths.funding(row.facts.ref),
      note: row.facts.ref,
    },
    since: row.waitingSince,
    valid: endOfApproval(row, today),
    cost: costCell(row),
    missing: missingCell(row, clocks.firstPeriodMonths),
  }));
  return {
    title: 'Requests awaiting funds',
    sentences: [sentenceOf(pipeline)],
    figures: [],
    actions: [],
    blocks: [
      {
        kind: 'table',
        id: 'pipeline',
        title: 'Approved, awaiting funds',
        note: 'The longest waiting first',
        columns: COLUMNS,
        rows,
        empty: 'When a request is approved, it is listed here until its first period is covered.',
      },
    ],
    asides: [MONEY],
  };
}
