import { playStory, sampleStory } from '#casework';
import { addDays, daysBetween, type RequestEventType } from '#domain';
import type { TestDatabase } from '../support/database.js';

/** How far the story of Tanzania is told: up to the first step that has not happened yet. */
const NEXT = {
  draft: 'SUBMIT',
  screening: 'ACCEPT',
  appointing: 'APPOINT',
  declaring: 'DECLARE',
  scoring: 'SCORE',
  scored: 'REVEAL',
  revealed: 'SETTLE',
  recommendation: 'RECOMMEND',
  decision: 'APPROVE',
  approved: null,
} as const satisfies Record<string, RequestEventType | null>;
export type Stage = keyof typeof NEXT;

/** Brings the sample request of Tanzania to a stage, through the write path; its last step was yesterday. */
export async function tanzaniaAt(db: TestDatabase, stage: Stage): Promise<string> {
  const story = sampleStory('01', db.reference.regionOf);
  const next = NEXT[stage];
  const upTo = next === null ? story.steps.length : story.steps.findIndex(({ event }) => event.type === next);
  const last = upTo === 0 ? story.openedOn : story.steps[upTo - 1]!.on;
  const days = daysBetween(last, addDays(db.clock.now().toISOString().slice(0, 10), -1));
  return playStory(db.pool, db.reference, story, (day) => addDays(day, days), upTo);
}

/** The text of the sample request of Tanzania. */
export const tanzania = (db: TestDatabase) => sampleStory('01', db.reference.regionOf).content;
