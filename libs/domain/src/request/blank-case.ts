import type { Instant } from '../time/working-days.js';
import type { RequestFacts } from './facts.js';
import type { Recorded } from './record.js';

/** A case before its first line of the record is folded in. */
export const blank = (data: Recorded['CREATE'], at: Instant): RequestFacts => ({
  id: data.id,
  ref: data.ref,
  state: 'draft',
  summary: data.summary,
  createdAt: at,
  submittedAt: null,
  version: 0,
  frozen: null,
  documents: [],
  duties: { drafted: [], screened: [], scored: [], settled: [], recommended: [] },
  returned: null,
  clarifications: [],
  consultation: [],
  framework: null,
  reviewers: [],
  revealedAt: null,
  moderationNote: null,
  settled: null,
  recommendation: null,
  decisions: [],
  offerAnswer: null,
  reconsiderations: 0,
  ended: null,
  clocks: [],
});
