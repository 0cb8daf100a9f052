import type { NoticeFigures } from '#casework';
import {
  DEPLOYMENT_EVENTS,
  EVENTS,
  FREQUENCIES,
  groupOf,
  groupRule,
  LANGUAGES,
  NOTICE_GROUPS,
  NOTICE_NAMES,
  noticeRule,
  type NoticeGroup,
  type NoticeName,
  type Urgency,
} from '#domain';
import { audienceWords, titleOf, toldByWords } from './audience-words.js';

const URGENT: Record<Urgency, string> = {
  high: 'They go out before all others.',
  normal: 'They go out after what is urgent.',
  low: 'They go out last.',
};
const labelFor =
  (name: NoticeName) =>
  (type: string): string => {
    const events: Record<string, { label: string }> = noticeRule(name).about === 'post' ? DEPLOYMENT_EVENTS : EVENTS;
    return events[type]?.label ?? type;
  };

/** By which way notices of a group go, and how much they press. */
export function wayWords(group: NoticeGroup): string {
  const { may, usual, urgency, statutory } = groupRule(group);
  const others = may.filter((way) => way !== usual).map((way) => FREQUENCIES[way].toLowerCase());
  const choice = others.length ? `, or as their reader chooses: ${others.join(', ')}` : '';
  return `By mail ${FREQUENCIES[usual].toLowerCase()}${choice}. ${statutory ? 'Cannot be off. ' : ''}${URGENT[urgency]}`;
}

/** Every rule of the catalogue, with what became of it: for the page of administrators and for programs alike. */
export const rulesOf = (figures: Map<NoticeName, NoticeFigures>) =>
  NOTICE_NAMES.map((name) => {
    const { about, on = [], where = [], clock, group } = noticeRule(name);
    const { usual, statutory, urgency } = groupOf(name);
    const { lastAt, reached, failed } = figures.get(name) ?? { lastAt: null, reached: 0, failed: 0 };
    return {
      rule: name,
      title: titleOf(name),
      about,
      steps: [...on, ...where],
      clock: clock ?? null,
      toldBy: toldByWords(name, labelFor(name)),
      audience: audienceWords(noticeRule(name)),
      group,
      groupTitle: NOTICE_GROUPS[group].title,
      urgency,
      usual,
      usualWords: FREQUENCIES[usual],
      statutory: statutory !== undefined,
      languages: Object.keys(LANGUAGES),
      lastAt,
      reached,
      failed,
    };
  });
