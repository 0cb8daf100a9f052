import type { Also } from '../also.js';
import type { Coverage, Origin, Post, ReportingLine } from '../deployment/facts.js';
import { requestedPeriod, type Period } from '../money/first-period.js';
import { offeredOption } from '../options/attached-option.js';
import type { RegionalOption } from '../options/option.js';
import { CRITERIA, CRITERION_NAMES } from '../review/criteria.js';
import { dayOf, type Day } from '../time/working-days.js';
import { arrangementsOf, fundingOf, goesOnWith, ruleFor } from './arrangements.js';
import type { RequestContent } from './content.js';
import { lastDecision, type RequestFacts } from './facts.js';

/** The day on which what now waits for money was approved: a regional option when it was accepted. */
export function approvedOn(facts: RequestFacts): Day {
  const decision = lastDecision(facts);
  const at = decision?.action === 'OFFER_REGIONAL_OPTION' ? facts.offerAnswer?.at : decision?.at;
  return dayOf(at ?? facts.createdAt);
}

function coverageOf(content: RequestContent, countries: readonly string[], from: Day): Coverage[] {
  const plan = content.sections?.coveragePlan ?? [];
  return countries.map((country) => {
    const days = countries.length > 1 ? plan.find((p) => p.country === country)?.daysPerYear : undefined;
    return {
      country,
      from,
      until: null,
      // A post counts in whole days, and a country that is visited at all has one.
      daysPerMonth: days ? Math.max(1, Math.round(days / 12)) : null,
    };
  });
}

/** The time of what was approved: that of the option where one was offered, else the one that was asked for. */
export function agreedPeriod(facts: RequestFacts): Period {
  const option = offeredOption(facts);
  const asked = option ? { requestedStart: option.start, durationMonths: option.months } : facts.summary;
  return requestedPeriod(asked, approvedOn(facts));
}

/** What an option says of the post in place of the request. */
const ofOption = (
  option: RegionalOption,
  from: Day,
): Pick<Post, 'title' | 'dutyStation' | 'host' | 'coverage' | 'regions'> => ({
  title: option.name,
  dutyStation: option.dutyStation,
  host: option.host,
  coverage: option.countries.map(({ country, daysPerMonth }) => ({ country, from, until: null, daysPerMonth })),
  regions: [option.region],
});

/** The post that a request describes, in the form in which it was approved. */
export function postOf(facts: RequestFacts, content: RequestContent): Post {
  const { summary } = facts;
  const { from } = agreedPeriod(facts);
  const option = offeredOption(facts);
  return {
    title: summary.title,
    modality: lastDecision(facts)?.modality ?? summary.modality,
    language: summary.language,
    grade: content.sections?.termsOfReference?.level ?? '',
    dutyStation: summary.dutyStation,
    host: summary.countries[0] ?? null,
    coverage: coverageOf(content, summary.countries, from),
    regions: summary.regions,
    framework: [{ from, under: true }],
    cluster: null,
    reporting: [],
    ...(option ? ofOption(option, from) : {}),
  };
}

/** Where the post comes from, with what the approval was given for. */
function originOf(facts: RequestFacts): Origin {
  const decision = lastDecision(facts);
  return {
    kind: decision?.action === 'OFFER_REGIONAL_OPTION' ? 'regionalOption' : 'request',
    requestId: facts.id,
    reference: facts.ref,
    approvedOn: approvedOn(facts),
    conditions: decision?.conditions ?? [],
    scores: CRITERIA.map((criterion) => ({
      criterion,
      name: facts.framework?.criteria.find((c) => c.key === criterion)?.name ?? CRITERION_NAMES[criterion],
      settled: facts.settled?.[criterion]?.score ?? null,
    })),
  };
}

/** Who supervises: as the terms of reference name them, and the Resident Coordinator who signed where they name nobody. */
function reportingOf(facts: RequestFacts, from: Day): ReportingLine[] {
  const { reporting, terms } = arrangementsOf(facts)!;
  const lines = reporting.map((line) => ({ ...line, from, until: null }));
  const signed = terms?.signatures.find((s) => s.side === 'rc');
  if (!signed || lines.some((l) => l.part === 'supervisor')) return lines;
  const name = signed.actingFor ?? signed.by.name;
  return [{ part: 'supervisor', name, title: 'Resident Coordinator', from, until: null }, ...lines];
}

/** The step of a post that follows when a request is handed over: it opens a new one, or prolongs the one that there is. */
export function alsoOf(facts: RequestFacts): Also[] {
  const arrangements = arrangementsOf(facts)!;
  const { deployment, hosting, post, terms } = arrangements;
  const { from, until } = agreedPeriod(facts);
  const goesOn = goesOnWith(facts);
  if (goesOn === 'extension')
    return [{ kind: 'deployment', ref: deployment, event: { type: 'EXTEND', until, basis: facts.ref } }];
  // A succession changes nothing of the post: when it is advertised, a person says so there.
  if (goesOn === 'succession') return [];
  const opened: Post = { ...post, host: hosting?.country ?? post.host, reporting: reportingOf(facts, from) };
  return [
    {
      kind: 'deployment',
      ref: null,
      event: {
        type: 'OPEN',
        post: opened,
        origin: originOf(facts),
        funding: fundingOf(facts),
        terms,
        urgent: ruleFor(facts) === 'surge',
      },
    },
  ];
}
