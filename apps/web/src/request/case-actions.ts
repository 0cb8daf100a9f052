import {
  availableActions,
  copiesOf,
  todosFor,
  waitsForOthers,
  type Actor,
  type Clock,
  type Day,
  type RequestEventType,
  type RequestFacts,
} from '#domain';
import { paths } from '../shell/paths.js';
import type { DraftProgress } from './draft.presenter.js';
import { COPY_WORDS } from './copy.presenter.js';
import { pageOfClock, pageOfStep } from './step-pages.js';

export interface ActionLink {
  text: string;
  href: string;
}
/** What this person can do with a case: the one thing that waits for them, and what else is open to them. */
export interface CaseActions {
  primary: ActionLink | null;
  others: ActionLink[];
}

/** The words on the way to each step; steps of one page share them. */
const LINKS: Partial<Record<RequestEventType, string>> = {
  SIGN_TOGETHER: 'Sign, or write the part of your country',
  EDIT_PART: 'The countries of the request and their signatures',
  TAKE_BACK_SIGNATURE: 'The countries of the request and their signatures',
  WITHDRAW_COUNTRY: 'The countries of the request and their signatures',
  SUBMIT: 'Check and submit',
  RESUBMIT: 'Check and submit again',
  ABANDON: 'Abandon the draft',
  ACCEPT: 'Check completeness',
  RETURN: 'Check completeness',
  WITHDRAW: 'Withdraw the request',
  ADVISE: 'Give advice',
  CONSULT: 'Those consulted',
  EXTEND_CONSULTATION: 'Those consulted',
  RECONSULT: 'Those consulted',
  LET_ADVICE_STAND: 'Those consulted',
  RESEND_CONSULTATION: 'Those consulted',
  WITHDRAW_CONSULTATION: 'Those consulted',
  INVITE_ENDORSERS: 'Endorsements',
  ASK_ENDORSERS_AGAIN: 'Endorsements',
  REPLACE_ENDORSER: 'Endorsements',
  WITHDRAW_ENDORSER: 'Endorsements',
  APPOINT: 'Appoint reviewers',
  DECLARE: 'Declare a conflict of interest',
  DECLINE_APPOINTMENT: 'Decline the appointment',
  RELEASE: 'Release a reviewer',
  RECORD_CONFLICT: 'Record a conflict of interest',
  SCORE: 'Score the request',
  REVISE: 'Revise your scores',
  REVEAL: 'Reveal the scores',
  SETTLE: 'Settle the scores',
  ASK: 'Ask the country office',
  ANSWER: 'Answer the question',
  CLOSE_QUESTION: 'Go on without an answer',
  AMEND: 'Check and submit the new version',
  RECOMMEND: 'Recommend',
  PREPARE_RECOMMENDATION: 'Recommend',
  DISCARD_PREPARED: 'Recommend',
  REASSESS: 'Recommend',
  APPROVE: 'Decide',
  OFFER_REGIONAL_OPTION: 'Decide',
  DEFER: 'Decide',
  DECLINE: 'Decide',
  SEND_BACK: 'Decide',
  DECIDE_WITH_OTHERS: 'Decide',
  CORRECT_LETTER: 'Correct the letter',
  SEND_LETTER_AGAIN: 'Send the letter again',
  REOPEN: 'Reopen the request',
  ACCEPT_OFFER: 'Answer the offer',
  REFUSE_OFFER: 'Answer the offer',
  RECONSIDER: 'Take up again',
  REQUEST_RECONSIDERATION: 'Ask for reconsideration',
  ENTER_FUNDING: 'Find the funds',
  RECORD_COST_SHARE: 'Find the funds',
  FUND: 'Find the funds',
  REVALIDATE: 'Confirm the approval again',
  PROPOSE_TOR: 'Terms of reference',
  SIGN_TOR: 'Sign the terms of reference',
  CONFIRM_COST_SHARE: 'Confirm the cost sharing',
  CONFIRM_HOSTING: 'Confirm the hosting',
};

/** Deferred cases wait for nobody before their day. */
const waits = (clock: Clock, today: Day): boolean => clock.group !== 'deferred' || clock.dueOn <= today;

function writing(facts: RequestFacts, progress: DraftProgress, maySign: boolean): ActionLink {
  if (progress.next) {
    const { number } = progress.next;
    return { text: `Continue with section ${number}`, href: paths.section(facts.ref, number) };
  }
  return { text: maySign ? 'Check and submit' : 'Check the request', href: paths.check(facts.ref) };
}

/** The actions of a page of a case. `progress` is given where the person writes the text in work. */
export function actionsFor(facts: RequestFacts, actor: Actor, today: Day, progress: DraftProgress | null): CaseActions {
  const allowed = availableActions(facts, actor).filter((a) => a.allowed);
  const may = (type: RequestEventType) => allowed.some((a) => a.type === type);
  const voiced = waitsForOthers(facts, actor);
  const links: ActionLink[] = allowed.flatMap(({ type }) => {
    const [text, href] = [LINKS[type], pageOfStep(facts.ref, type)];
    return text && href
      ? [{ text: text === 'Decide' && voiced ? 'See your decision, or think again' : text, href }]
      : [];
  });
  if (progress && may('EDIT')) links.push({ text: 'What is known of the country', href: paths.known(facts.ref) });
  links.push(...copiesOf(facts, actor).map((as) => ({ text: COPY_WORDS[as].link, href: paths.copy(facts.ref, as) })));
  const todo = todosFor(facts, actor).find((t) => waits(t.clock, today));
  const primary =
    progress && may('EDIT')
      ? writing(facts, progress, may('SUBMIT') || may('RESUBMIT'))
      : todo
        ? linkOf(facts, todo, links)
        : null;
  const others = links.filter(
    (l, i) => links.findIndex((o) => o.text === l.text) === i && (l.text !== primary?.text || l.href !== primary.href),
  );
  return { primary, others };
}

function linkOf(facts: RequestFacts, todo: { clock: Clock; what: string }, links: ActionLink[]): ActionLink {
  const href = pageOfClock(facts, todo.clock);
  return links.find((l) => l.href === href) ?? { text: todo.what, href };
}
