import {
  HELD,
  RAN_OUT,
  isPostCursor,
  POSTS_LIMIT,
  POST_SORTS,
  searchQuery,
  type DeploymentFilter,
  type PostSort,
  type ReferenceData,
} from '#casework';
import { DEPLOYMENT_STATE_NAMES, FUNDING_SOURCES, MODALITIES } from '#domain';
import { filterOfPosts, FILTER_NAMES, type PostsQuery } from '../deployments/posts-query.js';
import { EXPORT_FORMATS } from '../request/export.js';
import { Fault } from '../shell/refusals.js';

const LONGEST = 200;
export const POST_STATUSES = [...DEPLOYMENT_STATE_NAMES, HELD, RAN_OUT];
const KNOWN = [...FILTER_NAMES, 'sort', 'limit', 'after', 'format'] as const;
type Known = (typeof KNOWN)[number];
type Rule = (value: string, reference: ReferenceData) => string | null;

const oneOf =
  (what: string, choices: readonly string[]): Rule =>
  (value) =>
    choices.includes(value) ? null : `Choose ${what}: ${choices.join(', ')}`;
const upTo =
  (max: number, what: string): Rule =>
  (value) =>
    /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= max ? null : `Enter ${what} from 1 to ${max}`;

/** What each filter may be: the sentence that says what to do instead, or null. */
const RULES: Record<Known, Rule> = {
  q: (value) =>
    value.length > LONGEST
      ? `Search for ${LONGEST} characters or fewer`
      : searchQuery(value) === null
        ? 'Search for words or numbers; there are none in this'
        : null,
  region: (value, reference) =>
    oneOf(
      'a region',
      reference.regions().map((r) => r.code),
    )(value, reference),
  country: (value, reference) =>
    reference.country(value) ? null : 'Enter a country by its three-letter code, such as TZA',
  status: oneOf('a status', POST_STATUSES),
  endsWithin: upTo(240, 'a number of months'),
  modality: oneOf('a form of support', Object.keys(MODALITIES)),
  funding: oneOf('a source', Object.keys(FUNDING_SOURCES)),
  framework: oneOf('whether posts stand under the framework', ['true', 'false']),
  view: oneOf('a view', ['all']),
  cluster: (value) => (value.length > LONGEST ? `Enter ${LONGEST} characters or fewer` : null),
  adviser: (value) => (value.length > LONGEST ? `Enter ${LONGEST} characters or fewer` : null),
  gap: oneOf('a gap', ['now', 'ahead', 'any']),
  sort: oneOf('an order', POST_SORTS),
  limit: upTo(POSTS_LIMIT, 'a limit'),
  after: (value) => (isPostCursor(value) ? null : 'Give the “next” of the page before, as it was; this is none'),
  format: oneOf('a format', EXPORT_FORMATS),
};
const isKnown = (key: string): key is Known => (KNOWN as readonly string[]).includes(key);

export interface PostsAsked {
  filter: DeploymentFilter;
  page: { sort?: PostSort; limit?: number; after?: string };
}

/** The filter of a list of posts from the address. What cannot be understood is said, not guessed. */
export function postsAsked(
  query: Record<string, string | string[] | undefined>,
  reference: ReferenceData,
  without: readonly Known[] = [],
): PostsAsked {
  const given: { [K in Known]?: string } = {};
  const fields: { path: string; message: string }[] = [];
  for (const [key, value] of Object.entries(query)) {
    const problem =
      !isKnown(key) || without.includes(key)
        ? `“${key.slice(0, 40)}” is not a filter of this list`
        : Array.isArray(value)
          ? `Give “${key}” once`
          : value?.trim() && RULES[key](value.trim(), reference);
    if (problem) fields.push({ path: key.slice(0, 40), message: problem });
    else if (isKnown(key)) given[key] = (value as string | undefined)?.trim() ?? '';
  }
  if (fields.length) throw new Fault(422, 'invalid', `${fields[0]!.message}.`, { fields });
  const { sort, limit, after } = given;
  return {
    filter: filterOfPosts(given as Pick<PostsQuery, (typeof FILTER_NAMES)[number]>),
    page: {
      ...(sort ? { sort: sort as PostSort } : {}),
      ...(limit ? { limit: Number(limit) } : {}),
      ...(after ? { after } : {}),
    },
  };
}
