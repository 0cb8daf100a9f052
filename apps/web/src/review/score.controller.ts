import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, Frameworks, ReferenceData, type SignedIn } from '#casework';
import {
  availableActions,
  isRefusal,
  notFound,
  ownReview,
  refuseFields,
  type Refusal,
  type RequestEvent,
  type Reviewer,
} from '#domain';
import { act, stepFields } from '../shell/act.js';
import { errorPage } from '../shell/error-pages.js';
import { Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused, statusOf } from '../shell/refusals.js';
import {
  changedTwice,
  drawnAgain,
  joinWindows,
  typedFrom,
  typedIn,
  writtenIn,
  type SentSheet,
  type TypedSheet,
} from './score.form.js';
import { scoreContext } from './score.presenter.js';

const TEMPLATE = 'review/score.njk';

/** The request on the left, the five criteria on the right. */
@Controller('reviews/:ref')
export class ScoreController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly frameworks: Frameworks,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const own = await this.own(ref, me);
    if (own.state === 'appointed') return void seeOther(reply, paths.declaration(ref));
    const typed = request.kept ? typedIn(request.kept as Form) : typedFrom(own.first ?? own.draft);
    return this.pages.html(request, TEMPLATE, await this.context(ref, me, typed));
  }

  @Post()
  async save(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const form = (request.body ?? {}) as Form;
    const typed = typedIn(form);
    const { draft } = await this.own(ref, me);
    const { sheet, twice } = joinWindows(typed, draft);
    const finish = one(form, 'do') === 'finish';
    const outcome =
      refuseFields(changedTwice(twice, draft)) ??
      (await this.send(request, me, ref, finish ? 'SCORE' : 'SAVE_SCORES', sheet));
    if (!isRefusal(outcome))
      return void seeOther(reply, finish ? paths.reviews() : paths.review(ref), finish ? 'scored' : 'scoresSaved');
    if (outcome.code === 'notFound') throw new Refused(outcome);
    // What cannot be finished yet is kept all the same, as far as it can be.
    const keptAll =
      finish &&
      outcome.code === 'invalid' &&
      twice.length === 0 &&
      !isRefusal(await this.send(request, me, ref, 'SAVE_SCORES', sheet));
    const { state, draft: kept } = await this.own(ref, me);
    const context = await this.context(ref, me, drawnAgain(typed, kept), outcome, keptAll);
    if (state === 'cleared' && context.open) return this.pages.refused(request, reply, outcome, TEMPLATE, context);
    const back = { text: 'Go to the request and your scores', href: paths.review(ref) };
    const detail = { reason: outcome.message, back, kept: writtenIn(typed) };
    void reply.status(statusOf(outcome));
    return this.pages.html(request, 'shell/error.njk', { ...errorPage(statusOf(outcome), detail) });
  }

  /** The reviewer's own place in the case; nobody else has this page. */
  private async own(ref: string, me: SignedIn): Promise<Reviewer> {
    const found = await this.cases.forDeclaration(ref, me);
    const own = found && ownReview(me, found.facts);
    if (!own) throw new Refused(notFound());
    return own;
  }

  /** Saving again replaces what was saved, so only finishing needs a key that makes a second click harmless. */
  private send(request: Exchange, me: SignedIn, ref: string, type: 'SCORE' | 'SAVE_SCORES', scores: SentSheet) {
    const version = Number(one((request.body ?? {}) as Form, 'version'));
    const event = { type, scores, ...(version > 0 ? { requestVersion: version } : {}) } as RequestEvent;
    return type === 'SCORE'
      ? act(this.casework, request, me, ref, event)
      : this.casework.advance(ref, me, event, { revision: 'latest' });
  }

  private async context(ref: string, me: SignedIn, typed: TypedSheet, refusal?: Refusal, keptAll = false) {
    const view = await this.cases.find(ref, me);
    const own = view && ownReview(me, view.facts);
    const version = own && (await this.cases.version(view, own.requestVersion ?? view.facts.version));
    const framework = view?.facts.framework && (await this.frameworks.find(view.facts.framework.id));
    if (!own || !version || !framework) throw new Refused(notFound());
    const actions = availableActions(view.facts, me);
    const names = this.reference;
    const context = scoreContext({ view, version, framework, own, typed, names, actions, refusal, keptAll });
    return { ...context, hidden: stepFields(view.revision) };
  }
}
