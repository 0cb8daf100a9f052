import type { PostRead, SignedIn } from '#casework';
import {
  activeState,
  addDays,
  backPlan,
  daysBetween,
  expectedArrival,
  presentSearch,
  presentTerm,
  RECRUITMENT_STAGES,
  SURGE_RULE,
  type ClockSettings,
  type Day,
  type DeploymentFacts,
  type Instant,
  type Recruitment,
  type RecruitmentMedians,
  type RecruitmentStage,
  GENEVA,
  type Calendars,
} from '#domain';
import { plural, type Names, type Status } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { postFrame } from './post-frame.js';
import { nudgesOnPost } from './post-nudges.js';
import { stepsFor } from './post-steps.js';
import { waitsOf } from './post-waits.js';

export interface RecruitmentInput {
  view: PostRead;
  me: SignedIn;
  names: Names;
  today: Day;
  now: Instant;
  medians: RecruitmentMedians;
  clocks: ClockSettings;
  calendars: Calendars;
}

const STAGES = Object.keys(RECRUITMENT_STAGES) as RecruitmentStage[];
const SHORT: Record<RecruitmentStage, string> = {
  sourcing: 'Prepared',
  shortlisting: 'Shortlist',
  selection: 'Selection',
  onboarding: 'Arrival prepared',
};
const days = (n: number): string => `${n} ${plural(n, 'day', 'days')}`;

interface Passage {
  /** The days on which the stage was reached; more than one where the search came back to it. */
  reached: Day[];
  spent: number;
  runs: boolean;
}
function passageOf({ stages }: Recruitment, stage: RecruitmentStage, today: Day): Passage {
  const own = stages.filter((s) => s.stage === stage);
  return {
    reached: own.map((s) => s.from),
    spent: own.reduce((sum, s) => sum + Math.max(0, daysBetween(s.from, s.until ?? today)), 0),
    runs: own.some((s) => s.until === null),
  };
}

function took({ reached, spent, runs }: Passage, median: number): Status | string {
  if (reached.length === 0) return '';
  const words = runs ? `${days(spent)} so far` : days(spent);
  return spent > Math.ceil(median) ? { text: words, tone: 'amber' } : words;
}
const medianWords = ({ days: n, of, basis }: RecruitmentMedians[RecruitmentStage]): string =>
  `${days(Math.ceil(n))}${basis === 'record' ? ` (of ${of})` : ' (setting)'}`;

/** A search stage by stage: when it was reached, how long it took, and how long it takes elsewhere. */
function stageTable(search: Recruitment, { today, medians }: RecruitmentInput) {
  return {
    caption: 'The stages of this search, beside the median of all posts',
    columns: [
      { key: 'stage', text: 'Stage' },
      { key: 'reached', text: 'Reached' },
      { key: 'took', text: 'Took' },
      { key: 'median', text: 'Median of all posts' },
    ],
    rows: STAGES.map((stage) => {
      const passage = passageOf(search, stage, today);
      const spared = search.skipped.includes(stage);
      return {
        stage: RECRUITMENT_STAGES[stage],
        reached: spared ? 'Spared by rule' : passage.reached.map((d) => date(d, 'short')).join(', again '),
        took: took(passage, medians[stage].days),
        median: medianWords(medians[stage]),
      };
    }),
  };
}

/** How far the search has come. */
function progressOf(search: Recruitment, { today }: RecruitmentInput) {
  const now = search.ended ? null : search.stages.at(-1)!.stage;
  const at = now ? STAGES.indexOf(now) : STAGES.length;
  const arrived = search.ended?.outcome === 'arrived';
  const items = STAGES.map((stage, i) => {
    const { reached } = passageOf(search, stage, today);
    if (search.skipped.includes(stage)) return { text: SHORT[stage], note: 'Spared', state: 'done' as const };
    const note = reached.length ? date(reached.at(-1)!, 'day') : '';
    return {
      text: SHORT[stage],
      note,
      state: i < at ? ('done' as const) : i === at ? ('now' as const) : ('' as const),
    };
  });
  const expected = search.selected?.expectedOn;
  const last = arrived ? date(search.ended!.on, 'day') : expected ? `Expected ${date(expected, 'day')}` : '';
  return [...items, { text: 'In post', note: last, state: arrived ? ('done' as const) : ('' as const) }];
}

/** Who is selected, as far as this person may know. */
function candidateOf(search: Recruitment, { clocks }: DeploymentFacts) {
  const { selected, consulted } = search;
  const asked = clocks.some((c) => c.key === 'recruitment:candidateView');
  const hidden = asked && !selected;
  return {
    facts: [
      { label: 'Selected', value: selected?.name },
      { label: 'Expected', value: selected?.expectedOn ? date(selected.expectedOn) : null },
      {
        label: 'Resident Coordinator',
        value: consulted
          ? `${consulted.agrees ? 'Agrees' : 'Does not agree'} (${consulted.recorded ? 'recorded by ' : ''}${consulted.by.name}, ${date(consulted.on)})`
          : asked
            ? 'Is asked for a view'
            : null,
      },
      { label: 'What was said', value: consulted?.note },
      { label: 'Advertised until', value: search.advertisedUntil ? date(search.advertisedUntil) : null },
      { label: 'On the shortlist', value: search.shortlisted ? String(search.shortlisted) : null },
    ].filter((fact) => fact.value),
    note: hidden
      ? 'Somebody is selected, and the Resident Coordinator is asked for a view. Until there is agreement, OHCHR and the Resident Coordinator alone read the name.'
      : '',
    notArrived: search.notArrived.map(
      (n) => `${n.name || 'Somebody who was selected'} did not come (${date(n.on)})${n.reason ? `: ${n.reason}` : '.'}`,
    ),
  };
}

const OUTCOMES = { arrived: 'An adviser arrived', cancelled: 'Ended without an arrival' } as const;
const earlierTable = (searches: readonly Recruitment[]) => ({
  caption: 'Earlier searches, the latest first',
  columns: [
    { key: 'begun', text: 'Begun' },
    { key: 'ended', text: 'Ended' },
    { key: 'took', text: 'Took' },
    { key: 'outcome', text: 'How it ended' },
  ],
  rows: [...searches].reverse().map((search) => {
    const begun = search.stages[0]!.from;
    const { on, outcome, reason } = search.ended!;
    return {
      begun: date(begun, 'short'),
      ended: date(on, 'short'),
      took: days(Math.max(0, daysBetween(begun, on))),
      outcome: reason ? { text: OUTCOMES[outcome], note: reason } : OUTCOMES[outcome],
    };
  }),
});

/** What the medians say of the day on which somebody would come. */
function hintOf({ view, today, medians, clocks, calendars }: RecruitmentInput): string {
  const { facts } = view;
  const search = presentSearch(facts);
  const term = presentTerm(facts);
  if (search?.selected?.expectedOn) return '';
  if (search)
    return `By the medians, this search brings an adviser by about ${date(expectedArrival(search, today, medians))}.`;
  if (!term?.endsOn || term.endsOn < today) return '';
  const wanted = addDays(term.endsOn, 1);
  const begin = backPlan(wanted, medians, clocks, calendars.of(GENEVA)).steps.find((s) => s.step === 'sourcing')!.by;
  const late = begin < today ? ' That day has passed.' : '';
  return `For an adviser in post by ${date(wanted)}, the day after this term, the search has to begin by ${date(begin)}.${late}`;
}

function leadOf({ view }: RecruitmentInput): string {
  const { facts } = view;
  const search = presentSearch(facts);
  const term = presentTerm(facts);
  const whom = term ? 'a successor' : facts.incumbencies.length ? 'the next adviser' : 'the first adviser';
  const active = activeState(facts.state);
  if (!active) return 'The post has ended, and nobody is sought.';
  if (!search) return term ? 'Nobody is sought: the post is held.' : 'Nobody is sought, and the post is empty.';
  const since = search.stages.at(-1)!;
  return `The search for ${whom}, begun on ${date(search.stages[0]!.from)}. ${RECRUITMENT_STAGES[since.stage]} since ${date(since.from)}.`;
}

/** The page of recruitment: the search that goes on stage by stage, what it waits for, and the searches before it. */
export function recruitmentPage(input: RecruitmentInput) {
  const { view, me, names, today } = input;
  const { facts } = view;
  const frame = postFrame(view, me, 'recruitment', names);
  const search = presentSearch(facts) ?? null;
  const shown = search ?? facts.recruitments.at(-1) ?? null;
  const earlier = facts.recruitments.filter((r) => r.ended && r !== shown);
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    today,
    lead: leadOf(input),
    ...stepsFor(view, me, 'recruitment'),
    heading: search ? 'This search' : 'The last search',
    progress: shown ? progressOf(shown, input) : [],
    stages: shown ? stageTable(shown, input) : null,
    rule: shown?.skipped.length ? SURGE_RULE : '',
    candidate: shown ? candidateOf(shown, facts) : null,
    waits: waitsOf(facts, today, ['recruitment', 'vacancy', 'succession'], undefined, nudgesOnPost(input)),
    hint: hintOf(input),
    gaps: `${paths.deployments()}/gaps`,
    earlier: earlier.length ? earlierTable(earlier) : null,
  };
}
