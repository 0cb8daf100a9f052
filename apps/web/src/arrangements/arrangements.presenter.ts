import type { CaseView } from '#casework';
import {
  ARRANGEMENT_PARTS,
  ARRANGEMENT_RULES,
  arrangementsOf,
  centsIn,
  countingEntries,
  dollarsIn,
  fundingOf,
  HOSTING_ITEMS,
  isRefusal,
  mayTake,
  PART_NAMES,
  partDone,
  ruleFor,
  ruleOfPart,
  SIDES,
  taskOf,
  TASKS,
  type Actor,
  type ArrangementPart,
  type Arrangements,
  type HostingItem,
  type RequestEventType,
  type RequestFacts,
} from '#domain';
import { caseFrame } from '../request/case-frame.js';
import { heldBy, plural, type Names, type Status } from '../request/case-words.js';
import { dueStatus } from '../request/due-words.js';
import type { Times } from '../request/progress.presenter.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';

export interface ArrangementsInput {
  view: CaseView;
  me: Actor;
  names: Names;
  times: Times;
  /** The post that the request has opened or goes on with, where this person may know of it. */
  post?: string | null;
}

/** A line of a part: what it is about, and what was agreed. */
interface Line {
  label: string;
  text: string;
}

function termsLines({ terms }: Arrangements): Line[] {
  if (!terms) return [];
  const signed = (side: 'rc' | 'ohchr'): string => {
    const found = terms.signatures.find((s) => s.side === side);
    if (!found) return 'Not signed yet';
    return `${found.by.name}${found.actingFor ? `, acting for ${found.actingFor}` : ''}, ${date(found.at)}`;
  };
  return [
    { label: `Version ${terms.number}`, text: `Proposed by ${terms.by.name}, ${date(terms.at)}` },
    { label: SIDES.rc, text: signed('rc') },
    { label: SIDES.ohchr, text: signed('ohchr') },
  ];
}

function shareLines({ costShares, noCostShare }: Arrangements, facts: RequestFacts): Line[] {
  const entries = countingEntries(fundingOf(facts), 'costShare');
  if (entries.length === 0)
    return noCostShare
      ? [{ label: 'No share is due', text: `${noCostShare.reason} (${noCostShare.by.name}, ${date(noCostShare.at)})` }]
      : [{ label: 'No share is committed', text: 'The Resident Coordinator says why none is due.' }];
  return entries.map((entry) => {
    const confirmed = costShares.find((c) => c.entry === entry.id);
    const how = entry.kind === 'in-kind' ? ', in kind' : '';
    const said = confirmed ? `confirmed, ${confirmed.reference}` : 'to be confirmed';
    return { label: entry.name, text: `${dollarsIn(centsIn(entry.amount))}${how}: ${said}` };
  });
}

const hostingLines = ({ hosting }: Arrangements): Line[] =>
  hosting
    ? (Object.keys(HOSTING_ITEMS) as HostingItem[]).map((item) => {
        const { given, words } = hosting.answers[item];
        return { label: HOSTING_ITEMS[item], text: `${given ? 'Yes' : 'No'}. ${words}` };
      })
    : [];

const LINES: Record<ArrangementPart, (a: Arrangements, facts: RequestFacts) => Line[]> = {
  tor: termsLines,
  costSharing: shareLines,
  hosting: hostingLines,
};

/** Where each part is done, and the words on the way there. */
const PAGES: Record<
  ArrangementPart,
  { steps: RequestEventType[]; href: (ref: string) => string; act: string; read: string }
> = {
  tor: {
    steps: ['SIGN_TOR', 'PROPOSE_TOR'],
    href: paths.terms,
    act: 'Go to the terms of reference',
    read: 'Read the terms of reference',
  },
  costSharing: { steps: ['CONFIRM_COST_SHARE'], href: paths.costSharing, act: 'Confirm the cost sharing', read: '' },
  hosting: { steps: ['CONFIRM_HOSTING'], href: paths.hosting, act: 'Confirm the hosting', read: '' },
};

function statusOf(facts: RequestFacts, part: ArrangementPart): Status {
  const rule = ruleOfPart(facts, part);
  if (!partDone(facts, part))
    return { text: rule?.how === 'later' ? 'After arrival' : 'To be arranged', tone: 'amber' };
  const a = arrangementsOf(facts)!;
  const made = part === 'tor' ? a.terms : part === 'hosting' ? a.hosting : true;
  return made ? { text: 'Arranged', tone: 'green' } : { text: 'By rule', tone: 'green' };
}

function partOf(part: ArrangementPart, { view, me, names, times }: ArrangementsInput) {
  const { facts } = view;
  const { act, href, read, steps } = PAGES[part];
  const may = steps.some((step) => !isRefusal(mayTake(facts, me, step)));
  const link = may ? act : part === 'tor' && arrangementsOf(facts)!.terms ? read : '';
  return {
    id: part,
    title: ARRANGEMENT_PARTS[part],
    status: statusOf(facts, part),
    rule: ruleOfPart(facts, part)?.words ?? '',
    lines: LINES[part](arrangementsOf(facts)!, facts),
    waiting: facts.clocks
      .filter((clock) => clock.group === part)
      .map((clock) => ({
        who: heldBy(clock, facts, names),
        what: TASKS[taskOf(facts, clock)],
        due: dueStatus(clock, times.today, times.calendars),
      })),
    link: link ? { text: link, href: href(facts.ref), primary: may && !partDone(facts, part) } : null,
  };
}

function leadOf(facts: RequestFacts): string {
  const { deployment, handedOn } = arrangementsOf(facts)!;
  const open = PART_NAMES.filter((part) => !partDone(facts, part)).length;
  const post = deployment ? ` It is about post ${deployment}.` : '';
  if (facts.state === 'handedOver') return `Everything is arranged.${post}`;
  if (facts.state !== 'arrangements') return `What was arranged before the request ended.${post}`;
  const opened = handedOn ? ' The post is open already.' : ' When all of it is done, the request is handed over.';
  return `Three things are arranged at the same time; ${open === PART_NAMES.length ? 'all of them are' : `${words(open)} of them ${plural(open, 'is', 'are')}`} open.${opened}${post}`;
}

/** The three parts of the arrangements side by side: what is agreed, who has to act, and by which rule something is skipped. */
export function arrangementsContext(input: ArrangementsInput) {
  const { view, names, times } = input;
  const { facts } = view;
  const frame = caseFrame(view, 'arrangements', names);
  const rule = ruleFor(facts);
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    today: times.today,
    lead: leadOf(facts),
    post: input.post ? { text: `Post ${input.post}`, href: paths.deployment(input.post) } : null,
    rule: rule ? ARRANGEMENT_RULES[rule].words : '',
    parts: PART_NAMES.map((part) => partOf(part, input)),
  };
}
