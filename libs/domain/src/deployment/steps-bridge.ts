import { type Refusal } from '../refusal.js';
import { chosen, optional, required } from '../text.js';
import { dayOf, type Day } from '../time/working-days.js';
import { overlap } from './current.js';
import type { DeploymentEventOf, DeploymentEventType } from './events.js';
import { BRIDGE_KINDS, type DeploymentFacts, type Span } from './facts.js';
import type { DeploymentRecorded } from './record.js';
import {
  dayProblems,
  firstProblem,
  inWords,
  problemIf,
  refuseField,
  type DeploymentStep,
  type DeploymentStepRule,
} from './steps.js';

/** Days that a bridge may not touch: somebody's term, as long as it is to last. */
const terms = (facts: DeploymentFacts): Span[] =>
  facts.incumbencies.map((t) => ({ from: t.from, until: t.until ?? t.endsOn }));

/** The first day of a post: of the first term, or the day on which it was opened. */
export const firstDayOf = (facts: DeploymentFacts): Day =>
  [dayOf(facts.createdAt), ...facts.incumbencies.map((t) => t.from)].sort()[0]!;

/** How the reference of a post reads. */
const REFERENCE = /^DEP-\d{4}-\d{3,6}$/;

/** What is wrong with the answers themselves. */
const answerProblems = ({ kind, by, from, until, deployment }: DeploymentEventOf<'BRIDGE'>, ref: string) => [
  ...chosen(kind, BRIDGE_KINDS, 'kind'),
  ...required(by, 'by', 'Enter who bridges the gap', 300),
  ...optional(deployment, 'deployment', 40),
  ...problemIf(
    Boolean(deployment?.trim()) && !REFERENCE.test(deployment!.trim()),
    'deployment',
    'Enter the reference of a post, such as DEP-2027-014',
  ),
  ...problemIf(deployment === ref, 'deployment', 'A post cannot bridge its own gap. Enter another one'),
  ...dayProblems(from, 'from', 'Enter the first day'),
  ...dayProblems(until, 'until', 'Enter the last day'),
];

function bridgeStep({ event, facts, context }: DeploymentStep<'BRIDGE'>): DeploymentRecorded['BRIDGE'] | Refusal {
  const { kind, by, from, until, deployment } = event;
  const span = { from, until };
  const inTerm = () => facts.incumbencies.find((_, i) => overlap(terms(facts)[i]!, span));
  const wrong = firstProblem(
    () => answerProblems(event, facts.ref),
    () => [
      ...problemIf(until < from, 'until', 'The last day is before the first. Enter a later one'),
      ...problemIf(
        from < firstDayOf(facts),
        'from',
        `The post was opened on ${inWords(firstDayOf(facts))}. Enter that day or a later one`,
      ),
    ],
    () =>
      problemIf(
        inTerm() !== undefined,
        'from',
        `${inTerm()?.person.name} is in post on some of these days, so there is no gap to bridge then`,
      ),
    () =>
      problemIf(
        facts.bridges.some((b) => overlap(b, span)),
        'from',
        'The gap is bridged on some of these days already. End that bridge first',
      ),
  );
  return (
    wrong ?? {
      bridge: { id: context.newId(), kind, by: by.trim(), from, until, deployment: deployment?.trim() || null },
    }
  );
}

function endBridgeStep({ event, facts }: DeploymentStep<'END_BRIDGE'>): DeploymentRecorded['END_BRIDGE'] | Refusal {
  const bridge = facts.bridges.find((b) => b.id === event.bridgeId);
  if (!bridge) return refuseField('bridgeId', 'This bridge is not one of the post');
  const wrong = firstProblem(
    () => dayProblems(event.on, 'on', 'Enter the last day of the bridge'),
    () => [
      ...problemIf(
        event.on < bridge.from,
        'on',
        `The bridge began on ${inWords(bridge.from)}. Enter that day or a later one`,
      ),
      ...problemIf(
        bridge.until !== null && event.on > bridge.until,
        'on',
        `The bridge ends on ${inWords(bridge.until ?? event.on)} as it is. Enter an earlier day`,
      ),
    ],
  );
  return wrong ?? { bridgeId: bridge.id, on: event.on };
}

/** Steps about what covers the gaps of a post. */
export const BRIDGE_STEPS = {
  BRIDGE: bridgeStep,
  END_BRIDGE: endBridgeStep,
} satisfies { [T in DeploymentEventType]?: DeploymentStepRule<T> };
