import type { SignedIn } from '#casework';
import { readsOptions } from '#domain';
import { paths } from '../shell/paths.js';
import { TABS } from './posts-query.js';

/** An item of the navigation within deployments. */
export interface DeploymentTab {
  text: string;
  href: string;
  active: boolean;
}
type Past = 'options' | 'presences' | 'reconciliation';

const settles = (me: SignedIn): boolean =>
  me.assignments.some(({ role }) => role === 'deskOfficer' || role === 'auditor');

/** What stands beside the views of posts: who was where, and for who settles or audits them, what lists contradict. */
export const pastTabs = (me: SignedIn, current: Past | null = null): DeploymentTab[] => [
  ...(readsOptions(me) ? [{ text: 'Regional options', href: paths.options(), active: current === 'options' }] : []),
  { text: 'Presences', href: paths.presences(), active: current === 'presences' },
  ...(settles(me)
    ? [{ text: 'Reconciliation', href: paths.reconciliation(), active: current === 'reconciliation' }]
    : []),
];

/** The whole navigation, on a page of the past. */
export const tabsBeside = (me: SignedIn, current: Past): DeploymentTab[] => [
  ...Object.values(TABS).map(({ text, path }) => ({ text, href: path, active: false })),
  ...pastTabs(me, current),
];
