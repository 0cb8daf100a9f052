import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { isAdministrator, Webhooks, type SignedIn, type WebhookDraft } from '#casework';
import { isRefusal, type Refusal } from '#domain';
import type { Environment } from '#platform';
import { dateTyped, formOf, many, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { asUuid } from '../shell/identifier.js';
import { ENVIRONMENT, Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { hookContext, hooksContext } from './webhooks.presenter.js';

const LIST = 'webhooks/webhooks.njk';
const ONE = 'webhooks/webhook.njk';
const draftOf = (form: Form): WebhookDraft => ({
  name: one(form, 'name'),
  url: one(form, 'url').trim(),
  types: many(form, 'types'),
});
const dayOf = (form: Form): string => {
  const { day, month, year } = dateTyped(form, 'from');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** Programs that are told of steps: everybody's own, and all of them for an administrator. */
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly pages: Pages,
    private readonly hooks: Webhooks,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get()
  async list(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, LIST, await this.listed(me, request.kept as Form | null));
  }

  @Post()
  @HttpCode(201)
  async add(@Req() request: Exchange, @Res({ passthrough: true }) reply: Reply, @Me() me: SignedIn): Promise<string> {
    const form = formOf(request);
    const made = await this.hooks.add(me, draftOf(form), this.environment.demo);
    if (isRefusal(made)) return this.pages.refused(request, reply, made, LIST, await this.listed(me, form, made));
    // The answer itself shows the secret: it is nowhere else, and no page shows it again.
    return this.pages.html(request, ONE, await this.opened(me, made.id, null, { secret: made.secret }));
  }

  @Get(':id')
  async show(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('id') id: string,
    @Query('before') before?: string,
  ): Promise<string> {
    return this.pages.html(request, ONE, await this.opened(me, id, asUuid(before), {}));
  }

  @Post(':id')
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('id') id: string,
  ): Promise<void> {
    const what = one(formOf(request), 'do');
    const done = await (what === 'remove' ? this.hooks.remove(me, id) : this.hooks.switch(me, id, what === 'on'));
    if (done) throw new Refused(done);
    if (what === 'remove') seeOther(reply, paths.webhooks(), 'hookRemoved');
    else seeOther(reply, paths.webhook(id), what === 'on' ? 'hookOn' : 'hookOff');
  }

  @Post(':id/replays')
  @HttpCode(200)
  async replay(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('id') id: string,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const delivery = one(form, 'delivery');
    const done = await this.hooks.replay(me, id, delivery ? { delivery } : { from: dayOf(form) });
    if (!isRefusal(done)) return void seeOther(reply, paths.webhook(id), 'hookReplayed');
    if (done.code === 'notFound') throw new Refused(done);
    return this.pages.refused(request, reply, done, ONE, await this.opened(me, id, null, { form, refusal: done }));
  }

  private async listed(me: SignedIn, form: Form | null, refusal?: Refusal) {
    return hooksContext(await this.hooks.of(me), isAdministrator(me), form, refusal);
  }

  private async opened(
    me: SignedIn,
    id: string,
    before: string | null,
    more: { secret?: string; form?: Form; refusal?: Refusal },
  ) {
    const [hook, log] = await Promise.all([this.hooks.find(me, id), this.hooks.log(me, id, before)]);
    if (isRefusal(hook)) throw new Refused(hook);
    if (isRefusal(log)) throw new Refused(log);
    return hookContext(hook, log, me.id === hook.ownerId, more);
  }
}
