import {
  activeState,
  addDays,
  conditionOf,
  CONVERSIONS,
  moneyEndsBefore,
  ENDING_REASONS,
  noticeRule,
  presentRenewal,
  presentSearch,
  presentTerm,
  ROLES,
  type Also,
  type DeploymentDecision,
  type DeploymentFacts,
  type Role,
} from '#domain';
import { inSentence, listed, plural } from '../request/case-words.js';
import { date, words } from '../shell/words.js';

/** The post before a step and after it: whoever hands over has no key to it afterwards. What is said of it names no candidate. */
interface Change {
  before: DeploymentFacts;
  after: DeploymentFacts;
}
type Said = string | null | false;

/** What the post becomes. */
const intoWhat = (ending: { conversion: keyof typeof CONVERSIONS | null }): string =>
  ending.conversion ? ` It becomes: ${inSentence(CONVERSIONS[ending.conversion])}.` : '';

function termSays({ before, after }: Change): Said {
  const term = presentTerm(before);
  const last = after.incumbencies.at(-1)?.until;
  return term && !presentTerm(after) && last ? `${term.person.name}’s last day in post is ${date(last)}.` : null;
}
function endSays({ after }: Change): Said {
  const { ending } = after;
  if (conditionOf(after) !== 'ended' || !ending) return null;
  return `The post ends on ${date(ending.on)}: ${inSentence(ENDING_REASONS[ending.reason])}.${intoWhat(ending)} Nothing can be recorded of it after that.`;
}
/** That the post is empty, and by when it has to be said what becomes of it. */
function emptySays({ before, after }: Change): Said[] {
  const last = after.incumbencies.at(-1)?.until;
  if (!presentTerm(before) || activeState(after.state)?.tenure !== 'vacant' || !last) return [];
  const clock = after.clocks.find((c) => c.group === 'vacancy');
  const bridge = after.bridges.find((b) => b.from > last);
  return [
    `The post is empty from ${date(addDays(last, 1))}${bridge ? `; ${bridge.by} covers from ${date(bridge.from)}` : ''}.`,
    clock
      ? `OHCHR has until ${date(clock.dueOn)} to bridge the gap, advertise the post or end it.`
      : 'The search for the next adviser goes on.',
  ];
}
/** That it is decided how the post ends, though not today. */
function decisionSays({ before, after }: Change): Said[] {
  const term = presentTerm(after);
  const decided = presentRenewal(after)?.decided;
  if (!term || !decided?.ending || presentRenewal(before)?.decided?.at === decided.at) return [];
  const handover = after.clocks.flatMap((c) => c.steps).find((s) => s.kind === 'START_CLOSING');
  return [
    `${term.person.name} stays in post${term.endsOn ? ` until ${date(term.endsOn)}` : ''}. With that term the post ends: ${inSentence(ENDING_REASONS[decided.ending.reason])}.${intoWhat(decided.ending)}`,
    handover ? `The handover begins on ${date(handover.at)}.` : null,
    presentSearch(after) !== null && 'A search for a successor is under way. It goes on until you stop it.',
  ];
}
/** That a term which was made longer is not paid for to its end. */
function moneySays({ before, after }: Change): Said {
  const [was, is] = [presentTerm(before)?.endsOn, presentTerm(after)?.endsOn];
  const last = is && was !== is ? moneyEndsBefore(after, is) : null;
  return (
    last &&
    `The term then ends on ${date(is!)}. The money that is recorded ends before that, on ${date(last)}: nobody pays for the time after it yet.`
  );
}
function fallenAway({ before, after }: Change): Said {
  const open = ({ clocks }: DeploymentFacts) => clocks.filter((c) => c.group === 'report').length;
  const n = open(before) - open(after);
  return n > 0
    ? `${words(n, true)} ${plural(n, 'report that is', 'reports that are')} still due ${plural(n, 'falls', 'fall')} away.`
    : null;
}
const searchSays = ({ before, after }: Change): Said =>
  presentSearch(before) && !presentSearch(after) ? 'The search for an adviser ends.' : null;

function elsewhere(also: readonly Also[]): string[] {
  return also.flatMap(({ ref, event }) =>
    event.type === 'RECEIVE' && ref
      ? [
          `${event.adviser.name} is in post ${ref} from ${date(event.on)} to ${date(event.endsOn)}. Both posts change together, or neither does.`,
        ]
      : [],
  );
}
/** Who is written to. */
function told({ notices }: Pick<DeploymentDecision, 'notices'>): Said {
  const roles = new Set(notices.flatMap(({ name }) => noticeRule(name).to).filter((to): to is Role => to in ROLES));
  return roles.size > 0 && `Told by e-mail: ${listed([...roles].map((role) => ROLES[role]))}.`;
}

/** What follows from a step, in sentences: read from what it would come to if it were taken now, so that it cannot promise anything else. */
export function outcomeLines(change: Change, decision: Pick<DeploymentDecision, 'notices' | 'also'>): string[] {
  return [
    termSays(change),
    endSays(change),
    ...emptySays(change),
    ...decisionSays(change),
    moneySays(change),
    ...elsewhere(decision.also),
    fallenAway(change),
    searchSays(change),
    told(decision),
  ].filter((line): line is string => typeof line === 'string');
}
