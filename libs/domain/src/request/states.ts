import type { Role } from '../people/roles.js';

/** The states of a request, as conditions. One row a state; pages, lists and mails take their words from here. */
export const STATES = {
  draft: { label: 'Draft', tag: 'grey', holder: 'rcOffice', open: true },
  screening: { label: 'Completeness check', tag: 'blue', holder: 'deskOfficer', open: true },
  returned: { label: 'Returned for correction', tag: 'yellow', holder: 'rcOffice', open: true },
  assessment: { label: 'Advice and scoring', tag: 'blue', holder: 'deskOfficer', open: true },
  recommendation: { label: 'With the panel', tag: 'blue', holder: 'panelChair', open: true },
  decision: { label: 'With the approver', tag: 'blue', holder: 'approver', open: true },
  offered: { label: 'Regional option offered', tag: 'yellow', holder: 'residentCoordinator', open: true },
  deferred: { label: 'Deferred', tag: 'yellow', holder: 'deskOfficer', open: true },
  awaitingFunds: { label: 'Approved, awaiting funds', tag: 'green', holder: 'fundManager', open: true },
  arrangements: { label: 'Being arranged', tag: 'green', holder: 'residentCoordinator', open: true },
  handedOver: { label: 'Handed over', tag: 'green', holder: null, open: false },
  declined: { label: 'Declined', tag: 'grey', holder: null, open: false },
  withdrawn: { label: 'Withdrawn', tag: 'grey', holder: null, open: false },
  lapsed: { label: 'Lapsed', tag: 'grey', holder: null, open: false },
  abandoned: { label: 'Abandoned', tag: 'grey', holder: null, open: false },
} as const satisfies Record<string, { label: string; tag: string; holder: Role | null; open: boolean }>;

export type StateName = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as StateName[];

export const CONSULTATION_STATES = ['awaited', 'answered', 'silent'] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];
export const REVIEW_STATES = ['appointing', 'scoring', 'clarification', 'revealed', 'moderation', 'settled'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
export const REVIEW_LABELS: Record<ReviewState, string> = {
  appointing: 'Reviewers to be appointed',
  scoring: 'Being scored',
  clarification: 'A question is with the country office',
  revealed: 'Scores revealed',
  moderation: 'Being moderated',
  settled: 'Scores settled',
};

export interface AssessmentValue {
  consultation: ConsultationState;
  review: ReviewState;
}
export type StateValue = Exclude<StateName, 'assessment'> | { assessment: AssessmentValue };

export const stateName = (value: StateValue): StateName => (typeof value === 'string' ? value : 'assessment');
export const assessmentOf = (value: StateValue): AssessmentValue | null =>
  typeof value === 'string' ? null : value.assessment;
export const isOpen = (value: StateValue): boolean => STATES[stateName(value)].open;

/** What a person reads: in the assessment, where the review stands. */
export function stateLabel(value: StateValue): string {
  const assessment = assessmentOf(value);
  if (!assessment) return STATES[stateName(value)].label;
  return assessment.review === 'settled' && assessment.consultation === 'awaited'
    ? 'Advice awaited'
    : REVIEW_LABELS[assessment.review];
}

/** Which versions of the machine's own graph stored rows may name. */
export const MACHINE_VERSION = 1;
