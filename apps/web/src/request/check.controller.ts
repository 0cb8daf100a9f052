import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { SignedIn } from '#casework';
import { isRefusal, mayTake, refuse } from '#domain';
import { CHECK_FORM } from '../drafts/merge-form-of.js';
import { isMerge, mergedIn } from '../drafts/merge.form.js';
import { askedAgain, collisionOf, MergePages } from '../drafts/merge-pages.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { typedAgain } from './answers.js';
import { CheckPages } from './check-pages.js';
import { SaveAnswers } from './save-answers.js';
import { unsavedPage } from './unsaved.js';

const TEMPLATE = 'request/check.njk';
const staysIn = (form: Form): boolean => 'draft' in form;

/** The check against the five criteria, with the office's own scores. */
@Controller('requests/:ref/check')
export class CheckController {
  constructor(
    private readonly pages: Pages,
    private readonly saving: SaveAnswers,
    private readonly drawn: CheckPages,
    private readonly merges: MergePages,
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
    const answers = kept ? await this.drawn.typed(kept, read) : {};
    if (isRefusal(refusal) && kept) return unsavedPage(this.pages, request, reply, refusal, answers, ref);
    if (isRefusal(refusal)) return seeOther(reply, paths.request(ref));
    // The session ended while they chose between two texts.
    if (kept && isMerge(kept))
      return this.merges.draw(request, reply, me, ref, askedAgain(CHECK_FORM, kept, staysIn(kept)));
    const marks = kept ? one(kept, 'marks') : '';
    const again = { ...typedAgain(answers, read.content, marks), marks };
    return this.pages.html(request, TEMPLATE, await this.drawn.page(me, read, again));
  }

  @Post()
  async save(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const form = formOf(request);
    const merged = isMerge(form) ? mergedIn(form, CHECK_FORM) : null;
    if (merged?.undecided.length)
      return this.merges.draw(request, reply, me, ref, askedAgain(CHECK_FORM, form, staysIn(form), merged.undecided));
    const answers = merged?.answers ?? (await this.drawn.typed(form, await this.saving.read(ref, me)));
    const saved = await this.saving.save(request, me, ref, answers);
    if (saved.refusal) return unsavedPage(this.pages, request, reply, saved.refusal, answers, ref);
    const { problems, contested, typed } = saved;
    if (problems.length === 0)
      return staysIn(form) ? seeOther(reply, paths.check(ref), 'saved') : seeOther(reply, paths.submit(ref));
    const collision = collisionOf(CHECK_FORM, saved, problems, staysIn(form));
    if (collision) return this.merges.draw(request, reply, me, ref, collision);
    const refusal = refuse(contested.length ? 'stale' : 'invalid', '', problems);
    const page = await this.drawn.page(me, saved, { typed, problems, contested, marks: one(form, 'marks') });
    return this.pages.refused(request, reply, refusal, TEMPLATE, page);
  }
}
