import type { Role } from '../people/roles.js';

/** Working days allowed on each track. */
export interface Allowance {
  ordinary: number;
  urgent: number;
}
/** Time allowed about posts: settings of this system like the others, and no policy of the United Nations. */
export interface PostClocks {
  /** Working days for each stage of a recruitment; the urgent ones are for a post that was spared stages. */
  sourcing: Allowance;
  shortlisting: Allowance;
  selection: Allowance;
  /** For the Resident Coordinator's view of who is selected. */
  candidateView: Allowance;
  onboarding: Allowance;
  /** For saying what becomes of a post that is empty. */
  vacancy: Allowance;
  /** For recording what became of an adviser whose term has run out. */
  leaving: Allowance;
  /** For each side to agree to a work plan. */
  planAgreement: Allowance;
  midTermReview: Allowance;
  /** Calendar days after arrival by which the work plan is written. */
  workPlanDays: number;
  /** Terms of fewer calendar days have no mid-term review. */
  midTermFromDays: number;
  /** Months before the end at which the renewal opens, and by which it has to be decided. */
  renewalOpensMonths: number;
  renewalDecisionMonths: number;
  /** Calendar days before the end at which the handover begins. */
  closingOpensDays: number;
  /** Calendar days: how much of a quarter somebody has served to write about it; when what is written is due. */
  quarterlyFromDays: number;
  quarterlyDueDays: number;
  annualDueDays: number;
  endReportDays: number;
  /** Working days before the day on which the holder is reminded. */
  renewalRemindBefore: number[];
  reportRemindBefore: number[];
  /** Days off in the week by country of the duty station, from 0, Sunday, where they are not Saturday and Sunday. */
  weekends: Record<string, number[]>;
}
/** Time allowed and ladders: settings of this system, versioned in the database; these are the values of a new one. */
export interface ClockSettings extends PostClocks {
  screening: Allowance;
  returned: Allowance;
  consultation: Allowance;
  /** Working days that can be added at most to the first day for advice. */
  extension: Allowance;
  /** For the desk officer to reach a party whose mail came back. */
  unreached: Allowance;
  /** For the desk officer to ask again, or to let stand, what was advised on an earlier version. */
  outdatedAdvice: Allowance;
  /** Working days after the day for advice on which a link still opens; what comes then is late. */
  linkLateDays: number;
  /** Calendar days for which a link opens by which a head of agency endorses. */
  endorsementDays: number;
  review: Allowance;
  /** For a reviewer to take an appointment up, or to decline it. */
  appointment: Allowance;
  clarification: Allowance;
  recommendation: Allowance;
  decision: Allowance;
  offered: Allowance;
  arrangements: Allowance;
  draftReminderDays: number;
  draftExpiryDays: number;
  returnedLapseDays: number;
  approvalValidDays: number;
  /** Days before the end of an approval on which those who can confirm it again are told. */
  approvalEndingDays: number[];
  /** The months that have to be covered before a request goes on. */
  firstPeriodMonths: number;
  /** Days after the start that was asked for by which an urgent surge confirms what it was spared at first. */
  surgeConfirmDays: number;
  reconsiderationDays: number;
  /** Days of a month that one adviser can give to countries, in whole days. */
  workingDaysAMonth: number;
  /** Working days before the due date on which the holder is reminded. */
  remindBefore: number[];
  /** Where somebody sits who sits neither in Geneva nor in the country of a case, by region for its team or by role. */
  seats: Record<string, string>;
  /** Working days after it on which the holder, then the holder's superior, is told. */
  overdueAfter: number[];
  escalateAfter: number[];
}
const FRIDAY_AND_SATURDAY = [5, 6];
/** Where offices commonly work from Sunday to Thursday; a setting, since a duty station follows its host's calendar. */
const SUNDAY_TO_THURSDAY = 'BGD BHR DZA EGY IRQ JOR KWT LBY MDV OMN PSE QAT SAU SDN SYR YEM'.split(' ');
const DEFAULT_POST_CLOCKS: PostClocks = {
  sourcing: { ordinary: 20, urgent: 3 },
  shortlisting: { ordinary: 30, urgent: 5 },
  selection: { ordinary: 20, urgent: 5 },
  candidateView: { ordinary: 5, urgent: 2 },
  onboarding: { ordinary: 40, urgent: 10 },
  vacancy: { ordinary: 10, urgent: 5 },
  leaving: { ordinary: 5, urgent: 2 },
  planAgreement: { ordinary: 10, urgent: 5 },
  midTermReview: { ordinary: 20, urgent: 10 },
  workPlanDays: 60,
  midTermFromDays: 300,
  renewalOpensMonths: 9,
  renewalDecisionMonths: 6,
  closingOpensDays: 30,
  quarterlyFromDays: 30,
  quarterlyDueDays: 15,
  annualDueDays: 31,
  endReportDays: 30,
  renewalRemindBefore: [40, 20, 5],
  reportRemindBefore: [10, 2],
  weekends: Object.fromEntries(SUNDAY_TO_THURSDAY.map((country) => [country, FRIDAY_AND_SATURDAY])),
};
export const DEFAULT_CLOCKS: ClockSettings = {
  ...DEFAULT_POST_CLOCKS,
  screening: { ordinary: 5, urgent: 1 },
  returned: { ordinary: 15, urgent: 5 },
  consultation: { ordinary: 15, urgent: 3 },
  extension: { ordinary: 15, urgent: 3 },
  unreached: { ordinary: 2, urgent: 1 },
  outdatedAdvice: { ordinary: 3, urgent: 1 },
  linkLateDays: 10,
  endorsementDays: 21,
  review: { ordinary: 20, urgent: 5 },
  appointment: { ordinary: 3, urgent: 1 },
  clarification: { ordinary: 10, urgent: 3 },
  recommendation: { ordinary: 5, urgent: 2 },
  decision: { ordinary: 10, urgent: 2 },
  offered: { ordinary: 10, urgent: 3 },
  arrangements: { ordinary: 30, urgent: 10 },
  draftReminderDays: 30,
  draftExpiryDays: 180,
  returnedLapseDays: 60,
  approvalValidDays: 365,
  approvalEndingDays: [60, 30],
  firstPeriodMonths: 12,
  surgeConfirmDays: 10,
  reconsiderationDays: 60,
  workingDaysAMonth: 21,
  remindBefore: [2],
  seats: { esa: 'KEN', wca: 'SEN', arab: 'JOR', ap: 'THA', eca: 'TUR', lac: 'PAN' },
  overdueAfter: [1],
  escalateAfter: [3],
};

/** Settings as they were stored, with the values of a new system for what was not a setting then. */
export const completeSettings = (stored: Partial<ClockSettings> | null | undefined): ClockSettings => ({
  ...DEFAULT_CLOCKS,
  ...stored,
});

/** Whom an overdue step is carried to. */
export const SUPERIOR: Record<Role, Role | null> = {
  rcOffice: 'residentCoordinator',
  residentCoordinator: 'deskOfficer',
  actingCoordinator: 'residentCoordinator',
  deskOfficer: 'panelChair',
  reviewer: 'deskOfficer',
  regionalTeam: 'deskOfficer',
  regionalOffice: 'deskOfficer',
  consultee: 'deskOfficer',
  endorser: 'rcOffice',
  panelChair: 'approver',
  approver: 'panelChair',
  fundManager: 'approver',
  // The direct supervisor of an adviser is the Resident Coordinator.
  adviser: 'residentCoordinator',
  auditor: null,
  administrator: null,
};
