import { Injectable } from '@nestjs/common';
import { DraftComments, People, SectionPresence, type CaseView, type SignedIn } from '#casework';
import { leadOf, readsComments, type RequestContent } from '#domain';
import type { Beside } from './beside.js';
import { successionIn, type Succession } from './check-notes.js';

/** Reads what stands beside a draft: what the office says of it, who is in it, and who is coordinator now. */
@Injectable()
export class DraftSurroundings {
  constructor(
    private readonly comments: DraftComments,
    private readonly presence: SectionPresence,
    private readonly people: People,
  ) {}

  /** What the office says and who is where; null for whoever is not of it. Whoever looks at the list is in no section. */
  async of(view: CaseView, me: SignedIn): Promise<Beside | null> {
    if (!readsComments(me, view.facts)) return null;
    const [comments, present] = await Promise.all([this.comments.of(view, me), this.presence.left(view, me)]);
    return { comments, present };
  }

  /** What is looked at before a request is submitted. */
  async beforeSubmission(view: CaseView, content: RequestContent, me: SignedIn) {
    const [comments, succession] = await Promise.all([this.comments.of(view, me), this.succession(view, content)]);
    return { comments, succession };
  }

  /** Whether the text names a coordinator of before. */
  async succession({ facts }: CaseView, content: RequestContent): Promise<Succession | null> {
    const signers = await this.people.signersFor(leadOf(facts));
    return successionIn(
      content,
      signers.filter((p) => p.role === 'residentCoordinator'),
    );
  }
}
