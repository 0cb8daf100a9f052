import {
  HELD,
  RAN_OUT,
  isPostCursor,
  POSTS_LIMIT,
  POST_SORTS,
  type DeploymentFilter,
  type PostSort,
  type ReferenceData,
} from '#casework';
import { DEPLOYMENT_STATE_NAMES, FUNDING_SOURCES, MODALITIES } from '#domain';
import { filterOfPosts, FILTER_NAMES, type PostsQuery } from '../deployments/posts-query.js';
import { EXPORT_FORMATS } from '../request/export.js';
import { askedIn, nextOf, OF_EVERY_LIST, oneOf, upTo, words, type Query, type Rule } from './filter-rules.js';

export const POST_STATUSES = [...DEPLOYMENT_STATE_NAMES, HELD, RAN_OUT];
type Known = (typeof FILTER_NAMES)[number] | 'sort' | 'limit' | 'after' | 'format';

const RULES: Record<Known, Rule> = {
  ...OF_EVERY_LIST,
  status: oneOf('a status', POST_STATUSES),
  endsWithin: upTo(240, 'a number of months'),
  modality: oneOf('a form of support', Object.keys(MODALITIES)),
  funding: oneOf('a source', Object.keys(FUNDING_SOURCES)),
  framework: oneOf('whether posts stand under the framework', ['true', 'false']),
  view: oneOf('a view', ['all']),
  cluster: words,
  adviser: words,
  gap: oneOf('a gap', ['now', 'ahead', 'any']),
  sort: oneOf('an order', POST_SORTS),
  limit: upTo(POSTS_LIMIT, 'a limit'),
  after: nextOf(isPostCursor),
  format: oneOf('a format', EXPORT_FORMATS),
};

export interface PostsAsked {
  filter: DeploymentFilter;
  page: { sort?: PostSort; limit?: number; after?: string };
}

/** The filter of a list of posts from the address. */
export function postsAsked(query: Query, reference: ReferenceData, without: readonly Known[] = []): PostsAsked {
  const rules = Object.fromEntries(Object.entries(RULES).filter(([name]) => !without.includes(name as Known)));
  const given = askedIn(query, rules as typeof RULES, reference);
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
