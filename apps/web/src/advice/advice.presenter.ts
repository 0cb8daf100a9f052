import type { CaseView } from '#casework';
import {
  isRefusal,
  mayTake,
  ownConsultees,
  ROLES,
  standingAdvice,
  stateName,
  type Actor,
  type Consultee,
  type Refusal,
  type RegionalOption,
  type RequestContent,
  type RequestFacts,
} from '#domain';
import { placeOf, statusFor, takesAdvice, type Names } from '../request/case-words.js';
import { askedFor, requestFacts } from '../request/request-facts.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { adviceErrors, adviceFields, type TypedAdvice } from './advice.form.js';
import { adviceGiven, givenBy } from './given.presenter.js';
import { outcomeOfAdvice } from './outcome-of-advice.js';

export interface AdviceInput {
  view: CaseView;
  content: RequestContent;
  me: Actor;
  names: Names;
  typed: TypedAdvice;
  refusal?: Refusal | undefined;
  /** The options that may go with it. */
  options?: readonly RegionalOption[];
}

/** Whether advice that is given now comes late, in words. */
function lateWords(waiting: Consultee[]): string {
  const silent = waiting.find((c) => c.state === 'silent');
  if (silent?.cutShort)
    return `The panel recommended before the time for advice was over, and has the request again. You can give it now; after ${date(silent.cutShort)} it is marked as late.`;
  return silent
    ? 'The time for advice has ended, and it was recorded that none came. You can still give it: it is added, and marked as late.'
    : '';
}

/** Why advice that was not given cannot be given now. */
function closedWords(whom: string, facts: RequestFacts, waiting: Consultee[]): string {
  const silent = waiting.find((c) => c.state === 'silent');
  if (!silent)
    return facts.consultation.length && ['draft', 'screening', 'returned'].includes(stateName(facts.state))
      ? `The advice of ${whom} will be asked for once the request is accepted as complete.`
      : `The advice of ${whom} is not asked for any longer.`;
  return silent.cutShort
    ? `The panel recommended without the advice of ${whom}. There was time for it until ${date(silent.cutShort)}; that the recommendation ended it is recorded.`
    : `The time for the advice of ${whom} ended without it, and the panel has recommended.`;
}

function leadOf(facts: RequestFacts, own: Consultee[], waiting: Consultee[]): string {
  if (waiting.length === 0) return 'Your advice is given. It stays as it is; write to the desk officer to add to it.';
  const whom = own.length === 1 ? `the ${own[0]!.office?.name ?? ROLES[own[0]!.role]}` : 'your region';
  if (!takesAdvice(facts)) return closedWords(whom, facts, waiting);
  const clock = facts.clocks.find((c) => waiting.some((w) => c.key === `consultation:${w.key}`));
  const due = clock ? ` by ${date(clock.dueOn)}` : '';
  return `The advice of ${whom} ${clock ? 'is' : 'was'} asked for${due}.`;
}

/** Why a party is asked again, or has more time. */
export const reasonsOf = (c: Consultee): string[] => [
  ...(c.again ?? []).map((a) => `You are asked again: ${a.reason}`),
  ...(c.extended ?? []).map((e) => `You have more time, until ${date(e.until)}: ${e.reason}`),
];

/** The page on which a region advises, with what others said. */
export function adviceContext({ view, content, me, names, typed, refusal, options }: AdviceInput) {
  const { facts, tiers } = view;
  const place = placeOf(facts.summary.countries, names);
  const own = ownConsultees(me, facts);
  const waiting = own.filter((c) => c.state !== 'answered');
  const may = mayTake(facts, me, 'ADVISE');
  const errors = refusal ? adviceErrors(refusal) : [];
  return {
    title: `Advice: ${place}, ${facts.ref}`,
    breadcrumbs: [{ text: 'Advice', href: paths.advice() }, { text: place }],
    ...(errors.length ? { errors } : {}),
    ref: facts.ref,
    place,
    tag: statusFor(facts, tiers),
    lead: leadOf(facts, own, waiting),
    late: lateWords(waiting),
    open: !isRefusal(may) || refusal !== undefined,
    why: isRefusal(may) && waiting.length > 0 && takesAdvice(facts) ? may.message : '',
    own: own.filter((c) => standingAdvice(c)).map((c) => givenBy(c, facts, names)),
    reasons: waiting.flatMap(reasonsOf),
    outcomes: own.flatMap((c) => outcomeOfAdvice(c, facts) ?? []),
    version: facts.version,
    consultation: paths.consultation(facts.ref),
    fields: adviceFields(typed, waiting, names, errors, options),
    build: waiting.length
      ? `${paths.newOption()}?${facts.summary.countries.map((c) => `country=${c}`).join('&')}&choose=1`
      : '',
    given: adviceGiven(facts, names, own),
    readers: 'What you write is read by the country’s side, the other party of the region and OHCHR.',
    requestTitle: facts.summary.title,
    asked: askedFor(facts.summary),
    facts: requestFacts(facts, content, names),
    full: paths.full(facts.ref),
    request: paths.request(facts.ref),
  };
}
