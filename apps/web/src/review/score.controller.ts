import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Casework, type SignedIn } from '#casework';
import { isRefusal, refuseFields, type Refusal, type RequestEvent } from '#domain';
import { onceFor } from '../shell/act.js';
import { errorPage } from '../shell/error-pages.js';
import { formOf, Me, one, text, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused, statusOf } from '../shell/refusals.js';
import * as forms from './score.form.js';
import type { TypedNotes } from './notes.form.js';
import { ScorePage } from './score-page.js';

const TEMPLATE = 'review/score.njk';

/** “Save and next” leads to the criterion that it names; after the last one, to the total. */
function afterSaving(ref: string, wanted: string): string {
  const next = /^next-([1-9]|total)$/.exec(wanted)?.[1];
  if (next === undefined) return paths.review(ref);
  return next === 'total' ? `${paths.review(ref)}#total` : `${paths.review(ref)}?open=${next}#rubric-${next}`;
}

/** The request on the left, the five criteria on the right. */
@Controller('reviews/:ref')
export class ScoreController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly page: ScorePage,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Query('open') asked?: unknown,
  ): Promise<string | undefined> {
    const own = await this.page.own(ref, me);
    if (own.state === 'appointed') return void seeOther(reply, paths.declaration(ref));
    const kept = request.kept as Form | null;
    const typed = kept ? forms.typedIn(kept) : forms.typedFrom(own.first ?? own.draft);
    const notes = kept?.notes === undefined ? {} : { typed: text(kept, 'notes') };
    return this.pages.html(request, TEMPLATE, await this.page.context(ref, me, typed, { asked: String(asked), notes }));
  }

  @Post()
  @HttpCode(200)
  async save(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const typed = forms.typedIn(form);
    const wanted = one(form, 'do');
    const noteTrouble = await this.page.keepNotes(ref, me, form);
    const finish = wanted === 'finish';
    const { draft, state } = await this.page.own(ref, me);
    const { sheet, twice } = forms.joinWindows(typed, draft, state === 'cleared');
    const version = Number(one(form, 'version')) || undefined;
    // Saving again replaces what was saved; only finishing needs a key that makes a second click harmless.
    const send = (type: 'SCORE' | 'SAVE_SCORES') =>
      this.casework.advance(
        ref,
        me,
        { type, scores: sheet, ...(version && { requestVersion: version }) } as RequestEvent,
        {
          revision: 'latest',
          ...(type === 'SCORE' ? { once: onceFor(form, [ref, type, typed]) } : {}),
        },
      );
    const outcome =
      noteTrouble ?? refuseFields(forms.changedTwice(twice, draft)) ?? (await send(finish ? 'SCORE' : 'SAVE_SCORES'));
    if (!isRefusal(outcome))
      return void (finish
        ? seeOther(reply, paths.reviews(), 'scored')
        : seeOther(reply, afterSaving(ref, wanted), 'scoresSaved'));
    if (outcome.code === 'notFound') throw new Refused(outcome);
    // What cannot be finished yet is kept all the same, as far as it can be.
    const invalid = (finish || noteTrouble !== null) && outcome.code === 'invalid' && twice.length === 0;
    const keptAll = invalid && !isRefusal(await send('SAVE_SCORES'));
    const notes = noteTrouble ? { typed: text(form, 'notes'), refusal: noteTrouble } : {};
    return this.refused(request, reply, ref, me, { typed, refusal: outcome, keptAll, notes });
  }

  /** The same page with what was typed; where there is nothing to type any more, a page from which it can be copied. */
  private async refused(
    request: Exchange,
    reply: Reply,
    ref: string,
    me: SignedIn,
    { typed, ...sent }: { typed: forms.TypedSheet; refusal: Refusal; keptAll: boolean; notes: TypedNotes },
  ): Promise<string> {
    const { state, draft } = await this.page.own(ref, me);
    const context = await this.page.context(ref, me, forms.drawnAgain(typed, draft), sent);
    const { refusal } = sent;
    if (state === 'cleared' && context.open) return this.pages.refused(request, reply, refusal, TEMPLATE, context);
    const back = { text: 'Go to the request and your scores', href: paths.review(ref) };
    const detail = { reason: refusal.message, back, kept: forms.writtenIn(typed) };
    void reply.status(statusOf(refusal));
    return this.pages.html(request, 'shell/error.njk', { ...errorPage(statusOf(refusal), detail) });
  }
}
