import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { SignedIn } from '#casework';
import { isRefusal, mayTake, refuse } from '#domain';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { typedAgain } from './answers.js';
import { Attachments } from './attachments.js';
import { orNotFound } from './case-frame.js';
import { SaveAnswers, sentIn } from './save-answers.js';
import { answersIn, intentIn, sectionOf, tooLongIn, withoutRow } from './section.form.js';
import { nextPlace } from './section.flow.js';
import { SectionPages } from './section-pages.js';
import { unsavedPage } from './unsaved.js';

/** One section of the form: shown, saved, its documents added and taken away. */
@Controller('requests/:ref/sections/:number')
export class SectionController {
  constructor(
    private readonly pages: Pages,
    private readonly saving: SaveAnswers,
    private readonly attachments: Attachments,
    private readonly drawn: SectionPages,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param() { ref, number }: { ref: string; number: string },
    @Query('add') add: string | undefined,
  ): Promise<string | void> {
    const { view, content } = await this.saving.read(ref, me);
    const section = orNotFound(sectionOf(number));
    const refusal = mayTake(view.facts, me, 'EDIT');
    const form = request.kept as Form | null;
    const kept = form && typedAgain(answersIn(form, section), content, one(form, 'marks'));
    if (isRefusal(refusal) && kept) return unsavedPage(this.pages, request, reply, refusal, kept.typed, ref);
    // Who cannot change it reads it.
    if (isRefusal(refusal)) return seeOther(reply, `${paths.full(ref)}#section-${section.number}`);
    return this.pages.html(
      request,
      'request/section.njk',
      await this.drawn.page(me, { view, content, section, add: one({ add }, 'add'), ...kept }),
    );
  }

  @Post()
  async save(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param() { ref, number }: { ref: string; number: string },
  ): Promise<string | void> {
    const section = orNotFound(sectionOf(number));
    const form = formOf(request);
    const intent = intentIn(form, section);
    const answers = answersIn(intent.to === 'dropRow' ? withoutRow(form, intent.path) : form, section);
    const kept = await this.saving.keep(me, ref, sentIn(request, ref, answers));
    const { refusal, contested, problems, typed, content } = kept;
    if (refusal) return unsavedPage(this.pages, request, reply, refusal, answers, ref);
    problems.push(...(await this.attachments.take(request, me, ref, section)));
    if (intent.to === 'detach')
      await this.attachments.detach(request, me, (await this.saving.read(ref, me)).view, intent.documentId);
    if (intent.to === 'continue') problems.push(...tooLongIn(section, content));
    if (problems.length === 0) {
      const [place, said] = nextPlace(ref, section, intent, content);
      const shortened = !place.includes('#') && request.uploads.some((u) => u.shortened);
      return seeOther(reply, place, shortened ? 'shortened' : said);
    }
    const now = await this.saving.read(ref, me);
    const add = intent.to === 'addRow' ? intent.path : '';
    const refused = refuse(contested.length ? 'stale' : 'invalid', '', problems);
    const again = await this.drawn.page(me, { ...now, section, typed, problems, contested, add });
    return this.pages.refused(request, reply, refused, 'request/section.njk', again);
  }
}
