import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Cases, DraftComments, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { readsComments, type Refusal } from '#domain';
import { openCase } from '../request/open-case.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { commentsPage, typedComment, type TypedComment } from './comments.presenter.js';

const TEMPLATE = 'together/comments.njk';

/** What the office says to itself about the questions of its request. */
@Controller('requests/:ref/comments')
export class CommentsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: Cases,
    private readonly comments: DraftComments,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
    @Query('question') question: string | undefined,
  ): Promise<string> {
    const view = await this.open(ref, me);
    const kept = request.kept ? typedComment(request.kept as Form) : null;
    const typed = kept ?? { ...typedComment({}), question: one({ question }, 'question') };
    return this.pages.html(request, TEMPLATE, await this.page(view, me, typed));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const view = await this.open(ref, me);
    const form = formOf(request);
    const [typed, resolve] = [typedComment(form), one(form, 'resolve')];
    const refusal = resolve
      ? await this.comments.resolve(view, me, resolve)
      : await this.comments.say(view, me, { ...typed, id: one(form, 'once') });
    if (!refusal) return seeOther(reply, paths.comments(ref), resolve ? 'commentResolved' : 'commented');
    return this.pages.refused(request, reply, refusal, TEMPLATE, await this.page(view, me, typed, refusal));
  }

  private async open(ref: string, me: SignedIn): Promise<CaseView> {
    const view = await openCase(this.cases, ref, me);
    if (!readsComments(me, view.facts)) throw new Refused(NOT_YOURS.comments);
    return view;
  }

  private async page(view: CaseView, me: SignedIn, typed: TypedComment, refusal?: Refusal) {
    const comments = await this.comments.of(view, me);
    return commentsPage({ view, me, comments, typed, refusal, names: this.reference });
  }
}
