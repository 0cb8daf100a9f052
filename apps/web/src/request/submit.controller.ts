import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { Casework, Cases, People, ReferenceData, type CaseView, type SignedIn } from '#casework';
import {
  fingerprintOf,
  isRefusal,
  leadOf,
  mayTake,
  stateName,
  unsigned,
  type FieldProblem,
  type RequestFacts,
} from '#domain';
import { act } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { openCase } from './open-case.js';
import { signingIn, submission, submittingStep, type Signing } from './submit.form.js';
import { submitPage } from './submit.presenter.js';
import { submittedPage } from './submitted.presenter.js';
import { unsavedPage } from './unsaved.js';

const TEMPLATE = 'request/submit.njk';

/** Signing and submitting a request, the first time or again, and what follows. */
@Controller('requests/:ref')
export class SubmitController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly people: People,
    private readonly reference: ReferenceData,
  ) {}

  @Get('submit')
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const view = await openCase(this.cases, ref, me);
    // Who does not write it, or when it is with somebody else: the request says where it stands.
    if (isRefusal(mayTake(view.facts, me, 'EDIT'))) return seeOther(reply, paths.request(ref));
    if (submittingStep(view.facts) === 'AMEND' && !view.facts.changeInHand) return seeOther(reply, paths.messages(ref));
    return this.pages.html(request, TEMPLATE, await this.page(view, me, signingIn((request.kept ?? {}) as Form)));
  }

  @Post('submit')
  async submit(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const before = await openCase(this.cases, ref, me);
    const typed = signingIn(formOf(request));
    const step = submittingStep(before.facts);
    const done = await act(this.casework, request, me, ref, submission(step, typed), await this.drawn(request, before));
    if (!isRefusal(done))
      return step === 'AMEND' ? seeOther(reply, paths.messages(ref), 'amended') : seeOther(reply, paths.submitted(ref));
    const view = await openCase(this.cases, ref, me);
    // The second click of two: it is submitted already, by this very form.
    if (stateName(view.facts.state) === 'screening' && done.code === 'notNow')
      return seeOther(reply, paths.submitted(ref));
    if (isRefusal(mayTake(view.facts, me, 'EDIT')))
      return unsavedPage(this.pages, request, reply, done, { gapsReason: typed.gapsReason, note: typed.note }, ref);
    const trouble = done.fields?.length ? undefined : done.message;
    return this.pages.refused(request, reply, done, TEMPLATE, await this.page(view, me, typed, done.fields, trouble));
  }

  @Get('submitted')
  async submitted(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const view = await openCase(this.cases, ref, me);
    if (stateName(view.facts.state) !== 'screening') return seeOther(reply, paths.request(ref));
    return this.pages.html(request, 'shell/confirmation.njk', submittedPage(view, this.reference.clocks));
  }

  /** What reviewers and regions do meanwhile does not stand against signing a text that is still the one that was read. */
  private async drawn(request: Exchange, view: CaseView): Promise<number | undefined> {
    if (!view.facts.changeInHand) return undefined;
    const now = fingerprintOf(await this.cases.content(view), view.facts.documents);
    return one(formOf(request), 'drawn') === now ? view.revision : undefined;
  }

  /** Whose signature it waits for: of several offices first those that do not lead. */
  private signersOf(facts: RequestFacts) {
    const waiting = facts.together ? unsigned(facts) : [];
    return waiting.length ? this.people.signersOfEach(waiting) : this.people.signersFor(leadOf(facts));
  }

  private async page(view: CaseView, me: SignedIn, typed: Signing, problems?: FieldProblem[], trouble?: string) {
    const signs = mayTake(view.facts, me, submittingStep(view.facts));
    return submitPage({
      view,
      content: await this.cases.content(view),
      signs: isRefusal(signs) ? null : signs,
      signers: isRefusal(signs) ? await this.signersOf(view.facts) : [],
      ended: isRefusal(signs) ? await this.people.endedDelegation(me.id) : null,
      signerName: me.name,
      typed,
      ...(problems ? { problems } : {}),
      ...(trouble ? { trouble } : {}),
      names: this.reference,
      clocks: this.reference.clocks,
      calls: this.reference.calls,
      today: this.people.today(),
    });
  }
}
