import { inWords } from '../deployment/steps.js';
import { ROLES, type PersonRef, type Role } from '../people/roles.js';
import { refuse, type FieldProblem, type Refusal } from '../refusal.js';
import type { Clock } from '../time/running.js';
import type { Instant } from '../time/working-days.js';
import type { Timed } from './notes.js';

/** The last time that somebody was nudged on a case. */
export interface Nudge {
  /** Who was nudged: a person, a party that is asked, or whoever holds a role. */
  whom: string;
  at: Instant;
  by: PersonRef;
  as: Role;
  /** It was about the review, by somebody who may not know who reviews. */
  review?: true;
}
/** What the record keeps of a nudge: which clock, who holds it, and as what the sender waits. */
export interface Nudged {
  clock: string;
  group: string;
  holder: Role;
  whom: string;
  region: string | null;
  /** The name of the reviewer, of the adviser, of the office or of the person who was asked by name. */
  name: string | null;
  as: Role;
  /** Everybody who may open the case may know of it. */
  open: boolean;
  review?: true;
}

/** Hours before the same holder can be nudged again on the same case, whoever does it. */
export const NUDGE_REST = 24;
/** Roles that are OHCHR to everybody outside the assessment. */
export const NUDGING_INSIDE: readonly Role[] = ['deskOfficer', 'panelChair', 'approver', 'reviewer'];

/** The last of the nudges that fit, and from when the same holder can be nudged again. */
export function lastOf(
  { nudges = [] }: Pick<Timed, 'nudges'>,
  fits: (nudge: Nudge) => boolean,
): (Nudge & { again: Instant }) | null {
  const last = nudges.filter(fits).reduce<Nudge | null>((a, b) => (a && a.at > b.at ? a : b), null);
  return last && { ...last, again: new Date(Date.parse(last.at) + NUDGE_REST * 3_600_000).toISOString() };
}

/** Who sent a nudge, as a reader may know it: to those outside the assessment, OHCHR is one. */
export const nudgerOf = ({ by, as }: Pick<Nudge, 'by' | 'as'>, inside: boolean): string =>
  inside || !NUDGING_INSIDE.includes(as) ? `${by.name} (${ROLES[as]})` : 'OHCHR';

/** Why a clock that stands still asks nothing of its holder, and when it goes on. */
export function whyStill({ byHand, steps }: Clock): string {
  const on = byHand && steps.find(({ kind }) => kind === 'RESUME_CLOCKS')?.at;
  return on
    ? `It stands still until ${inWords(on.slice(0, 10))}, when it goes on by itself. Until then nobody is waited for here, so nobody can be nudged.`
    : 'It stands still until the question to the country office is answered. Until then nobody is waited for here, so nobody can be nudged.';
}

const spoken = (at: Instant): string => `${inWords(at.slice(0, 10))} at ${at.slice(11, 16)} UTC`;

/** The refusal within a day of the last nudge: by whom that was, when, and when another can come. */
export const restRefusal = (last: (Nudge & { again: Instant }) | null, inside: boolean, at: Instant): Refusal | null =>
  last && at < last.again
    ? refuse(
        'notReady',
        `They were nudged by ${nudgerOf(last, inside)} on ${spoken(last.at)}, which is enough for one day. They can be nudged again from ${spoken(last.again)}.`,
      )
    : null;

const CHOOSE: FieldProblem[] = [{ path: 'clock', message: 'Choose whom you nudge' }];
/** The refusal of a nudge about nobody who is waited for. */
export const nobodyMeant = (): Refusal => refuse('invalid', 'Choose somebody who is waited for.', CHOOSE);
export const NOBODY_TO_NUDGE = 'Nobody is waited for now, so there is nobody to nudge.';
/** What waits for whoever would nudge. */
export const OWN_TURN = 'Nobody else is waited for now: what is to be done next is yours or that of your own side.';

/** The last nudges after one more. */
export const withNudge = (
  { nudges = [] }: Pick<Timed, 'nudges'>,
  { whom, as, review }: Nudged,
  { at, actor }: { at: Instant; actor: PersonRef },
): Pick<Timed, 'nudges'> => ({
  nudges: [...nudges.filter((n) => n.whom !== whom), { whom, at, by: actor, as, ...(review ? { review } : {}) }],
});
