import type { Actor, PersonRef } from '../people/roles.js';
import type { Language } from '../request/content.js';
import type { RequestFacts } from '../request/facts.js';
import { stateName } from '../request/states.js';
import { endOf, type Day, type Instant } from '../time/working-days.js';

export const CONTRIBUTION_KINDS = { cash: 'In cash', 'in-kind': 'In kind', none: 'None' } as const;
export type ContributionKind = keyof typeof CONTRIBUTION_KINDS;

/** What an agency says that it gives. */
export interface Contribution {
  kind: ContributionKind;
  /** In US dollars; for what is given in kind its value, 0 where none is put on it. */
  amountUSD: number;
  text: string;
  from: Day | null;
}

/** Who answered by the link of somebody else, where it was not the head of agency. */
export interface AnsweredBy {
  name: string;
  position: string;
}

/** What a head of agency said of one text of the request. */
export interface EndorsementAnswer {
  at: Instant;
  position: 'endorses' | 'declines';
  word: string;
  contribution: Contribution;
  /** By what the text that was read is told from another. */
  text: string;
  /** Left out where the head of agency answered. */
  answeredBy?: AnsweredBy;
}

/** Each time that somebody was asked after the first, with what they had said until then. */
export interface EndorserAskedAgain {
  by: PersonRef;
  at: Instant;
  note: string | null;
  answer: EndorsementAnswer | null;
}

/** A head of agency who is asked to endorse a request, and answers by a link, without an account. */
export interface Endorser {
  key: string;
  id: string;
  /** The short name of the agency, from the reference data. */
  agency: string;
  name: string;
  /** What they are at their agency. */
  title: string;
  email: string;
  language: Language;
  askedBy: PersonRef;
  askedAt: Instant;
  /** The number of the link that is good; those of before are not. */
  link: number;
  /** The last day on which a link opens. */
  until: Day;
  state: 'asked' | 'endorsed' | 'declined' | 'withdrawn' | 'replaced';
  answer: EndorsementAnswer | null;
  /** Answers that the same person changed, the oldest first. */
  changed?: EndorsementAnswer[];
  again?: EndorserAskedAgain[];
  /** That no mail reaches them, by what the last one came to. */
  unreached?: { at: Instant; problem: string };
  /** When and why they were taken off the list, or somebody else took their place. */
  ended?: { by: PersonRef; at: Instant; reason: string };
  /** Whose place they took, by key. */
  follows?: string;
  /** The account of the same address, for the separation of duties. */
  account?: string;
}

type WithEndorsers = Pick<RequestFacts, 'endorsers' | 'endorsedText'>;

export const endorsersOf = (facts: Pick<RequestFacts, 'endorsers'>): Endorser[] => facts.endorsers ?? [];
/** Whether somebody is on the list still: neither taken off nor replaced. */
export const isListed = ({ state }: Pick<Endorser, 'state'>): boolean => state !== 'withdrawn' && state !== 'replaced';
export const listedEndorsers = (facts: Pick<RequestFacts, 'endorsers'>): Endorser[] =>
  endorsersOf(facts).filter(isListed);

/** Whether the text has changed since somebody answered, so that the answer is about another. */
export const isVoid = (e: Pick<Endorser, 'answer'>, facts: Pick<RequestFacts, 'endorsedText'>): boolean =>
  e.answer !== null && e.answer.text !== facts.endorsedText;

/** Those whose endorsement is of an earlier text. */
export const voidedEndorsers = (facts: WithEndorsers): Endorser[] =>
  listedEndorsers(facts).filter((e) => e.state === 'endorsed' && isVoid(e, facts));
/** Those whose endorsement is of the text as it stands. */
export const standingEndorsers = (facts: WithEndorsers): Endorser[] =>
  listedEndorsers(facts).filter((e) => e.state === 'endorsed' && !isVoid(e, facts));

/** How often somebody was asked: 1 when it was once. */
export const roundOfEndorser = (e: Pick<Endorser, 'again'>): number => (e.again?.length ?? 0) + 1;

/** Whether the text is written still, so that answers are taken. */
export const takesEndorsements = (facts: Pick<RequestFacts, 'state'>): boolean =>
  ['draft', 'returned'].includes(stateName(facts.state));

/** Whether the last day of the links of somebody is over. */
export const linkIsOver = ({ until }: Pick<Endorser, 'until'>, at: Instant): boolean => at > endOf(until);

/** The name under which an answer stands in the record: "Ms A, UNDP", or "Mr B, deputy, for Ms A, UNDP". */
export const nameOfAnswer = ({ name, agency }: Pick<Endorser, 'name' | 'agency'>, by?: AnsweredBy): string =>
  by ? `${by.name}, ${by.position}, for ${name}, ${agency}` : `${name}, ${agency}`;

/** Who acts when a link is used: nobody but the one who was asked, with no right but to answer that question. */
export const endorserHolder = (e: Pick<Endorser, 'id' | 'name' | 'agency'>, by?: AnsweredBy): Actor => ({
  id: e.id,
  name: nameOfAnswer(e, by),
  assignments: [{ role: 'endorser', regions: [], countries: [], party: e.id }],
});

/** The endorser who somebody is by their link; null where it opens nothing any more. */
export const ownEndorser = ({ assignments }: Pick<Actor, 'assignments'>, facts: RequestFacts): Endorser | null =>
  listedEndorsers(facts).find((e) => assignments.some((a) => a.role === 'endorser' && a.party === e.id)) ?? null;

/** How far somebody is by the record alone; what became of mails is known elsewhere. */
export const ENDORSER_STATES = [
  'asked',
  'unreached',
  'expired',
  'endorsed',
  'declined',
  'voided',
  'withdrawn',
  'replaced',
] as const;
export type EndorserState = (typeof ENDORSER_STATES)[number];

/** How far somebody is at a moment, by the record. */
export function endorserState(
  e: Endorser,
  facts: WithEndorsers & Pick<RequestFacts, 'state'>,
  at: Instant,
): EndorserState {
  if (e.state === 'endorsed' && isVoid(e, facts)) return 'voided';
  if (e.state !== 'asked') return e.state;
  if (e.unreached) return 'unreached';
  return linkIsOver(e, at) || !takesEndorsements(facts) ? 'expired' : 'asked';
}
