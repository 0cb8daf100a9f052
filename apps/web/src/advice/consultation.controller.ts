import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, ConsultationStates, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { ownConsultees, refuse, type Refusal } from '#domain';
import { openCase } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { takenOrAgain } from '../shell/taken.js';
import { consultationStep, formSent } from './consultation.form.js';
import { consultationContext } from './consultation.presenter.js';

const TEMPLATE = 'advice/consultation.njk';

/** Those who are asked for advice on a request: how far each is, and what is done about it. */
@Controller('requests/:ref/consultation')
export class ConsultationController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    private readonly states: ConsultationStates,
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
    await this.open(ref, me);
    const form = formOf(request);
    const sent = formSent(form);
    if (!sent) throw new Refused(refuse('invalid', 'Choose what to do about the consultation.'));
    const outcome = await act(this.casework, request, me, ref, consultationStep(sent, form));
    return takenOrAgain(outcome, {
      pages: this.pages,
      request,
      reply,
      template: TEMPLATE,
      to: [paths.consultation(ref), 'stepTaken'],
      again: (refusal) => this.context(ref, me, form, refusal),
    });
  }

  /** OHCHR reads it, and who speaks for one of those who are asked. */
  private async open(ref: string, me: SignedIn): Promise<CaseView> {
    const view = await openCase(this.cases, ref, me);
    if (view.tiers.has('assessment') || ownConsultees(me, view.facts).length > 0) return view;
    throw new Refused(NOT_YOURS.consultation);
  }

  private async context(ref: string, me: SignedIn, typed: Form, refusal?: Refusal) {
    const view = await this.open(ref, me);
    const standings = await this.states.of(view.facts);
    const input = { view, me, names: this.reference, standings, sent: formSent(typed), typed, refusal };
    return { ...consultationContext(input), hidden: stepFields(view.revision) };
  }
}
