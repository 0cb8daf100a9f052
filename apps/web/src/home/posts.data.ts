import { Injectable } from '@nestjs/common';
import {
  advisersOf,
  escalatedRenewals,
  firstWaits,
  DeploymentList,
  Posts,
  type AdviserLoad,
  type PostFigures,
  type PostRead,
  type PostRow,
  type PostWait,
  type PostWork,
  type SignedIn,
} from '#casework';
import { isRcSide, type Role } from '#domain';
import type { CountryPosts } from './posts-waiting.part.js';

/** Whose home says how the posts stand that they look after. */
const LOOKS_AFTER: readonly Role[] = ['regionalTeam', 'regionalOffice', 'deskOfficer'];
const MOST = 8;
const BOUND = 200;

/** The posts that somebody looks after: counted, and those that want attention. */
export interface PostsAtHome {
  figures: PostFigures;
  urgent: PostRow[];
  endingMonths: number;
  /** The advisers with the most countries; a region plans cover by them. */
  advisers: AdviserLoad[];
  /** A region team speaks of its region before it speaks of requests. */
  regional: boolean;
  /** Renewals that came to the regional team because they are late. */
  lateRenewals: PostWait[];
}
/** A Resident Coordinator's office works with a few posts; who has more of them opens the list. */
const MOST_OF_COUNTRY = 20;

/** Reads how the posts of a region stand, by the same query as the pages of deployments. */
@Injectable()
export class HomePosts {
  constructor(
    private readonly list: DeploymentList,
    private readonly posts: Posts,
  ) {}

  /** What of posts waits for the person, and the posts that they hold. */
  async own(me: SignedIn): Promise<{ postTodos: PostWork[]; held: PostRead[] | null; country: CountryPosts | null }> {
    const isAdviser = me.assignments.some((a) => a.role === 'adviser');
    const [postTodos, held, country] = await Promise.all([
      this.posts.todos(me),
      isAdviser ? this.posts.heldBy(me) : null,
      this.country(me),
    ]);
    return { postTodos, held, country };
  }

  /** The posts of the countries for which the person speaks, and what they wait for. */
  private async country(me: SignedIn): Promise<CountryPosts | null> {
    const countries = me.assignments.filter((a) => isRcSide(a.role)).flatMap((a) => a.countries);
    if (countries.length === 0) return null;
    const view = await this.list.open(me, { countries });
    const [{ rows }, waits] = await Promise.all([view.page({ limit: MOST_OF_COUNTRY }), firstWaits(view, BOUND)]);
    return { rows, waits };
  }

  async load(me: SignedIn): Promise<PostsAtHome | null> {
    const roles = me.assignments.map((a) => a.role);
    if (!roles.some((role) => LOOKS_AFTER.includes(role))) return null;
    const view = await this.list.open(me, {});
    const regional = roles.some((role) => role !== 'deskOfficer' && LOOKS_AFTER.includes(role));
    const isTeam = roles.includes('regionalTeam');
    const [figures, page, advisers, lateRenewals] = await Promise.all([
      view.figures(),
      view.page({ limit: MOST }),
      regional ? advisersOf(view, MOST) : [],
      isTeam ? escalatedRenewals(view, MOST) : [],
    ]);
    if (figures.total === 0) return null;
    return {
      figures,
      urgent: page.rows.filter((row) => row.gap !== null || row.standing === 'ending' || row.standing === 'ranOut'),
      endingMonths: view.asOf.endingMonths,
      advisers,
      regional,
      lateRenewals,
    };
  }
}
