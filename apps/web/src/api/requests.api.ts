import { Controller, Get, HttpCode, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CLOCK, Casework, Cases, Requests, type Advanced, type AdvanceOptions, type SignedIn } from '#casework';
import { availableActions, eventRule, isRefusal, refuse, type Refusal, type RequestEvent } from '#domain';
import type { Clock } from '#platform';
import { RequestPosts } from '../arrangements/request-posts.js';
import { ListExport } from '../request/export.js';
import { isInsider } from '../request/row-words.js';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { jsonOf, onceOf, parseContent, parseEvent, revisionOf } from './parse.js';
import { orUnchanged } from './unchanged.js';
import { accepted, filterOf, formatOf } from './list-query.js';
import { caseBody, rowBody, type CaseBody } from './bodies.js';

/** What somebody may not know of does not exist for them. */
export const notFound = (): Refused =>
  new Refused(refuse('notFound', 'There is no such request, or it is not one that you can open.'));
/** The value, or the refusal carried out. */
export function orRefused<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Refused(outcome);
  return outcome;
}
/** Names the revision that an answer is about; and that it is the answer of before, when the same was sent again. */
export const tagged = (reply: Reply, { revision, repeated }: { revision: number; repeated?: boolean }): void => {
  void reply.header('etag', `"${revision}"`);
  if (repeated) void reply.header('idempotent-replayed', 'true');
};

/** Requests for programs: list, read, write, and every step through the one write path. */
@ApiTags('Requests')
@ApiBearerAuth()
@Controller('api/v1/requests')
export class RequestsApi {
  constructor(
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly requests: Requests,
    private readonly posts: RequestPosts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Described('listRequests')
  async list(@Req() request: Exchange, @Me() me: SignedIn, @Query() query: Record<string, string | string[]>) {
    const filter = filterOf(query, this.posts.names);
    const format = formatOf(query) ?? accepted(request.headers.accept);
    if (format) {
      const day = this.clock.now().toISOString().slice(0, 10);
      return new ListExport(this.requests, this.posts.names).file(me, filter, format, day);
    }
    const page = await this.requests.page(me, filter);
    return { items: page.rows.map((row) => rowBody(row, isInsider(me))), next: page.next };
  }

  @Post()
  @Described('openRequest')
  async create(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<CaseBody> {
    const content = orRefused(parseContent(jsonOf(request)));
    const opened = orRefused(await this.casework.open(me, content, onceOf(request)));
    void reply.status(201).header('location', `/api/v1/requests/${opened.ref}`);
    return this.body(opened.ref, me, reply, opened);
  }

  @Get(':ref')
  @Described('readRequest')
  read(@Param('ref') ref: string, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply): Promise<CaseBody> {
    return this.body(ref, me, reply);
  }

  @Patch(':ref')
  @Described('changeDraft')
  async change(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<CaseBody> {
    const revision = revisionOf(request, false);
    const patch = orRefused(parseContent(jsonOf(request)));
    const done = await this.step(ref, me, { type: 'EDIT', patch }, { revision, once: onceOf(request) });
    return this.body(ref, me, reply, done);
  }

  @Post(':ref/events')
  @HttpCode(200)
  @Described('takeStep')
  async send(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const event = parseEvent(jsonOf(request));
    const revision = revisionOf(request, !isRefusal(event) && eventRule(event.type).ownPart === true);
    if (isRefusal(event)) {
      // Somebody who may not know of the case learns nothing from how a body is refused.
      if (!(await this.cases.forDeclaration(ref, me))) throw notFound();
      throw new Refused(event);
    }
    const done = await this.step(ref, me, event, { revision, once: onceOf(request) });
    tagged(reply, done);
    return { ref: done.ref, revision: done.revision, state: done.state, status: done.label };
  }

  @Get(':ref/actions')
  @Described('listActions')
  async actions(@Param('ref') ref: string, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply) {
    const found = await this.cases.forDeclaration(ref, me);
    if (!found) throw notFound();
    tagged(reply, found);
    return { ref, revision: found.revision, actions: availableActions(found.facts, me) };
  }

  private async step(ref: string, me: SignedIn, event: RequestEvent, options: AdvanceOptions): Promise<Advanced> {
    const outcome = await this.casework.advance(ref, me, event, options);
    return orRefused(await orUnchanged(outcome, this.cases, me, ref, event));
  }

  private async body(ref: string, me: SignedIn, reply: Reply, done?: Advanced): Promise<CaseBody> {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    tagged(reply, done ?? view);
    const [content, post] = await Promise.all([this.cases.content(view), this.posts.of(view, me)]);
    const body = caseBody(view, content, { reference: this.posts.names, post });
    return done ? { ...body, revision: done.revision } : body;
  }
}
