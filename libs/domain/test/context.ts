import {
  calendarsOf,
  CRITERIA,
  CRITERION_NAMES,
  DEFAULT_CLOCKS,
  firstLetter,
  type Actor,
  type Criterion,
  type DecideContext,
  type Framework,
} from '../src/index.js';

/** The regions of the countries that tests speak of. */
export const REGIONS: Record<string, string> = {
  TZA: 'esa',
  KEN: 'esa',
  AZE: 'eca',
  NER: 'wca',
  FJI: 'ap',
  ATG: 'lac',
  BRB: 'lac',
  DMA: 'lac',
  GRD: 'lac',
  KNA: 'lac',
  LCA: 'lac',
  VCT: 'lac',
};

/** A set of criteria as an administrator would publish it; equal weights unless told. */
export const aFramework = (weights: Partial<Record<Criterion, number>> = {}): Framework => ({
  id: 'framework-1',
  version: 1,
  name: 'Five criteria',
  appliesTo: null,
  criteria: CRITERIA.map((key) => ({
    key,
    name: CRITERION_NAMES[key],
    weight: weights[key] ?? 20,
    question: `Is ${CRITERION_NAMES[key]} shown?`,
    guidance: ['Look at the annexes'],
    levels: ['Not shown', 'Limited', 'Partial', 'Good', 'Strong'],
    threshold: 2,
  })),
  totalThreshold: 60,
  moderationSpread: 2,
  minimumReviewers: 2,
});

/** What `decide` asks from outside, given as plain values; identifiers count up, so that a walk can be repeated. */
export function aContext(given: Partial<DecideContext> & { persons?: Actor[] } = {}): DecideContext {
  const { persons = [], ...rest } = given;
  let made = 0;
  return {
    at: '2027-03-01T09:00:00.000Z',
    calendars: calendarsOf({ weekends: DEFAULT_CLOCKS.weekends, seats: DEFAULT_CLOCKS.seats }),
    clocks: DEFAULT_CLOCKS,
    newId: () => `id-${(made += 1)}`,
    regionOf: (country) => REGIONS[country] ?? null,
    countryName: (country, language) => `${country} (${language})`,
    officesIn: (region) => [{ code: region, name: `OHCHR office for ${region}` }],
    frameworkFor: () => aFramework(),
    letterFor: firstLetter,
    calls: [],
    agencies: ['UNDP', 'UNICEF', 'UNFPA', 'UN Women', 'WFP', 'ILO', 'WHO', 'FAO'],
    content: null,
    people: Object.fromEntries(persons.map((p) => [p.id, p])),
    option: null,
    newRef: 'HRA-2027-0001',
    ...rest,
  };
}
