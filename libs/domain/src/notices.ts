import { NOTICE_GROUPS, type GroupRule } from './notices/groups.js';
import { POST_NOTICES } from './notices/of-posts.js';
import { REQUEST_NOTICES } from './notices/of-requests.js';
import { TIME_NOTICES } from './notices/of-time.js';
import type { NoticeRule } from './notices/rule.js';

export * from './notices/groups.js';
export { LETTER_COPIES, type LetterCopy } from './notices/of-requests.js';
export { NOTICE_TITLES } from './notices/titles.js';
export type { Audience, NoticeRule, ToldByClock } from './notices/rule.js';

/** The ladder of every clock, and that nobody is there to climb it. */
const CLOCK_NOTICES = {
  reminder: { about: 'case', group: 'duties', clock: 'reminder', to: ['holder'] },
  due: { about: 'case', group: 'duties', clock: 'due', to: ['holder'] },
  overdue: { about: 'case', group: 'duties', clock: 'overdue', to: ['holder'] },
  escalation: { about: 'case', group: 'late', clock: 'escalation', to: ['superior'] },
  /** Once for each absence and case: whoever holds something that falls due meanwhile is away, and nobody acts for them. */
  holderAway: { about: 'case', group: 'late', clock: 'away', to: ['superior'] },
  // By hand, by somebody who waits; about a clock all the same, and never of its own accord.
  nudged: { about: 'case', group: 'nudges', where: ['NUDGE'], to: ['holder'] },
} as const satisfies Record<string, NoticeRule>;

/** Every notice of the product: the one catalogue. The name is also the name of its mail template. */
export const NOTICES = { ...REQUEST_NOTICES, ...POST_NOTICES, ...TIME_NOTICES, ...CLOCK_NOTICES } as const;

export type NoticeName = keyof typeof NOTICES;
/** What a rung of a ladder tells. */
export type ClockNotice = keyof typeof CLOCK_NOTICES;
/** Notices of one kind of case, or of any. */
export type NoticeAbout<K extends NoticeRule['about']> = {
  [N in NoticeName]: (typeof NOTICES)[N]['about'] extends K ? N : never;
}[NoticeName];
/** Notices whose reader may not know which case it is. */
export type NamelessNotice = {
  [N in NoticeName]: (typeof NOTICES)[N] extends { names: 'nothing' } ? N : never;
}[NoticeName];
export const NOTICE_NAMES = Object.keys(NOTICES) as NoticeName[];
export const noticeRule = (name: NoticeName): NoticeRule => NOTICES[name];
/** What people may choose about a notice, and how much it presses. */
export const groupOf = (name: NoticeName): GroupRule => NOTICE_GROUPS[NOTICES[name].group];
/** Notices that the rungs of a clock tell. */
export const isClockNotice = (name: NoticeName): boolean => Object.hasOwn(CLOCK_NOTICES, name);

/** Something to be told because of a step: a row of the outbox. It carries no text of the case. */
export interface Notice {
  name: NoticeName;
  /** For `person` and `asker`: whom it is for. For `holder`: the key of the clock. */
  personId?: string;
  clock?: string;
  /** The parties of a consultation, or those who endorse, that it is about, by key; without it, all. */
  parties?: string[];
}

type Told = Readonly<Record<string, readonly NoticeName[]>>;
function toldBy(about: 'request' | 'post'): Told {
  const told: Record<string, NoticeName[]> = {};
  for (const name of NOTICE_NAMES) {
    const rule = noticeRule(name);
    if (rule.about === about || rule.about === 'case') for (const type of rule.on ?? []) (told[type] ??= []).push(name);
  }
  return told;
}

/** What each step tells, before what it leads to is known; `decide` adds what the new state asks for. */
export const TOLD_BY = toldBy('request');
/** What each step of a post tells, before what it leads to is known. */
export const TOLD_BY_POST = toldBy('post');
