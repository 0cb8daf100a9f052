/** Who asks, seen from one request of Tanzania that is being advised on and scored, and from a post there that is held. */
export const PERSONS = [
  'nobody', // not signed in
  'former', // signed in, but without an assignment in force
  'office',
  'coordinator',
  'acting',
  'desk',
  'appointed', // a reviewer who has not declared yet
  'reviewer', // one who has declared to be free of conflict
  'conflicted', // one who has declared a conflict
  'otherReviewer', // one of the region who is not appointed
  'chair',
  'approver',
  'team',
  'regionalOffice',
  'fund',
  'auditor',
  'administrator',
  'officeElsewhere',
  'deskElsewhere',
  'teamElsewhere',
  'adviser', // who holds the post
] as const;
export type Who = (typeof PERSONS)[number];

export const RC: Who[] = ['office', 'coordinator', 'acting'];
export const SIGNERS: Who[] = ['coordinator', 'acting'];
export const REGION: Who[] = ['team', 'regionalOffice'];
export const OHCHR: Who[] = ['desk', 'reviewer', 'chair', 'approver', 'auditor'];
/** Everybody who may know that this request exists. */
export const PARTIES: Who[] = [...RC, ...REGION, ...OHCHR];
export const REVIEWERS: Who[] = ['appointed', 'reviewer', 'conflicted', 'otherReviewer'];
/** Parties that do not read how the request is judged. */
export const OUTSIDE: Who[] = [...RC, ...REGION];
/** Whoever reads what requests are judged by, wherever they are. */
export const JUDGES: Who[] = [...OHCHR, ...REVIEWERS, 'regionalOffice', 'deskElsewhere', 'administrator'];
/** Whoever reads of the post how it was judged, and what is for OHCHR alone. */
export const OF_POST_OHCHR: Who[] = ['desk', 'chair', 'approver', 'auditor'];
/** Everybody who may know that this post exists. */
export const HOLDERS: Who[] = [...RC, ...REGION, ...OF_POST_OHCHR, 'fund', 'adviser'];
export const OFFICES: Who[] = [...RC, 'officeElsewhere'];
export const except = (from: readonly Who[], ...without: Who[]): Who[] => from.filter((who) => !without.includes(who));

/** What is sent and what each person is answered; whoever is not named gets `others`. */
export interface Cell {
  /** What stands for the parameters of the address, where it is not the request itself. */
  with?: Record<string, string>;
  query?: string;
  /** The body of a call of the API; a form of a page carries the revision that is current. */
  json?: object;
  /** What a form of a page carries besides. */
  form?: Record<string, string>;
  nobody: number;
  others: number;
  named?: [status: number, ...who: Who[]][];
}
type Named = [number, ...Who[]][];

/** A page: whoever is not signed in is sent to sign in. */
export const page = (others: number, ...named: Named): Cell => ({ nobody: 303, others, named });
/** A call of the API: whoever has no token is told so. */
export const call = (others: number, ...named: Named): Cell => ({ nobody: 401, others, named });
/** Open to everybody, signed in or not. */
export const open = (status = 200): Cell => ({ nobody: status, others: status });
/** Goes to the page that shows it instead: what is asked for is not to be done now. */
export const SENT_ON = 303;
