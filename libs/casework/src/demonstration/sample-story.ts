import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import {
  addWorkingDays,
  MONDAY_TO_FRIDAY,
  type AdvicePosition,
  type Day,
  type DecisionCode,
  type Heard,
  type Modality,
  type Outcome,
  type RequestContent,
  type RequestEvent,
  type ScoreSheet,
} from '#domain';
import { DEMONSTRATION_PEOPLE } from './people.js';

interface SampleReview {
  reviewers: {
    id: string;
    conflict: { declared: boolean; reason?: string };
    firstScores: ScoreSheet | null;
    revisedScores: ScoreSheet | null;
    replaces?: string;
  }[];
  clarifications?: { askedBy: string; question: string; answer: string }[];
  moderation: { date: Day; note: string } | null;
  settled: ScoreSheet;
  regionalAdvice: { from: string; position: AdvicePosition; text: string; conditions: string[] }[];
  recommendation: { outcome: Outcome; modality: Modality; conditions: string[]; reasons: string };
  decision: {
    action: 'APPROVE' | 'DECLINE' | 'OFFER_REGIONAL_OPTION';
    date: Day;
    reasons: string;
    codes: DecisionCode[];
  };
}
/** One step of a sample's story: on which day, by whom (key of a demonstration person), what. */
export interface StoryStep {
  on: Day;
  by: string;
  event: Exclude<RequestEvent, { type: 'CREATE' }>;
}
export interface Story {
  id: string;
  content: RequestContent;
  openedOn: Day;
  openedBy: string;
  steps: StoryStep[];
  decidedOn: Day;
}

export const SAMPLES = {
  '01': '01-tanzania-upr-follow-up',
  '03': '03-azerbaijan-crpd',
  '04': '04-niger-prolongation',
  '08': '08-eastern-caribbean-multi-country',
} as const;
export type SampleId = keyof typeof SAMPLES;
export const SAMPLE_IDS = Object.keys(SAMPLES) as SampleId[];

const read = (path: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot(), 'libs/casework/data/samples', path), 'utf8'));
const personWith = (test: (p: (typeof DEMONSTRATION_PEOPLE)[number]) => boolean, what: string): string => {
  const found = DEMONSTRATION_PEOPLE.find(test);
  if (!found) throw new Error(`No demonstration person is ${what}.`);
  return found.key;
};
const emailOf = (key: string): string => DEMONSTRATION_PEOPLE.find((p) => p.key === key)!.email;
const after = (day: Day, n: number): Day => addWorkingDays(day, n, MONDAY_TO_FRIDAY);
const holds = (role: string, country: string) => (p: (typeof DEMONSTRATION_PEOPLE)[number]) =>
  p.assignments.some((a) => a.role === role && (a.countries as readonly string[] | undefined)?.includes(country));
const inRegion = (role: string, region: string | null) => (p: (typeof DEMONSTRATION_PEOPLE)[number]) =>
  p.assignments.some(
    (a) =>
      a.role === role && (!a.regions?.length || (region !== null && (a.regions as readonly string[]).includes(region))),
  );

/** What the sample files keep beside the content of a request; a program may send them, and the content does not hold them. */
export function contentOf(file: Record<string, unknown>): RequestContent {
  const { id: _id, illustrative: _illustrative, submittedOn: _submittedOn, weights: _weights, ...content } = file;
  return content as RequestContent;
}

function reviewSteps(review: SampleReview, start: Day, desk: string, chair: string): StoryStep[] {
  const steps: StoryStep[] = [];
  const first = review.reviewers.filter((r) => !r.replaces);
  const say = (on: Day, by: string, event: StoryStep['event']) => steps.push({ on, by, event });
  say(after(start, 1), desk, { type: 'APPOINT', reviewers: first.map((r) => emailOf(r.id)) });
  for (const r of review.reviewers) {
    if (r.replaces) say(after(start, 3), desk, { type: 'APPOINT', reviewers: [emailOf(r.id)] });
    say(after(start, r.replaces ? 4 : 2), r.id, {
      type: 'DECLARE',
      conflict: {
        declared: r.conflict.declared,
        ...(r.conflict.declared ? { kind: 'drafted', reason: r.conflict.reason! } : {}),
      },
    });
  }
  for (const c of review.clarifications ?? []) say(after(start, 5), c.askedBy, { type: 'ASK', question: c.question });
  for (const c of review.clarifications ?? []) say(after(start, 7), 'office', { type: 'ANSWER', answer: c.answer });
  for (const r of review.reviewers)
    if (r.firstScores) say(after(start, 8), r.id, { type: 'SCORE', scores: r.firstScores });
  const revealed = after(start, 9);
  say(revealed, desk, { type: 'REVEAL' });
  for (const r of review.reviewers)
    if (r.revisedScores) say(after(revealed, 1), r.id, { type: 'REVISE', scores: r.revisedScores });
  say(after(revealed, 2), chair, {
    type: 'SETTLE',
    settled: review.settled,
    ...(review.moderation ? { moderation: { note: review.moderation.note } } : {}),
  });
  return steps;
}

interface SampleRequest extends Record<string, unknown> {
  submittedOn: Day;
  requestedBy: { email: string };
  countries: string[];
}

/** Who plays the parts of a sample: keys of demonstration persons. */
function castOf(file: SampleRequest, regionOf: (country: string) => string | null) {
  const country = file.countries[0]!;
  const region = regionOf(country);
  return {
    coordinator: personWith((p) => p.email === file.requestedBy.email, file.requestedBy.email),
    office: personWith(holds('rcOffice', country), `in the office for ${country}`),
    desk: personWith(inRegion('deskOfficer', region), `desk officer for ${region}`),
    chair: personWith(inRegion('panelChair', region), 'panel chair'),
    approver: personWith(inRegion('approver', region), 'approver'),
  };
}

/** The offices answer first: the answer of the regional team ends the consultation. */
function adviceSteps({ regionalAdvice }: SampleReview, accepted: Day): StoryStep[] {
  return regionalAdvice
    .map((a) => ({ ...a, key: personWith((p) => p.organisation === a.from, a.from) }))
    .sort((a, b) => Number(a.key.startsWith('rt-')) - Number(b.key.startsWith('rt-')))
    .map(({ key, position, text, conditions }, i) => ({
      on: after(accepted, 4 + i),
      by: key,
      event: { type: 'ADVISE', position, text, conditions },
    }));
}

/** What the panel says of each condition of the advice: in which words it takes it over, or why not. */
type SaidOfAdvice = { condition: string } & ({ as: string } | { reason: string });
function heardIn(id: SampleId, { regionalAdvice }: SampleReview): Heard {
  const said = (read('heard.json') as Partial<Record<SampleId, SaidOfAdvice[]>>)[id] ?? [];
  const partyOf = (condition: string): string => {
    const { from } = regionalAdvice.find((a) => a.conditions.includes(condition))!;
    const [held] = DEMONSTRATION_PEOPLE.find((p) => p.organisation === from)!.assignments;
    return held!.office ? `${held!.role}:${held!.office}` : `${held!.role}:${held!.regions![0]}`;
  };
  const of = (condition: string) => ({ party: partyOf(condition), condition });
  return {
    sources: said.flatMap((s) => ('as' in s ? [{ ...of(s.condition), condition: s.as, of: s.condition }] : [])),
    leftOut: said.flatMap((s) => ('reason' in s ? [{ ...of(s.condition), reason: s.reason }] : [])),
  };
}

/** The story of a sample as data: its content and every step to the decision, each by the person who took it, on its day. */
export function sampleStory(id: SampleId, regionOf: (country: string) => string | null): Story {
  const file = read(`requests/${SAMPLES[id]}.json`) as SampleRequest;
  const review = read(`reviews/${id}.json`) as SampleReview;
  const { coordinator, office, desk, chair, approver } = castOf(file, regionOf);
  const accepted = after(file.submittedOn, 2);
  const { date, action, reasons, codes } = review.decision;
  const steps: StoryStep[] = [
    { on: file.submittedOn, by: coordinator, event: { type: 'SUBMIT', declaration: true } },
    { on: accepted, by: desk, event: { type: 'ACCEPT' } },
    ...adviceSteps(review, accepted),
    ...reviewSteps(review, accepted, desk, chair).map((s) => (s.by === 'office' ? { ...s, by: office } : s)),
    {
      on: after(accepted, 13),
      by: chair,
      event: { type: 'RECOMMEND', ...review.recommendation, ...heardIn(id, review) },
    },
    { on: date, by: approver, event: { type: action, reasons, codes } },
  ];
  return {
    id,
    content: contentOf(file),
    openedOn: after(file.submittedOn, -15),
    openedBy: office,
    // Steps of one day stay in the order in which they stand here.
    steps: steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    decidedOn: date,
  };
}
