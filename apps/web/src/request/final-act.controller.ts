import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { Casework, Cases, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { isRefusal, mayTake, refuse, type Assignment, type FieldProblem, type Refusal } from '#domain';
import { act as send } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import type { Answers } from './answers.js';
import { finalActPage } from './final-act.presenter.js';
import { actIn, FINAL_ACTS, type ActForm, type FinalAct, type FinalActName } from './final-acts.js';
import { openCase } from './open-case.js';
import { unsavedPage } from './unsaved.js';

const TEMPLATE = 'request/final-act.njk';
const NAMES = Object.keys(FINAL_ACTS);
const NOT_CHOSEN = { path: 'answer', message: 'Choose whether you accept the offer' };

const ownWords = ({ reason, note }: ActForm): Answers => ({ reason, note });

/** The act that an address names with its last word. */
const actOf = (request: Exchange): FinalAct => FINAL_ACTS[request.url.split('?')[0]!.split('/').at(-1) as FinalActName];

/** In which role somebody takes one of the steps of an act, or why they can take none of them. */
function signerOf({ steps }: FinalAct, { facts }: CaseView, me: SignedIn): Assignment | Refusal {
  const answers = steps.map((step) => mayTake(facts, me, step));
  return answers.find((a): a is Assignment => !isRefusal(a)) ?? answers[0]!;
}

/** Withdrawing, abandoning, answering an offer, asking for reconsideration: each on a page of its own. */
@Controller('requests/:ref')
export class FinalActController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
  ) {}

  @Get(NAMES)
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const act = actOf(request);
    const view = await openCase(this.cases, ref, me);
    const typed = actIn((request.kept ?? {}) as Form);
    const signs = signerOf(act, view, me);
    if (isRefusal(signs) && request.kept) return unsavedPage(this.pages, request, reply, signs, ownWords(typed), ref);
    if (isRefusal(signs)) return seeOther(reply, paths.request(ref));
    return this.pages.html(request, TEMPLATE, await this.page(act, view, me, signs, typed));
  }

  @Post(NAMES)
  async take(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const act = actOf(request);
    await openCase(this.cases, ref, me);
    const typed = actIn(formOf(request));
    const event = act.event(typed);
    const done = event
      ? await send(this.casework, request, me, ref, event)
      : refuse('invalid', NOT_CHOSEN.message, [NOT_CHOSEN]);
    if (!isRefusal(done)) return seeOther(reply, paths.request(ref), act.done);
    const view = await openCase(this.cases, ref, me);
    const signs = signerOf(act, view, me);
    if (isRefusal(signs)) return unsavedPage(this.pages, request, reply, done, ownWords(typed), ref);
    const trouble = done.fields?.length ? undefined : done.message;
    const page = await this.page(act, view, me, signs, typed, done.fields, trouble);
    return this.pages.refused(request, reply, done, TEMPLATE, page);
  }

  private async page(
    act: FinalAct,
    view: CaseView,
    me: SignedIn,
    signs: Assignment,
    typed: ActForm,
    problems: FieldProblem[] = [],
    trouble?: string,
  ) {
    const content = await this.cases.content(view);
    const { clocks } = this.reference;
    return finalActPage({
      act,
      view,
      content,
      typed,
      signs,
      signerName: me.name,
      problems,
      trouble,
      names: this.reference,
      clocks,
    });
  }
}
