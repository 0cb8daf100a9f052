import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CLOCK, Deployments, Posts, type PostRead, type SignedIn } from '#casework';
import {
  availableDeploymentActions,
  conditionOf,
  DEPLOYMENT_STATES,
  deploymentEventRule,
  isRefusal,
  noSuchPost,
  threadOf,
  type DeploymentEvent,
} from '#domain';
import type { Clock } from '#platform';
import { awaitedOnPost } from '../deployment/post-nudges.js';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { DEPLOYMENT_EVENT_SHAPES } from './deployment-events.dto.js';
import { Described } from './described.js';
import { LINES, onlyThese, wholeNumber } from './address.js';
import { jsonOf, onceOf, parseStep, revisionOf } from './parse.js';
import { orRefused, tagged } from './requests.api.js';

/** One post for programs: what is known of it, what the caller could do, its record, and every step through the one write path. */
@ApiTags('Deployments')
@ApiBearerAuth()
@Controller('api/v1/deployments')
export class DeploymentsApi {
  constructor(
    private readonly deployments: Deployments,
    private readonly posts: Posts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':ref')
  @Described('readDeployment')
  async read(@Param('ref') ref: string, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply) {
    const view = await this.find(ref, me);
    tagged(reply, view);
    const { clocks: _clocks, nudges: _nudges, asOf: _asOf, kind: _kind, state: _state, ...facts } = view.facts;
    const status = conditionOf(view.whole);
    return { ...facts, revision: view.revision, state: status, status: DEPLOYMENT_STATES[status].label };
  }

  @Get(':ref/actions')
  @Described('listDeploymentActions')
  async actions(@Param('ref') ref: string, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply) {
    const view = await this.find(ref, me);
    tagged(reply, view);
    const awaited = awaitedOnPost({ view, me, now: this.clock.now().toISOString() });
    return { ref, revision: view.revision, actions: availableDeploymentActions(view.whole, me), awaited };
  }

  @Get(':ref/timeline')
  @Described('readDeploymentTimeline')
  async timeline(@Param('ref') ref: string, @Me() me: SignedIn, @Query() query: Record<string, unknown>) {
    const { before, limit } = onlyThese(query, 'before', 'limit');
    const view = await this.find(ref, me);
    const bound = wholeNumber(limit, 'limit', LINES) ?? 50;
    const lines = await this.posts.history(view, me, { before: wholeNumber(before, 'before'), limit: bound });
    const items = lines.map(({ seq, at, event, name, actorName, role, actingFor, data }) => ({
      revision: seq,
      at,
      type: event,
      name,
      by: actorName,
      role,
      actingFor,
      data,
    }));
    return { items, next: lines.length === bound ? lines.at(-1)!.seq : null };
  }

  @Get(':ref/thread')
  @Described('readThread')
  async thread(@Param('ref') ref: string, @Me() me: SignedIn) {
    return { items: threadOf((await this.find(ref, me)).facts) };
  }

  @Post(':ref/events')
  @HttpCode(200)
  @Described('takeDeploymentStep')
  async send(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const event = parseStep<DeploymentEvent>(jsonOf(request), DEPLOYMENT_EVENT_SHAPES);
    const own = !isRefusal(event) && deploymentEventRule(event.type).ownPart === true;
    const revision = revisionOf(request, own);
    if (isRefusal(event)) {
      // Somebody who may not know of the post learns nothing from how a body is refused.
      await this.find(ref, me);
      throw new Refused(event);
    }
    const outcome = await this.deployments.advance(ref, me, event, { revision, once: onceOf(request) });
    // One answer for a post that is not there and for one that the caller may not know of.
    const done = orRefused(isRefusal(outcome) && outcome.code === 'notFound' ? noSuchPost() : outcome);
    tagged(reply, done);
    return { ref: done.ref, revision: done.revision, state: done.state, status: done.label };
  }

  private async find(ref: string, me: SignedIn): Promise<PostRead> {
    const view = await this.posts.find(ref, me);
    if (!view) throw new Refused(noSuchPost());
    return view;
  }
}
