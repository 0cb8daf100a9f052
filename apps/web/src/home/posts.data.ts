import { Injectable } from '@nestjs/common';
import {
  advisersOf,
  DeploymentList,
  Posts,
  type AdviserLoad,
  type PostFigures,
  type PostRead,
  type PostRow,
  type PostWork,
  type SignedIn,
} from '#casework';
import type { Role } from '#domain';

/** Whose home says how the posts stand that they look after. */
const LOOKS_AFTER: readonly Role[] = ['regionalTeam', 'regionalOffice', 'deskOfficer'];
const MOST = 8;

/** The posts that somebody looks after: counted, and those that want attention. */
export interface PostsAtHome {
  figures: PostFigures;
  urgent: PostRow[];
  endingMonths: number;
  /** The advisers with the most countries; a region plans cover by them. */
  advisers: AdviserLoad[];
  /** A region team speaks of its region before it speaks of requests. */
  regional: boolean;
}

/** Reads how the posts of a region stand, by the same query as the pages of deployments. */
@Injectable()
export class HomePosts {
  constructor(
    private readonly list: DeploymentList,
    private readonly posts: Posts,
  ) {}

  /** What of posts waits for the person, and the posts that they hold. */
  async own(me: SignedIn): Promise<{ postTodos: PostWork[]; held: PostRead[] | null }> {
    const isAdviser = me.assignments.some((a) => a.role === 'adviser');
    const [postTodos, held] = await Promise.all([this.posts.todos(me), isAdviser ? this.posts.heldBy(me) : null]);
    return { postTodos, held };
  }

  async load(me: SignedIn): Promise<PostsAtHome | null> {
    const roles = me.assignments.map((a) => a.role);
    if (!roles.some((role) => LOOKS_AFTER.includes(role))) return null;
    const view = await this.list.open(me, {});
    const regional = roles.some((role) => role !== 'deskOfficer' && LOOKS_AFTER.includes(role));
    const [figures, page, advisers] = await Promise.all([
      view.figures(),
      view.page({ limit: MOST }),
      regional ? advisersOf(view, MOST) : [],
    ]);
    if (figures.total === 0) return null;
    return {
      figures,
      urgent: page.rows.filter((row) => row.gap !== null || row.standing === 'ending' || row.standing === 'ranOut'),
      endingMonths: view.asOf.endingMonths,
      advisers,
      regional,
    };
  }
}
