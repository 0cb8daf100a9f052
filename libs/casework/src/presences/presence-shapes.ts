import type { Certainty, Day, FrameworkMark, Modality } from '#domain';

/** The types of presence of OHCHR's tables, in their order; a gap that somebody else bridges is no adviser in post. */
export const PRESENCE_TYPES = {
  inCountry: 'Human Rights Adviser',
  multiCountry: 'Human Rights Adviser for several countries',
  regional: 'Regional Human Rights Adviser',
  national: 'National Human Rights Adviser',
  surge: 'Surge adviser',
  regionalOfficeCover: 'Cover by a regional office',
  bridge: 'Gap bridged by another cover',
} as const satisfies Record<Modality | 'bridge', string>;
export type PresenceType = keyof typeof PRESENCE_TYPES;

/** Who covers a post in the time of a table. */
export interface ReadTerm {
  kind: 'incumbency' | 'bridge' | 'successor';
  name: string;
  detail: string | null;
  from: Day;
  until: Day | null;
  planned: Day | null;
  fromCertainty: Certainty;
  untilCertainty: Certainty;
}
/** A post as the statement reads it. */
export interface ReadPost {
  ref: string;
  modality: Modality;
  dutyStation: string;
  host: string | null;
  regions: string[];
  history: boolean;
  marks: FrameworkMark[];
  ending: { reason: string; conversion: string | null; text: string; on: Day } | null;
  terms: ReadTerm[];
  countries: { code: string; name: string; notes: string[] }[];
  regionNames: string[];
  next: { modality: Modality; from: Day; certainty: Certainty } | null;
  contradictions: { kind: string; words: string; decision: string | null }[];
}
export interface ReadPresences {
  posts: ReadPost[];
  /** The parts of reports that list anything at all for these years. */
  listed: string[];
}
/** The time that a table is about. */
export interface TableTime {
  from: Day;
  until: Day;
  today: Day;
}

/**
 * Whether a term ran out within the time of a table, without a word that the adviser has left. Such a row stays in the table, since
 * most advisers whose extension is late are there; a footnote says what is not known, and who is there in doubt alone is not counted.
 */
export const ranOutIn = ({ kind, until, planned }: ReadTerm, time: TableTime): boolean =>
  kind === 'incumbency' && until === null && planned !== null && planned < time.until && planned < time.today;
