import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { SignedIn } from '#casework';
import { isRefusal, mayTake, refuse, type FieldProblem, type Section } from '#domain';
import { formOfSection } from '../drafts/merge-form-of.js';
import { isMerge, mergedIn } from '../drafts/merge.form.js';
import { askedAgain, collisionOf, MergePages, type Collision } from '../drafts/merge-pages.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { typedAgain } from './answers.js';
import { Attachments } from './attachments.js';
import { orNotFound } from './case-frame.js';
import { SaveAnswers, sentIn, type Kept } from './save-answers.js';
import { answersIn, intentIn, sectionOf, tooLongIn, withoutRow, type Intent } from './section.form.js';
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
    private readonly merges: MergePages,
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
    const marks = form ? one(form, 'marks') : '';
    const kept = form && typedAgain(answersIn(form, section), content, marks);
    if (isRefusal(refusal) && kept) return unsavedPage(this.pages, request, reply, refusal, kept.typed, ref);
    // Who cannot change it reads it.
    if (isRefusal(refusal)) return seeOther(reply, `${paths.full(ref)}#section-${section.number}`);
    // The session ended while they chose between two texts.
    if (form && isMerge(form)) return this.merges.draw(request, reply, me, ref, this.asked(form, section));
    return this.pages.html(
      request,
      'request/section.njk',
      await this.drawn.page(me, { view, content, section, add: one({ add }, 'add'), marks, ...kept }),
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
    const merged = isMerge(form) ? mergedIn(form, formOfSection(section)) : null;
    if (merged?.undecided.length)
      return this.merges.draw(request, reply, me, ref, this.asked(form, section, merged.undecided));
    const sent = intent.to === 'dropRow' ? withoutRow(form, intent.path) : form;
    const answers = merged?.answers ?? answersIn(sent, section);
    const kept = await this.saving.keep(me, ref, sentIn(request, ref, answers));
    const { refusal, problems, content } = kept;
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
    return this.again(request, reply, me, ref, { section, intent, kept, problems });
  }

  /** The page of what could not be kept: the choice between two texts where that is all there is, else the section. */
  private async again(
    request: Exchange,
    reply: Reply,
    me: SignedIn,
    ref: string,
    { section, intent, kept, problems }: { section: Section; intent: Intent; kept: Kept; problems: FieldProblem[] },
  ): Promise<string> {
    const { contested, typed } = kept;
    const collision = collisionOf(formOfSection(section), kept, problems, intent.to !== 'continue');
    if (collision) return this.merges.draw(request, reply, me, ref, collision);
    const now = await this.saving.read(ref, me);
    const drawn = { ...now, section, typed, problems, contested, marks: one(formOf(request), 'marks') };
    const page = await this.drawn.page(me, { ...drawn, add: intent.to === 'addRow' ? intent.path : '' });
    const refused = refuse(contested.length ? 'stale' : 'invalid', '', problems);
    return this.pages.refused(request, reply, refused, 'request/section.njk', page);
  }

  /** What a merge page asked, with what was chosen of it so far. */
  private asked(form: Form, section: Section, problems: FieldProblem[] = []): Collision {
    return askedAgain(formOfSection(section), form, intentIn(form, section).to !== 'continue', problems);
  }
}
