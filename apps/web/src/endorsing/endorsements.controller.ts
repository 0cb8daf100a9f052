import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, Endorsements, ReferenceData, type SignedIn } from '#casework';
import { refuse, suggestedCosts, withCosts, type Refusal, type RequestEvent } from '#domain';
import { openCase } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, type Done } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { takenOrAgain } from '../shell/taken.js';
import { endorsementStep, formSent, rowsIn } from './endorsements.form.js';
import { endorsementsContext } from './endorsements.presenter.js';

const TEMPLATE = 'endorsing/endorsements.njk';

const DONE_BY: Partial<Record<RequestEvent['type'], Done>> = {
  EDIT: 'costsAdded',
  INVITE_ENDORSERS: 'linksSent',
  ASK_ENDORSERS_AGAIN: 'linksSent',
  REPLACE_ENDORSER: 'linksSent',
};

/** Those who endorse a request: how far each is, and what the office does about it. */
@Controller('requests/:ref/endorsements')
export class EndorsementsController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    private readonly endorsements: Endorsements,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, TEMPLATE, await this.context(ref, me, (request.kept ?? {}) as Form));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    await openCase(this.cases, ref, me);
    const form = formOf(request);
    if (one(form, 'do') === 'row') {
      const more = { ...form, rows: String(rowsIn(form) + 1) };
      return this.pages.html(request, TEMPLATE, await this.context(ref, me, more));
    }
    const step = await this.step(ref, me, form);
    const outcome = await act(this.casework, request, me, ref, step);
    return takenOrAgain(outcome, {
      pages: this.pages,
      request,
      reply,
      template: TEMPLATE,
      to: [paths.endorsements(ref), DONE_BY[step.type] ?? 'stepTaken'],
      again: (refusal) => this.context(ref, me, form, refusal),
    });
  }

  private async step(ref: string, me: SignedIn, form: Form): Promise<RequestEvent> {
    const sent = formSent(form);
    if (sent) return endorsementStep(sent, form);
    if (one(form, 'do') !== 'costs') throw new Refused(refuse('invalid', 'Choose what to do about the endorsements.'));
    const view = await openCase(this.cases, ref, me);
    const content = await this.cases.content(view);
    const years = withCosts(content, suggestedCosts(view.facts, content));
    return { type: 'EDIT', patch: { sections: { costAndHosting: { years } } } };
  }

  private async context(ref: string, me: SignedIn, typed: Form, refusal?: Refusal) {
    const view = await openCase(this.cases, ref, me);
    const [content, standings] = await Promise.all([this.cases.content(view), this.endorsements.of(view.facts)]);
    const sent = formSent(typed);
    const input = { view, content, me, names: this.reference, standings, sent, typed, refusal };
    return { ...endorsementsContext(input), hidden: stepFields(view.revision) };
  }
}
