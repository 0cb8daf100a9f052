import type { Consultee, FrozenFramework } from './facts.js';

/** What the record keeps of every submission. */
interface Submission {
  version: number;
  gapsReason: string | null;
  /** Agencies that were asked to endorse the text and had not answered. */
  unanswered?: string[];
  /** The regions of its countries by the teams' lists of the day: a draft may be older than they are. Records of before have none. */
  regions?: string[];
  consultation: Consultee[];
  /** By what the same text with the same documents is known again. */
  fingerprint: string;
}

/** What the record keeps of the two ways in which a text reaches OHCHR. */
export interface RecordedSubmission {
  SUBMIT: Submission & { framework: FrozenFramework; round: string; inGrace?: true };
  RESUBMIT: Submission & { note: string | null; unchanged: boolean; framework: FrozenFramework | null };
}
