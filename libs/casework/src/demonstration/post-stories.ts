import {
  addDays,
  addMonths,
  daysBetween,
  presentTerm,
  type Criterion,
  type Day,
  type DeploymentEvent,
  type DeploymentEventOf,
  type DeploymentFacts,
  type FundingEntry,
  type Language,
  type Modality,
  type Obligation,
  type Origin,
  type PlanItem,
  type Progress,
  type ReportText,
} from '#domain';
import { DEMONSTRATION_PEOPLE } from './people.js';
import type { PostStep, PostStory } from './play-post.js';

/** Who plays the parts of a post: keys of demonstration persons. */
export interface PostCast {
  adviser: string;
  coordinator: string;
  desk: string;
}
export interface PlannedLine {
  text: string;
  criterion: Criterion;
  /** Which condition of the approval it answers. */
  condition?: number;
  outcome: string;
  indicator: string;
  /** Months after arrival. */
  months: number;
  /** What is reported on it, one line a report; the last one goes on. */
  told: readonly (readonly [progress: Progress, text: string])[];
}
/** What of a post is told in words. */
export interface PostWords {
  title: string;
  modality: Modality;
  language: Language;
  dutyStation: string;
  /** The host first; days a month where several countries share one adviser. */
  covers: readonly (readonly [country: string, days: number | null])[];
  reference: string;
  conditions: readonly string[];
  scores: Partial<Record<Criterion, number>>;
  plan: readonly PlannedLine[];
  reports: readonly Omit<ReportText, 'results'>[];
}

const SCORED: Record<Criterion, string> = {
  ownership: 'Ownership',
  enablingEnvironment: 'Enabling national environment',
  strategicOpportunities: 'Strategic programming opportunities',
  sustainability: 'Sustainability',
  commitment: 'Full commitment of the RC and UNCT',
};
const personOf = (key: string) => DEMONSTRATION_PEOPLE.find((p) => p.key === key)!;
/** The first day of a quarter of the year, some quarters before that of a day. */
export const quarterBefore = (day: Day, quarters: number): Day => {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return addMonths(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`, -3 * quarters);
};
/** An arrival after which two quarters are over whose updates have been due. */
export const twoQuartersAgo = (today: Day): Day =>
  addDays(quarterBefore(today, daysBetween(quarterBefore(today, 0), today) > 14 ? 2 : 3), 6);

function fundedBy(openedOn: Day, reference: string): FundingEntry[] {
  return [
    {
      id: `${reference}-1`,
      standing: 'allocation',
      source: 'fund',
      name: 'Human Rights Mainstreaming Fund',
      amount: '287500.00',
      currency: 'USD',
      kind: 'cash',
      reference: `Allocation note for ${reference}`,
      from: openedOn,
      until: addDays(addMonths(openedOn, 24), -1),
      corrects: null,
      by: { id: 'system', name: 'Illustrative entry' },
      at: `${openedOn}T09:00:00.000Z`,
    },
  ];
}

const supervisor = (coordinator: string, from: Day) => ({
  part: 'supervisor' as const,
  name: DEMONSTRATION_PEOPLE.find((p) => p.key === coordinator)?.name ?? 'The Resident Coordinator',
  title: 'United Nations Resident Coordinator',
  from,
  until: null,
});

const originOf = ({ reference, conditions, scores }: PostWords, openedOn: Day): Origin => ({
  kind: 'request',
  requestId: null,
  reference,
  approvedOn: addDays(openedOn, -40),
  conditions: [...conditions],
  scores: Object.entries(scores).map(([criterion, settled]) => ({
    criterion: criterion as Criterion,
    name: SCORED[criterion as Criterion],
    settled,
  })),
});

/** The beginning of every story: the post as its request led to it. */
export function opening(words: PostWords, { coordinator }: Pick<PostCast, 'coordinator'>, openedOn: Day) {
  const { title, modality, language, dutyStation, covers, reference } = words;
  const open: DeploymentEventOf<'OPEN'> = {
    type: 'OPEN',
    post: {
      title,
      modality,
      language,
      grade: 'P-5',
      dutyStation,
      host: covers[0]![0],
      coverage: covers.map(([country, daysPerMonth]) => ({ country, from: openedOn, until: null, daysPerMonth })),
      regions: [],
      framework: [{ from: openedOn, under: true }],
      cluster: null,
      reporting: [supervisor(coordinator, openedOn)],
    },
    origin: originOf(words, openedOn),
    funding: fundedBy(openedOn, reference),
    terms: null,
    urgent: false,
  };
  return { openedOn, open };
}

/** From the advertisement to the shortlist. */
export const searching = (desk: string, from: Day): PostStep[] => [
  { on: addDays(from, 12), by: desk, event: { type: 'ADVERTISE', until: addDays(from, 42) } },
  { on: addDays(from, 55), by: desk, event: { type: 'SHORTLIST', candidates: 5 } },
];

/** The whole search to the arrival; a name stands for somebody who has no account here. */
export const arriving = (cast: PostCast, adviser: string, from: Day, on: Day, endsOn: Day): PostStep[] => [
  ...searching(cast.desk, from),
  { on: addDays(from, 75), by: cast.desk, event: { type: 'SELECT', adviser, expectedOn: on } },
  { on: addDays(from, 79), by: cast.coordinator, event: { type: 'CONSULTED', agrees: true, note: '' } },
  { on, by: cast.desk, event: { type: 'ARRIVE', on, endsOn } },
];

const planOf = ({ plan, conditions }: PostWords, arrived: Day): DeploymentEvent => ({
  type: 'PLAN',
  items: plan.map(({ text, criterion, condition, outcome, indicator, months }): Omit<PlanItem, 'id'> => ({
    text,
    criterion,
    condition: condition === undefined ? null : conditions[condition]!,
    outcome,
    indicator,
    dueOn: addMonths(arrived, months),
  })),
});

/** The work plan, and who agrees to it. */
export const planning = (
  words: PostWords,
  cast: PostCast,
  arrived: Day,
  agree: readonly ('desk' | 'coordinator')[] = ['desk', 'coordinator'],
): PostStep[] => [
  { on: addDays(arrived, 40), by: cast.adviser, event: planOf(words, arrived) },
  ...agree.map((part, i) => ({
    on: addDays(arrived, 44 + i),
    by: cast[part],
    event: { type: 'AGREE_WORK_PLAN' as const },
  })),
];

/** What the adviser reports: one text after the other, and each line of the plan as far as it has come. */
export function reporting({ plan, reports }: PostWords, by: string): PostStory['reports'] {
  const say = (facts: DeploymentFacts, due: Obligation): ReportText => {
    const term = presentTerm(facts)!;
    const filed = term.reports.length;
    const results = term.workPlan.items.map((item) => {
      const told = plan.find((line) => line.text === item.text)!.told;
      const [progress, text] = told[Math.min(filed, told.length - 1)]!;
      return { planItem: item.id, progress, text };
    });
    const words = reports[Math.min(filed, reports.length - 1)]!;
    return { ...words, results, ...(due.kind === 'quarterly' ? {} : { confidential: '' }) };
  };
  return { by, say };
}

/** The address under which somebody signs in. */
export const accountOf = (key: string): string => personOf(key).email;

/** A post that is held by an adviser who has a work plan and files reports: most stories are this one with something more. */
export function heldPost(
  words: PostWords,
  cast: PostCast,
  term: { arrived: Day; endsOn: Day; agree?: readonly ('desk' | 'coordinator')[] },
): PostStory {
  const openedOn = addDays(term.arrived, -150);
  return {
    ...opening(words, cast, openedOn),
    steps: [
      ...arriving(cast, accountOf(cast.adviser), openedOn, term.arrived, term.endsOn),
      ...planning(words, cast, term.arrived, term.agree),
    ],
    reports: reporting(words, cast.adviser),
  };
}
