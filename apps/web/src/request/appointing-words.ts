import { CONFLICT_KINDS, DECLINE_CODES, RELEASE_CODES, type Recorded } from '#domain';

type Row<T extends keyof Recorded> = { done: string; text: (data: Recorded[T]) => string | null };
const said = (...words: (string | undefined)[]): string => words.filter(Boolean).join(' ');
const coded = (codes: Record<string, string>, code: string): string => (codes[code] ? `${codes[code]}.` : '');

/** What became of appointments, for the record in plain words. */
export const APPOINTING_WORDS: {
  DECLINE_APPOINTMENT: Row<'DECLINE_APPOINTMENT'>;
  RELEASE: Row<'RELEASE'>;
  RECORD_CONFLICT: Row<'RECORD_CONFLICT'>;
  HAND_BACK_REVIEW: Row<'HAND_BACK_REVIEW'>;
} = {
  DECLINE_APPOINTMENT: {
    done: 'Appointment declined',
    text: (d) => said(coded(DECLINE_CODES, d.code), d.reason) || null,
  },
  RELEASE: {
    done: 'Reviewer released',
    text: (d) => said(`${d.person.name}.`, coded(RELEASE_CODES, d.code), d.reason),
  },
  RECORD_CONFLICT: {
    done: 'Conflict of interest recorded',
    text: (d) => said(`${d.person.name}.`, d.kind ? `${CONFLICT_KINDS[d.kind]}.` : '', d.reason),
  },
  HAND_BACK_REVIEW: {
    done: 'Review handed back',
    text: (d) => said(`${d.person.name}.`, d.reason),
  },
};
