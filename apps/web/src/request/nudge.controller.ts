import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Casework, Cases, CLOCK, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, mayTake } from '#domain';
import type { Clock } from '#platform';
import { act } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { nudgePage } from './nudge.presenter.js';
import { openCase } from './open-case.js';

const TEMPLATE = 'request/nudge.njk';

/** Whoever waits for somebody on a request nudges them. */
@Controller('requests/:ref/nudge')
export class NudgeController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
    @Query() asked: Form,
  ): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const may = mayTake(view.facts, me, 'NUDGE');
    if (isRefusal(may)) throw new Refused(may);
    const chosen = one((request.kept as Form | null) ?? asked, 'clock');
    return this.pages.html(request, TEMPLATE, nudgePage({ view, me, chosen, names: this.reference, now: this.now() }));
  }

  @Post()
  async take(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    await openCase(this.cases, ref, me);
    const chosen = one(formOf(request), 'clock');
    const done = await act(this.casework, request, me, ref, { type: 'NUDGE', clock: chosen });
    if (!isRefusal(done)) return seeOther(reply, paths.request(ref), 'nudged');
    const view = await openCase(this.cases, ref, me);
    const { fields: problems = [], message } = done;
    const trouble = problems.length ? undefined : message;
    const page = nudgePage({ view, me, chosen, problems, trouble, names: this.reference, now: this.now() });
    return this.pages.refused(request, reply, done, TEMPLATE, page);
  }

  private now = (): string => this.clock.now().toISOString();
}
