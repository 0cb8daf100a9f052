import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, type SignedIn } from '#casework';
import { isRefusal, notFound, ownConsultees, type Refusal } from '#domain';
import { openCase } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { adviceOf, typedAdvice, type TypedAdvice } from './advice.form.js';
import { AdviceDesk } from './advice-desk.js';
import { adviceContext } from './advice.presenter.js';

const TEMPLATE = 'advice/advice.njk';

/** A regional team or a regional office advises. */
@Controller('advice/:ref')
export class AdviceController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly desk: AdviceDesk,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const typed = typedAdvice((request.kept ?? {}) as Form);
    return this.pages.html(request, TEMPLATE, await this.context(ref, me, typed));
  }

  @Post()
  @HttpCode(200)
  async advise(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const typed = typedAdvice(formOf(request));
    const outcome = await act(this.casework, request, me, ref, adviceOf(typed));
    if (!isRefusal(outcome)) return void seeOther(reply, paths.advice(ref), 'advised');
    if (outcome.code === 'notFound') throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(ref, me, typed, outcome));
  }

  private async context(ref: string, me: SignedIn, typed: TypedAdvice, refusal?: Refusal) {
    const view = await openCase(this.cases, ref, me);
    const version = await this.cases.version(view);
    // Only who speaks for a party that is asked has this page.
    if (ownConsultees(me, view.facts).length === 0) throw new Refused(NOT_YOURS.advice);
    if (!version) throw new Refused(notFound());
    await this.desk.noteReading(view, me);
    const options = await this.desk.optionsFor(view, me);
    const { content } = version;
    const context = adviceContext({ view, content, me, names: this.desk.reference, typed, refusal, options });
    return { ...context, hidden: stepFields(view.revision) };
  }
}
