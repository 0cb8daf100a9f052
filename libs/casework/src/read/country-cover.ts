import type { PostRow, PostView } from './deployments.js';
import { FIELDS } from './deployments.js';

/** The most posts that a look at some countries shows. */
const MOST = 100;

/** The posts, of now and of the past, that cover some countries or stand in one, those of now first. Scope and words of a post are those of every list. */
export const postsCovering = (view: PostView, countries: readonly string[]): Promise<PostRow[]> =>
  view.ask<PostRow>(
    (posts) =>
      `SELECT ${FIELDS} FROM (SELECT p.* FROM ${posts} p ORDER BY p.is_open DESC, p.urgency COLLATE "C", p.seq LIMIT ${MOST}) l ORDER BY l.is_open DESC, l.urgency COLLATE "C", l.seq`,
    { view: 'all', countries },
  );
