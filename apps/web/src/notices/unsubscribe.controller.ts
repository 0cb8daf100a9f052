import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { NoticeWishes, UnsubscribeLinks, type UnsubscribeLink } from '#casework';
import { NOTICE_GROUPS, refuse } from '#domain';
import type { Exchange } from '../shell/exchange.js';
import { Pages, paths } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';

const wordsOf = ({ of }: UnsubscribeLink): string =>
  of === 'digests' ? 'digests of notices' : `mails about “${NOTICE_GROUPS[of].title}”`;

/** Ends mails of one kind, by the link that each of them carries: for a person who looks, and for a mail program that does not (RFC 8058). */
@Controller('unsubscribe/:token')
export class UnsubscribeController {
  constructor(
    private readonly pages: Pages,
    private readonly links: UnsubscribeLinks,
    private readonly wishes: NoticeWishes,
  ) {}

  /** Programs that look at every link of a mail must end nothing by that. */
  @Get()
  async ask(@Req() request: Exchange, @Param('token') token: string): Promise<string> {
    return this.page(request, await this.found(token), false);
  }

  @Post()
  @HttpCode(200)
  async end(@Req() request: Exchange, @Param('token') token: string): Promise<string> {
    const link = await this.found(token);
    await this.wishes.unsubscribe(link);
    return this.page(request, link, true);
  }

  private async found(token: string): Promise<UnsubscribeLink> {
    const link = await this.links.read(token);
    if (!link) throw new Refused(refuse('notFound', 'This link ends no mails: it is not whole, or not ours.'));
    return link;
  }

  private page(request: Exchange, link: UnsubscribeLink, done: boolean): string {
    return this.pages.html(request, 'notices/unsubscribe.njk', {
      title: done ? 'You get no more of these mails' : 'End these mails',
      what: wordsOf(link),
      done,
      digests: link.of === 'digests',
      settings: paths.noticeSettings(),
    });
  }
}
