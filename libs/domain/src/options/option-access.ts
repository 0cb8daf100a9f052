import { keysFor, opens } from '../people/access.js';
import type { Actor, Assignment } from '../people/roles.js';

/** The locks of an option: the region that wrote it, OHCHR's desk for it, and who audits. Through a case others read the copy in its advice. */
const locksOfOption = (region: string): string[] => ['audit', 'desk:*', `desk:${region}`, 'team:*', `team:${region}`];

/** Whether the person reads the options of a region. */
export const mayReadOptions = (actor: Actor, region: string): boolean => opens(keysFor(actor), locksOfOption(region));

/** Whether the person reads the options of any region. */
export const readsOptions = (actor: Actor): boolean =>
  keysFor(actor).any.some((key) => key === 'audit' || /^(?:desk|team):/.test(key));

const writes = ({ role }: Assignment): boolean => role === 'regionalTeam' || role === 'regionalOffice';

/** Whether the person writes options of a region: its regional team and OHCHR's offices there. */
export const mayWriteOptions = (actor: Actor, region: string): boolean =>
  actor.assignments.some((a) => writes(a) && (a.regions.length === 0 || a.regions.includes(region)));

/** Whether the person writes options of any region. */
export const writesOptions = (actor: Actor): boolean => actor.assignments.some(writes);
