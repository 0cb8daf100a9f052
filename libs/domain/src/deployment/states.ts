import type { Role } from '../people/roles.js';
import type { RecruitmentStage } from './facts.js';

export const TENURES = ['vacant', 'inception', 'serving', 'midTermReview', 'renewal', 'closing'] as const;
export type Tenure = (typeof TENURES)[number];

/** Two things go on at once: who holds the post, and the search for who comes next. */
export interface ActiveState {
  tenure: Tenure;
  recruitment: 'idle' | RecruitmentStage;
}
export type DeploymentState = 'ended' | { active: ActiveState };

/** The conditions of a post as lists show them. One row each; pages, lists, exports and mails take their words from here. */
export const DEPLOYMENT_STATES = {
  recruiting: { label: 'Being recruited', tag: 'blue', holder: 'deskOfficer', open: true },
  inPost: { label: 'In post', tag: 'green', holder: 'adviser', open: true },
  renewal: { label: 'In post, renewal to be decided', tag: 'yellow', holder: 'residentCoordinator', open: true },
  closing: { label: 'In post, handing over', tag: 'yellow', holder: 'adviser', open: true },
  vacant: { label: 'Post empty', tag: 'red', holder: 'deskOfficer', open: true },
  ended: { label: 'Ended', tag: 'grey', holder: null, open: false },
} as const satisfies Record<string, { label: string; tag: string; holder: Role | null; open: boolean }>;
export type DeploymentStateName = keyof typeof DEPLOYMENT_STATES;
export const DEPLOYMENT_STATE_NAMES = Object.keys(DEPLOYMENT_STATES) as DeploymentStateName[];

export const activeState = (state: DeploymentState): ActiveState | null => (state === 'ended' ? null : state.active);

/** The one condition of a post; `everHeld` says whether somebody has been in it: a post that was never filled is not "empty" again. */
export function deploymentStateName(state: DeploymentState, everHeld: boolean): DeploymentStateName {
  const active = activeState(state);
  if (!active) return 'ended';
  switch (active.tenure) {
    case 'vacant':
      return everHeld ? 'vacant' : 'recruiting';
    case 'renewal':
    case 'closing':
      return active.tenure;
    default:
      return 'inPost';
  }
}

/** Which versions of the machine's own graph stored rows may name. */
export const DEPLOYMENT_MACHINE_VERSION = 1;
