import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Delegations, type SignedIn } from '#casework';
import type { Refusal } from '#domain';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { dayIn, delegationPage, typedDelegation, type TypedDelegation } from './delegation.presenter.js';

const TEMPLATE = 'delegation/delegation.njk';

/** An approver or a Resident Coordinator who is away lets a colleague act for them. */
@Controller('delegation')
export class DelegationController {
  constructor(
    private readonly pages: Pages,
    private readonly delegations: Delegations,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, TEMPLATE, await this.page(me, typedDelegation((request.kept ?? {}) as Form)));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    if (!this.delegations.may(me)) throw new Refused(NOT_YOURS.delegation);
    const form = formOf(request);
    const typed = typedDelegation(form);
    const ends = one(form, 'end');
    const refusal = ends
      ? await this.delegations.end(me, ends)
      : await this.delegations.give(me, { to: typed.to, from: dayIn(typed.from), until: dayIn(typed.until) });
    if (!refusal) return seeOther(reply, paths.delegation(), ends ? 'delegationEnded' : 'delegated');
    return this.pages.refused(request, reply, refusal, TEMPLATE, await this.page(me, typed, refusal));
  }

  private async page(me: SignedIn, typed: TypedDelegation, refusal?: Refusal) {
    const kind = this.delegations.kind(me);
    if (!kind) throw new Refused(NOT_YOURS.delegation);
    const [given, colleagues] = await Promise.all([this.delegations.of(me), this.delegations.colleagues(me)]);
    return delegationPage({ kind, zone: this.delegations.zone(me) }, given, colleagues, typed, refusal);
  }
}
