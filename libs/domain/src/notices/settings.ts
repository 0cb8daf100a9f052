import { refuse, type FieldProblem, type Refusal } from '../refusal.js';
import { groupOf, noticeRule, type NoticeName } from '../notices.js';
import { FREQUENCIES, GROUP_NAMES, groupRule, type Frequency, type NoticeGroup } from './groups.js';
import { isZone, localTime, nextLocal } from './local-time.js';

/** Cases that somebody follows: each list narrows, and an empty one does not. */
export interface Follows {
  regions: string[];
  countries: string[];
  states: string[];
}
/** Whole hours of the day in the zone of a person, in which no mail is sent; they may go over midnight. */
export interface QuietHours {
  from: number;
  until: number;
}
/** How somebody wishes to be told. */
export interface NoticeSettings {
  /** What was chosen; the usual holds for the others. */
  choices: Partial<Record<NoticeGroup, Frequency>>;
  quiet: QuietHours | null;
  zone: string;
  /** The day of the weekly digest: 0 is Sunday. */
  weeklyOn: number;
  plain: boolean;
  follows: Follows;
}
export const USUAL_SETTINGS: NoticeSettings = {
  choices: {},
  quiet: null,
  zone: 'UTC',
  weeklyOn: 1,
  plain: false,
  follows: { regions: [], countries: [], states: [] },
};
/** The hour at which digests are written, in the zone of their reader. */
export const DIGEST_HOUR = 7;
/** Somebody who must act has to be reachable for half of the day. */
export const MOST_QUIET_HOURS = 14;

/** The case that a notice is about, as far as it can be followed. */
export interface Matter {
  regions: readonly string[];
  countries: readonly string[];
  state: string;
}
const meets = (wanted: readonly string[], there: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((w) => there.includes(w));

/** Whether a case is one of those that somebody follows: of the regions, and of the countries, and in the states. */
export const isFollowed = ({ regions, countries, states }: Follows, matter: Matter): boolean =>
  meets(regions, matter.regions) && meets(countries, matter.countries) && meets(states, [matter.state]);

/** What somebody gets of a group: what they chose, where that can be chosen. */
export function frequencyOf(group: NoticeGroup, { choices }: Pick<NoticeSettings, 'choices'>): Frequency {
  const { may, usual } = groupRule(group);
  const chosen = choices[group];
  return chosen && may.includes(chosen) ? chosen : usual;
}

/** What becomes of a notice to one person: mailed at once, kept for a moment, or not mailed at all. */
export type Way =
  | { send: 'now' }
  | { send: 'held'; how: Exclude<Frequency, 'off'>; at: string }
  /** `unfollowed`: the case is none that they follow, so it is no news to them either. */
  | { send: 'off'; unfollowed: boolean };

const hoursOf = ({ from, until }: QuietHours): number => (until - from + 24) % 24;
const isQuiet = (quiet: QuietHours | null, hour: number): boolean =>
  quiet !== null && (hour - quiet.from + 24) % 24 < hoursOf(quiet);

/** Which way a notice goes to somebody with these settings, at this moment. */
export function wayOf(name: NoticeName, settings: NoticeSettings, matter: Matter, at: string): Way {
  const { quiet, zone, weeklyOn } = settings;
  const { followed } = groupOf(name);
  if (followed && !isFollowed(settings.follows, matter)) return { send: 'off', unfollowed: true };
  const how = frequencyOf(noticeRule(name).group, settings);
  if (how === 'off') return { send: 'off', unfollowed: false };
  if (how === 'now')
    return isQuiet(quiet, localTime(zone, at).hour)
      ? { send: 'held', how, at: nextLocal(zone, at, quiet!.until) }
      : { send: 'now' };
  const hour = isQuiet(quiet, DIGEST_HOUR) ? quiet!.until : DIGEST_HOUR;
  return { send: 'held', how, at: nextLocal(zone, at, hour, how === 'weekly' ? weeklyOn : undefined) };
}

const isHour = (n: unknown): n is number => Number.isInteger(n) && (n as number) >= 0 && (n as number) < 24;
const MOST_FOLLOWED = 100;

function choiceProblems(choices: Partial<Record<string, unknown>>): FieldProblem[] {
  return Object.entries(choices).flatMap(([group, chosen]) => {
    const path = `choices.${group}`;
    if (!(GROUP_NAMES as readonly string[]).includes(group)) return [{ path, message: 'There is no such group' }];
    const { may, statutory, title } = groupRule(group as NoticeGroup);
    if (may.includes(chosen as Frequency)) return [];
    const known = Object.hasOwn(FREQUENCIES, String(chosen));
    return [{ path, message: known && statutory ? `${title}: ${statutory}` : `Choose how “${title}” reaches you` }];
  });
}

/** So much of what is not known is said back. */
const MOST_NAMED = 5;
const short = (typed: string): string => (typed.length > 60 ? `${typed.slice(0, 59)}…` : typed);

/** What is wrong with places or states that somebody follows: which of them nobody knows. */
function followProblem(key: keyof Follows, chosen: readonly string[], known: (code: string) => boolean): string[] {
  if (chosen.length > MOST_FOLLOWED) return [`Choose at most ${MOST_FOLLOWED} ${key}`];
  const unknown = chosen.filter((code) => !known(code)).map((code) => `“${short(code)}”`);
  if (unknown.length === 0) return [];
  const names = new Intl.ListFormat('en', { type: 'disjunction' }).format(unknown.slice(0, MOST_NAMED));
  return key === 'countries'
    ? [
        `No country is known as ${names}. Write its name as it stands on its page here, or its three letters, such as KEN`,
      ]
    : [`There is no ${names} among the ${key} of the list`];
}

/** Whether settings can be kept; names of places and states are looked at by whoever knows them. */
export function settingsRefusal(
  s: NoticeSettings,
  known: Record<keyof Follows, (code: string) => boolean>,
): Refusal | null {
  const fields: FieldProblem[] = choiceProblems(s.choices);
  const say = (path: string, message: string) => fields.push({ path, message });
  if (s.quiet && !(isHour(s.quiet.from) && isHour(s.quiet.until)))
    say('quiet', 'Choose both: the hour at which quiet hours begin and the one at which they end');
  else if (s.quiet && hoursOf(s.quiet) === 0) say('quiet', 'Quiet hours begin and end at different hours');
  else if (s.quiet && hoursOf(s.quiet) > MOST_QUIET_HOURS)
    say('quiet', `Choose at most ${MOST_QUIET_HOURS} quiet hours, so that you can be reached in the others`);
  if (!isZone(s.zone)) say('zone', 'Choose a time zone of the list');
  if (!(isHour(s.weeklyOn) && s.weeklyOn < 7)) say('weeklyOn', 'Choose a day of the week');
  for (const key of ['regions', 'countries', 'states'] as const)
    followProblem(key, s.follows[key], known[key]).forEach((message) => say(`follows.${key}`, message));
  return fields.length ? refuse('invalid', 'Some of this cannot be kept.', fields) : null;
}
