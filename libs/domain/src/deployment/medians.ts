import type { ClockSettings } from '../time/clock-settings.js';
import { addDays, addWorkingDays, daysBetween, type Day, type WorkCalendar } from '../time/working-days.js';
import { RECRUITMENT_STAGES, type Recruitment, type RecruitmentStage } from './facts.js';

const STAGES = Object.keys(RECRUITMENT_STAGES) as RecruitmentStage[];
/** Below this, a median says more about chance than about recruitment. */
export const ENOUGH_STAGES = 3;

export interface StageMedian {
  /** Calendar days; a half day where two values stand in the middle. */
  days: number;
  /** How many finished stages it is the median of. */
  of: number;
  /** Made from the record, or taken from the settings where the record has too few. */
  basis: 'record' | 'settings';
}
export type RecruitmentMedians = Record<RecruitmentStage, StageMedian>;

const exactMedian = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The days that one recruitment spent in a stage; null where it has not come through it. A stage that was gone back to counts as a whole. */
function daysIn({ stages, ended }: Recruitment, stage: RecruitmentStage): number | null {
  const spent = stages.filter((s) => s.stage === stage);
  const stopped = ended?.outcome === 'cancelled' && stages.at(-1)?.stage === stage;
  if (spent.length === 0 || stopped || spent.some((s) => s.until === null)) return null;
  return spent.reduce((days, s) => days + daysBetween(s.from, s.until!), 0);
}
/** Five working days are a week. */
const calendarDays = (workingDays: number): number => Math.round((workingDays * 7) / 5);

/** The days that finished stages took; what was spared stages by rule tells nothing of the others. */
export function finishedStages(recruitments: readonly Recruitment[]): Record<RecruitmentStage, number[]> {
  const ordinary = recruitments.filter((r) => r.skipped.length === 0);
  const known = (stage: RecruitmentStage) =>
    ordinary.map((r) => daysIn(r, stage)).filter((d): d is number => d !== null);
  return Object.fromEntries(STAGES.map((stage) => [stage, known(stage)])) as Record<RecruitmentStage, number[]>;
}

/** The medians as they are used: those of the record, from the settings where fewer than three have been finished. */
export function mediansOf(
  recorded: Partial<Record<RecruitmentStage, { days: number; of: number }>>,
  s: ClockSettings,
): RecruitmentMedians {
  const median = (stage: RecruitmentStage): StageMedian => {
    const { days, of } = recorded[stage] ?? { days: 0, of: 0 };
    return of >= ENOUGH_STAGES
      ? { days, of, basis: 'record' }
      : { days: calendarDays(s[stage].ordinary), of, basis: 'settings' };
  };
  return Object.fromEntries(STAGES.map((stage) => [stage, median(stage)])) as RecruitmentMedians;
}

/** How long each stage takes by the product's own record. */
export function recruitmentMedians(recruitments: readonly Recruitment[], s: ClockSettings): RecruitmentMedians {
  const recorded = Object.entries(finishedStages(recruitments)).filter(([, days]) => days.length > 0);
  return mediansOf(
    Object.fromEntries(recorded.map(([stage, days]) => [stage, { days: exactMedian(days), of: days.length }])),
    s,
  );
}

/** The day on which a search would bring somebody, as it stands on a day: what is left of its stage, and the stages after it. */
export function expectedArrival(search: Recruitment, day: Day, medians: RecruitmentMedians): Day {
  const stage = search.stages.at(-1)!;
  const spent = daysBetween(stage.from, day);
  const left = Math.max(0, medians[stage.stage].days - spent);
  const after = STAGES.slice(STAGES.indexOf(stage.stage) + 1).reduce((sum, s) => sum + medians[s].days, 0);
  return addDays(day, Math.ceil(left + after));
}

/** The steps of a request before recruitment, in order; advice is asked for beside the scoring. */
const REQUEST_STEPS = {
  screening: 'The completeness check',
  review: 'Advice and scoring',
  recommendation: 'The recommendation',
  decision: 'The decision',
  arrangements: 'Terms of reference, cost sharing and hosting',
} as const satisfies Partial<Record<keyof ClockSettings, string>>;

export interface BackStep {
  step: keyof typeof REQUEST_STEPS | RecruitmentStage;
  label: string;
  /** The day on which it has to begin; for the first, the day by which the request must be in. */
  by: Day;
  days: number;
  basis: 'record' | 'settings';
}
export interface BackPlan {
  arriveOn: Day;
  /** "For an adviser in post by 1 March the request must be in by …" */
  requestBy: Day;
  steps: BackStep[];
}

/** Counts back from the day on which an adviser is wanted in post. What waits for money is not in it: nobody can plan that. */
export function backPlan(
  arriveOn: Day,
  medians: RecruitmentMedians,
  s: ClockSettings,
  calendar: WorkCalendar,
  track: 'ordinary' | 'urgent' = 'ordinary',
): BackPlan {
  const steps: BackStep[] = [];
  let by = arriveOn;
  for (const step of [...STAGES].reverse()) {
    const { days, basis } = medians[step];
    by = addDays(by, -Math.ceil(days));
    steps.unshift({ step, label: RECRUITMENT_STAGES[step], by, days, basis });
  }
  for (const step of (Object.keys(REQUEST_STEPS) as (keyof typeof REQUEST_STEPS)[]).reverse()) {
    const after = by;
    const time = step === 'review' ? Math.max(s.review[track], s.consultation[track]) : s[step][track];
    by = addWorkingDays(by, -time, calendar);
    steps.unshift({ step, label: REQUEST_STEPS[step], by, days: daysBetween(by, after), basis: 'settings' });
  }
  return { arriveOn, requestBy: by, steps };
}
