import { Injectable } from '@nestjs/common';
import { DraftComments, SectionPresence, type CaseView, type SignedIn } from '#casework';
import { readsComments } from '#domain';
import type { Beside } from './beside.js';

/** Reads what stands beside a draft for the page that lists its sections. */
@Injectable()
export class DraftSurroundings {
  constructor(
    private readonly comments: DraftComments,
    private readonly presence: SectionPresence,
  ) {}

  /** What the office says and who is where; null for whoever is not of it. Whoever looks at the list is in no section. */
  async of(view: CaseView, me: SignedIn): Promise<Beside | null> {
    if (!readsComments(me, view.facts)) return null;
    const [comments, present] = await Promise.all([this.comments.of(view, me), this.presence.left(view, me)]);
    return { comments, present };
  }
}
