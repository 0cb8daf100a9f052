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
  type Incumbency,
  type Recruitment,
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

/** What lists show of a post. A pure projection of the facts: replaying the record gives the same rows. */
export function deploymentRow(facts: DeploymentFacts, changedAt: string, names: Pick<ReferenceData, 'countryName'>) {
  const term = presentTerm(facts);
  const search = presentSearch(facts);
  const active = activeState(facts.state);
  const state = conditionOf(facts);
  const last = facts.incumbencies.at(-1);
  const emptySince = state === 'vacant' && last?.until ? addDays(last.until, 1) : null;
  const countries = countriesOf(facts, changedAt.slice(0, 10));
  const spoken = [
    facts.ref,
    facts.post.title,
    facts.post.dutyStation,
    ...countries.map((c) => names.countryName(c)),
    ...facts.incumbencies.map((i) => i.person.name),
  ];
  return {
    machine_version: DEPLOYMENT_MACHINE_VERSION,
    state,
    tenure: active?.tenure ?? null,
    recruitment: active?.recruitment ?? null,
    is_open: DEPLOYMENT_STATES[state].open,
    title: facts.post.title,
    language: facts.post.language,
    modality: facts.post.modality,
    host: facts.post.host,
    duty_station: facts.post.dutyStation,
    countries,
    regions: facts.post.regions,
    framework: underFramework(facts.post, changedAt.slice(0, 10)),
    origin: facts.origin.kind,
    request_id: facts.origin.requestId,
    adviser_id: term?.person.id ?? null,
    adviser_name: term?.person.name ?? null,
    in_post_since: term?.from ?? null,
    ends_on: term?.endsOn ?? null,
    empty_since: emptySince,
    // A candidate is nobody's successor before the Resident Coordinator has agreed, and not named in lists.
    successor_name: expectedAdviser(facts)?.name ?? null,
    successor_on: expectedAdviser(facts)?.expectedOn ?? null,
    recruiting_since: search?.stages[0]?.from ?? null,
    candidate_on: search?.selected?.expectedOn ?? null,
    renewal: presentRenewal(facts)?.decided?.how ?? null,
    stage_since: search?.stages.find((s) => s.until === null)?.from ?? null,
    stage_days: finishedStages(facts.recruitments),
    to_end: isToEnd(facts),
    attention_on: attentionOn(facts, emptySince),
    funding: [...new Set(facts.funding.map((f) => f.source))].sort(),
    funded_until:
      facts.funding
        .map((f) => f.until)
        .sort()
        .at(-1) ?? null,
    created_at: facts.createdAt,
    changed_at: changedAt,
    words: wordsOf(spoken.join(' ')).join(' '),
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

/** Who covers a post and when: terms, bridges, and who is expected. */
export function coverRows(facts: DeploymentFacts): CoverRow[] {
  const certain = { from_certainty: 'day', until_certainty: 'day' } as const;
  const terms = facts.incumbencies.map((i): CoverRow => ({
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
  }));
  const bridges = facts.bridges.map((b): CoverRow => ({
    key: `bridge:${b.id}`,
    kind: 'bridge',
    person_id: null,
    name: b.by,
    detail: b.kind,
    from_on: b.from,
    until_on: b.until,
    planned_until: b.until,
    ...certain,
  }));
  const selected = expectedAdviser(facts);
  const expected: CoverRow[] = selected?.expectedOn
    ? [
        {
          key: 'successor',
          kind: 'successor',
          person_id: selected.id,
          name: selected.name,
          detail: null,
          from_on: selected.expectedOn,
          until_on: null,
          planned_until: null,
          ...certain,
        },
      ]
    : [];
  return [...terms, ...bridges, ...expected];
}

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
