import {
  activeState,
  addDays,
  conditionOf,
  coveredOn,
  DEPLOYMENT_MACHINE_VERSION,
  DEPLOYMENT_STATES,
  expectedAdviser,
  finishedStages,
  isToEnd,
  presentRenewal,
  presentSearch,
  presentTerm,
  underFramework,
  type Certainty,
  type DeploymentFacts,
} from '#domain';
import type { ReferenceData } from './reference-data.js';
import { wordsOf } from './words.js';

/** Countries covered on a day; of a post that covers none any more, those that it covered last. */
function countriesOf({ post }: DeploymentFacts, day: string): string[] {
  const now = coveredOn(post, day);
  if (now.length > 0) return now;
  const ahead = post.coverage.filter((c) => c.from > day);
  const last = post.coverage.reduce((latest, c) => (c.until !== null && c.until > latest ? c.until : latest), '');
  return [...new Set((ahead.length > 0 ? ahead : post.coverage.filter((c) => c.until === last)).map((c) => c.country))];
}

/** The day from which a post wants somebody's attention; null once it has ended. Lists that put the most urgent first sort by it. */
function attentionOn(facts: DeploymentFacts, emptySince: string | null): string | null {
  if (facts.state === 'ended') return null;
  const term = presentTerm(facts);
  const successor = expectedAdviser(facts)?.expectedOn ?? null;
  if (!term) return emptySince ?? facts.createdAt.slice(0, 10);
  const end = term.endsOn;
  return end !== null && successor !== null && successor <= addDays(end, 1) ? null : end;
}

/** What is searched for of a post: its names and places, and everybody who was in it. */
function wordsIn(facts: DeploymentFacts, countries: readonly string[], names: Pick<ReferenceData, 'countryName'>) {
  const { ref, post, incumbencies } = facts;
  const places = countries.map((c) => names.countryName(c));
  const spoken = [ref, post.title, post.dutyStation, ...places, ...incumbencies.map((i) => i.person.name)];
  return wordsOf(spoken.join(' ')).join(' ');
}

/** What a post is. */
const postColumns = ({ post, origin }: DeploymentFacts, day: string) => ({
  title: post.title,
  language: post.language,
  modality: post.modality,
  host: post.host,
  duty_station: post.dutyStation,
  cluster: post.cluster,
  regions: post.regions,
  framework: underFramework(post, day),
  origin: origin.kind,
  request_id: origin.requestId,
});

/** Who is in post, and what was decided of it. */
function termColumns(facts: DeploymentFacts) {
  const term = presentTerm(facts);
  return {
    adviser_id: term?.person.id ?? null,
    adviser_name: term?.person.name ?? null,
    in_post_since: term?.from ?? null,
    ends_on: term?.endsOn ?? null,
    renewal: presentRenewal(facts)?.decided?.how ?? null,
    to_end: isToEnd(facts),
  };
}

/** Where the search for who comes next stands. */
function searchColumns(facts: DeploymentFacts) {
  const search = presentSearch(facts);
  const expected = expectedAdviser(facts);
  return {
    // A candidate is nobody's successor before the Resident Coordinator has agreed, and not named in lists.
    successor_name: expected?.name ?? null,
    successor_on: expected?.expectedOn ?? null,
    recruiting_since: search?.stages[0]?.from ?? null,
    candidate_on: search?.selected?.expectedOn ?? null,
    stage_since: search?.stages.find((s) => s.until === null)?.from ?? null,
    stage_days: finishedStages(facts.recruitments),
  };
}

/** What lists show of a post. A pure projection of the facts: replaying the record gives the same rows. */
export function deploymentRow(facts: DeploymentFacts, changedAt: string, names: Pick<ReferenceData, 'countryName'>) {
  const day = changedAt.slice(0, 10);
  const active = activeState(facts.state);
  const state = conditionOf(facts);
  const last = facts.incumbencies.at(-1);
  const emptySince = state === 'vacant' && last?.until ? addDays(last.until, 1) : null;
  const countries = countriesOf(facts, day);
  const ends = facts.funding.map((f) => f.until).sort();
  return {
    machine_version: DEPLOYMENT_MACHINE_VERSION,
    state,
    tenure: active?.tenure ?? null,
    recruitment: active?.recruitment ?? null,
    is_open: DEPLOYMENT_STATES[state].open,
    ...postColumns(facts, day),
    countries,
    ...termColumns(facts),
    empty_since: emptySince,
    ...searchColumns(facts),
    attention_on: attentionOn(facts, emptySince),
    funding: [...new Set(facts.funding.map((f) => f.source))].sort(),
    funded_until: ends.at(-1) ?? null,
    created_at: facts.createdAt,
    changed_at: changedAt,
    words: wordsIn(facts, countries, names),
  };
}

export interface CoverRow {
  key: string;
  kind: 'incumbency' | 'bridge' | 'successor';
  person_id: string | null;
  name: string;
  detail: string | null;
  from_on: string;
  until_on: string | null;
  planned_until: string | null;
  from_certainty: Certainty;
  until_certainty: Certainty;
}

const CERTAIN = { from_certainty: 'day', until_certainty: 'day' } as const;
const termRow = (i: DeploymentFacts['incumbencies'][number]): CoverRow => ({
  key: `term:${i.id}`,
  kind: 'incumbency',
  person_id: i.person.id,
  name: i.person.name,
  detail: i.left?.reason ?? null,
  from_on: i.from,
  until_on: i.until,
  planned_until: i.endsOn,
  from_certainty: i.certainty.from,
  until_certainty: i.certainty.until,
});
const bridgeRow = (b: DeploymentFacts['bridges'][number]): CoverRow => ({
  key: `bridge:${b.id}`,
  kind: 'bridge',
  person_id: null,
  name: b.by,
  detail: b.kind,
  from_on: b.from,
  until_on: b.until,
  planned_until: b.until,
  ...CERTAIN,
});
function successorRows(facts: DeploymentFacts): CoverRow[] {
  const expected = expectedAdviser(facts);
  if (!expected?.expectedOn) return [];
  const person = { person_id: expected.id, name: expected.name, detail: null };
  const time = { from_on: expected.expectedOn, until_on: null, planned_until: null };
  return [{ key: 'successor', kind: 'successor', ...person, ...time, ...CERTAIN }];
}

/** Who covers a post and when: terms, bridges, and who is expected. */
export const coverRows = (facts: DeploymentFacts): CoverRow[] => [
  ...facts.incumbencies.map(termRow),
  ...facts.bridges.map(bridgeRow),
  ...successorRows(facts),
];

export interface CountryRow {
  key: string;
  country: string;
  days_per_month: number | null;
  from_on: string;
  until_on: string | null;
}

/** The countries of a post, each for as long as it is covered. */
export const countryRows = (facts: DeploymentFacts): CountryRow[] =>
  facts.post.coverage.map((c) => ({
    key: `${c.country} ${c.from}`,
    country: c.country,
    days_per_month: c.daysPerMonth,
    from_on: c.from,
    until_on: c.until,
  }));
