import type { Role } from '../people/roles.js';

/** Working days allowed on each track. */
export interface Allowance {
  ordinary: number;
  urgent: number;
}
/** Time allowed and ladders: settings of this system, versioned in the database; these are the values of a new one. */
export interface ClockSettings {
  screening: Allowance;
  returned: Allowance;
  consultation: Allowance;
  review: Allowance;
  clarification: Allowance;
  recommendation: Allowance;
  decision: Allowance;
  offered: Allowance;
  draftReminderDays: number;
  draftExpiryDays: number;
  returnedLapseDays: number;
  approvalValidDays: number;
  reconsiderationDays: number;
  /** Working days before the due date on which the holder is reminded. */
  remindBefore: number[];
  /** Working days after it on which the holder, then the holder's superior, is told. */
  overdueAfter: number[];
  escalateAfter: number[];
}
export const DEFAULT_CLOCKS: ClockSettings = {
  screening: { ordinary: 5, urgent: 1 },
  returned: { ordinary: 15, urgent: 5 },
  consultation: { ordinary: 15, urgent: 3 },
  review: { ordinary: 20, urgent: 5 },
  clarification: { ordinary: 10, urgent: 3 },
  recommendation: { ordinary: 5, urgent: 2 },
  decision: { ordinary: 10, urgent: 2 },
  offered: { ordinary: 10, urgent: 3 },
  draftReminderDays: 30,
  draftExpiryDays: 180,
  returnedLapseDays: 60,
  approvalValidDays: 365,
  reconsiderationDays: 60,
  remindBefore: [2],
  overdueAfter: [1],
  escalateAfter: [3],
};

/** Whom an overdue step is carried to. */
export const SUPERIOR: Record<Role, Role | null> = {
  rcOffice: 'residentCoordinator',
  residentCoordinator: 'deskOfficer',
  actingCoordinator: 'residentCoordinator',
  deskOfficer: 'panelChair',
  reviewer: 'deskOfficer',
  regionalTeam: 'deskOfficer',
  regionalOffice: 'deskOfficer',
  panelChair: 'approver',
  approver: 'panelChair',
  fundManager: 'approver',
  // The direct supervisor of an adviser is the Resident Coordinator.
  adviser: 'residentCoordinator',
  auditor: null,
  administrator: null,
};
