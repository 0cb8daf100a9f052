import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ReferenceData, type SignedIn } from '#casework';
import { isRefusal, mayTake, refuse } from '#domain';
import { DETAILS_FORM } from '../drafts/merge-form-of.js';
import { isMerge, mergedIn } from '../drafts/merge.form.js';
import { askedAgain, collisionOf, MergePages } from '../drafts/merge-pages.js';
import { stepFields } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { beforeChange } from '../endorsing/endorsed-notice.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { marksInDispute, toCompare, typedAgain, withAnswers } from './answers.js';
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
    const answers = kept ? detailsIn(kept, read.content, this.reference.codeOf) : {};
    if (isRefusal(refusal) && kept) return unsavedPage(this.pages, request, reply, refusal, answers, ref);
    if (isRefusal(refusal)) return seeOther(reply, paths.request(ref));
    // The session ended while they chose between two texts.
    if (kept && isMerge(kept)) return this.merges.draw(request, reply, me, ref, askedAgain(DETAILS_FORM, kept, true));
    const marks = kept ? one(kept, 'marks') : '';
    const again = { ...typedAgain(answers, read.content, marks), marks };
    return this.pages.html(request, 'request/details.njk', this.page(me, read, again));
  }

  @Post()
  async save(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const { content } = await this.saving.read(ref, me);
    const form = formOf(request);
    const merged = isMerge(form) ? mergedIn(form, DETAILS_FORM) : null;
    if (merged?.undecided.length)
      return this.merges.draw(request, reply, me, ref, askedAgain(DETAILS_FORM, form, true, merged.undecided));
    const answers = merged?.answers ?? detailsIn(form, content, this.reference.codeOf);
    const saved = await this.saving.save(request, me, ref, answers);
    if (saved.refusal) return unsavedPage(this.pages, request, reply, saved.refusal, answers, ref);
    const { problems, contested, typed } = saved;
    if (problems.length === 0) return seeOther(reply, paths.request(ref), 'saved');
    const collision = collisionOf(DETAILS_FORM, saved, problems, true);
    if (collision) return this.merges.draw(request, reply, me, ref, collision);
    const refusal = refuse(contested.length ? 'stale' : 'invalid', '', problems);
    const page = this.page(me, saved, { typed, problems, contested, marks: one(form, 'marks') });
    return this.pages.refused(request, reply, refusal, 'request/details.njk', page);
  }

  private page(
    me: SignedIn,
    { view, content }: Pick<Saved, 'view' | 'content'>,
    { typed, problems, contested, marks }: Pick<Saved, 'typed' | 'problems' | 'contested'> & { marks: string },
  ) {
    const { ref, summary } = view.facts;
    const place = placeOf(summary.countries, this.reference);
    const { fields, errors } = detailsFields({
      drawn: withAnswers(content, typed),
      me,
      names: this.reference,
      problems: toCompare(problems),
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
      hidden: [
        ...stepFields(view.revision),
        { kind: 'hidden', name: 'marks', value: marksInDispute(DETAILS, content, { contested, marks }) },
      ],
      button: 'Save',
      back: { text: 'Back to the request', href: paths.request(ref) },
      ...(errors.length ? { errors } : {}),
    };
  }
}
