import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import { Cases, DraftComments, SectionPresence, type CaseView, type SignedIn } from '#casework';
import { readsComments } from '#domain';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { CommentShape } from './comments.dto.js';
import { Described } from './described.js';
import { jsonOf, parseShape } from './parse.js';
import { notFound, orRefused } from './requests.api.js';

/** What the office that writes a request says to itself, and who is at work in it. */
@ApiTags('Requests')
@ApiBearerAuth()
@Controller('api/v1/requests/:ref/comments')
export class CommentsApi {
  constructor(
    private readonly cases: Cases,
    private readonly comments: DraftComments,
    private readonly presence: SectionPresence,
  ) {}

  @Get()
  @Described('listComments')
  async list(@Param('ref') ref: string, @Me() me: SignedIn) {
    const view = await this.open(ref, me);
    const [items, present] = await Promise.all([this.comments.of(view, me), this.presence.present(view, me)]);
    return { items, present: present.map(({ name, section }) => ({ name, section })) };
  }

  @Post()
  @Described('addComment')
  async say(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const view = await this.open(ref, me);
    const sent = orRefused(parseShape<CommentShape>(jsonOf(request), CommentShape));
    const id = sent.id ?? randomUUID();
    const refusal = await this.comments.say(view, me, { ...sent, id });
    if (refusal) throw new Refused(refusal);
    void reply.status(201);
    return { id };
  }

  @Put(':id/resolution')
  @Described('resolveComment')
  async resolve(@Param('ref') ref: string, @Param('id') id: string, @Me() me: SignedIn) {
    const view = await this.open(ref, me);
    const refusal = await this.comments.resolve(view, me, id);
    if (refusal) throw new Refused(refusal);
    return { id };
  }

  private async open(ref: string, me: SignedIn): Promise<CaseView> {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    if (!readsComments(me, view.facts)) throw new Refused(NOT_YOURS.comments);
    return view;
  }
}
