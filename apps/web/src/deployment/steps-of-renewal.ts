import {
  CONVERSIONS,
  countingEntries,
  ENDING_REASONS,
  moneyEndsBefore,
  presentTerm,
  type Day,
  type DeploymentFacts,
} from '#domain';
import { date } from '../shell/words.js';
import { optionsOf } from './step-fields.js';
import { day, inWords, said, type StepForm } from './step-form.js';

/** The last day that is paid for; null where no money is recorded. */
const paidUntil = ({ funding }: DeploymentFacts): Day | null =>
  countingEntries(funding)
    .map(({ until }) => until)
    .sort()
    .at(-1) ?? null;

/** Steps of a renewal: the wish, and what is decided. */
export const RENEWAL_FORMS: Record<string, StepForm> = {
  'open-renewal': {
    event: 'OPEN_RENEWAL',
    page: 'renewal',
    lead: said(
      'Opens the question of what comes after this term before its usual time. The Resident Coordinator is asked first.',
    ),
    asks: () => [],
  },
  wish: {
    event: 'ASK_EXTENSION',
    page: 'renewal',
    lead: said('OHCHR decides after you. An extension of the funding is asked for in a request of its own.'),
    asks: () => [
      { name: 'extend', kind: 'yesNo', label: 'Should the post go on after this term?' },
      inWords('Why?', 'What is still to be done, what the country team gives, and until when.'),
      {
        name: 'request',
        kind: 'text',
        label: 'Reference of the request for an extension',
        hint: 'Such as HRA-2027-0012. It can be written after this answer too.',
        optional: true,
        width: 20,
      },
    ],
  },
  extend: {
    event: 'EXTEND',
    page: 'renewal',
    lead: (facts) => {
      const end = presentTerm(facts)?.endsOn;
      const paid = paidUntil(facts);
      const money = paid ? ` The money that is recorded lasts until ${date(paid)}.` : ' No money is recorded.';
      return `${end ? `The term now ends on ${date(end)}.` : 'The term has no end yet.'}${money}`;
    },
    warns: (facts, typed) => typed.type === 'EXTEND' && moneyEndsBefore(facts, typed.until) !== null,
    asks: () => [
      day('until', 'New last day of the term', 'The dates of reports and of the next renewal follow it.'),
      {
        name: 'basis',
        kind: 'text',
        label: 'On what does it rest?',
        hint: 'For example, the reference of the approved request.',
      },
    ],
  },
  succession: {
    event: 'PLAN_SUCCESSION',
    page: 'renewal',
    lead: said('The post goes on after the present term with another adviser. The search can begin at once.'),
    asks: () => [inWords('Why?')],
  },
  convert: {
    event: 'CONVERT',
    page: 'renewal',
    final: true,
    lead: said('The post ends with the present term and takes another form. The handover begins before.'),
    asks: () => [
      { name: 'to', kind: 'choice', label: 'What does it become?', options: optionsOf(CONVERSIONS) },
      inWords('Why?', 'What speaks for it, and who carries the work on.'),
    ],
  },
  close: {
    event: 'CLOSE',
    page: 'renewal',
    final: true,
    lead: (facts) =>
      presentTerm(facts)
        ? 'The post ends with the present term. The handover begins before.'
        : 'Nobody holds the post, so it ends at once.',
    asks: () => [
      { name: 'reason', kind: 'select', label: 'Why does it end?', options: optionsOf(ENDING_REASONS) },
      inWords('In words', 'What becomes of the work. It is read by all who can open the post.'),
    ],
  },
};
