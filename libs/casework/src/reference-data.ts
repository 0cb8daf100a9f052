import { getCountry } from 'countries-and-timezones';
import { CAPITAL_ZONES } from './reference/capital-zones.js';
import type { Pool } from 'pg';
import {
  calendarsOf,
  canonical,
  completeSettings,
  criteriaFor,
  DEFAULT_CLOCKS,
  firstLetter,
  roundOf,
  SECTIONS,
  type ClockSettings,
  type DecidingEvent,
  type Framework,
  type Language,
  type LetterTemplate,
  type RoundCall,
  type Calendars,
  type Holiday,
} from '#domain';
import { createHash } from 'node:crypto';

export interface CountryInfo {
  code: string;
  alpha2: string;
  names: Record<Language, string>;
  region: string | null;
  /** Other regional teams that have it in their lists too. */
  regionsAlso: string[];
  footnote: string | null;
}
export interface RegionInfo {
  code: string;
  names: Record<Language, string>;
}

const COUNTRIES = `
  SELECT c.code, c.alpha2, jsonb_build_object('en', c.name_en, 'fr', c.name_fr, 'es', c.name_es) AS names, c.footnote_en AS footnote,
    (SELECT g.region_code FROM country_region g WHERE g.country_code = c.code AND g.valid_from <= $1::date
       AND (g.valid_until IS NULL OR g.valid_until > $1::date) ORDER BY g.basis DESC, g.region_code LIMIT 1) AS region,
    ARRAY(SELECT g.region_code FROM country_region g WHERE g.country_code = c.code AND g.basis = 'team' AND g.valid_from <= $1::date
       AND (g.valid_until IS NULL OR g.valid_until > $1::date) ORDER BY g.region_code OFFSET 1) AS "regionsAlso"
  FROM country c`;
const REGIONS = `SELECT code, jsonb_build_object('en', name_en, 'fr', name_fr, 'es', name_es) AS names FROM region ORDER BY position`;
const OFFICES = `
  SELECT code, name_en AS name, region_code AS region, country_code AS country FROM regional_office
  WHERE consulted AND (valid_from IS NULL OR valid_from <= $1::date) AND (valid_until IS NULL OR valid_until > $1::date) ORDER BY code`;
const AGENCIES = `
  SELECT code FROM agency WHERE (valid_from IS NULL OR valid_from <= $1::date) AND (valid_until IS NULL OR valid_until > $1::date)
  ORDER BY code COLLATE "C"`;
const FRAMEWORKS = `
  SELECT id, version, name, applies_to AS "appliesTo", definition FROM framework ORDER BY version DESC LIMIT 500`;
const LETTERS = `
  SELECT DISTINCT ON (kind, language) kind, language, version, blocks FROM letter_template ORDER BY kind, language, version DESC`;

const CALLS = `
  SELECT DISTINCT ON (round) round, opens_on::text AS opens, closes_on::text AS closes, grace_days AS "graceDays"
  FROM round_call ORDER BY round, version DESC`;

/** The holidays from last year on, with the number of their last change, and who sits elsewhere. $1 is today. */
const DAYS = `
  SELECT (SELECT coalesce(max(id), 0)::integer FROM holiday_change) AS version,
    (SELECT jsonb_agg(jsonb_build_object('station', h.station, 'day', h.day, 'name', h.name)) FROM holiday h
       WHERE h.removed_by IS NULL AND h.day >= date_trunc('year', $1::date) - interval '1 year') AS holidays,
    (SELECT jsonb_object_agg(s.holder, s.station) FROM seat s) AS seats`;
interface Days {
  version: number;
  holidays: Holiday[] | null;
  seats: Record<string, string> | null;
}
interface Office {
  code: string;
  name: string;
  region: string;
  country: string;
}

/** The wording of the day, by the hash of its text: frozen versions of requests point at it. */
export const QUESTIONNAIRE = { id: createHash('sha256').update(canonical(SECTIONS)).digest('hex'), sections: SECTIONS };

/** Reference data and settings that every decision reads: small, kept in memory, read again when told that they changed. */
export class ReferenceData {
  private countries = new Map<string, CountryInfo>();
  private regionList: RegionInfo[] = [];
  private offices: Office[] = [];
  private frameworks: Framework[] = [];
  private round = '';
  private letters: LetterTemplate[] = [];
  /** The calls whose days were set. */
  calls: readonly RoundCall[] = [];
  /** Agencies of the United Nations today, by their short names. */
  agencies: readonly string[] = [];
  clocks: ClockSettings = DEFAULT_CLOCKS;
  private days: Days = { version: 0, holidays: null, seats: null };
  /** The calendars of all duty stations: put together when they are read, and asked of memory at each step. */
  calendars: Calendars = calendarsOf();

  constructor(private readonly pool: Pool) {}

  /** Reads everything; called at boot and when `reference` is notified. */
  async load(today: string): Promise<this> {
    const [countries, regions, offices, frameworks, settings, letters, calls, agencies, days] = await Promise.all([
      this.pool.query<CountryInfo>(COUNTRIES, [today]),
      this.pool.query<RegionInfo>(REGIONS),
      this.pool.query<Office>(OFFICES, [today]),
      this.pool.query<Framework & { definition: Omit<Framework, 'id' | 'version' | 'name' | 'appliesTo'> }>(FRAMEWORKS),
      this.pool.query<{ clocks: ClockSettings }>('SELECT clocks FROM setting ORDER BY version DESC LIMIT 1'),
      this.pool.query<LetterTemplate>(LETTERS),
      this.pool.query<RoundCall>(CALLS),
      this.pool.query<{ code: string }>(AGENCIES, [today]),
      this.pool.query<Days>(DAYS, [today]),
    ]);
    this.round = roundOf(today);
    // Ordered here and not by the database, whose own order may put Côte d’Ivoire behind Czechia.
    const named = countries.rows.sort((a, b) => a.names.en.localeCompare(b.names.en, 'en'));
    this.countries = new Map(named.map((c) => [c.code, c]));
    this.regionList = regions.rows;
    this.offices = offices.rows;
    this.frameworks = frameworks.rows.map(({ definition, ...f }) => ({ ...f, ...definition }));
    this.letters = letters.rows;
    this.calls = calls.rows;
    this.agencies = agencies.rows.map((a) => a.code).sort((a, b) => a.localeCompare(b, 'en'));
    this.clocks = completeSettings(settings.rows[0]?.clocks);
    this.days = days.rows[0]!;
    this.calendars = this.calendarsFrom(this.days);
    return this;
  }

  /** The calendars as they would be if somebody sat elsewhere, or again where they usually do. */
  calendarsWith(holder: string, station: string | null): Calendars {
    const { [holder]: _was, ...others } = this.days.seats ?? {};
    return this.calendarsFrom({ ...this.days, seats: station === null ? others : { ...others, [holder]: station } });
  }
  /** Where somebody sits whom nobody gave a place of their own; null where that is not known. */
  usualSeat = (holder: string): string | null => {
    const usual = this.usualSeats();
    return Object.hasOwn(usual, holder) ? usual[holder]! : null;
  };
  /** Everybody who was given a place of their own. */
  seated = (): string[] => Object.keys(this.days.seats ?? {});
  private usualSeats = (): Record<string, string> => ({
    ...Object.fromEntries(this.offices.map((o) => [o.code, o.country])),
    ...this.clocks.seats,
  });

  private calendarsFrom({ version, holidays, seats }: Days): Calendars {
    const { weekends } = this.clocks;
    return calendarsOf({
      version,
      holidays: holidays ?? [],
      weekends,
      seats: { ...this.usualSeats(), ...seats },
      zoneOf: this.zoneOf,
    });
  }

  country = (code: string): CountryInfo | null => this.countries.get(code) ?? null;
  allCountries = (): CountryInfo[] => [...this.countries.values()];
  regions = (): RegionInfo[] => this.regionList;
  regionsAlso = (code: string): string[] => this.countries.get(code)?.regionsAlso ?? [];
  regionOf = (code: string): string | null => this.countries.get(code)?.region ?? null;
  /** The time zone of a country; of a country of several that of its capital, where its coordinator has the office. */
  zoneOf = (code: string): string | null => {
    const { alpha2 = '' } = this.countries.get(code) ?? {};
    const zones = getCountry(alpha2)?.timezones ?? [];
    return CAPITAL_ZONES[alpha2] ?? (zones.length === 1 ? zones[0]! : null);
  };
  /** The code of a country that is named in any of the three languages, or by its code; null for what is none. */
  codeOf = (text: string): string | null => {
    const plain = (name: string) => name.trim().toLocaleLowerCase('en').replaceAll('’', "'");
    const wanted = plain(text);
    const of = ({ code, names }: CountryInfo) => [code, names.en, names.fr, names.es].some((n) => plain(n) === wanted);
    return this.allCountries().find(of)?.code ?? null;
  };
  countryName = (code: string, language: Language = 'en'): string => this.countries.get(code)?.names[language] ?? code;
  regionName = (code: string, language: Language = 'en'): string =>
    this.regionList.find((r) => r.code === code)?.names[language] ?? code;
  /** OHCHR's offices that are asked for advice. */
  allOffices = (): { code: string; name: string }[] => this.offices.map(({ code, name }) => ({ code, name }));
  /** OHCHR's offices in a region that are asked for advice. */
  officesIn = (region: string): { code: string; name: string }[] =>
    this.offices.filter((o) => o.region === region).map(({ code, name }) => ({ code, name }));
  /** The criteria for a type of request in a round, the present one where none is named. */
  frameworkFor = (type: string, round: string = this.round): Framework | null =>
    criteriaFor(this.frameworks, type, round);
  /** The words in force for the letter of a decision: the last version, else those that came with the system. */
  letterFor = (kind: DecidingEvent, language: Language): LetterTemplate =>
    this.letters.find((t) => t.kind === kind && t.language === language) ?? firstLetter(kind, language);
}
