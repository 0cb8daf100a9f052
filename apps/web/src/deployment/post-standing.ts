import {
  activeState,
  conditionOf,
  daysBetween,
  expectedAdviser,
  gapNow,
  moneyEndsBefore,
  presentRenewal,
  presentSearch,
  presentTerm,
  RECRUITMENT_STAGES,
  type Day,
  type DeploymentFacts,
} from '#domain';
import { lengthOf } from '../deployments/post-words.js';
import { date } from '../shell/words.js';

/** Where the search for the next adviser stands, in a sentence; empty when nobody is sought. */
function searchSentence(facts: DeploymentFacts, today: Day): string {
  const stage = activeState(facts.state)?.recruitment;
  if (!stage || stage === 'idle') return '';
  const expected = expectedAdviser(facts);
  if (expected?.expectedOn && expected.expectedOn < today)
    return ` ${expected.name} was expected on ${date(expected.expectedOn)} and has not arrived.`;
  if (expected) return ` ${expected.name} is expected${expected.expectedOn ? ` on ${date(expected.expectedOn)}` : ''}.`;
  const since = presentSearch(facts)?.stages.at(-1)?.from;
  return ` Recruitment: ${RECRUITMENT_STAGES[stage].toLowerCase()}${since ? `, since ${date(since)}` : ''}.`;
}

function termSentence(facts: DeploymentFacts, today: Day): string {
  const term = presentTerm(facts)!;
  const until = term.endsOn;
  const since = `${term.person.name} has been in post since ${date(term.from)}.`;
  if (!until) return `${since} No end of the term is agreed.`;
  if (until < today)
    return `${since} The term has run out: it ended on ${date(until)}, and it is not recorded that the adviser has left.`;
  return until === today
    ? `${since} The term ends today.`
    : `${since} The term ends on ${date(until)}, in ${lengthOf(daysBetween(today, until))}.`;
}

/** That the money ends before the term does. */
function moneySentence(facts: DeploymentFacts): string {
  const until = presentTerm(facts)?.endsOn;
  const last = until ? moneyEndsBefore(facts, until) : null;
  return last ? ` The money that is recorded ends before the term, on ${date(last)}.` : '';
}

function renewalSentence(facts: DeploymentFacts): string {
  const renewal = presentRenewal(facts);
  if (!renewal) return '';
  if (!renewal.decided) return ` The renewal has to be decided by ${date(renewal.decideBy)}.`;
  const words = {
    extended: '',
    successor: ' A successor will follow.',
    converted: ' The post is then converted.',
    closed: ' The post then ends.',
  };
  return words[renewal.decided.how];
}

/** How a post stands, in one or two sentences. */
export function standingOf(facts: DeploymentFacts, today: Day): string {
  const gap = gapNow(facts, today);
  switch (conditionOf(facts)) {
    case 'ended':
      return facts.ending ? `The post ended on ${date(facts.ending.on)}.` : 'The post has ended.';
    case 'recruiting':
      return `Nobody has held this post yet.${searchSentence(facts, today)}`;
    case 'vacant':
      return `The post is empty${gap ? ` since ${date(gap.since)}` : ''}${gap?.bridge ? `; ${gap.bridge.by} covers` : ''}.${searchSentence(facts, today)}`;
    default:
      return `${termSentence(facts, today)}${moneySentence(facts)}${renewalSentence(facts)}${searchSentence(facts, today)}`;
  }
}
