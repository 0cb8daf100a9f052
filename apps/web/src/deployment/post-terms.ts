import { Injectable } from '@nestjs/common';
import { Posts, ReferenceData, TermsStandards, type PostRead, type SignedIn } from '#casework';
import { concernedCountries, readTerms, refuse } from '#domain';
import { Refused } from '../shell/refusals.js';
import type { RoleHolder, TermsView } from '../terms/case-terms.js';
import { openPost } from './open-post.js';

/** The terms of a post, with the post itself. */
export interface PostTermsView extends TermsView {
  post: PostRead;
}

const NONE = refuse(
  'notFound',
  'This post has no terms of reference here: it comes from before they were kept, or it was opened without them.',
);
const NO_SUCH_VERSION = refuse('notFound', 'There is no such version of the terms of reference.');

/** Reads the terms of reference under which a post was opened: those that both sides signed. */
@Injectable()
export class PostTerms {
  constructor(
    private readonly posts: Posts,
    private readonly standards: TermsStandards,
    readonly names: ReferenceData,
  ) {}

  /** The terms of a post; one that has none has no such page. */
  async open(ref: string, me: SignedIn, number: number | null = null): Promise<PostTermsView> {
    const post = await openPost(this.posts, ref, me);
    const { terms, post: described, origin } = post.facts;
    if (!terms) throw new Refused(NONE);
    if (number !== null && number !== terms.number) throw new Refused(NO_SUCH_VERSION);
    const [content, standard] = await Promise.all([
      this.posts.ground(post),
      this.standards.find(terms.content.standard),
    ]);
    const { language, modality, regions } = described;
    const subject = { ref: origin.reference, language, modality, regions, countries: concernedCountries(post.facts) };
    return {
      post,
      revision: post.revision,
      may: { propose: false, sign: null },
      rule: null,
      reading: readTerms({ ...subject, content, terms }, standard ?? (await this.standards.current()), this.names),
      version: terms,
      current: terms,
      versions: [terms],
      reporting: described.reporting.filter((r) => r.until === null).map((r): RoleHolder => r),
    };
  }
}
