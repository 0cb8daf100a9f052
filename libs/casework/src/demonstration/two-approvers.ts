import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import {
  addWorkingDays,
  CRITERIA,
  MONDAY_TO_FRIDAY,
  type AdvicePosition,
  type Day,
  type EventOf,
  type RequestContent,
  type ScoreSheet,
} from '#domain';
import { FIRST_FRAMEWORKS } from '../default-framework.js';
import { FIRST_PUBLISHER } from '../first-publisher.js';
import type { Connection } from '../transaction.js';
import { DEMONSTRATION_PEOPLE } from './people.js';
import type { Story, StoryStep } from './sample-story.js';

interface Told {
  content: RequestContent;
  submittedOn: Day;
  advice: { by: string; position: AdvicePosition; text: string; conditions: string[] }[];
  /** By reviewer, in the order of the criteria. */
  scores: Record<string, [score: number, reason: string][]>;
  settled: number[];
  recommendation: Omit<EventOf<'RECOMMEND'>, 'type'>;
  voice: { by: string; reasons: string };
}

const read = (): Told =>
  JSON.parse(readFileSync(join(projectRoot(), 'libs/casework/data/samples/two-approvers.json'), 'utf8')) as Told;
const after = (day: Day, n: number): Day => addWorkingDays(day, n, MONDAY_TO_FRIDAY);
const emailOf = (key: string): string => DEMONSTRATION_PEOPLE.find((p) => p.key === key)!.email;

const PUBLISH = `
  INSERT INTO framework (version, name, applies_to, definition, published_at, published_by)
  SELECT (SELECT max(version) + 1 FROM framework), $1, 'succession', $2::jsonb, $3, $4
  WHERE NOT EXISTS (SELECT FROM framework WHERE applies_to = 'succession')`;

/** Criteria of a demonstration by which two approvers decide who asks for a successor; a second time changes nothing. */
export async function publishForSuccessions(on: Connection, now: Date): Promise<void> {
  const { criteria, totalThreshold, moderationSpread, minimumReviewers } = FIRST_FRAMEWORKS[0]!;
  const definition = { criteria, totalThreshold, moderationSpread, minimumReviewers, approvals: 2 };
  const name = 'Five criteria, successions: two approvers';
  await on.query(PUBLISH, [name, JSON.stringify(definition), now, FIRST_PUBLISHER]);
}

const sheet = (given: Told['scores'][string]): ScoreSheet =>
  Object.fromEntries(CRITERIA.map((key, i) => [key, { score: given[i]![0], reason: given[i]![1] }]));

/** Zambia asks for a successor: the panel has recommended, one approver has decided, and it takes one more. */
export function storyOfTwoApprovers(): Story {
  const { content, submittedOn, advice, scores, settled, recommendation, voice } = read();
  const reviewers = Object.keys(scores);
  const accepted = after(submittedOn, 2);
  const step = (on: Day, by: string, event: StoryStep['event']): StoryStep => ({ on, by, event });
  const decidedOn = after(accepted, 15);
  const scored = after(accepted, 8);
  const no = { declared: false } as const;
  return {
    id: 'two-approvers',
    content,
    openedOn: after(submittedOn, -15),
    openedBy: 'rc-zmb',
    decidedOn,
    steps: [
      step(submittedOn, 'rc-zmb', { type: 'SUBMIT', declaration: true }),
      step(accepted, 'do-esa', { type: 'ACCEPT' }),
      step(after(accepted, 1), 'do-esa', { type: 'APPOINT', reviewers: reviewers.map(emailOf) }),
      ...reviewers.map((by) => step(after(accepted, 2), by, { type: 'DECLARE', conflict: no })),
      ...advice.map(({ by, ...said }, i) => step(after(accepted, 4 + i), by, { type: 'ADVISE', ...said })),
      ...reviewers.map((by) => step(scored, by, { type: 'SCORE', scores: sheet(scores[by]!) })),
      step(after(scored, 1), 'do-esa', { type: 'REVEAL' }),
      step(after(scored, 3), 'pc-oduya', {
        type: 'SETTLE',
        settled: Object.fromEntries(CRITERIA.map((key, i) => [key, { score: settled[i]!, reason: null }])),
      }),
      step(after(accepted, 13), 'pc-oduya', { type: 'RECOMMEND', ...recommendation }),
      step(decidedOn, voice.by, {
        type: 'DECIDE_WITH_OTHERS',
        action: 'APPROVE',
        reasons: voice.reasons,
        conditions: recommendation.conditions,
      }),
    ],
  };
}
