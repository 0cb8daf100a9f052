import { noticeRule, type NoticeName } from '../notices.js';
import { groupRule, type Urgency } from './groups.js';

/** What comes first when many mails wait: 1 before 2 before 3. */
export type Priority = 1 | 2 | 3;
const PRIORITIES: Record<Urgency, Priority> = { high: 1, normal: 2, low: 3 };

/** How soon a notice has to be on its way, among others that wait; what nobody knows goes last. */
export function priorityOf(notice: NoticeName): Priority {
  const rule = noticeRule(notice) as ReturnType<typeof noticeRule> | undefined;
  return rule ? PRIORITIES[groupRule(rule.group).urgency] : 3;
}
