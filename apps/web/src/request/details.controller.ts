import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ReferenceData, type SignedIn } from '#casework';
import { isRefusal, mayTake, refuse, type FieldProblem } from '#domain';
import { stepFields } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { beforeChange } from '../endorsing/endorsed-notice.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { marksOf, typedAgain, withAnswers, type Answers } from './answers.js';
import { placeOf } from './case-words.js';
import { DETAILS, detailsIn } from './details.form.js';
import { detailsFields } from './details.presenter.js';
import { SaveAnswers, type Saved } from './save-answers.js';
import { unsavedPage } from './unsaved.js';

/** What a request says of itself, changed while it is a draft or returned. */
@Controller('requests/:ref/details')
export class DetailsController {
  constructor(
    private readonly pages: Pages,
    private readonly saving: SaveAnswers,
    private readonly reference: ReferenceData,
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
    const answers = kept ? detailsIn(kept, read.content, this.reference.codeOf) : {};
    if (isRefusal(refusal) && kept) return unsavedPage(this.pages, request, reply, refusal, answers, ref);
    if (isRefusal(refusal)) return seeOther(reply, paths.request(ref));
    const { typed, problems } = typedAgain(answers, read.content, kept ? one(kept, 'marks') : '');
    return this.pages.html(request, 'request/details.njk', this.page(me, read, typed, problems));
  }

  @Post()
  async save(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const { content } = await this.saving.read(ref, me);
    const answers = detailsIn(formOf(request), content, this.reference.codeOf);
    const saved = await this.saving.save(request, me, ref, answers);
    if (saved.refusal) return unsavedPage(this.pages, request, reply, saved.refusal, answers, ref);
    const { problems, typed } = saved;
    if (problems.length === 0) return seeOther(reply, paths.request(ref), 'saved');
    const refusal = refuse(saved.contested.length ? 'stale' : 'invalid', '', problems);
    return this.pages.refused(request, reply, refusal, 'request/details.njk', this.page(me, saved, typed, problems));
  }

  private page(
    me: SignedIn,
    { view, content }: Pick<Saved, 'view' | 'content'>,
    typed: Answers,
    problems: FieldProblem[],
  ) {
    const { ref, summary } = view.facts;
    const place = placeOf(summary.countries, this.reference);
    const { fields, errors } = detailsFields({
      drawn: withAnswers(content, typed),
      me,
      names: this.reference,
      problems,
    });
    return {
      title: `Details of the request: ${place}`,
      heading: 'Details of the request',
      eyebrow: `${ref}, ${place}`,
      breadcrumbs: [
        { text: 'Your work', href: paths.home() },
        { text: place, href: paths.request(ref) },
        { text: 'Details' },
      ],
      endorsed: beforeChange(view.facts),
      fields,
      hidden: [...stepFields(view.revision), { kind: 'hidden', name: 'marks', value: marksOf(DETAILS, content) }],
      button: 'Save',
      back: { text: 'Back to the request', href: paths.request(ref) },
      ...(errors.length ? { errors } : {}),
    };
  }
}
