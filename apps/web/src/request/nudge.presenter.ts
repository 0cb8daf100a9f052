import type { CaseView, SignedIn } from '#casework';
import {
  clockNudged,
  isRefusal,
  lastNudge,
  mayTake,
  nudgeable,
  standingStill,
  waitingFor,
  whyStill,
  type Actor,
  type Clock,
  type FieldProblem,
  type RequestFacts,
} from '#domain';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { heldBy, placeOf, type Names } from './case-words.js';
import { errorOf, summaryOf } from './field-models.js';
import { nudgedText, nudgeLine, type NudgeLine } from './nudge-words.js';

export interface NudgeInput {
  view: CaseView;
  me: SignedIn;
  names: Names;
  now: string;
  chosen: string;
  problems?: FieldProblem[];
  trouble?: string | undefined;
}

/** Who holds a clock, as this person may know it: how the review goes, OHCHR alone reads. */
export function whoHolds(facts: RequestFacts, clock: Clock, inside: boolean, names: Names): string {
  if (clock.group === 'review' && !inside) return 'OHCHR';
  const own = facts.reviewers.find(({ person }) => person.id === clock.personId)?.person.name;
  return own ? `${own}, reviewer` : heldBy(clock, facts, names);
}

/** Whom somebody can nudge on a request; nobody where the step is not theirs. */
export const whomToNudge = (facts: RequestFacts, me: Actor): Clock[] =>
  isRefusal(mayTake(facts, me, 'NUDGE')) ? [] : nudgeable(me, facts);

/** What somebody waits for that stands still. */
function stillFor(facts: RequestFacts, me: Actor): Clock[] {
  const may = mayTake(facts, me, 'NUDGE');
  return isRefusal(may) && may.code !== 'notReady' ? [] : standingStill(me, facts);
}

/** What is said of nudges beside whoever holds a clock, by the key of that clock. */
export function nudgesBeside(facts: RequestFacts, me: Actor, inside: boolean, now: string) {
  const able = whomToNudge(facts, me).map(({ key }) => key);
  const still = stillFor(facts, me);
  return (key: string): NudgeLine => {
    const stopped = still.find((c) => c.key === key);
    if (stopped) return { nudged: whyStill(stopped) };
    const clock = facts.clocks.find((c) => c.key === key) ?? clockNudged(facts, key);
    if (!clock) return {};
    const href = able.includes(key) ? paths.nudge(facts.ref, key) : null;
    return nudgeLine(lastNudge(facts, clock, inside), clock, inside, now, href);
  };
}

const whatOf = (facts: RequestFacts, clock: Clock, inside: boolean): string =>
  clock.group === 'review' && !inside ? 'Review of the request' : waitingFor(facts, clock);

function optionOf({ view, names, now }: NudgeInput, clock: Clock) {
  const { facts, tiers } = view;
  const inside = tiers.has('assessment');
  const nudged = nudgedText(lastNudge(facts, clock, inside), clock, inside, now);
  return {
    value: clock.key,
    text: whoHolds(facts, clock, inside, names),
    hint: { text: `${whatOf(facts, clock, inside)}, due ${date(clock.dueOn)}. ${nudged}`.trim() },
  };
}

/** The page on which somebody who waits nudges whoever holds the case. */
export function nudgePage(input: NudgeInput) {
  const { view, me, names, chosen, problems = [], trouble } = input;
  const { facts, tiers } = view;
  const inside = tiers.has('assessment');
  const place = placeOf(facts.summary.countries, names);
  const errors = [...(trouble ? [{ text: trouble }] : []), ...summaryOf(problems, new Set(['clock']))];
  const heading = 'Nudge whoever is waited for';
  const options = nudgeable(me, facts).map((clock) => optionOf(input, clock));
  return {
    title: `${heading}: ${place}`,
    heading,
    eyebrow: `${facts.ref}, ${place}`,
    breadcrumbs: [
      { text: 'Your work', href: paths.home() },
      { text: place, href: paths.request(facts.ref) },
      { text: heading },
    ],
    field: {
      kind: 'radios',
      name: 'clock',
      label: 'Who is nudged?',
      value: options.length === 1 ? options[0]!.value : chosen,
      options,
      error: errorOf(problems, 'clock'),
    },
    still: standingStill(me, facts).map((clock) => ({
      who: whoHolds(facts, clock, inside, names),
      what: whatOf(facts, clock, inside),
      why: whyStill(clock),
    })),
    hidden: stepFields(view.revision),
    back: { text: 'Back to the request', href: paths.request(facts.ref) },
    ...(errors.length ? { errors } : {}),
  };
}
