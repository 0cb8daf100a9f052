import { refuse, type Refusal } from '../refusal.js';
import type { RequestFacts } from '../request/facts.js';
import { assessmentOf, stateName } from '../request/states.js';
import { type Instant } from '../time/working-days.js';
import type { Consultee } from './consultee.js';

/** What is kept of a link: whose it is, which of their links, and until when it opens. */
export interface AnswerLink {
  party: string;
  number: number;
  expiresAt: Instant;
}

const day = (at: Instant): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(at),
  );

/** The party whose link this is, if it still opens; else a sentence that says why not. */
export function linkStanding(facts: RequestFacts, link: AnswerLink, at: Instant): Consultee | Refusal {
  const consultee = facts.consultation.find((c) => c.key === link.party && c.named);
  if (!consultee || consultee.state === 'withdrawn')
    return refuse('notReady', 'OHCHR has taken this question back. Nothing is asked of you any more.');
  if (consultee.state === 'answered')
    return refuse(
      'notReady',
      `Your answer was received on ${day(consultee.advice!.at)}. A link takes one answer; write to OHCHR to add to it.`,
    );
  if (link.number < consultee.named!.link)
    return refuse('notReady', 'A newer link was sent to you. Open the one in the newest mail.');
  if (!assessmentOf(facts.state) && stateName(facts.state) !== 'recommendation')
    return refuse(
      'notReady',
      stateName(facts.state) === 'withdrawn'
        ? 'The request was withdrawn. Nothing is asked of you any more.'
        : 'The panel has made its recommendation, so no answer can be taken any more.',
    );
  if (at > link.expiresAt)
    return refuse(
      'notReady',
      `This link could be used until ${day(link.expiresAt)}. Write to OHCHR if you still want to answer; they can send you another.`,
    );
  return consultee;
}
