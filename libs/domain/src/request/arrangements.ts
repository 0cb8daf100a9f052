import type { Post, ReportingLine } from '../deployment/facts.js';
import { countingEntries } from '../money/funding-rules.js';
import type { FirstPeriod } from '../money/first-period.js';
import type { FundingEntry } from '../money/funding.js';
import type { PersonRef } from '../people/roles.js';
import type { TermsVersion } from '../terms/terms.js';
import type { Instant } from '../time/working-days.js';
import { lastDecision, type RequestFacts } from './facts.js';

export const ARRANGEMENT_PARTS = {
  tor: 'Terms of reference',
  costSharing: 'Cost sharing',
  hosting: 'Hosting',
} as const;
export type ArrangementPart = keyof typeof ARRANGEMENT_PARTS;
export const PART_NAMES = Object.keys(ARRANGEMENT_PARTS) as ArrangementPart[];

/** What the host confirms, each with yes or no and in words. */
export const HOSTING_ITEMS = {
  office: 'Office space',
  security: 'Security',
  travel: 'Travel inside the country',
  transport: 'Transport',
  staff: 'Staff support',
} as const;
export type HostingItem = keyof typeof HOSTING_ITEMS;
export type HostingAnswers = Record<HostingItem, { given: boolean; words: string }>;

export interface Hosting {
  answers: HostingAnswers;
  /** Country of the duty station, where a post has several countries. */
  country: string;
  by: PersonRef;
  at: Instant;
}
/** The word of the Resident Coordinator on one commitment of cost share, with the reference of the agreement. */
export interface ConfirmedShare {
  entry: string;
  reference: string;
  by: PersonRef;
  at: Instant;
}
/** What follows when nothing is left to arrange: a new post, a longer one, or the search for a successor. */
export interface Handover {
  opens: 'post' | 'extension' | 'succession';
  deployment: string | null;
}
export type NamedReporting = Pick<ReportingLine, 'part' | 'name' | 'title'>;

/** What happens between the money and the post: three parts at once. */
export interface Arrangements {
  /** The post that goes on, for an extension or a succession. */
  deployment: string | null;
  /** What the first period needs, by the table of costs of the day on which it was declared covered. */
  need: FirstPeriod;
  /** The post as the request describes it. */
  post: Post;
  terms: TermsVersion | null;
  reporting: NamedReporting[];
  costShares: ConfirmedShare[];
  noCostShare: { reason: string; by: PersonRef; at: Instant } | null;
  hosting: Hosting | null;
  /** When the post was handed on to those who fill it. */
  handedOn: Instant | null;
}

interface PartRule {
  /** `spared`: nothing has to be done; `later`: to be done by its own day. */
  how: 'spared' | 'later';
  words: string;
}
interface ArrangementRule {
  words: string;
  parts: Partial<Record<ArrangementPart, PartRule>>;
}

/** What may be skipped and by what rule. The pages print these words; the steps ask the same rows. */
export const ARRANGEMENT_RULES = {
  surge: {
    words:
      'Urgent surge: the post opens as soon as its first period is covered, and what is left is arranged while the adviser is on the way.',
    parts: {
      tor: { how: 'spared', words: 'The standard terms of reference apply unchanged, without signatures.' },
      costSharing: {
        how: 'later',
        words: 'To be confirmed soon after arrival, by a day that is counted from the start that was asked for.',
      },
      hosting: {
        how: 'later',
        words: 'To be confirmed soon after arrival, by a day that is counted from the start that was asked for.',
      },
    },
  },
  existing: {
    words: 'The post exists already: what was agreed for it stays as it is unless somebody changes it.',
    parts: {
      tor: {
        how: 'spared',
        words: 'The terms of reference of the post are carried over. A new version has to be signed by both sides.',
      },
      hosting: { how: 'spared', words: 'What the host gives is carried over. The office can say what has changed.' },
    },
  },
} as const satisfies Record<string, ArrangementRule>;
export type ArrangementRuleName = keyof typeof ARRANGEMENT_RULES;

/** The money of a case; cases of before this was kept have none. */
export const fundingOf = (facts: RequestFacts): FundingEntry[] => facts.funding ?? [];
/** The arrangements of a case; null before its first period is covered. */
export const arrangementsOf = (facts: RequestFacts): Arrangements | null => facts.arrangements ?? null;
/** How often the approval was confirmed again. */
export const revalidationsOf = (facts: RequestFacts): NonNullable<RequestFacts['revalidated']> =>
  facts.revalidated ?? [];

/** The countries in which the duty station may be: those of the request, and where an offered option puts it. */
export function hostingCountries(facts: RequestFacts): string[] {
  const host = arrangementsOf(facts)?.post.host;
  return [...new Set([...facts.summary.countries, ...(host ? [host] : [])])];
}

/** The country of duty where nobody has to choose it: of the only country, or of the option that was accepted; else null. */
export function knownHost(facts: RequestFacts): string | null {
  const offered = lastDecision(facts)?.action === 'OFFER_REGIONAL_OPTION';
  const countries = hostingCountries(facts);
  return offered ? (arrangementsOf(facts)?.post.host ?? null) : countries.length === 1 ? countries[0]! : null;
}

/** An extension or a succession that was approved as such goes on with a post that there is; everything else opens one. */
export function goesOnWith(facts: RequestFacts): 'extension' | 'succession' | null {
  const { type } = facts.summary;
  if (type !== 'extension' && type !== 'succession') return null;
  return lastDecision(facts)?.action === 'OFFER_REGIONAL_OPTION' ? null : type;
}

/** By which rule parts of the arrangements are skipped; null when all of them are made. */
export function ruleFor(facts: RequestFacts): ArrangementRuleName | null {
  if (goesOnWith(facts)) return 'existing';
  const modality = lastDecision(facts)?.modality ?? facts.summary.modality;
  return facts.summary.track === 'urgent' && modality === 'surge' ? 'surge' : null;
}

/** What the rule says of one part; null when it says nothing. */
export function ruleOfPart(facts: RequestFacts, part: ArrangementPart): PartRule | null {
  const rule = ruleFor(facts);
  return rule ? ((ARRANGEMENT_RULES[rule] as ArrangementRule).parts[part] ?? null) : null;
}

/** The commitments of cost share that the Resident Coordinator has still to confirm. */
export function sharesToConfirm(facts: RequestFacts): FundingEntry[] {
  const confirmed = arrangementsOf(facts)?.costShares ?? [];
  return countingEntries(fundingOf(facts), 'costShare').filter((e) => !confirmed.some((c) => c.entry === e.id));
}

/** Whether both sides have signed the version that stands. */
export const termsAgreed = (terms: TermsVersion | null): boolean =>
  (['rc', 'ohchr'] as const).every((side) => terms?.signatures.some((s) => s.side === side));

/** Whether nothing is left to do for a part. */
export function partDone(facts: RequestFacts, part: ArrangementPart): boolean {
  const a = arrangementsOf(facts);
  if (!a) return false;
  const spared = ruleOfPart(facts, part)?.how === 'spared';
  if (part === 'tor') return a.terms ? termsAgreed(a.terms) : spared;
  if (part === 'hosting') return a.hosting !== null || spared;
  const shares = countingEntries(fundingOf(facts), 'costShare').length;
  return shares > 0 ? sharesToConfirm(facts).length === 0 : a.noCostShare !== null;
}
/** Whether nothing is left to do for any part. */
export const allArranged = (facts: RequestFacts): boolean => PART_NAMES.every((part) => partDone(facts, part));

/** The note that the arrangements are complete with a change, if they are. */
export function handoverAfter(facts: RequestFacts, change: Partial<RequestFacts>): Handover | null {
  const after: RequestFacts = { ...facts, ...change };
  const arrangements = arrangementsOf(after);
  if (!arrangements || arrangements.handedOn !== null || !allArranged(after)) return null;
  return { opens: goesOnWith(facts) ?? 'post', deployment: arrangements.deployment };
}
