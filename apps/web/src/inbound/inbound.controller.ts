import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InboundTray, TRAY_STATES, type SignedIn, type TrayMail } from '#casework';
import { isRefusal, type Refusal } from '#domain';
import type { Environment, FileStore } from '#platform';
import { asGuest } from '../shell/documents.js';
import { formOf, Me, one, text, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { FILES } from '../shell/files.js';
import { asUuid } from '../shell/identifier.js';
import { ENVIRONMENT, Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { inboundContext, inboundMailContext } from './inbound.presenter.js';

const ONE = 'inbound/inbound-mail.njk';

const placingIn = (form: Form) => ({
  ref: one(form, 'ref'),
  audience: one(form, 'audience'),
  reason: text(form, 'reason'),
});

/** Mails that came in, for an administrator: what did not find its case, and what was made of the others. */
@Controller('admin/inbound')
export class InboundController {
  constructor(
    private readonly pages: Pages,
    private readonly tray: InboundTray,
    @Inject(FILES) private readonly store: FileStore,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get()
  async list(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Query('state') asked?: string,
    @Query('before') before?: string,
  ): Promise<string> {
    const state = TRAY_STATES.find((s) => s === asked) ?? 'tray';
    const [counts, page] = await Promise.all([this.tray.counts(me), this.tray.list(me, state, asUuid(before))]);
    if (isRefusal(counts) || isRefusal(page)) throw new Refused(counts as Refusal);
    const taken = this.environment.inbound?.domain ?? null;
    const context = inboundContext({ state, counts, page, before, taken });
    return this.pages.html(request, 'inbound/inbound.njk', context);
  }

  @Get(':id')
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('id') id: string): Promise<string> {
    const mail = await this.found(me, id);
    return this.pages.html(request, ONE, inboundMailContext(mail, request.kept as Form | null));
  }

  @Get(':id/source')
  async source(@Me() me: SignedIn, @Param('id') id: string, @Res() reply: Reply): Promise<void> {
    const source = await this.tray.source(me, id);
    if (isRefusal(source)) throw new Refused(source);
    asGuest(reply);
    await reply.header('content-type', 'text/plain; charset=utf-8').send(source);
  }

  @Post(':id')
  @HttpCode(200)
  async decide(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('id') id: string,
  ): Promise<string | undefined> {
    const mail = await this.found(me, id);
    const form = formOf(request);
    const dismisses = one(form, 'do') === 'dismiss';
    const refused = dismisses
      ? await this.tray.dismiss(me, id, text(form, 'why'))
      : await this.tray.assign(me, id, placingIn(form), {
          store: this.store,
          limits: { maxBytes: this.environment.uploadMaxBytes },
        });
    if (!refused) return void seeOther(reply, paths.adminInbound(), dismisses ? 'mailDismissed' : 'mailPlaced');
    return this.pages.refused(request, reply, refused, ONE, inboundMailContext(mail, form, refused));
  }

  private async found(me: SignedIn, id: string): Promise<TrayMail> {
    const mail = await this.tray.one(me, id);
    if (isRefusal(mail)) throw new Refused(mail);
    return mail;
  }
}
