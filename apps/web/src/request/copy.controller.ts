import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Cases, CLOCK, QUESTIONNAIRE, ReferenceData, type CaseView, type SignedIn, type VersionView } from '#casework';
import { COPY_REFUSAL, copiesOf, isRefusal, notFound } from '#domain';
import type { Clock } from '#platform';
import { onceFor } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { Copies, copyAs } from './copies.js';
import { copyPage, sincePage } from './copy.presenter.js';
import { openCase } from './open-case.js';

/** Beginning a request from the text of an earlier one, and what was changed since. */
@Controller('requests/:ref')
export class CopyController {
  constructor(
    private readonly pages: Pages,
    private readonly copies: Copies,
    private readonly cases: Cases,
    private readonly names: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('copy')
  async show(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
    @Query('as') as?: string,
  ): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const chosen = copyAs(as);
    if (!chosen || !copiesOf(view.facts, me).includes(chosen)) throw new Refused(COPY_REFUSAL);
    const content = await this.copies.text(view);
    return this.pages.html(request, 'request/copy.njk', copyPage(view, content, chosen, this.names));
  }

  @Post('copy')
  async make(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<void> {
    const view = await openCase(this.cases, ref, me);
    const form = formOf(request);
    const as = copyAs(one(form, 'as'));
    const made = await this.copies.make(me, view, as, onceFor(form, ['copy', ref, as]));
    if (isRefusal(made)) throw new Refused(made);
    seeOther(reply, paths.request(made.ref), 'copied');
  }

  /** What was changed since the text from which this request was begun; for who may read both. */
  @Get('since')
  async since(@Req() request: Exchange, @Me() me: SignedIn, @Param('ref') ref: string): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const { basedOn } = view.facts;
    const earlier = basedOn && (await this.cases.find(basedOn.ref, me));
    const before = earlier && (await this.textOf(earlier, basedOn.version));
    if (!before) throw new Refused(notFound());
    const after = await this.textOf(view, view.readsDraft ? 0 : view.facts.version);
    const page = sincePage(view, { before, after: after!, earlier }, this.names, this.clock.now());
    return this.pages.html(request, 'request/changes.njk', page);
  }

  /** A frozen version; the text in work as if it were frozen now, where there is none. */
  private async textOf(view: CaseView, number: number): Promise<VersionView | null> {
    if (number > 0) return this.cases.version(view, number);
    const content = await this.cases.content(view);
    const { sections } = QUESTIONNAIRE;
    const rest = { documents: view.facts.documents, submittedAt: view.changedAt, submittedBy: '', actingFor: null };
    return { number: 0, content, sections: [...sections], gapsReason: null, ...rest };
  }
}
