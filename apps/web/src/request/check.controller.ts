import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CLOCK, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, mayTake, refuse, type FieldProblem } from '#domain';
import type { Clock } from '#platform';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { typedAgain, type Answers } from './answers.js';
import { ownScoresIn } from './check.form.js';
import { checkPage } from './check.presenter.js';
import { submittingStep } from './submit.form.js';
import { DraftSurroundings } from '../together/draft-surroundings.js';
import { SaveAnswers, type Saved } from './save-answers.js';
import { unsavedPage } from './unsaved.js';

const TEMPLATE = 'request/check.njk';

/** The check against the five criteria, with the office's own scores. */
@Controller('requests/:ref/check')
export class CheckController {
  constructor(
    private readonly pages: Pages,
    private readonly saving: SaveAnswers,
    private readonly reference: ReferenceData,
    private readonly surroundings: DraftSurroundings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const read = await this.saving.read(ref, me);
    const refusal = mayTake(read.view.facts, me, 'EDIT');
    const kept = request.kept as Form | null;
    const answers = kept ? ownScoresIn(kept) : {};
    if (isRefusal(refusal) && kept) return unsavedPage(this.pages, request, reply, refusal, answers, ref);
    if (isRefusal(refusal)) return seeOther(reply, paths.request(ref));
    const { typed, problems } = typedAgain(answers, read.content, kept ? one(kept, 'marks') : '');
    return this.pages.html(request, TEMPLATE, await this.page(me, read, typed, problems));
  }

  @Post()
  async save(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const form = formOf(request);
    const answers = { ...ownScoresIn(form), ...(await this.requester(form, ref, me)) };
    const saved = await this.saving.save(request, me, ref, answers);
    if (saved.refusal) return unsavedPage(this.pages, request, reply, saved.refusal, answers, ref);
    const { problems, typed } = saved;
    if (problems.length === 0)
      return 'draft' in form ? seeOther(reply, paths.check(ref), 'saved') : seeOther(reply, paths.submit(ref));
    const refusal = refuse(saved.contested.length ? 'stale' : 'invalid', '', problems);
    return this.pages.refused(request, reply, refusal, TEMPLATE, await this.page(me, saved, typed, problems));
  }

  /** The present coordinator, where the form asks to name them in place of the one of before. */
  private async requester(form: Form, ref: string, me: SignedIn): Promise<Answers> {
    if (one(form, 'requester') !== 'yes') return {};
    const { view, content } = await this.saving.read(ref, me);
    const found = await this.surroundings.succession(view, content);
    return found ? { requestedBy: found.now } : {};
  }

  private async page(
    me: SignedIn,
    { view, content }: Pick<Saved, 'view' | 'content'>,
    typed: Answers,
    problems: FieldProblem[],
  ) {
    return checkPage({
      view,
      content,
      typed,
      problems,
      ...(await this.surroundings.beforeSubmission(view, content, me)),
      framework: this.reference.frameworkFor(view.facts.summary.type),
      names: this.reference,
      now: this.clock.now(),
      calls: this.reference.calls,
      signs: !isRefusal(mayTake(view.facts, me, submittingStep(view.facts))),
    });
  }
}
