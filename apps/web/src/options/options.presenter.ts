import type { OptionVersion } from '#casework';
import { amountsSaid, missingInOption, MODALITIES, optionTotals, type RegionalOption } from '#domain';
import { plural, type Names, type Status } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date, dateTime, words } from '../shell/words.js';
import type { CountryCover } from './cover.presenter.js';
import {
  aloneWords,
  costWords,
  daysWords,
  figure,
  money,
  optionShown,
  placesWords,
  stationWords,
  timeWords,
} from './option-words.js';

const CRUMB = { text: 'Regional options', href: paths.options() };
const OUT_OF_USE = { text: 'Out of use', tone: 'grey' } as const;
const standing = (option: RegionalOption): Status | string =>
  option.retired
    ? OUT_OF_USE
    : missingInOption(option).length
      ? { text: 'Not finished', tone: 'amber' }
      : 'Ready to attach';

const rowsOf = (options: readonly RegionalOption[], names: Names) =>
  options.map((o) => ({
    name: { text: o.name, href: paths.option(o.id), note: placesWords(o, names) },
    station: stationWords(o, names),
    time: timeWords(o),
    cost: amountsSaid(o) ? figure(optionTotals(o).total) : '',
    standing: standing(o),
    changed: new Date(o.at),
  }));

/** The list of options that are out of use: they can be read, and brought back. */
export const retiredPage = (options: readonly RegionalOption[], names: Names) => ({
  title: 'Regional options out of use',
  breadcrumbs: [CRUMB, { text: 'Out of use' }],
  lead: 'Nobody can attach these to an advice. Each says why it was taken out of use; changing it brings it back.',
  actions: [],
  other: { text: 'Options in use', href: paths.options() },
  rows: rowsOf(options, names),
  empty: { text: 'No option is out of use.' },
  compare: null,
});

/** The list of options, and what to compare. */
export function optionsPage(options: readonly RegionalOption[], names: Names, writes: boolean) {
  const n = options.length;
  return {
    title: 'Regional options',
    lead: n
      ? `${words(n, true)} ${plural(n, 'option is', 'options are')} kept here: one adviser for several countries, with what that costs and who pays.`
      : 'An option is one adviser for several countries, with days in each, travel, cost and who pays. None is kept here yet.',
    actions: writes ? [{ text: 'Start an option', href: paths.newOption() }] : [],
    other: { text: 'Options out of use', href: paths.retiredOptions() },
    rows: rowsOf(options, names),
    empty: {
      text: writes
        ? 'Start one when a request comes that neighbours could share, or when a gap is ahead.'
        : 'The regional teams and OHCHR’s regional offices write them.',
    },
    compare: n > 1 ? compareFields(options, []) : null,
    compareAction: paths.compareOptions(),
  };
}

const compareFields = (options: readonly RegionalOption[], chosen: readonly string[]) => ({
  kind: 'checkboxes',
  name: 'option',
  label: 'Which ones?',
  hint: 'Two or three.',
  small: true,
  value: chosen,
  options: options.slice(0, 30).map((o) => ({ value: o.id, text: o.name })),
});

const ROWS: [what: string, of: (option: RegionalOption, names: Names) => string][] = [
  ['Form', (o) => MODALITIES[o.modality]],
  ['Duty station', stationWords],
  ['Time', (o) => timeWords(o)],
  ['Days a month', (o, n) => o.countries.map((c) => `${n.countryName(c.country)} ${c.daysPerMonth}`).join('; ')],
  ['Days in all', (o) => daysWords(optionTotals(o).daysPerMonth)],
  ['Adviser', (o) => (amountsSaid(o) ? money(optionTotals(o).adviser) : '')],
  ['Travel', (o) => (amountsSaid(o) ? money(optionTotals(o).travel) : '')],
  ['Cost in all', costWords],
  [
    'Cost by country',
    (o, n) =>
      amountsSaid(o)
        ? optionTotals(o)
            .countries.map((c) => `${n.countryName(c.country)} ${money(c.total)}`)
            .join('; ')
        : '',
  ],
  [
    'Who pays',
    (o) =>
      optionTotals(o)
        .payers.map((p) => `${p.name} ${p.percent} % (${money(p.amount)})`)
        .join('; '),
  ],
  [
    'Against advisers of their own',
    (o, n) => aloneWords(optionTotals(o), n) ?? 'Nobody estimated what they would cost.',
  ],
  ['Why', (o) => o.why],
];

/** Options side by side. */
export function comparePage(options: readonly RegionalOption[], names: Names, tooMany: boolean) {
  const few = options.length < 2 ? 'Choose two or three options on the list to see them side by side.' : '';
  return {
    title: 'Compare options',
    breadcrumbs: [CRUMB, { text: 'Compare' }],
    lead: few || `${words(options.length, true)} options as they stand now. Amounts are in US dollars.`,
    trouble: tooMany ? 'Up to three options fit side by side, so the first three that you chose are shown.' : '',
    table:
      options.length > 1
        ? {
            caption: 'The options side by side',
            columns: [{ key: 'what', text: 'What' }, ...options.map((o) => ({ key: o.id, text: o.name }))],
            rows: ROWS.map(([what, of]) => ({
              what,
              ...Object.fromEntries(options.map((o) => [o.id, of(o, names)])),
            })),
          }
        : null,
    links: options.map((o) => ({ text: o.name, href: paths.option(o.id) })),
    list: paths.options(),
  };
}

interface OptionInput {
  option: RegionalOption;
  versions: readonly OptionVersion[];
  cover: CountryCover[];
  names: Names;
  writes: boolean;
}

const tagOf = ({ retired }: RegionalOption, missing: readonly string[]): Status => {
  if (retired) return OUT_OF_USE;
  return missing.length ? { text: 'Not finished', tone: 'amber' } : { text: 'Ready to attach', tone: 'green' };
};
const actionsOf = ({ id, retired }: RegionalOption) => [
  {
    text: retired ? 'Change the proposal and bring it back' : 'Change the proposal',
    href: paths.optionEdit(id),
    secondary: true,
  },
  ...(retired
    ? []
    : [
        { text: 'Change the costs', href: paths.optionCosts(id), secondary: true },
        { text: 'Take out of use', href: paths.optionRetire(id), secondary: true },
      ]),
];

/** One option in full, with what is in its countries today. */
export function optionPage({ option, versions, cover, names, writes }: OptionInput) {
  const last = versions[0]?.version ?? option.version;
  const stands = option.version === last;
  const missing = missingInOption(option);
  const at = `Version ${option.version}, saved by ${option.by.name} on ${date(option.at)}.`;
  return {
    title: option.name,
    breadcrumbs: [CRUMB, { text: option.name }],
    eyebrow: names.regionName(option.region),
    tag: tagOf(option, missing),
    retired: option.retired?.reason ?? '',
    lead: stands ? at : `${at} Version ${last} stands now.`,
    actions: writes && stands ? actionsOf(option) : [],
    shown: optionShown(option, names),
    missing: stands && writes ? missing : [],
    attach:
      missing.length === 0 && writes && stands && !option.retired
        ? 'Attach it where you advise: open the request under Advice, choose “prefers a regional option”, and choose this option. The advice keeps it as it is then.'
        : '',
    advice: paths.advice(),
    cover,
    versions: versions.map((v) => ({
      title: `Version ${v.version}${v.version === option.version ? ', shown here' : ''}`,
      note: v.retired === null ? '' : `Taken out of use: ${v.retired}`,
      by: v.by,
      at: dateTime(v.at),
      href: v.version === option.version ? '' : `${paths.option(option.id)}?version=${v.version}`,
    })),
  };
}
