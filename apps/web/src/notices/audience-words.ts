import {
  NOTICE_TITLES,
  noticeRule,
  ROLES,
  type Audience,
  type NoticeName,
  type NoticeRule,
  type ToldByClock,
} from '#domain';
import { listed } from '../request/case-words.js';

const AUDIENCES: Record<Exclude<Audience, keyof typeof ROLES>, string> = {
  coordinator: 'Resident Coordinator, or the regional team of a post without a host country',
  hosts:
    'Resident Coordinator and Resident Coordinator’s Office, or the regional team of a post without a host country',
  endorsers: 'heads of agency who are asked to endorse',
  formerEndorsers: 'heads of agency who are not asked any more',
  newcomer: 'the coordinator whose term has begun',
  signatories: 'the offices that have still to sign',
  lead: 'the office that leads a request of several',
  partners: 'the other offices of a request of several',
  reviewers: 'the reviewers of the request',
  consulted: 'those whose advice is awaited',
  heard: 'those who are asked for advice, or gave it',
  takenBack: 'those whose question was taken back',
  silent: 'those who gave no advice in time',
  cutShort: 'those whose time for advice the recommendation ended',
  granters: 'whoever may give more time',
  asker: 'whoever asked for more time',
  person: 'the person it is about',
  holder: 'whoever the step waits for',
  superior: 'whoever is above them',
};
const CLOCKS: Record<ToldByClock, string> = {
  reminder: 'Some days before a step is due',
  due: 'On the day on which a step is due',
  overdue: 'When a step is late',
  escalation: 'When a step stays late',
  approvalEnding: 'Some days before an approval ends',
  term: 'When the term of a coordinator begins',
  away: 'When whoever holds a step that falls due is away, with nobody who acts for them; once for each absence and case',
  letterBack: 'When a decision letter did not reach the one to whom it is addressed',
  unseen: 'A week after it was sent, where nobody has opened what they must know',
};
const audience = (one: Audience): string =>
  one in ROLES ? ROLES[one as keyof typeof ROLES] : AUDIENCES[one as keyof typeof AUDIENCES];

/** Whom a notice reaches, in words. */
export function audienceWords({ to, copy = [] }: NoticeRule): string {
  const words = `${listed(to.map(audience))}${copy.length ? `, with a copy to ${listed(copy.map(audience))}` : ''}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What tells a notice, in words: a clock, or a step by its label. */
export function toldByWords(name: NoticeName, label: (type: string) => string): string {
  const { clock, on = [], where = [] } = noticeRule(name);
  if (clock) return CLOCKS[clock];
  const steps = [...new Set([...on, ...where].map(label))];
  return steps.length
    ? `After the step ${steps.map((step) => `“${step}”`).join(' or ')}`
    : 'When an answer comes in by mail';
}
export const titleOf = (name: NoticeName): string => NOTICE_TITLES[name];
