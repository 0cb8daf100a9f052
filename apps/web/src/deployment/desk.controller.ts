import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { CLOCK, Posts, ReferenceData, type PostRead, type SignedIn } from '#casework';
import type { Day } from '#domain';
import type { Clock } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { notesPage } from './notes.presenter.js';
import { openPost, todayAt } from './open-post.js';
import { threadPage } from './thread.presenter.js';

/** What is only read: the thread from criterion to result, and the notes to OHCHR. */
@Controller('deployments/:ref')
export class DeskController {
  constructor(
    private readonly pages: Pages,
    private readonly posts: Posts,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private today = (view: PostRead): Day => todayAt(view, this.reference, this.clock);

  @Get('thread')
  async thread(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const view = await openPost(this.posts, ref, me);
    const page = threadPage(view, me, this.reference);
    return this.pages.html(request, 'deployment/thread.njk', { ...page, today: this.today(view) });
  }

  @Get('notes')
  async notes(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const view = await openPost(this.posts, ref, me);
    const page = notesPage(view, me, this.reference);
    return this.pages.html(request, 'deployment/notes.njk', { ...page, today: this.today(view) });
  }
}
