import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { NoticeWishes, OwnNotices, ReferenceData, type SignedIn } from '#casework';
import { refuse } from '#domain';
import { formOf, Me, one, type Exchange, type Reply } from '../shell/exchange.js';
import { asUuid } from '../shell/identifier.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { noticesContext } from './notices.presenter.js';

export const NO_NOTICE = refuse('notFound', 'There is no such notice, or it is not one that you can open.');

/** An identifier of an address, which has to be one. */
function idOf(text: string): string {
  const id = asUuid(text);
  if (id === null) throw new Refused(NO_NOTICE);
  return id;
}

/** What the person was told, with what they have read. */
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly pages: Pages,
    private readonly notices: OwnNotices,
    private readonly reference: ReferenceData,
    private readonly wishes: NoticeWishes,
  ) {}

  @Get()
  async list(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Query('before') before?: string,
    @Query('unread') unread?: string,
  ): Promise<string> {
    const unreadOnly = unread === '1';
    const [page, { zone }, lost] = await Promise.all([
      this.notices.list(me, before ? idOf(before) : null, unreadOnly),
      this.wishes.of(me.id),
      this.notices.lostDigest(me),
    ]);
    const context = noticesContext(page, {
      unreadOnly,
      later: Boolean(before),
      unread: request.unread,
      lost,
      zone,
      names: this.reference,
    });
    return this.pages.html(request, 'notices/notices.njk', context);
  }

  /** All that the page showed, and what is older. */
  @Post('read')
  async readAll(@Req() request: Exchange, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    await this.notices.markAllRead(me, idOf(one(formOf(request), 'upTo')));
    seeOther(reply, paths.notices(), 'noticesRead');
  }

  @Post(':id/read')
  async read(@Param('id') id: string, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    if (!(await this.notices.markRead(me, idOf(id)))) throw new Refused(NO_NOTICE);
    seeOther(reply, paths.notices());
  }

  /** Where a notice leads; from then on it is read. */
  @Get(':id')
  async open(@Param('id') id: string, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    const notice = await this.notices.open(me, idOf(id));
    if (!notice) throw new Refused(NO_NOTICE);
    seeOther(reply, notice.path);
  }
}
