import type { NoticeRule } from './rule.js';

const duty = { about: 'case', group: 'duties' } as const;

/** More time for a clock, and a stop, of requests and of posts. What is told of the clock of one person is told to that person. */
export const TIME_NOTICES = {
  moreTimeAsked: { about: 'case', group: 'late', on: ['ASK_MORE_TIME'], to: ['granters'] },
  moreTimeGiven: { ...duty, where: ['EXTEND_CLOCK'], to: ['holder', 'asker'] },
  moreTimeRefused: { ...duty, where: ['REFUSE_MORE_TIME'], to: ['asker'] },
  clockStopped: { ...duty, where: ['STOP_CLOCK'], to: ['holder'] },
  clockGoesOn: { ...duty, where: ['GO_ON_CLOCK', 'RESUME_CLOCKS'], to: ['holder'] },
} as const satisfies Record<string, NoticeRule>;
