import { Injectable } from '@nestjs/common';
import { DeploymentList, Posts, ReferenceData, type CaseView, type PostRow, type SignedIn } from '#casework';
import { arrangementsOf, goesOnWith, type RequestFacts } from '#domain';
import { postPlace } from '../deployments/post-words.js';
import { date } from '../shell/words.js';

/** A post that can be chosen. */
export interface PostChoice {
  value: string;
  text: string;
  hint?: { text: string };
}
const MOST = 50;

const hintOf = (row: PostRow): string =>
  row.adviser ? `${row.adviser}${row.endsOn ? `, until ${date(row.endsOn)}` : ''}` : 'Nobody holds it now';

/** The posts that a request has to do with: the one that it led to, and those that it may go on with. */
@Injectable()
export class RequestPosts {
  constructor(
    private readonly posts: Posts,
    private readonly lists: DeploymentList,
    readonly names: ReferenceData,
  ) {}

  /** The reference of the post that a request has opened or goes on with, where this person may know of it. */
  async of({ facts }: Pick<CaseView, 'facts'>, me: SignedIn): Promise<string | null> {
    const arrangements = arrangementsOf(facts);
    if (!arrangements) return null;
    const { deployment } = arrangements;
    const found = deployment ? await this.posts.find(deployment, me) : await this.posts.ofRequest(facts.id, me);
    return found?.facts.ref ?? null;
  }

  /** The open posts of its countries, for a request that goes on with one; none for any other. */
  async choices(facts: RequestFacts, me: SignedIn): Promise<PostChoice[]> {
    const { countries } = facts.summary;
    if (!goesOnWith(facts) || countries.length === 0) return [];
    const view = await this.lists.open(me, { countries });
    const { rows } = await view.page({ sort: 'country', limit: MOST });
    return rows.map((row) => ({
      value: row.ref,
      text: `${row.ref}, ${postPlace(row, this.names)}: ${row.title}`,
      hint: { text: hintOf(row) },
    }));
  }
}
