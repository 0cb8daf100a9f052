/** How somebody may wish to be told of something by mail. */
export const FREQUENCIES = {
  now: 'At once',
  daily: 'In a daily digest',
  weekly: 'In a weekly digest',
  off: 'No mail',
} as const;
export type Frequency = keyof typeof FREQUENCIES;
export type Urgency = 'high' | 'normal' | 'low';

export interface GroupRule {
  title: string;
  what: string;
  urgency: Urgency;
  /** What holds for who has chosen nothing. */
  usual: Frequency;
  may: readonly Frequency[];
  /** Why it cannot be off: it has to reach its reader. */
  statutory?: string;
  /** While somebody is away, whoever acts for them is told in their place; of all others, both are. */
  deputy?: true;
  /** Regions, countries and states that somebody follows hold for these. */
  followed?: true;
}

/** The handful of kinds of notice that people choose about. Every notice of the catalogue is of one. */
export const NOTICE_GROUPS = {
  duties: {
    title: 'Things you must do',
    what: 'Steps that wait for you, with their day, and reminders of them.',
    urgency: 'high',
    usual: 'now',
    may: ['now', 'daily'],
    statutory: 'Others wait for you by a day, so these cannot be off, and a week would be too late.',
    deputy: true,
  },
  nudges: {
    title: 'Nudges by hand',
    what: 'That somebody who waits for you asks you to see to a step; at most once in 24 hours for each request or post.',
    urgency: 'high',
    usual: 'now',
    may: ['now', 'daily', 'off'],
    deputy: true,
  },
  decisions: {
    title: 'Decisions and letters',
    what: 'Decision letters and their corrections, returns, lapses, and what ends a request.',
    urgency: 'high',
    usual: 'now',
    may: ['now'],
    statutory: 'A decision has effect from the day on which it reaches you, so it always comes at once.',
  },
  appointments: {
    title: 'Your own place',
    what: 'That you are appointed or released, selected for a post, or hold the cases of a country from now on.',
    urgency: 'high',
    usual: 'now',
    may: ['now'],
    statutory: 'It changes what you may open and what you answer for, so it always comes at once.',
  },
  late: {
    title: 'What is late with others',
    what: 'Steps that somebody you look after has not taken in time, and mails that did not arrive.',
    urgency: 'high',
    usual: 'now',
    may: ['now', 'daily', 'weekly'],
    statutory: 'You are the one who can set it right, so these cannot be off.',
    deputy: true,
  },
  requests: {
    title: 'What happened on requests',
    what: 'Advice that came in, answers to questions, scores that are revealed, withdrawals.',
    urgency: 'normal',
    usual: 'now',
    may: ['now', 'daily', 'weekly', 'off'],
    followed: true,
  },
  money: {
    title: 'Money and arrangements',
    what: 'What is funded, offered, signed and handed over.',
    urgency: 'normal',
    usual: 'now',
    may: ['now', 'daily', 'weekly', 'off'],
    followed: true,
  },
  posts: {
    title: 'What happened on posts',
    what: 'Recruitment, arrivals, work plans, reports, renewals, gaps and ends of posts.',
    urgency: 'low',
    usual: 'now',
    may: ['now', 'daily', 'weekly', 'off'],
    followed: true,
  },
} as const satisfies Record<string, GroupRule>;

export type NoticeGroup = keyof typeof NOTICE_GROUPS;
export const GROUP_NAMES = Object.keys(NOTICE_GROUPS) as NoticeGroup[];
export const groupRule = (group: NoticeGroup): GroupRule => NOTICE_GROUPS[group];
