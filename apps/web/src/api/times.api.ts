import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Cases, CLOCK, Posts, ReferenceData, type SignedIn } from '#casework';
import type { Clock } from '#platform';
import { openPost } from '../deployment/open-post.js';
import { openCase } from '../request/open-case.js';
import { Me } from '../shell/exchange.js';
import { timesFor } from '../timing/time.presenter.js';
import { Described } from './described.js';

/** The clocks of a case with which the caller could do something: what the steps about time are sent with. */
@ApiTags('Time')
@ApiBearerAuth()
@Controller('api/v1')
export class TimesApi {
  constructor(
    private readonly cases: Cases,
    private readonly posts: Posts,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('requests/:ref/time')
  @Described('listTimes')
  async ofRequest(@Param('ref') ref: string, @Me() me: SignedIn) {
    const { facts, revision } = await openCase(this.cases, ref, me);
    return { ref, revision, items: timesFor(facts, me, this.context()) };
  }

  @Get('deployments/:ref/time')
  @Described('listDeploymentTimes')
  async ofPost(@Param('ref') ref: string, @Me() me: SignedIn) {
    const { whole, revision } = await openPost(this.posts, ref, me);
    return { ref, revision, items: timesFor(whole, me, this.context()) };
  }

  private context() {
    const { clocks, calendars } = this.reference;
    return { clocks, calendars, at: this.clock.now().toISOString() };
  }
}
