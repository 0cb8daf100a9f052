import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CLOCK, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { isRefusal, mayTake, refuse, type FieldProblem, type Section } from '#domain';
import type { Clock } from '#platform';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Attachments } from './attachments.js';
import { orNotFound } from './case-frame.js';
import { SaveAnswers } from './save-answers.js';
import { answersIn, intentIn, sectionOf, tooLongIn, withoutRow, type Intent } from './section.form.js';
import { nextPlace, typedAgain, CONTESTED } from './section.flow.js';
import { sectionPage, type SectionInput } from './section.presenter.js';
import { unsavedPage } from './unsaved.js';

type Drawn = Pick<SectionInput, 'view' | 'content' | 'section'> & Partial<SectionInput>;

/** One section of the form: shown, saved, its documents added and taken away. */
@Controller('requests/:ref/sections/:number')
export class SectionController {
  constructor(
    private readonly pages: Pages,
    private readonly saving: SaveAnswers,
    private readonly attachments: Attachments,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
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
    const kept = request.kept ? typedAgain(request.kept as Form, section, content) : null;
    if (isRefusal(refusal) && kept) return unsavedPage(this.pages, request, reply, refusal, kept.typed, ref);
    // Who cannot change it reads it.
    if (isRefusal(refusal)) return seeOther(reply, `${paths.full(ref)}#section-${section.number}`);
    return this.pages.html(
      request,
      'request/section.njk',
      this.page({ view, content, section, add: one({ add }, 'add'), ...kept }),
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
    const { refusal, contested, problems, unsaved, view } = await this.saving.save(request, me, ref, answers);
    if (refusal) return unsavedPage(this.pages, request, reply, refusal, answers, ref);
    problems.push(...contested.map((path) => ({ path, message: CONTESTED })));
    problems.push(...(await this.documents(request, me, view, section, intent)));
    const now = await this.saving.read(ref, me);
    if (intent.to === 'continue') problems.push(...tooLongIn(section, now.content));
    if (problems.length === 0) return seeOther(reply, ...nextPlace(ref, section, intent, now.content));
    const typed = Object.fromEntries(unsaved.map((path) => [path, answers[path]]));
    return this.again(request, reply, {
      ...now,
      section,
      typed,
      problems,
      contested,
      add: intent.to === 'addRow' ? intent.path : '',
    });
  }

  /** Adds the documents that came with the form, and takes away the one that it names. */
  private async documents(
    request: Exchange,
    me: SignedIn,
    view: CaseView,
    section: Section,
    intent: Intent,
  ): Promise<FieldProblem[]> {
    const mayRestrict = section.questions.some((q) => q.tier === 'risk');
    const restricted = mayRestrict && one(formOf(request), 'restricted') === 'yes';
    const place = { section: section.number, tier: restricted ? ('risk' as const) : ('case' as const) };
    const problems = await this.attachments.attach(request, me, view.facts.ref, place);
    if (intent.to === 'detach') await this.attachments.detach(request, me, view, intent.documentId);
    return problems;
  }

  /** The same page with what could not be kept still in it, and why. */
  private again(
    request: Exchange,
    reply: Reply,
    it: Drawn & { problems: FieldProblem[]; contested: string[] },
  ): string {
    const refusal = refuse(it.contested.length ? 'stale' : 'invalid', '', it.problems);
    return this.pages.refused(request, reply, refusal, 'request/section.njk', this.page(it));
  }

  private page = (it: Drawn) =>
    sectionPage({
      ...it,
      framework: this.reference.frameworkFor(it.view.facts.summary.type),
      names: this.reference,
      now: this.clock.now(),
      uploadLimit: this.attachments.limit,
    });
}
