import {
  activeState,
  CONVERSIONS,
  dayOf,
  ENDING_REASONS,
  isRcSide,
  isRefusal,
  mayTakeDeployment,
  presentRenewal,
  presentTerm,
  renewalDays,
  ROLES,
  type Clock,
  type ClockSettings,
  type DeploymentEventType,
  type DeploymentFacts,
  type Renewal,
} from '#domain';
import { inSentence, listed } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { postFrame } from './post-frame.js';
import { nudgesOnPost } from './post-nudges.js';
import { stepsFor } from './post-steps.js';
import { waitsOf } from './post-waits.js';
import type { PhaseInput } from './review.presenter.js';
import { slugOf } from './step-forms.js';

export interface RenewalInput extends PhaseInput {
  clocks: ClockSettings;
}

const HOW: Record<NonNullable<Renewal['decided']>['how'], string> = {
  extended: 'The term is extended',
  successor: 'The post goes on with a successor',
  converted: 'The post is converted',
  closed: 'The post ends',
};

/** What can be decided, what each of it means, and the step that does it. */
const OPTIONS: { event: DeploymentEventType; title: string; text: string; button: string }[] = [
  {
    event: 'EXTEND',
    title: 'Extend the term',
    text: 'The same adviser stays to a later day. Money for the added time is asked for in a request for an extension; when that is handed over, the term is extended by it.',
    button: 'Extend the term',
  },
  {
    event: 'PLAN_SUCCESSION',
    title: 'Find a successor',
    text: 'The post goes on with another adviser. The search can begin at once, so that there is no gap.',
    button: 'Find a successor',
  },
  {
    event: 'CONVERT',
    title: 'Convert the post',
    text: 'The post ends with this term and its work goes on in another form: a national post, cover by a regional office, or a country office.',
    button: 'Convert the post',
  },
  {
    event: 'CLOSE',
    title: 'End the post',
    text: 'The post ends with this term, for a reason that is kept with it. The handover begins before.',
    button: 'End the post',
  },
];

function optionsOf({ view, me }: RenewalInput) {
  const { ref } = view.facts;
  const all = OPTIONS.map(({ event, title, text, button }) => {
    const may = mayTakeDeployment(view.whole, me, event);
    const link = isRefusal(may) ? null : { text: button, href: paths.deploymentStep(ref, slugOf(event)!) };
    return { title, text, link, why: isRefusal(may) && may.code === 'notReady' ? may.message : '' };
  });
  return { all, own: all.some((option) => option.link !== null) };
}

/** The ladder of a renewal that waits, in words: reminders before the day, and whom it is carried to after it. */
function ladderOf(clock: Clock | undefined, settings: ClockSettings): string[] {
  if (!clock)
    return [
      `The renewal opens ${words(settings.renewalOpensMonths)} months before the end of the term and has to be decided ${words(settings.renewalDecisionMonths)} months before it.`,
    ];
  const days = (kind: string) => clock.steps.filter((s) => s.kind === kind).map((s) => date(dayOf(s.at)));
  const [reminders, overdue, escalation] = [days('reminder'), days('overdue'), days('escalation')];
  const who = `The ${ROLES[clock.holder]}`;
  return [
    reminders.length ? `${who} is reminded on ${listed(reminders)}.` : '',
    overdue.length ? `If nothing is said by then, ${inSentence(who)} is told again on ${listed(overdue)}.` : '',
    escalation.length
      ? `On ${listed(escalation)} it goes to the ${ROLES[clock.superior ?? 'regionalTeam']}, which plans for the gap.`
      : '',
  ].filter(Boolean);
}

const isClosing = ({ state }: DeploymentFacts): boolean => activeState(state)?.tenure === 'closing';

function datesOf(renewal: Renewal | null, { view, clocks }: RenewalInput) {
  const term = presentTerm(view.facts);
  const foreseen = term?.endsOn && !isClosing(view.facts) ? renewalDays(term, term.endsOn, clocks) : null;
  return [
    renewal
      ? { label: 'Opened', value: date(renewal.openedOn) }
      : { label: 'Opens', value: foreseen ? date(foreseen.opensOn) : null },
    { label: 'To be decided by', value: renewal ? date(renewal.decideBy) : foreseen ? date(foreseen.decideBy) : null },
    { label: 'The term ends', value: term ? (term.endsOn ? date(term.endsOn) : 'No end is agreed') : null },
    { label: 'Decided', value: renewal?.decided ? date(renewal.decided.at) : null },
  ];
}

function wishOf(renewal: Renewal | null) {
  if (!renewal?.wish) return null;
  const { extend, text, by, at, request } = renewal.wish;
  return {
    title: extend ? 'The post should go on' : 'The post need not go on',
    text,
    by: `${by.name}, ${date(at)}`,
    request: request ? { text: `Request ${request}`, href: paths.request(request) } : null,
  };
}
function decisionOf(renewal: Renewal | null) {
  if (!renewal?.decided) return null;
  const { how, text, by, at, ending } = renewal.decided;
  const into = ending?.conversion ? ` It becomes: ${inSentence(CONVERSIONS[ending.conversion])}.` : '';
  return {
    title: `${HOW[how]}.${how === 'closed' && ending ? ` ${ENDING_REASONS[ending.reason]}.` : into}`,
    text,
    by: `${by.name}, ${date(at)}`,
  };
}

function leadOf(renewal: Renewal | null, facts: DeploymentFacts, input: RenewalInput): string {
  const term = presentTerm(facts);
  if (!term) return 'Nobody holds the post, so there is no term to renew.';
  if (!renewal && isClosing(facts))
    return `The handover has begun and no renewal of ${term.person.name}’s term was opened. The term can be extended, or the post ended.`;
  if (!renewal) {
    const foreseen = term.endsOn ? renewalDays(term, term.endsOn, input.clocks) : null;
    const opens = foreseen ? ` It opens on ${date(foreseen.opensOn)}.` : '';
    return `The renewal of ${term.person.name}’s term is not open.${opens}`;
  }
  if (renewal.decided) return `It is decided what comes after ${term.person.name}’s term.`;
  return `What comes after ${term.person.name}’s term has to be decided by ${date(renewal.decideBy)}. ${renewal.wish ? 'The Resident Coordinator has spoken; OHCHR decides.' : 'The Resident Coordinator is asked first; OHCHR decides.'}`;
}

const startsRequests = ({ me, view }: RenewalInput): boolean =>
  me.assignments.some(
    (a) => isRcSide(a.role) && (a.countries.length === 0 || a.countries.includes(view.facts.post.host ?? '')),
  );

/** The page of a renewal: its days, the wish, the decision, and what can be decided. */
export function renewalPage(input: RenewalInput) {
  const { view, me, names, today, clocks: settings } = input;
  const { facts } = view;
  const frame = postFrame(view, me, 'renewal', names);
  const renewal = presentRenewal(facts);
  const clock = facts.clocks.find((c) => c.group === 'renewal');
  const earlier = facts.renewals.filter((r) => r !== renewal).reverse();
  const options = optionsOf(input);
  const { actions, others, notYet } = stepsFor(view, me, 'renewal');
  const wishes = [...actions, ...others].filter((a) => /events\/(wish|open-renewal)$/.test(a.href));
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    today,
    lead: leadOf(renewal, facts, input),
    actions: wishes,
    dates: datesOf(renewal, input),
    wish: wishOf(renewal),
    awaited: renewal && !renewal.wish && !renewal.decided ? 'Not given yet.' : '',
    decision: decisionOf(renewal),
    options: presentTerm(facts) ? options.all : [],
    mine: options.own,
    notYet: options.own ? [] : notYet.slice(0, 1),
    request: startsRequests(input) && presentTerm(facts) ? extensionRequest(facts) : '',
    ladder: ladderOf(clock, settings),
    waits: waitsOf(facts, today, ['renewal', 'succession'], undefined, nudgesOnPost(input)),
    earlier: earlier.map((r) => ({ opened: `Opened on ${date(r.openedOn)}`, ...decisionOf(r), wish: wishOf(r) })),
  };
}

/** A new request that begins as an extension of this post. */
function extensionRequest({ post }: DeploymentFacts): string {
  const asked = new URLSearchParams({
    type: 'extension',
    modality: post.modality,
    dutyStation: post.dutyStation,
    title: post.title,
  });
  for (const country of post.host ? [post.host] : []) asked.append('countries', country);
  return `${paths.newRequest()}?${asked.toString()}`;
}
