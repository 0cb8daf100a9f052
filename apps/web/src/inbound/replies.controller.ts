import { Controller, Get, Inject, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { CaseMessages, Cases, Posts, type MessagePage, type SignedIn } from '#casework';
import { notFound } from '#domain';
import { contentDisposition, type FileStore } from '#platform';
import { asGuest } from '../shell/documents.js';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { FILES } from '../shell/files.js';
import { asUuid } from '../shell/identifier.js';
import { Pages, paths } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { openPost } from '../deployment/open-post.js';
import { openCase } from '../request/open-case.js';
import { repliesContext } from './replies.presenter.js';

const TEMPLATE = 'inbound/replies.njk';

/** What people wrote by mail about a request or a post, for those to whom it was written. */
@Controller()
export class RepliesController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: Cases,
    private readonly posts: Posts,
    private readonly messages: CaseMessages,
    @Inject(FILES) private readonly store: FileStore,
  ) {}

  @Get('requests/:ref/replies')
  async ofRequest(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
    @Query('before') before?: string,
  ): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const back = [
      { text: 'Requests', href: paths.requests() },
      { text: ref, href: paths.request(ref) },
    ];
    return this.page(request, back, await this.messages.of(view.facts, me, asUuid(before)), before);
  }

  @Get('deployments/:ref/replies')
  async ofPost(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
    @Query('before') before?: string,
  ): Promise<string> {
    const view = await openPost(this.posts, ref, me);
    const back = [{ text: ref, href: paths.deployment(ref) }];
    return this.page(request, back, await this.messages.of(view.whole, me, asUuid(before)), before);
  }

  @Get('replies/:id/files/:number')
  async file(
    @Me() me: SignedIn,
    @Param() { id, number }: { id: string; number: string },
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const file = asUuid(id) && /^\d$/.test(number) ? await this.messages.file(id, Number(number), me) : null;
    if (!file) throw new Refused(notFound());
    asGuest(reply);
    const content = await this.store.get(file.key);
    const { type, size, name } = file;
    return new StreamableFile(content, { type, length: size, disposition: contentDisposition(name) });
  }

  private page(
    request: Exchange,
    back: { text: string; href: string }[],
    page: MessagePage,
    before: string | undefined,
  ): string {
    const [here = ''] = request.url.split('?');
    return this.pages.html(request, TEMPLATE, repliesContext(back, page, { here, before }));
  }
}
