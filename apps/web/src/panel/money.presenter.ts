import type { RoundSetting } from '#casework';
import { readsPanel, roundName, setsCoverage, setsMoney, type Actor, type Refusal } from '#domain';
import { one, text, type Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import { errorsOf } from '../shell/pages.js';
import { money } from './round-words.js';

interface MoneyInput {
  me: Actor;
  round: string;
  settings: readonly [RoundSetting, ...RoundSetting[]];
  form: Form | null;
  refusal: Refusal | undefined;
  today: string;
}

function fieldsOf({ settings: [now], form, refusal }: MoneyInput) {
  const at = (path: string) => refusal?.fields?.find((f) => f.path === path)?.message;
  const typed = (name: string, kept: string): string => (form && name in form ? one(form, name) : kept);
  return {
    after: { kind: 'hidden', name: 'after', value: String(refusal?.revision ?? now.version) },
    money: [
      {
        kind: 'number',
        name: 'money',
        label: 'Money that is known',
        hint: 'In US dollars, for the first year of the requests of this round.',
        prefix: 'US$',
        width: 10,
        value: typed('money', now.money ?? ''),
        error: at('money'),
      },
      {
        kind: 'long',
        name: 'source',
        label: 'Where it comes from',
        hint: 'Such as a fund with its reference, and what was promised by whom.',
        rows: 3,
        value: form && 'source' in form ? text(form, 'source') : now.source,
        error: at('source'),
      },
    ],
    coverage: {
      kind: 'number',
      name: 'leastCoverage',
      label: 'How much has to be assessed before a request is ranked',
      hint: 'The share of the weight of the criteria that reviewers could assess.',
      suffix: '%',
      width: 3,
      value: typed('leastCoverage', String(now.leastCoverage)),
      error: at('leastCoverage'),
    },
  };
}

/** The money of a round with its history. Nothing here depends on a request, so a fund manager reads all of it. */
export function moneyContext(input: MoneyInput) {
  const { me, round, settings, refusal } = input;
  const [now] = settings;
  const kept = settings.filter((s) => s.version > 0);
  return {
    title: `Money of the ${roundName(round)}`,
    breadcrumbs: readsPanel(me)
      ? [{ text: `Panel, ${roundName(round)}`, href: paths.panelRound(round) }, { text: 'Money' }]
      : [{ text: 'Your work', href: '/' }, { text: 'Money of the round' }],
    ...(refusal ? { errors: errorsOf(refusal) } : {}),
    lead:
      now.money === null
        ? 'No money is entered for this round yet. The panel sees its requests in their order without a line.'
        : `${money(now.money)} is known for this round. It is entered, not counted from agreements; every entry is kept.`,
    action: paths.panelMoney(round),
    fields: fieldsOf(input),
    mayMoney: setsMoney(me),
    mayCoverage: setsCoverage(me),
    least: now.leastCoverage,
    table: {
      caption: 'What was set for this round, the newest first',
      columns: [
        { key: 'version', text: 'Entry' },
        { key: 'money', text: 'Money', numeric: true },
        { key: 'source', text: 'Where it comes from' },
        { key: 'coverage', text: 'To be assessed', numeric: true },
        { key: 'by', text: 'Entered by' },
        { key: 'on', text: 'On' },
      ],
      rows: kept.map((s) => ({
        version: String(s.version),
        money: s.money === null ? '' : money(s.money),
        source: s.source,
        coverage: `${s.leastCoverage}%`,
        by: s.setName ?? '',
        on: s.setAt,
      })),
    },
  };
}
