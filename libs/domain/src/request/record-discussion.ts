import type { Criterion } from '../review/criteria.js';
import type { DiscussionAudience } from '../review/discussion.js';
import type { RequestFacts } from './facts.js';

/** A message of the discussion of the revealed scores; on no criterion where it is about the whole. */
export interface DiscussionMessage {
  criterion: Criterion | null;
  audience: DiscussionAudience;
  text: string;
}
/** What the record keeps of the discussion. */
export interface RecordedDiscussion {
  DISCUSS: DiscussionMessage;
}
/** The names of these lines of the record. */
export const DISCUSSION_ENTRY_NAMES = { DISCUSS: 'discussed' } as const;

/** The record is where a discussion is kept and read from: by it each reader sees what is for them, and nothing of the case changes. */
export const DISCUSSION_FOLDS = { DISCUSS: (): Partial<RequestFacts> => ({}) };
