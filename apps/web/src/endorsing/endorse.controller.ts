import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { CLOCK } from '#casework';
import { closedLink, endorserHolder, endorserOfLink, notFound, refuse, type ClosedLink } from '#domain';
import type { Clock } from '#platform';
import { formOf, one, type Exchange, type Reply } from '../shell/exchange.js';
import { LinkDoor } from '../shell/link-door.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { EndorsePage, type Asked } from './endorse-page.js';
import { typedEndorsement } from './endorse.form.js';

const TEMPLATE = 'endorsing/endorse.njk';

/**
 * The page behind the link of a head of agency. Opening it shows whose link it is and a button, and nothing of the
 * request, however often: programs open the links of mails too. The request and the answer come with a press of a button.
 */
@Controller('endorse/:token')
export class EndorseController {
  constructor(
    private readonly pages: Pages,
    private readonly door: LinkDoor,
    private readonly endorse: EndorsePage,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('token') token: string,
  ): Promise<string> {
    const asked = await this.find(token, reply);
    const closed = this.closed(asked);
    const context = closed ? this.endorse.closed(asked, closed, { opened: false }) : this.endorse.door(asked);
    return this.pages.html(request, TEMPLATE, context);
  }

  @Post()
  @HttpCode(200)
  async answer(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('token') token: string,
  ): Promise<string | undefined> {
    const asked = await this.find(token, reply);
    const closed = this.closed(asked);
    const form = formOf(request);
    if (closed) {
      const { word, what } = typedEndorsement(form);
      const context = this.endorse.closed(asked, closed, { opened: true, typed: [word, what] });
      return this.pages.html(request, TEMPLATE, context);
    }
    if (one(form, 'do') !== 'answer')
      return this.pages.html(request, TEMPLATE, await this.endorse.page(asked, null, null));
    const typed = typedEndorsement(form);
    const refused = await this.endorse.give(asked, typed);
    if (!refused) return void seeOther(reply, paths.endorse(token));
    const again = await this.find(token, reply);
    const context = await this.endorse.page(again, typed, refused);
    return this.pages.refused(request, reply, refused, TEMPLATE, context);
  }

  /** A document of the request, for as long as the link is good. */
  @Get('documents/:id')
  async document(
    @Param() { token, id }: { token: string; id: string },
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const asked = await this.find(token, reply);
    const closed = this.closed(asked);
    if (closed) throw new Refused(refuse('notReady', this.endorse.closed(asked, closed, { opened: false }).why));
    return this.door.document(asked.link, endorserHolder(asked.endorser), id, reply);
  }

  private closed = ({ link, endorser }: Asked): ClosedLink | null =>
    closedLink(link.facts, endorser, link, this.clock.now().toISOString());

  private async find(token: string, reply: Reply): Promise<Asked> {
    const link = await this.door.find(token, reply);
    const endorser = endorserOfLink(link.facts, link);
    if (!endorser) throw new Refused(notFound());
    return { token, link, endorser };
  }
}
