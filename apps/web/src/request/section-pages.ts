import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DraftComments, ReferenceData, SectionPresence, type SignedIn } from '#casework';
import type { Clock } from '#platform';
import { Attachments } from './attachments.js';
import { sectionPage, type SectionInput } from './section.presenter.js';

type Drawn = Pick<SectionInput, 'view' | 'content' | 'section'> & Partial<SectionInput>;

/** Draws the page of a section, with what the office says about its questions and who else is there. */
@Injectable()
export class SectionPages {
  constructor(
    private readonly reference: ReferenceData,
    private readonly attachments: Attachments,
    private readonly comments: DraftComments,
    private readonly presence: SectionPresence,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The page of a section as this person opens it. */
  async page(me: SignedIn, it: Drawn) {
    const [comments, present] = await Promise.all([
      this.comments.of(it.view, me),
      this.presence.came(it.view, me, it.section.number),
    ]);
    return sectionPage({
      ...it,
      beside: { comments, present },
      framework: this.reference.frameworkFor(it.view.facts.summary.type),
      names: this.reference,
      now: this.clock.now(),
      calls: this.reference.calls,
      uploadLimit: this.attachments.limit,
    });
  }
}
