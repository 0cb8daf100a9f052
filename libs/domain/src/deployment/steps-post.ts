import { LANGUAGES, MODALITIES } from '../request/content.js';
import { refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { chosen, optional, required } from '../text.js';
import { addDays } from '../time/working-days.js';
import { holdsOn, overlap } from './current.js';
import type { DeploymentEventType } from './events.js';
import { REPORTING_PARTS, type Coverage, type Post, type Span } from './facts.js';
import type { DeploymentRecorded } from './record.js';
import {
  dayProblems,
  firstProblem,
  inWords,
  notReady,
  problemIf,
  type DeploymentContext,
  type DeploymentStep,
  type DeploymentStepRule,
} from './steps.js';

const MOST_DAYS = 31;
const daysOfMonthProblems = (days: number | null | undefined, path: string): FieldProblem[] =>
  problemIf(
    days != null && !(Number.isInteger(days) && days >= 1 && days <= MOST_DAYS),
    path,
    'Enter whole days a month, from 1 to 31',
  );

/** Problems of a span: days that do not exist, or the end before the start. */
export function spanProblems(span: Span, at: { from: string; until: string }, missing: string): FieldProblem[] {
  const days = [
    ...dayProblems(span.from, at.from, missing),
    ...(span.until === null ? [] : dayProblems(span.until, at.until, missing)),
  ];
  return days.length
    ? days
    : problemIf(
        span.until !== null && span.until < span.from,
        at.until,
        'The last day is before the first. Enter a later one',
      );
}

function coverageProblems(coverage: Coverage[], regionOf: DeploymentContext['regionOf']): FieldProblem[] {
  return coverage.flatMap((c, i) => [
    ...problemIf(
      regionOf(c.country) === null,
      `post.coverage.${i}.country`,
      `“${String(c.country).slice(0, 3)}” is not a country that this system knows`,
    ),
    ...spanProblems(
      c,
      { from: `post.coverage.${i}.from`, until: `post.coverage.${i}.until` },
      'Enter the day from which the country is covered',
    ),
    ...daysOfMonthProblems(c.daysPerMonth, `post.coverage.${i}.daysPerMonth`),
    ...problemIf(
      coverage.slice(0, i).some((other) => other.country === c.country && overlap(other, c)),
      `post.coverage.${i}.country`,
      'This country is covered twice on the same days',
    ),
  ]);
}

/** What stands against a new post. */
export function postProblems(post: Post, regionOf: DeploymentContext['regionOf']): FieldProblem[] {
  const { host, coverage } = post;
  return [
    ...required(post.title, 'post.title', 'Enter a title', 300),
    ...required(post.dutyStation, 'post.dutyStation', 'Enter the duty station', 200),
    ...optional(post.grade, 'post.grade', 60),
    ...optional(post.cluster, 'post.cluster', 200),
    ...chosen(post.modality, MODALITIES, 'post.modality'),
    ...chosen(post.language, LANGUAGES, 'post.language'),
    ...coverageProblems(coverage, regionOf),
    ...problemIf(
      coverage.length === 0 && post.regions.length === 0,
      'post.coverage',
      'Name at least one country or region that the post covers',
    ),
    ...problemIf(
      host !== null && coverage.length > 0 && !coverage.some((c) => c.country === host),
      'post.host',
      'The country of the duty station has to be covered',
    ),
    ...post.framework.flatMap((m, i) => dayProblems(m.from, `post.framework.${i}.from`, 'Enter a day')),
    ...post.reporting.flatMap((r, i) => required(r.name, `post.reporting.${i}.name`, 'Enter a name', 300)),
  ];
}

function changePostStep({ event, facts, today, context }: DeploymentStep<'CHANGE_POST'>) {
  const { type: _, reason, ...sent } = event;
  const given = { ...sent, ...(sent.cluster === undefined ? {} : { cluster: sent.cluster?.trim() || null }) };
  const known = Object.fromEntries(
    (['title', 'dutyStation', 'grade', 'host', 'cluster'] as const)
      .filter((key) => given[key] !== undefined && given[key] !== facts.post[key])
      .map((key) => [key, given[key]]),
  ) as DeploymentRecorded['CHANGE_POST']['change'];
  const { host } = known;
  const wrong = refuseFields([
    ...required(reason, 'reason', 'Say why the post is changed'),
    ...('title' in known ? required(known.title, 'title', 'Enter a title', 300) : []),
    ...('dutyStation' in known ? required(known.dutyStation, 'dutyStation', 'Enter the duty station', 200) : []),
    ...optional(known.grade, 'grade', 60),
    ...optional(known.cluster, 'cluster', 200),
    ...problemIf(
      host != null && !facts.post.coverage.some((c) => c.country === host && holdsOn(c, today)),
      'host',
      `The post does not cover ${host ? context.countryName(host, 'en') : 'it'} today. Add the country first`,
    ),
  ]);
  if (wrong) return wrong;
  return Object.keys(known).length
    ? { change: known, reason }
    : notReady('Nothing was changed, so there is nothing to save.');
}

function coverStep({ event, facts, context }: DeploymentStep<'COVER'>): DeploymentRecorded['COVER'] | Refusal {
  const { country, from, reason } = event;
  const coverage: Coverage = { country, from, until: event.until || null, daysPerMonth: event.daysPerMonth ?? null };
  const twice = () => facts.post.coverage.find((c) => c.country === country && overlap(c, coverage));
  const beside = () =>
    facts.post.coverage.filter((c) => overlap(c, coverage)).reduce((n, c) => n + (c.daysPerMonth ?? 0), 0);
  const wrong = firstProblem(
    () => [
      ...problemIf(
        context.regionOf(country) === null,
        'country',
        country ? `“${String(country).slice(0, 3)}” is not a country that this system knows` : 'Choose a country',
      ),
      ...spanProblems(coverage, { from: 'from', until: 'until' }, 'Enter the day from which the country is covered'),
      ...daysOfMonthProblems(coverage.daysPerMonth, 'daysPerMonth'),
      ...required(reason, 'reason', 'Say why the country is added'),
    ],
    () =>
      problemIf(
        twice() !== undefined,
        'country',
        `${context.countryName(country, 'en')} is covered from ${inWords(twice()?.from ?? from)} already`,
      ),
    () =>
      problemIf(
        (coverage.daysPerMonth ?? 0) + beside() > MOST_DAYS && coverage.daysPerMonth !== null,
        'daysPerMonth',
        'With the other countries of the post, these are more days than a month has',
      ),
  );
  return wrong ?? { coverage, reason };
}

function uncoverStep({ event, facts, context }: DeploymentStep<'UNCOVER'>): DeploymentRecorded['UNCOVER'] | Refusal {
  const { country, until, reason } = event;
  const name = context.countryName(country, 'en');
  const wrong = firstProblem(
    () => [
      ...problemIf(!country, 'country', 'Choose a country'),
      ...dayProblems(until, 'until', 'Enter the last day on which the country is covered'),
      ...required(reason, 'reason', 'Say why the country is taken away'),
    ],
    () =>
      problemIf(
        country === facts.post.host,
        'country',
        `The duty station is in ${name}. Move the duty station before you take the country away`,
      ),
    () =>
      problemIf(
        !facts.post.coverage.some((c) => c.country === country && holdsOn(c, until) && c.until !== until),
        'country',
        `${name} is not covered on ${inWords(until)}, or its cover ends on that day already`,
      ),
    () =>
      problemIf(
        !facts.post.coverage.some((c) => c.country !== country && holdsOn(c, addDays(until, 1))),
        'country',
        `No country would be left after ${inWords(until)}. Add another first, or end the post`,
      ),
  );
  return wrong ?? { country, until, reason };
}

function markStep({ event, facts }: DeploymentStep<'MARK_FRAMEWORK'>): DeploymentRecorded['MARK_FRAMEWORK'] | Refusal {
  const last = facts.post.framework.at(-1);
  const wrong = firstProblem(
    () => [
      ...problemIf(typeof event.under !== 'boolean', 'under', 'Say whether the post stands under the framework'),
      ...dayProblems(event.from, 'from', 'Enter the day from which this holds'),
      ...required(event.reason, 'reason', 'Say why the mark changes'),
    ],
    () => [
      ...problemIf((last?.under ?? false) === event.under, 'under', 'The post is marked like this already'),
      ...problemIf(
        last !== undefined && event.from <= last.from,
        'from',
        `The mark was last changed from ${inWords(last?.from ?? event.from)}. Enter a later day`,
      ),
    ],
  );
  return wrong ?? { mark: { from: event.from, under: event.under }, reason: event.reason };
}

/** Who supervises changes while the part stays: the new line closes the former one the day before. */
function reportingStep({
  event,
  facts,
}: DeploymentStep<'SET_REPORTING'>): DeploymentRecorded['SET_REPORTING'] | Refusal {
  const former = facts.post.reporting.filter((r) => r.part === event.part).at(-1);
  const wrong = firstProblem(
    () => [
      ...chosen(event.part, REPORTING_PARTS, 'part'),
      ...required(event.name, 'name', 'Enter the name', 300),
      ...required(event.title, 'title', 'Enter the title', 300),
      ...dayProblems(event.from, 'from', 'Enter the day from which this holds'),
    ],
    () =>
      problemIf(
        former !== undefined && event.from <= former.from,
        'from',
        `${former?.name} has had this part since ${inWords(former?.from ?? event.from)}. Enter a later day`,
      ),
  );
  const { part, name, title, from } = event;
  return wrong ?? { line: { part, name: name.trim(), title: title.trim(), from, until: null } };
}

/** Steps about the post itself. */
export const POST_STEPS = {
  CHANGE_POST: changePostStep,
  COVER: coverStep,
  UNCOVER: uncoverStep,
  MARK_FRAMEWORK: markStep,
  SET_REPORTING: reportingStep,
} satisfies { [T in DeploymentEventType]?: DeploymentStepRule<T> };
