import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Coordinators, ReferenceData, type SignedIn } from '#casework';
import type { Refusal } from '#domain';
import { typedDay } from '../deployment/step-fields.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { coordinatorsPage } from './coordinators.presenter.js';

const TEMPLATE = 'together/coordinators.njk';

/** Who is Resident Coordinator, and who follows from which day on; an administrator records it. */
@Controller('admin/coordinators')
export class CoordinatorsController {
  constructor(
    private readonly pages: Pages,
    private readonly coordinators: Coordinators,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, TEMPLATE, await this.page(me, (request.kept ?? {}) as Form));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    if (!this.coordinators.may(me)) throw new Refused(NOT_YOURS.coordinators);
    const form = formOf(request);
    if (one(form, 'back')) return this.takeBack(request, reply, me, form);
    const draft = {
      term: one(form, 'term'),
      email: one(form, 'email'),
      from: typedDay(form, 'from') ?? '',
      both: one(form, 'both') === 'yes',
      hold: one(form, 'hold') === 'yes',
    };
    const refusal = await this.coordinators.change(me, draft);
    if (!refusal)
      return seeOther(reply, paths.adminCoordinators(), draft.hold ? 'coordinatorFollowsHeld' : 'coordinatorFollows');
    return this.pages.refused(request, reply, refusal, TEMPLATE, await this.page(me, form, refusal));
  }

  private async takeBack(request: Exchange, reply: Reply, me: SignedIn, form: Form): Promise<string | void> {
    const refusal = await this.coordinators.takeBack(me, one(form, 'back'));
    if (!refusal) return seeOther(reply, paths.adminCoordinators(), 'coordinatorTakenBack');
    return this.pages.refused(request, reply, refusal, TEMPLATE, await this.page(me, {}, refusal));
  }

  private async page(me: SignedIn, form: Form, refusal?: Refusal) {
    if (!this.coordinators.may(me)) throw new Refused(NOT_YOURS.coordinators);
    return coordinatorsPage({ terms: await this.coordinators.terms(), form, refusal, names: this.reference });
  }
}
