import type { Role } from '../people/roles.js';
import { refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import type { Station } from './calendars.js';

/** Roles that sit in one place for all cases; everybody else sits in the country of the case, or where their team or office does. */
export const SEATED_ROLES = [
  'deskOfficer',
  'panelChair',
  'approver',
  'reviewer',
  'fundManager',
  'consultee',
] as const satisfies readonly Role[];

/** Where somebody is to sit; no station where they are to sit again where they usually do. */
export interface SeatDraft {
  /** A region for its team, an office by its code, a role, or a person by address. */
  holder: string;
  station: Station | null;
  /** Where they sat when it was drawn up; not there where that is not said. */
  was?: Station | undefined;
}

/** What is known of the holder of a seat: null where there is none of this name. */
export interface SeatKnown {
  /** Where they sit now; null of a person who sits where their roles do. */
  station: Station | null;
  /** Whether somebody has set that. */
  isSet: boolean;
}

const staleWords = 'Somebody has changed this since you opened the page. Look at it again';

/** What is wrong with where somebody is to sit. */
export function seatRefusal(
  { holder, station, was }: SeatDraft,
  known: SeatKnown | null,
  isStation: (station: string) => boolean,
): Refusal | null {
  const at = (path: string, message: string | null | false): FieldProblem[] => (message ? [{ path, message }] : []);
  const nobody = holder.trim()
    ? 'Nobody here is known by this: choose from the list, or enter the address of somebody who has an account'
    : 'Choose who it is, or enter the address of a person';
  const where = station !== null && !isStation(station) && 'Choose a country';
  const stale = known !== null && was !== undefined && (known.station ?? '') !== was && staleWords;
  const same =
    known !== null &&
    !stale &&
    (station === null
      ? !known.isSet && 'Nobody has set this: they sit where they usually do'
      : known.station === station && 'They sit there already');
  return refuseFields([...at('holder', known === null ? nobody : stale), ...at('station', where || same)]);
}
