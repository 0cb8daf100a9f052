import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, mayTake, type Refusal } from '#domain';
import { act } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import {
  correctionConfirm,
  correctionIn,
  correctionOf,
  correctionPage,
  type TypedCorrection,
} from './letter-correction.js';
import { openCase } from './open-case.js';
import { unsavedPage } from './unsaved.js';

/** A letter with a slip is corrected by another: the approver changes its wording, reads the new letter, and sends it. */
@Controller('requests/:ref/letter/correct')
export class LetterCorrectionController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly names: ReferenceData,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const kept = request.kept ? correctionIn(request.kept as Form) : null;
    return this.form(request, reply, ref, me, kept);
  }

  @Post()
  @HttpCode(200)
  async correct(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const form = formOf(request);
    const typed = correctionIn(form);
    const view = await openCase(this.cases, ref, me);
    const step = one(form, 'step');
    if (step === 'change') return this.form(request, reply, ref, me, typed);
    const event = correctionOf(view.facts, typed);
    if (step === 'send') {
      const done = await act(this.casework, request, me, ref, event);
      return isRefusal(done)
        ? this.form(request, reply, ref, me, typed, done)
        : seeOther(reply, paths.letter(ref), 'letterCorrected');
    }
    const foreseen = await this.casework.foresee(ref, me, event);
    if (isRefusal(foreseen)) return this.form(request, reply, ref, me, typed, foreseen);
    const context = correctionConfirm(view, foreseen.facts, typed, this.names);
    return this.pages.html(request, 'request/letter-correction-check.njk', context);
  }

  private async form(
    request: Exchange,
    reply: Reply,
    ref: string,
    me: SignedIn,
    typed: TypedCorrection | null,
    refusal?: Refusal,
  ): Promise<string | void> {
    const view = await openCase(this.cases, ref, me);
    const may = mayTake(view.facts, me, 'CORRECT_LETTER');
    if (isRefusal(may))
      return typed
        ? unsavedPage(this.pages, request, reply, may, { reason: typed.reason }, ref)
        : seeOther(reply, paths.request(ref));
    const context = correctionPage(view, typed, this.names, refusal);
    const template = 'request/letter-correction.njk';
    return refusal
      ? this.pages.refused(request, reply, refusal, template, context)
      : this.pages.html(request, template, context);
  }
}
