import {
  CRITERION_NAMES,
  LEAVING_REASONS,
  PROGRESS,
  REPORT_KINDS,
  type Criterion,
  type Incumbency,
  type Obligation,
  type Progress,
  type Report,
  type ReportReader,
} from '#domain';
import type { Status } from '../request/case-words.js';
import { date } from '../shell/words.js';

const TONES: Record<Progress, Status['tone']> = {
  notStarted: 'grey',
  onTrack: 'blue',
  delayed: 'amber',
  done: 'green',
  dropped: 'grey',
};
/** How far a line of the plan has come, as a status. */
export const progressStatus = (progress: Progress): Status => ({ text: PROGRESS[progress], tone: TONES[progress] });

/** A period as people say it: days in it are written out. */
export const periodWords = (period: string): string => period.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => date(day));

/** What a report is called. */
export const reportTitle = ({ kind, period }: Pick<Report | Obligation, 'kind' | 'period'>): string =>
  `${REPORT_KINDS[kind]}, ${periodWords(period)}`;

/** Why a term ended, in words: one that ended before its agreed end is not said to have run its time. */
export function leavingWords({ left, endsOn }: Pick<Incumbency, 'left' | 'endsOn'>): string {
  if (!left) return '';
  return left.reason === 'termEnded' && endsOn !== null && left.on < endsOn
    ? `The term ended before its agreed end, ${date(endsOn)}`
    : LEAVING_REASONS[left.reason];
}

/** The criterion that a line serves, in words. */
export const criterionWords = (criterion: Criterion | null): string =>
  criterion ? CRITERION_NAMES[criterion] : 'Without a criterion';

/** Who reads a report, and which parts: the same words on the form, on the report and in its document. */
export const READERS: Record<ReportReader, { name: string; reads: string }> = {
  rc: { name: 'The Resident Coordinator', reads: 'Everything but the confidential part' },
  ohchr: { name: 'OHCHR', reads: 'Everything, the confidential part too' },
  fund: { name: 'The fund', reads: 'The summary and the results' },
};
