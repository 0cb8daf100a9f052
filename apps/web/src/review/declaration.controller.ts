import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Acknowledgements, Cases, Casework, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, mayTake, notFound, ownReview, type RequestFacts, type Reviewer } from '#domain';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused, statusOf } from '../shell/refusals.js';
import type { PageError } from '../shell/views.js';
import { declarationErrors, declarationOf, typedDeclaration, type TypedDeclaration } from './declaration.form.js';
import { declarationContext } from './declaration.presenter.js';

const TEMPLATE = 'review/declaration.njk';

/** A conflict of interest is declared before anything of the case is shown. */
@Controller('reviews/:ref/declaration')
export class DeclarationController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    private readonly seen: Acknowledgements,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const { facts, own } = await this.own(ref, me);
    const may = mayTake(facts, me, 'DECLARE');
    // Somebody who has declared and can do so no more has nothing to fill in here, unless their words are to be kept.
    if (isRefusal(may) && !request.kept) {
      if (own.state === 'appointed') throw new Refused(may);
      return void seeOther(reply, paths.review(ref));
    }
    await this.seen.appointmentOpened(facts, own);
    const typed = typedDeclaration((request.kept ?? {}) as Form);
    return this.pages.html(request, TEMPLATE, this.context(facts, own, typed));
  }

  @Post()
  @HttpCode(200)
  async declare(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const typed = typedDeclaration(formOf(request));
    const event = declarationOf(typed);
    if ('missing' in event) {
      const { facts, own } = await this.own(ref, me);
      void reply.status(422);
      return this.pages.html(request, TEMPLATE, this.context(facts, own, typed, [event.missing]));
    }
    const outcome = await act(this.casework, request, me, ref, event);
    if (!isRefusal(outcome)) {
      const { declared } = event.conflict;
      return void seeOther(reply, declared ? paths.reviews() : paths.review(ref), declared ? 'conflicted' : 'cleared');
    }
    if (outcome.code === 'notFound') throw new Refused(outcome);
    const { facts, own } = await this.own(ref, me);
    void reply.status(statusOf(outcome));
    return this.pages.html(request, TEMPLATE, this.context(facts, own, typed, declarationErrors(outcome)));
  }

  private async own(ref: string, me: SignedIn): Promise<{ facts: RequestFacts; own: Reviewer; revision: number }> {
    const found = await this.cases.forDeclaration(ref, me);
    const own = found && ownReview(me, found.facts);
    if (!own) throw new Refused(found ? NOT_YOURS.scores : notFound());
    return { facts: found.facts, own, revision: found.revision };
  }

  private context(facts: RequestFacts, own: Reviewer, typed: TypedDeclaration, errors: PageError[] = []) {
    return { ...declarationContext(facts, own, typed, this.reference, errors), hidden: stepFields(0) };
  }
}
