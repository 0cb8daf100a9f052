import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { SignedIn } from '#casework';
import { formOf, Me, text, type Exchange, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { typedFrom } from './score.form.js';
import { ScorePage } from './score-page.js';

/** A reviewer’s private notes where the scores are not open any more; while they are, they are saved together. */
@Controller('reviews/:ref/notes')
export class NotesController {
  constructor(
    private readonly pages: Pages,
    private readonly page: ScorePage,
  ) {}

  @Post()
  @HttpCode(200)
  async keep(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const own = await this.page.own(ref, me);
    const form = formOf(request);
    const refusal = await this.page.keepNotes(ref, me, form);
    if (!refusal) return void seeOther(reply, `${paths.review(ref)}#notes`, 'notesSaved');
    const notes = { typed: text(form, 'notes'), refusal };
    const context = await this.page.context(ref, me, typedFrom(own.first ?? own.draft), { refusal, notes });
    return this.pages.refused(request, reply, refusal, 'review/score.njk', context);
  }
}
