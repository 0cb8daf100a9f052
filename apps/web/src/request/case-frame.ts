import type { CaseView } from '#casework';
import { arrangementsOf, concernsTheFund, notFound, offeredOption, type RequestFacts } from '#domain';
import { paths } from '../shell/paths.js';
import { Refused } from '../shell/refusals.js';
import { placeOf, statusFor, type Names, type Status } from './case-words.js';

export type CaseTab =
  | 'summary'
  | 'full'
  | 'signatures'
  | 'documents'
  | 'messages'
  | 'reviews'
  | 'funding'
  | 'arrangements'
  | 'versions'
  | 'history';

/** What every page of a request begins with: where it is, whose it is, and the pages beside it. */
export interface CaseFrame {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  ref: string;
  /** What stands above its name: the reference, and that it is urgent. */
  eyebrow: string;
  place: string;
  tag: Status;
  tabs: { text: string; href: string; active: boolean }[];
  print: { what: string; confidential: boolean };
}

const TAB_TITLES: Record<CaseTab, string> = {
  summary: 'Summary',
  full: 'Full request',
  signatures: 'Countries',
  documents: 'Documents',
  messages: 'Messages',
  reviews: 'Reviews',
  funding: 'Money',
  arrangements: 'Arrangements',
  versions: 'Versions',
  history: 'History',
};

type Seen = Pick<CaseView, 'facts' | 'tiers'>;

/** Pages that a request has for this person: reviews only where the assessment may be read, messages once there is a case to talk about. */
const TABS: { tab: CaseTab; href: (ref: string) => string; for: (view: Seen) => boolean }[] = [
  { tab: 'summary', href: paths.request, for: () => true },
  { tab: 'full', href: paths.full, for: () => true },
  {
    tab: 'signatures',
    href: paths.signatures,
    for: ({ facts }) => hasSignatures(facts),
  },
  { tab: 'documents', href: paths.documents, for: () => true },
  { tab: 'messages', href: paths.messages, for: ({ facts }) => facts.version > 0 },
  {
    tab: 'reviews',
    href: paths.requestReviews,
    for: ({ facts, tiers }) => tiers.has('assessment') && wasReviewed(facts),
  },
  { tab: 'funding', href: paths.funding, for: ({ facts }) => concernsTheFund(facts) },
  { tab: 'arrangements', href: paths.arrangements, for: ({ facts }) => arrangementsOf(facts) !== null },
  { tab: 'versions', href: paths.versions, for: ({ facts }) => facts.version > 0 },
  { tab: 'history', href: paths.history, for: () => true },
];

/** Whether several countries sign the request or what is offered on it, or an option for several is offered. */
export const hasSignatures = (facts: RequestFacts): boolean =>
  Boolean(facts.together) || Boolean(facts.offerSigning) || offeredOption(facts) !== null;
const wasReviewed = (facts: RequestFacts): boolean => facts.reviewers.length > 0;

/** The frame of a page of a request. */
export function caseFrame(view: Seen, current: CaseTab, names: Names): CaseFrame {
  const { ref, summary } = view.facts;
  const place = placeOf(summary.countries, names);
  const page = current === 'summary' ? [] : [{ text: TAB_TITLES[current] }];
  return {
    title: current === 'summary' ? `${place}, ${ref}` : `${TAB_TITLES[current]}: ${place}, ${ref}`,
    breadcrumbs: [
      { text: 'Requests', href: paths.requests() },
      current === 'summary' ? { text: place } : { text: place, href: paths.request(ref) },
      ...page,
    ],
    ref,
    eyebrow: summary.track === 'urgent' ? `${ref}, urgent` : ref,
    place,
    tag: statusFor(view.facts, view.tiers),
    tabs: TABS.filter((t) => t.for(view)).map(({ tab, href }) => ({
      text: TAB_TITLES[tab],
      href: href(ref),
      active: tab === current,
    })),
    print: { what: `Request ${ref}, ${place}`, confidential: view.tiers.has('assessment') || view.tiers.has('risk') },
  };
}

/** What was found, or the one answer for what does not exist and for what the person may not know of. */
export function orNotFound<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new Refused(notFound());
  return found;
}
