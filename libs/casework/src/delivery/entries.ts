import {
  conditionOf,
  noticeRule,
  stateName,
  USUAL_SETTINGS,
  wayOf,
  type Frequency,
  type Matter,
  type NoticeName,
  type NoticeSettings,
  type Role,
} from '#domain';
import type { NoticeSetting } from '../entities/notice-setting.js';
import type { Addressee } from './audience.js';
import { caseTold, isPost, type AnyFacts } from './case-told.js';

/** The row of somebody’s settings as the database gives it; the alias of the table of persons is p. */
export const WISHES = '(SELECT to_jsonb(w) FROM notice_setting w WHERE w.person_id = p.id)';
/** The names of its columns. */
export type WishesRow = Pick<NoticeSetting, 'choices' | 'zone' | 'plain' | 'regions' | 'countries' | 'states'> & {
  quiet_from: number | null;
  quiet_until: number | null;
  weekly_on: number;
  version: number;
};

/** How somebody wishes to be told, from their row; the usual for who has none. */
export function settingsOf(row: WishesRow | null): NoticeSettings {
  if (!row) return USUAL_SETTINGS;
  const { choices, zone, plain, regions, countries, states, quiet_from: from, quiet_until: until } = row;
  const quiet = from === null || until === null ? null : { from, until };
  return { choices, quiet, zone, weeklyOn: row.weekly_on, plain, follows: { regions, countries, states } };
}

/** The case as it can be followed. */
export const matterOf = (facts: AnyFacts): Matter => {
  const { countries, where } = caseTold(facts);
  return { countries, regions: where.regions, state: isPost(facts) ? conditionOf(facts) : stateName(facts.state) };
};

/** One line of what a person was told, as it is written. */
export interface NewEntry {
  outbox_id: string;
  case_id: string;
  person_id: string;
  notice: NoticeName;
  role: Role;
  parties: string[];
  way: 'mail' | 'held' | 'off';
  how: Frequency | null;
  send_at: string | null;
  /** It is no news to somebody who follows other cases. */
  read: boolean;
}
interface ToldOf {
  id: string;
  caseId: string;
  notice: NoticeName;
  facts: AnyFacts;
}

/** What one person is told, by their settings; null for who has no account. */
export function entryFor(
  line: ToldOf,
  { person, as }: Addressee,
  parties: string[],
  settings: NoticeSettings,
  at: string,
): NewEntry | null {
  if (as === 'consultee' || as === 'endorser') return null;
  const { id, caseId, notice, facts } = line;
  const entry = { outbox_id: id, case_id: caseId, person_id: person.id, notice, role: as, parties };
  // One message goes to all who get a letter, so nobody’s hours can hold it.
  const way = noticeRule(notice).letter ? { send: 'now' as const } : wayOf(notice, settings, matterOf(facts), at);
  switch (way.send) {
    case 'now':
      return { ...entry, way: 'mail', how: null, send_at: null, read: false };
    case 'held':
      return { ...entry, way: 'held', how: way.how, send_at: way.at, read: false };
    case 'off':
      return { ...entry, way: 'off', how: null, send_at: null, read: way.unfollowed };
  }
}

/** What somebody finds unread when they are back: whoever acts for them was told in their place. */
export const leftOut = ({ id, caseId, notice }: ToldOf, { person, as }: Addressee): NewEntry => ({
  outbox_id: id,
  case_id: caseId,
  person_id: person.id,
  notice,
  role: as,
  parties: [],
  way: 'off',
  how: null,
  send_at: null,
  read: false,
});

/** Writes them, within the statement that writes the mails; $4 the entries as JSON, $2 the moment. */
export const ENTER = `
    INSERT INTO notice_entry (outbox_id, case_id, person_id, notice, role, parties, way, how, send_at, created_at, read_at)
    SELECT e.outbox_id, e.case_id, e.person_id, e.notice, e.role, e.parties, e.way, e.how, e.send_at, $2::timestamptz, CASE WHEN e.read THEN $2::timestamptz END
    FROM jsonb_to_recordset($4::jsonb) AS e(outbox_id bigint, case_id uuid, person_id uuid, notice text, role text, parties text[],
      way text, how text, send_at timestamptz, read boolean)
    ON CONFLICT (outbox_id, person_id) DO NOTHING`;
