import type { Pool } from 'pg';
import {
  canonical,
  DEPLOYMENT_STATES,
  GROUP_NAMES,
  groupRule,
  LANGUAGES,
  refuse,
  settingsRefusal,
  STATES,
  type Language,
  type NoticeGroup,
  type NoticeSettings,
  type Refusal,
} from '#domain';
import { settingsOf, WISHES, type WishesRow } from './delivery/entries.js';
import { languageOf } from './delivery/dispatch.js';
import type { ReferenceData } from './reference-data.js';
import type { UnsubscribeLink } from './unsubscribe-links.js';

/** How somebody wishes to be told, with the language of their mails. */
export interface Wishes extends NoticeSettings {
  language: Language;
  /** Grows with each change, so that two pages that are open do not undo each other; 0 while nothing was chosen. */
  version: number;
}
export type NewWishes = Omit<Wishes, 'version'>;
const READ = `SELECT p.language, ${WISHES} AS wishes FROM person p WHERE p.id = $1`;
const KEEP = `
  WITH kept AS (
    INSERT INTO notice_setting AS s (person_id, choices, quiet_from, quiet_until, zone, weekly_on, plain, regions, countries, states, version)
    SELECT $1::uuid, $2::jsonb, $3::smallint, $4::smallint, $5::text, $6::smallint, $7::boolean, $8::text[], $9::text[], $10::text[], 1
    WHERE $11::integer = 0 OR EXISTS (SELECT FROM notice_setting o WHERE o.person_id = $1 AND o.version = $11)
    ON CONFLICT (person_id) DO UPDATE SET choices = excluded.choices, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
      zone = excluded.zone, weekly_on = excluded.weekly_on, plain = excluded.plain, regions = excluded.regions,
      countries = excluded.countries, states = excluded.states, version = s.version + 1 WHERE s.version = $11
    RETURNING version
  ), spoken AS (
    UPDATE person SET language = $12 WHERE id = $1 AND EXISTS (SELECT FROM kept)
  )
  SELECT version FROM kept`;
/** $2 what is off from now on; other choices stay. */
const TURN_OFF = `
  INSERT INTO notice_setting AS s (person_id, choices, zone, weekly_on, plain, regions, countries, states, version)
  SELECT id, $2::jsonb, 'UTC', 1, false, '{}', '{}', '{}', 1 FROM person WHERE id = $1
  ON CONFLICT (person_id) DO UPDATE SET choices = s.choices || excluded.choices, version = s.version + 1
  WHERE s.choices IS DISTINCT FROM s.choices || excluded.choices`;
const stale = (): Refusal =>
  refuse('stale', 'Your settings were changed on another page in the meantime. Look at them again, then save.');
const mayBeOff = (group: NoticeGroup): boolean => groupRule(group).may.includes('off');

/** How people wish to be told: their own choice and nobody else’s. */
export class NoticeWishes {
  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly reference: Pick<ReferenceData, 'regions' | 'allCountries'>,
  ) {}

  async of(personId: string): Promise<Wishes> {
    const { rows } = await this.pool.query<{ language: string; wishes: WishesRow | null }>({
      name: 'wishes',
      text: READ,
      values: [personId],
    });
    const row = rows[0]?.wishes ?? null;
    return { ...settingsOf(row), language: languageOf(rows[0] ?? { language: 'en' }), version: row?.version ?? 0 };
  }

  /** Keeps what was chosen, unless it was changed since it was read. */
  async keep(personId: string, wishes: NewWishes, readVersion: number): Promise<{ version: number } | Refusal> {
    const refused = this.refusal(wishes);
    if (refused) return refused;
    const { choices, quiet, zone, weeklyOn, plain, follows, language } = wishes;
    const { regions, countries, states } = follows;
    const values = [
      personId,
      JSON.stringify(choices),
      quiet?.from ?? null,
      quiet?.until ?? null,
      zone,
      weeklyOn,
      plain,
      regions,
      countries,
      states,
      readVersion,
      language,
    ];
    const { rows } = await this.pool.query<{ version: number }>({ name: 'keep-wishes', text: KEEP, values });
    if (rows[0]) return rows[0];
    // A second click is answered like the first.
    const { version, ...kept } = await this.of(personId);
    return canonical(kept) === canonical({ choices, quiet, zone, weeklyOn, plain, follows, language })
      ? { version }
      : stale();
  }

  /** Ends the mails of a link; again, it changes nothing. Of digests, what cannot be off comes at once again. */
  async unsubscribe({ personId, of }: UnsubscribeLink): Promise<void> {
    const { choices } = await this.of(personId);
    const gathered = GROUP_NAMES.filter((g) => choices[g] === 'daily' || choices[g] === 'weekly');
    const off = of === 'digests' ? gathered : [of];
    const chosen = Object.fromEntries(off.map((group) => [group, mayBeOff(group) ? 'off' : 'now']));
    await this.pool.query({ name: 'unsubscribe', text: TURN_OFF, values: [personId, JSON.stringify(chosen)] });
  }

  private refusal(wishes: NewWishes): Refusal | null {
    if (!Object.hasOwn(LANGUAGES, wishes.language))
      return refuse('invalid', 'Choose a language of the list.', [
        { path: 'language', message: 'Choose a language of the list' },
      ]);
    return settingsRefusal(wishes, {
      regions: (code) => this.reference.regions().some((r) => r.code === code),
      countries: (code) => this.reference.allCountries().some((c) => c.code === code),
      states: (code) => Object.hasOwn(STATES, code) || Object.hasOwn(DEPLOYMENT_STATES, code),
    });
  }
}
