import type { PostRead, SignedIn } from '#casework';
import {
  isRefusal,
  lastNudgeOfPost,
  mayTakeDeployment,
  nudgeableOfPost,
  postTaskWords,
  ROLES,
  standingStillOnPost,
  whyStill,
  type Clock,
  type Instant,
} from '#domain';
import { nudgedText, nudgeLine, rests, type NudgeLine } from '../request/nudge-words.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';

/** Who looks at a post, and when. */
export interface Looking {
  view: Pick<PostRead, 'facts' | 'whole'>;
  me: SignedIn;
  now: Instant;
}

/** Whom somebody can nudge on a post; nobody where the step is not theirs. */
export const whomOnPost = ({ view: { whole }, me }: Pick<Looking, 'view' | 'me'>): Clock[] =>
  isRefusal(mayTakeDeployment(whole, me, 'NUDGE')) ? [] : nudgeableOfPost(me, whole);

/** What somebody waits for on a post that stands still. */
function stillOnPost({ view: { whole }, me }: Pick<Looking, 'view' | 'me'>): Clock[] {
  const may = mayTakeDeployment(whole, me, 'NUDGE');
  return isRefusal(may) && may.code !== 'notReady' ? [] : standingStillOnPost(me, whole);
}

/** What is said of nudges beside whoever holds a clock of a post. */
export function nudgesOnPost(looking: Looking): (clock: Clock) => NudgeLine {
  const { whole } = looking.view;
  const able = whomOnPost(looking).map(({ key }) => key);
  const still = stillOnPost(looking).map(({ key }) => key);
  return (clock) => {
    if (still.includes(clock.key)) return { nudged: whyStill(clock) };
    const href = able.includes(clock.key) ? paths.nudgeOnPost(whole.ref, clock.key) : null;
    return nudgeLine(lastNudgeOfPost(whole, clock), clock, true, looking.now, href);
  };
}

/** Whom somebody can nudge, as the options of the form. */
export const nudgeOptions = (looking: Looking) =>
  whomOnPost(looking).map((clock) => {
    const { facts, whole } = looking.view;
    const nudged = nudgedText(lastNudgeOfPost(whole, clock), clock, true, looking.now);
    const hint = `${postTaskWords(facts, clock)}, due ${date(clock.dueOn)}. ${nudged}`.trim();
    return { value: clock.key, text: ROLES[clock.holder], hint: { text: hint } };
  });

/** What is awaited on a post, for programs: who holds it, and whether the reader can nudge them by the step NUDGE. */
export function awaitedOnPost(looking: Looking) {
  const { facts, whole } = looking.view;
  const able = whomOnPost(looking).map(({ key }) => key);
  const beside = nudgesOnPost(looking);
  return whole.clocks
    .filter(({ group }) => group !== 'schedule')
    .map((clock) => {
      const last = lastNudgeOfPost(whole, clock);
      return {
        clock: clock.key,
        who: ROLES[clock.holder],
        what: postTaskWords(facts, clock),
        since: clock.startedAt,
        due: clock.dueOn,
        nudged: beside(clock).nudged ?? '',
        canNudge: able.includes(clock.key),
        from: last && rests(last, looking.now) ? last.again : null,
      };
    });
}
