import type { PostRead, SignedIn } from '#casework';
import { concernedCountries, conditionOf, deploymentTiersFor, isAdviserOf } from '#domain';
import { placeOf, type Names, type Status } from '../request/case-words.js';
import { stateStatus } from '../deployments/post-words.js';
import { paths } from '../shell/paths.js';

export type PostTab =
  | 'summary'
  | 'recruitment'
  | 'workPlan'
  | 'reports'
  | 'review'
  | 'renewal'
  | 'exit'
  | 'thread'
  | 'terms'
  | 'notes'
  | 'history';

/** What every page of a post begins with: where it is, how it stands, and the pages beside it. */
export interface PostFrame {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  ref: string;
  place: string;
  tag: Status;
  tabs: { text: string; href: string; active: boolean }[];
  print: { what: string; confidential: boolean };
}

type Seen = { view: PostRead; me: SignedIn };
const held = ({ view }: Seen): boolean => view.facts.incumbencies.length > 0;

/** Pages that a post has for this person. */
const TABS: { tab: PostTab; text: string; for: (seen: Seen) => boolean }[] = [
  { tab: 'summary', text: 'Summary', for: () => true },
  { tab: 'recruitment', text: 'Recruitment', for: ({ view }) => view.facts.recruitments.length > 0 },
  { tab: 'workPlan', text: 'Work plan', for: held },
  { tab: 'reports', text: 'Reports', for: held },
  { tab: 'review', text: 'Mid-term review', for: ({ view }) => view.facts.incumbencies.some((t) => t.review !== null) },
  { tab: 'renewal', text: 'Renewal', for: ({ view }) => view.facts.renewals.length > 0 },
  { tab: 'exit', text: 'Handover', for: ({ view }) => view.facts.incumbencies.some((t) => t.exit !== null) },
  { tab: 'thread', text: 'Criteria to results', for: held },
  { tab: 'terms', text: 'Terms of reference', for: ({ view }) => view.facts.terms !== null },
  {
    tab: 'notes',
    text: 'Notes to OHCHR',
    for: ({ view, me }) => isAdviserOf(me, view.whole) || deploymentTiersFor(me, view.whole).has('assessment'),
  },
  { tab: 'history', text: 'History', for: () => true },
];

/** The address of a page of a post. */
export const hrefOfTab = (ref: string, tab: PostTab): string =>
  tab === 'summary' ? paths.deployment(ref) : paths.deploymentPage(ref, tab);
/** What a page of a post is called. */
export const tabText = (tab: PostTab): string => TABS.find((t) => t.tab === tab)!.text;

/** The frame of a page of a post. */
export function postFrame(view: PostRead, me: SignedIn, current: PostTab, names: Names): PostFrame {
  const { ref, post } = view.facts;
  const countries = concernedCountries(view.facts);
  const place = post.host === null && countries.length === 0 ? post.title : placeOf(countries, names);
  const text = tabText(current);
  return {
    title: current === 'summary' ? `${place}, ${ref}` : `${text}: ${place}, ${ref}`,
    breadcrumbs: [
      { text: 'Deployments', href: paths.deployments() },
      current === 'summary' ? { text: place } : { text: place, href: paths.deployment(ref) },
      ...(current === 'summary' ? [] : [{ text }]),
    ],
    ref,
    place,
    tag: stateStatus(conditionOf(view.whole)),
    tabs: TABS.filter((t) => t.for({ view, me })).map((t) => ({
      text: t.text,
      href: hrefOfTab(ref, t.tab),
      active: t.tab === current,
    })),
    print: { what: `Post ${ref}, ${place}`, confidential: deploymentTiersFor(me, view.whole).has('assessment') },
  };
}
