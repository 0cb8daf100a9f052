import type { CaseView, HolderAway, PostRead } from '#casework';
import { concernedCountries, postTaskWords, ROLES, type Day } from '#domain';
import { heldBy, placeOf, type Names } from '../request/case-words.js';
import type { Times } from '../request/progress.presenter.js';
import { holdings } from '../request/standing.presenter.js';
import { clockName } from '../request/timing-words.js';
import { waitsOf } from '../deployment/post-waits.js';
import { paths } from '../shell/paths.js';
import type { TimedCase } from './time.presenter.js';

type Away = ReadonlyMap<string, HolderAway>;

/** A request, for the page of its clocks. */
export function timedRequest({ facts, tiers }: CaseView, names: Names, times: Times, away: Away): TimedCase {
  const reviewer = (id: string | null) => facts.reviewers.find((r) => r.person.id === id)?.person.name;
  return {
    noun: 'request',
    facts,
    place: placeOf(facts.summary.countries, names),
    list: { text: 'Requests', href: paths.requests() },
    home: paths.request(facts.ref),
    holdings: holdings(facts, tiers, names, times, away),
    nameOf: (clock) => `${clockName(clock.group)}, ${reviewer(clock.personId) ?? heldBy(clock, facts, names)}`,
  };
}

/** A post, for the page of its clocks. */
export function timedPost({ facts, whole }: PostRead, names: Names, today: Day, away: Away): TimedCase {
  const countries = concernedCountries(facts);
  return {
    noun: 'post',
    facts: whole,
    place: countries.length === 0 ? facts.post.title : placeOf(countries, names),
    list: { text: 'Deployments', href: paths.deployments() },
    home: paths.deployment(facts.ref),
    holdings: waitsOf(facts, today, undefined, away),
    nameOf: (clock) => `${postTaskWords(facts, clock)}, ${ROLES[clock.holder]}`,
  };
}
