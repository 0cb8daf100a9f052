import { randomUUID } from 'node:crypto';
import type { ReferenceData } from '#casework';
import { MODALITIES, OPTION_MODALITIES, type RegionalOption, type Refusal } from '#domain';
import { plural } from '../request/case-words.js';
import { errorsOf } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';
import type { CountryCover } from './cover.presenter.js';
import type { TypedProposal } from './option.form.js';

type Countries = Pick<ReferenceData, 'allCountries' | 'countryName' | 'regionName' | 'regionOf' | 'clocks'>;
const crumbs = (option: RegionalOption | null, last: string) => [
  { text: 'Regional options', href: paths.options() },
  ...(option ? [{ text: option.name, href: paths.option(option.id) }] : []),
  { text: last },
];

interface Choosing {
  region: string;
  regions: string[];
  chosen: string[];
  reference: Countries;
  option: RegionalOption | null;
}

/** The first question: which countries of the region. */
export function choosePage({ region, regions, chosen, reference, option }: Choosing) {
  const mine = reference.allCountries().filter((c) => c.region === region);
  return {
    title: option ? 'Change the countries' : 'Start a regional option',
    breadcrumbs: crumbs(option, option ? 'Change the countries' : 'Start an option'),
    eyebrow: reference.regionName(region),
    lead: 'Choose the countries that one adviser would serve. You see next what is there now, what is asked for, and who was there before.',
    action: option ? paths.optionEdit(option.id) : paths.newOption(),
    region,
    others: regions
      .filter((r) => r !== region)
      .map((r) => ({ text: reference.regionName(r), href: `${paths.newOption()}?region=${r}` })),
    field: {
      kind: 'checkboxes',
      name: 'country',
      label: 'Which countries?',
      hint: `Those of ${reference.regionName(region)}. Up to 15.`,
      small: true,
      value: chosen,
      options: mine.map((c) => ({ value: c.code, text: c.names.en })),
    },
  };
}

interface Proposing {
  region: string;
  typed: TypedProposal;
  option: RegionalOption | null;
  refusal?: Refusal | undefined;
  cover: CountryCover[];
  reference: Countries;
}

/** Where a problem stands on the page: days by country, the first part of the date. */
const placeIn =
  (typed: TypedProposal) =>
  (path: string): string => {
    const [, index] = /^countries\.(\d+)\.daysPerMonth$/.exec(path) ?? [];
    if (index !== undefined) return `days-${typed.days[Number(index)]?.[0] ?? ''}`;
    if (path === 'start') return 'start-day';
    if (path === 'countries') return 'countries';
    return path.split('.')[0]!;
  };

/** The proposal: one adviser, where, when, how many days in each country, and why. */
export function proposalPage({ region, typed, option, refusal, cover, reference }: Proposing) {
  const place = placeIn(typed);
  const errors = refusal ? errorsOf(refusal, place) : [];
  const codes = typed.days.map(([code]) => code);
  const asked = codes.map((c) => `country=${encodeURIComponent(c)}`).join('&');
  const base = option ? paths.optionEdit(option.id) : paths.newOption();
  const n = codes.length;
  return {
    title: option ? 'Change the proposal' : 'Propose one adviser',
    breadcrumbs: crumbs(option, option ? 'Change the proposal' : 'Propose one adviser'),
    eyebrow: reference.regionName(region),
    lead: `${words(n, true)} ${plural(n, 'country', 'countries')}. Say where the adviser would be, for how long, and on how many days of a month in each.`,
    ...(errors.length ? { errors } : {}),
    action: base,
    cover,
    change: `${base}?choose=1&${option ? '' : `region=${region}&`}${asked}`,
    hidden: [
      { kind: 'hidden', name: 'region', value: region },
      ...codes.map((value) => ({ kind: 'hidden', name: 'country', value })),
      // A page of before stays the page of before: what somebody else saved since is not overwritten unseen.
      { kind: 'hidden', name: 'revision', value: String(refusal?.revision ?? option?.version ?? 0) },
      { kind: 'hidden', name: 'once', value: randomUUID() },
    ],
    ...proposalFields(typed, reference, (name) => errors.find((e) => e.href === `#${name}`)?.text),
    back: option ? paths.option(option.id) : paths.options(),
  };
}

type At = (name: string) => string | undefined;
const timeFields = (typed: TypedProposal, at: At) => [
  { kind: 'date', name: 'start', label: 'When does it start?', value: typed.start, error: at('start-day') },
  {
    kind: 'number',
    name: 'months',
    label: 'For how many months?',
    hint: 'Up to 60.',
    value: typed.months,
    width: 3,
    error: at('months'),
  },
];
function aboutFields(typed: TypedProposal, reference: Countries, at: At) {
  return [
    {
      name: 'name',
      label: 'Name of the option',
      hint: 'As it will be known, such as “One adviser for Kenya and Uganda, in Nairobi”. If it is offered and accepted, the post is called so.',
      value: typed.name,
      error: at('name'),
    },
    {
      kind: 'radios',
      name: 'modality',
      label: 'What form does it have?',
      value: typed.modality,
      error: at('modality'),
      options: OPTION_MODALITIES.map((value) => ({ value, text: MODALITIES[value] })),
    },
    {
      kind: 'select',
      name: 'host',
      label: 'Country of the duty station',
      hint: 'It need not be one of the countries that are covered.',
      value: typed.host,
      error: at('host'),
      options: [
        { value: '', text: 'Choose' },
        ...reference.allCountries().map((c) => ({ value: c.code, text: c.names.en })),
      ],
    },
    {
      name: 'dutyStation',
      label: 'Duty station',
      hint: 'The city.',
      value: typed.dutyStation,
      width: 20,
      error: at('dutyStation'),
    },
    ...timeFields(typed, at),
  ];
}

function proposalFields(typed: TypedProposal, reference: Countries, at: At) {
  const most = reference.clocks.workingDaysAMonth;
  return {
    countriesError: at('countries'),
    about: aboutFields(typed, reference, at),
    days: typed.days.map(([code, value]) => ({
      kind: 'number',
      name: `days-${code}`,
      label: reference.countryName(code),
      quiet: true,
      value,
      width: 3,
      suffix: 'days',
      error: at(`days-${code}`),
    })),
    daysHint: `Whole days a month, in the country or for it. One adviser works ${most} days a month, travel counted; leave some of them free where you can.`,
    why: {
      kind: 'long',
      name: 'why',
      label: 'Why does it serve better, or what does it add?',
      hint: 'What the countries share, what is there already, what an adviser in each could not do. The Resident Coordinator and OHCHR read this once it is in an advice.',
      rows: 6,
      value: typed.why,
      error: at('why'),
    },
  };
}
