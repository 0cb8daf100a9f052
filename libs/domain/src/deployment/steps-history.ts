import { refuse, refuseFields, type Refusal } from '../refusal.js';
import { required } from '../text.js';
import type { HistoricTerm, HistoryTold } from './events.js';
import type { DeploymentFacts } from './facts.js';
import type { DeploymentRecorded } from './record.js';
import { historicState, historicTerm, historyProblems } from './steps-open.js';
import { postProblems } from './steps-post.js';
import { notReady, type DeploymentStep } from './steps.js';

const termTold = ({ person, from, until, certainty }: HistoricTerm): HistoricTerm => ({
  person,
  from,
  until,
  certainty,
});

/** What the sources have told of a post of the past so far. */
export const historyOf = (facts: DeploymentFacts): HistoryTold => ({
  coverage: facts.post.coverage,
  framework: facts.post.framework,
  reference: facts.origin.reference,
  incumbents: facts.incumbencies.map(({ person, ...term }) => termTold({ ...term, person: person.name })),
  ended: facts.ending && {
    reason: facts.ending.reason,
    conversion: facts.ending.conversion,
    on: facts.ending.on,
    text: facts.ending.text,
  },
});

const written = (told: HistoryTold): string =>
  JSON.stringify([
    told.coverage.map((c) => [c.country, c.from, c.until, c.daysPerMonth]),
    told.framework.map((m) => [m.from, m.under]),
    told.reference,
    told.incumbents.map((t) => [t.person, t.from, t.until, t.certainty.from, t.certainty.until]),
    told.ended && [told.ended.reason, told.ended.conversion ?? null, told.ended.on, told.ended.text],
  ]);

/** Whether the sources tell anything of a post that is not recorded yet. */
export const tellsMore = (facts: DeploymentFacts, told: HistoryTold): boolean =>
  written(historyOf(facts)) !== written(told);

/** A later list, or a contradiction that was settled, tells otherwise of a post of the past. Terms that stay keep their id. */
export function amendHistoryStep({
  event,
  facts,
  context,
  today,
}: DeploymentStep<'AMEND_HISTORY'>): DeploymentRecorded['AMEND_HISTORY'] | Refusal {
  const { because, coverage, framework, reference, incumbents, ended } = event;
  if (facts.origin.kind !== 'history') return refuse('notNow', 'This post is not one of the past.');
  if (facts.recruitments.length || facts.incumbencies.some((t) => t.obligations.length))
    return notReady('This post goes on here by now, so its past is no longer told by lists alone. Settle it by hand.');
  const wrong = refuseFields([
    ...required(because, 'because', 'Say why the record of the past is amended'),
    ...required(reference, 'reference', 'Name where the post comes from', 2_000),
    ...postProblems({ ...facts.post, coverage, framework }, context.regionOf),
    ...historyProblems(event, today),
  ]);
  if (wrong) return wrong;
  if (!tellsMore(facts, event)) return notReady('The sources tell nothing that is not recorded.');
  return {
    because,
    coverage,
    framework,
    reference,
    incumbencies: incumbents.map((term) => {
      const before = facts.incumbencies.find((t) => t.from === term.from);
      return { ...historicTerm(term, context.newId), ...(before && { id: before.id }) };
    }),
    ended,
    state: historicState(event),
  };
}
