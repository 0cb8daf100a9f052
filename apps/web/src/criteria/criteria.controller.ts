import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { draftProblems, FrameworkPublisher, Frameworks, isAdministrator, type SignedIn } from '#casework';
import { isRefusal, refuse, refuseFields, type Refusal } from '#domain';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { draftOf, typedFramework, typedFrom, type TypedFramework } from './criteria.form.js';
import { formContext, listContext, publishContext, versionContext } from './criteria.presenter.js';

const NO_VERSION = refuse('notFound', 'There is no such version of the criteria.');
const wholeIn = (value: string | undefined): number => (/^\d{1,6}$/.test(value ?? '') ? Number(value) : 0);

/** The criteria, for an administrator: versions, a new one, what it changes, and its publication. */
@Controller('admin/criteria')
export class CriteriaController {
  constructor(
    private readonly pages: Pages,
    private readonly frameworks: Frameworks,
    private readonly publisher: FrameworkPublisher,
  ) {}

  @Get()
  async list(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    const all = await this.all(me);
    return this.pages.html(request, 'criteria/criteria.njk', listContext(all));
  }

  @Get('new')
  async fresh(@Req() request: Exchange, @Me() me: SignedIn, @Query('from') from: string | undefined): Promise<string> {
    const all = await this.all(me);
    const base = all.find((f) => f.version === wholeIn(from)) ?? all[0]!;
    const kept = request.kept as Form | null;
    const after = kept ? wholeIn(one(kept, 'after')) : all[0]!.version;
    return this.form(request, kept ? typedFramework(kept) : typedFrom(base), after);
  }

  @Get(':version')
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('version') version: string): Promise<string> {
    const all = await this.all(me);
    const found = all.find((f) => f.version === wholeIn(version));
    if (!found) throw new Refused(NO_VERSION);
    return this.pages.html(request, 'criteria/criteria-version.njk', versionContext(found, all));
  }

  @Post('new')
  @HttpCode(200)
  async write(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const all = await this.all(me);
    const form = formOf(request);
    const typed = typedFramework(form);
    const [step, after] = [one(form, 'step'), wholeIn(one(form, 'after'))];
    if (step === 'change') return this.form(request, typed, after);
    const draft = draftOf(typed);
    const problems = refuseFields(draftProblems(draft));
    if (problems) return this.form(request, typed, after, { reply, refusal: problems });
    if (step !== 'publish') {
      const carried = carry(form);
      return this.pages.html(request, 'criteria/criteria-publish.njk', { ...publishContext(draft, all), carried });
    }
    const outcome = await this.publisher.publish(me, draft, after);
    if (!isRefusal(outcome))
      return void seeOther(reply, paths.adminCriteria(), draft.fromRound ? 'publishedForRound' : 'published');
    return this.form(request, typed, outcome.revision ?? after, { reply, refusal: outcome });
  }

  /** Every version; nobody but an administrator has these pages. */
  private async all(me: SignedIn) {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.criteria);
    return this.frameworks.all();
  }

  private form(
    request: Exchange,
    typed: TypedFramework,
    after: number,
    no?: { reply: Reply; refusal: Refusal },
  ): string {
    const context = formContext(typed, after, no?.refusal);
    return no
      ? this.pages.refused(request, no.reply, no.refusal, 'criteria/criteria-new.njk', context)
      : this.pages.html(request, 'criteria/criteria-new.njk', context);
  }
}

/** What was typed, as hidden fields of the page that shows the changes. */
const carry = (form: Form): { kind: 'hidden'; name: string; value: string }[] =>
  Object.keys(form)
    .filter((name) => name !== 'step')
    .map((name) => ({ kind: 'hidden', name, value: one(form, name) }));
