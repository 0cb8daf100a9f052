import { MOST_UNREAD, type LostDigest, type NoticePage, type OwnNotice, type ReferenceData } from '#casework';
import { groupOf, NOTICE_GROUPS, noticeRule } from '#domain';
import { listed } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date, timeIn } from '../shell/words.js';
import { titleOf } from './audience-words.js';

interface Shown {
  unreadOnly: boolean;
  later: boolean;
  unread: number;
  lost: LostDigest | null;
  /** In which the person reads times. */
  zone: string;
  names: Pick<ReferenceData, 'countryName'>;
}
/** What became of what it asked for. */
function stateOf({ waits, dueOn }: OwnNotice): { text: string; tone: string } | null {
  if (waits === null) return null;
  if (!waits) return { text: 'Nothing to do any more', tone: 'plain' };
  return { text: dueOn ? `By ${date(dueOn, 'short')}` : 'Waits for you', tone: 'amber' };
}
const placeOf = ({ about }: OwnNotice, names: Shown['names']): string => {
  if (!about) return 'A request that you do not open any more';
  const [first = '', ...others] = about.countries.map((code) => names.countryName(code));
  return `${others.length > 2 ? `${first} and ${others.length} more` : listed([first, ...others])}, ${about.ref}`;
};

/** How many are unread, as the header says it too. */
const unreadWords = (unread: number): string => (unread >= MOST_UNREAD ? `${MOST_UNREAD - 1}+` : String(unread));

const lostWords = ({ at, address, problem }: LostDigest, zone: string): string =>
  `Your digest of ${timeIn(zone, at)} did not reach you at ${address}. ${problem.replace(/\.?\s*$/, '.')} What it told stands below. If your address is wrong or your mailbox was full, tell the help desk: it can be sent again.`;

/** The page of what somebody was told. */
export const noticesContext = ({ items, next }: NoticePage, shown: Shown) => ({
  title: 'Notices',
  lead: 'What you were told, newest first, whichever way it reached you. What you may not open any more is not listed.',
  unread: unreadWords(shown.unread),
  ...(shown.lost ? { lost: lostWords(shown.lost, shown.zone) } : {}),
  anyUnread: shown.unread > 0,
  unreadOnly: shown.unreadOnly,
  items: items.map((item) => ({
    id: item.id,
    title: item.who ? `${titleOf(item.notice)}: ${item.who}` : titleOf(item.notice),
    href: paths.notice(item.id),
    place: placeOf(item, shown.names),
    group: NOTICE_GROUPS[noticeRule(item.notice).group].title,
    at: timeIn(shown.zone, item.at),
    unread: item.readAt === null,
    state: stateOf(item),
    urgent: groupOf(item.notice).urgency === 'high',
  })),
  upTo: items[0]?.id,
  pager: {
    ...(shown.later ? { first: paths.notices(shown.unreadOnly) } : {}),
    ...(next ? { next: paths.notices(shown.unreadOnly, next) } : {}),
  },
});
