import type { PostLine, PostRead, SignedIn } from '#casework';
import { postsAddress } from '../deployments/posts-query.js';
import {
  coveredOn,
  FUNDING_SOURCES,
  BRIDGE_KINDS,
  centsIn,
  countingEntries,
  dollarsIn,
  ENDING_REASONS,
  MODALITIES,
  hasRunOut,
  postCoverOf,
  presentSearch,
  presentTerm,
  daysBetween,
  REPORTING_PARTS,
  underFramework,
  type CoverSpan,
  type Day,
  type DeploymentFacts,
  type Instant,
} from '#domain';
import { frameAround } from '../deployments/segments.js';
import { lengthOf, RAN_OUT_WORDS } from '../deployments/post-words.js';
import type { Names, Status } from '../request/case-words.js';
import type { GanttSegment } from '../shell/gantt.js';
import { paths } from '../shell/paths.js';
import { timeLink } from '../timing/time.presenter.js';
import { date } from '../shell/words.js';
import { leavingWords } from './adviser-words.js';
import { postFrame } from './post-frame.js';
import { lineItems } from './post-lines.js';
import { nudgesOnPost } from './post-nudges.js';
import { standingOf } from './post-standing.js';
import { summarySteps } from './post-steps.js';
import { waitsOf } from './post-waits.js';

export interface PostPageInput {
  view: PostRead;
  me: SignedIn;
  history: PostLine[];
  names: Names;
  today: Day;
  now: Instant;
  /** The request that led to it, where this person may open it. */
  request: string | null;
  /** Whether somebody wrote about it by mail what this person may read. */
  mail: boolean;
}

/** An end that is nearer than this wants attention. */
const SOON_DAYS = 183;
const KINDS: Record<CoverSpan['kind'], GanttSegment['kind']> = {
  incumbent: 'past',
  bridge: 'bridge',
  gap: 'gap',
  successor: 'next',
};

/** Whether a stretch without anybody is a gap to be shown: not before the first adviser, nor where nobody can tell yet. */
function isGap(span: CoverSpan, facts: DeploymentFacts, today: Day): boolean {
  const first = facts.incumbencies[0]?.from;
  if (!first || span.until < first) return false;
  return span.from <= today || presentTerm(facts) === null || presentSearch(facts) !== null;
}
/** What to know of the post now, beside its line. */
function statusNow(facts: DeploymentFacts, today: Day, tag: Status): Status {
  const end = presentTerm(facts)?.endsOn;
  if (!end) return tag;
  if (end < today) return { text: `${RAN_OUT_WORDS}, ${date(end, 'day')}`, tone: 'red' };
  const left = daysBetween(today, end);
  return { text: `Ends in ${lengthOf(left)}`, tone: left < SOON_DAYS ? 'amber' : 'green' };
}

function labelOf({ kind, from, name }: CoverSpan, facts: DeploymentFacts, today: Day): string {
  if (kind !== 'gap') return kind === 'bridge' ? `Bridged by ${name}` : name;
  // Before the present term the post was empty; after it, where it has run out, nobody has said so.
  const after = hasRunOut(facts, today) && from > presentTerm(facts)!.from;
  return after ? `${RAN_OUT_WORDS}, leaving not recorded` : 'Post empty';
}

/** The post over time as one row of a chart. */
function timeline({ facts }: PostRead, today: Day, tag: Status) {
  const frame = frameAround(today, '');
  const present = presentTerm(facts);
  const segments = postCoverOf(facts, frame.from, frame.to, today)
    .filter((span) => span.kind !== 'gap' || isGap(span, facts, today))
    .map((span): GanttSegment => ({
      kind:
        span.kind === 'incumbent' && present && span.from <= today && today <= span.until ? 'now' : KINDS[span.kind],
      from: span.from,
      until: span.until,
      label: labelOf(span, facts, today),
    }));
  return { frame, segments, status: statusNow(facts, today, tag) };
}

/** Everybody who has held the post, the latest first. */
const terms = (facts: DeploymentFacts) =>
  [...facts.incumbencies].reverse().map((term) => ({
    name: term.person.name,
    from: spanDay(term.from, term.certainty.from),
    until: term.until
      ? spanDay(term.until, term.certainty.until)
      : term.endsOn
        ? `agreed to ${date(term.endsOn, 'short')}`
        : 'no end agreed',
    why: leavingWords(term),
    extended: term.extensions.map((e) => `Extended to ${date(e.until)} (${e.basis})`),
  }));
const spanDay = (day: Day, certainty: string): string => (certainty === 'day' ? date(day, 'short') : day.slice(0, 4));

function facts(view: PostRead, names: Names, today: Day, request: string | null) {
  const { post, origin, funding, ending } = view.facts;
  const now = post.reporting.filter((r) => r.from <= today && (r.until === null || r.until >= today));
  return [
    { label: 'Form of support', value: MODALITIES[post.modality] },
    { label: 'Duty station', value: post.dutyStation },
    { label: 'Countries covered', lines: coveredOn(post, today).map((c) => names.countryName(c)) },
    { label: 'Regions', lines: post.regions.map((r) => names.regionName(r)) },
    { label: 'Grade', value: post.grade },
    ...(post.cluster
      ? [
          {
            label: 'Cluster led by',
            link: { text: post.cluster, href: postsAddress('table', { cluster: post.cluster }) },
          },
        ]
      : []),
    { label: 'Under the framework', value: underFramework(post, today) ? 'Yes' : 'No' },
    request
      ? { label: 'Request', link: { text: origin.reference, href: paths.request(request) } }
      : { label: origin.kind === 'history' ? 'Known from' : 'Request', value: origin.reference },
    { label: 'Approved on', value: origin.approvedOn ? date(origin.approvedOn) : null },
    ...now.map((r) => ({ label: REPORTING_PARTS[r.part], lines: [r.name, r.title].filter(Boolean) })),
    {
      label: 'Paid by',
      lines: countingEntries(funding).map(
        (f) => `${FUNDING_SOURCES[f.source]}, ${f.name}: ${dollarsIn(centsIn(f.amount))} to ${date(f.until, 'short')}`,
      ),
    },
    { label: 'Ended', value: ending ? `${date(ending.on)}: ${ENDING_REASONS[ending.reason]}` : null },
  ];
}

/** The page of a post. */
export function postPage(input: PostPageInput) {
  const { view, me, names, today, request, mail, history } = input;
  const frame = postFrame(view, me, 'summary', names);
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    lead: standingOf(view.facts, today),
    ...summarySteps(view, me),
    timeline: timeline(view, today, frame.tag),
    terms: terms(view.facts),
    bridges: view.facts.bridges.map((b) => ({
      text: `${BRIDGE_KINDS[b.kind]}: ${b.by}`,
      when: `${date(b.from, 'short')} to ${b.until ? date(b.until, 'short') : 'now'}`,
    })),
    conditions: view.facts.origin.conditions,
    waits: waitsOf(view.facts, today, null, undefined, nudgesOnPost(input)),
    ...timeLink(view.whole, me),
    facts: facts(view, names, today, request),
    history: lineItems(history.slice(0, 6), names),
    repliesPage: mail ? paths.postReplies(view.facts.ref) : null,
    historyPage: paths.deploymentPage(view.facts.ref, 'history'),
  };
}
