import { FUNDING_SOURCES, monthsByYear, SPLITS, type RegionalOption, type Refusal } from '#domain';
import { plural, type Names } from '../request/case-words.js';
import { errorsOf } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import { amountName, filledRows, type TypedCosts } from './option.form.js';
import { optionShown, timeWords } from './option-words.js';

interface Costing {
  option: RegionalOption;
  typed: TypedCosts;
  names: Names;
  refusal?: Refusal;
}

/** Where a problem of the option stands on this page. */
function placeOf(option: RegionalOption, typed: TypedCosts): (path: string) => string {
  const rows = filledRows(typed.payers);
  return (path) => {
    const [, part, index, more, year] =
      /^(adviser|countries|split)(?:\.(\w+))?(?:\.(\w+))?(?:\.(\w+))?$/.exec(path) ?? [];
    if (part === 'adviser' && index) return amountName.adviser(Number(index));
    if (part === 'split') return more === undefined ? 'by' : `payer-${rows[Number(more)] ?? 0}-${year ?? 'name'}`;
    const country = part === 'countries' ? option.countries[Number(index)]?.country : undefined;
    if (!country) return path;
    return more === 'inCountryPerYear' ? amountName.alone(country) : amountName.travel(country, Number(year));
  };
}

/** The page of costs: every figure is somebody's; none is filled in by the product. */
export function costsPage({ option, typed, names, refusal }: Costing) {
  const errors = refusal ? errorsOf(refusal, placeOf(option, typed)) : [];
  const at = (name: string) => errors.find((e) => e.href === `#${name}`)?.text;
  const years = [...monthsByYear(option)];
  const amount = (name: string, label: string) => {
    return { name, label, quiet: true, prefix: 'US$', value: typed.amounts[name] ?? '', error: at(name) };
  };
  return {
    title: `Costs: ${option.name}`,
    breadcrumbs: [
      { text: 'Regional options', href: paths.options() },
      { text: option.name, href: paths.option(option.id) },
      { text: 'Costs' },
    ],
    heading: 'What it costs, and who pays',
    eyebrow: option.name,
    lead: `${timeWords(option)}. All amounts are in US dollars, as you know or estimate them: the product fills in none.`,
    ...(errors.length ? { errors } : {}),
    action: paths.optionCosts(option.id),
    hidden: [
      { kind: 'hidden', name: 'revision', value: String(refusal?.revision ?? option.version) },
      { kind: 'hidden', name: 'rows', value: String(typed.payers.length) },
    ],
    adviser: years.map(([year, months]) =>
      amount(amountName.adviser(year), `${year}, ${months} ${plural(months, 'month', 'months')}`),
    ),
    travel: option.countries.map(({ country }) => ({
      name: names.countryName(country),
      fields: years.map(([year]) => amount(amountName.travel(country, year), String(year))),
    })),
    alone: option.countries.map(({ country }) => ({
      ...amount(amountName.alone(country), names.countryName(country)),
      optional: true,
    })),
    ...splitFields(typed, at),
    shown: optionShown(option, names),
    back: paths.option(option.id),
  };
}

function splitFields({ by, payers }: TypedCosts, at: (name: string) => string | undefined) {
  return {
    by: {
      kind: 'radios',
      name: 'by',
      label: 'How do you say who pays what?',
      hint: 'Percentages have to make 100; amounts have to make the total.',
      value: by,
      inline: true,
      small: true,
      error: at('by'),
      options: Object.entries(SPLITS).map(([value, text]) => ({ value, text })),
    },
    payers: payers.map(({ name, source, value }, i) => ({
      label: `Payer ${i + 1}`,
      who: { name: `payer-${i}-name`, label: 'Who pays', quiet: true, value: name, error: at(`payer-${i}-name`) },
      source: {
        kind: 'select',
        name: `payer-${i}-source`,
        label: 'What kind of source',
        quiet: true,
        value: source || 'fund',
        error: at(`payer-${i}-source`),
        options: Object.entries(FUNDING_SOURCES).map(([code, text]) => ({ value: code, text })),
      },
      part: { name: `payer-${i}-value`, label: 'Part: % or US$', quiet: true, value, error: at(`payer-${i}-value`) },
    })),
  };
}
