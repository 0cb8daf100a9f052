import { searchQuery, type ReferenceData } from '#casework';
import { Fault } from '../shell/refusals.js';

/** An address after its question mark, as it came. */
export type Query = Record<string, string | string[] | undefined>;
/** What a filter may be: the sentence that says what to do instead, or null. */
export type Rule = (value: string, reference: ReferenceData) => string | null;

const LONGEST = 200;

/** One of the choices that there are. */
export const oneOf =
  (what: string, choices: readonly string[]): Rule =>
  (value) =>
    choices.includes(value) ? null : `Choose ${what}: ${choices.join(', ')}`;

/** A whole number from 1 on. */
export const upTo =
  (max: number, what: string): Rule =>
  (value) =>
    /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= max ? null : `Enter ${what} from 1 to ${max}`;

/** A name or a part of one. */
export const words: Rule = (value) => (value.length > LONGEST ? `Enter ${LONGEST} characters or fewer` : null);

/** The “next” of the page before, as a list tells it from anything else. */
export const nextOf =
  (isNext: (value: string) => boolean): Rule =>
  (value) =>
    isNext(value) ? null : 'Give the “next” of the page before, as it was; this is none';

/** The filters that every list of cases has. */
export const OF_EVERY_LIST = {
  q: (value) => {
    if (value.length > LONGEST) return `Search for ${LONGEST} characters or fewer`;
    return searchQuery(value) === null ? 'Search for words or numbers; there are none in this' : null;
  },
  region: (value, reference) => {
    const codes = reference.regions().map((r) => r.code);
    return oneOf('a region', codes)(value, reference);
  },
  country: (value, reference) =>
    reference.country(value) ? null : 'Enter a country by its three-letter code, such as TZA',
} as const satisfies Record<string, Rule>;

/** What an address asks of a list, trimmed; an empty text stands as one. What cannot be understood is said, not guessed. */
export function askedIn<Name extends string>(
  query: Query,
  rules: Record<Name, Rule>,
  reference: ReferenceData,
): { [K in Name]?: string } {
  const isKnown = (key: string): key is Name => Object.hasOwn(rules, key);
  const given: { [K in Name]?: string } = {};
  const fields: { path: string; message: string }[] = [];
  for (const [key, value] of Object.entries(query)) {
    const problem = !isKnown(key)
      ? `“${key.slice(0, 40)}” is not a filter of this list`
      : Array.isArray(value)
        ? `Give “${key}” once`
        : value?.trim() && rules[key](value.trim(), reference);
    if (problem) fields.push({ path: key.slice(0, 40), message: problem });
    else if (isKnown(key)) given[key] = (value as string | undefined)?.trim() ?? '';
  }
  if (fields.length) throw new Fault(422, 'invalid', `${fields[0]!.message}.`, { fields });
  return given;
}
