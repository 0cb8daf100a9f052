import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import {
  CLOCK,
  isAdministrator,
  letterDraftProblems,
  LetterTemplates,
  ReferenceData,
  type LetterVersion,
  type SignedIn,
} from '#casework';
import { isRefusal, refuse, refuseFields, type Refusal } from '#domain';
import type { Clock } from '#platform';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { carriedLetter, kindOf, typedLetter, type TypedLetter } from './letters.form.js';
import { formContext, listContext, publishContext, versionContext } from './letters.presenter.js';

const wholeIn = (value: string | undefined): number => (/^\d{1,6}$/.test(value ?? '') ? Number(value) : 0);

/** The words of decision letters, for an administrator: what is in force, a version, and the writing of a new one. */
@Controller('admin/letters')
export class LettersController {
  constructor(
    private readonly pages: Pages,
    private readonly templates: LetterTemplates,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.letters);
    return this.pages.html(request, 'letters/list.njk', listContext(await this.templates.current()));
  }

  @Get(':kind/:language')
  async current(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('kind') kind: string,
    @Param('language') language: string,
  ): Promise<string> {
    const all = await this.versions(me, kind, language);
    return this.pages.html(request, 'letters/version.njk', versionContext(all[0]!, all, this.at()));
  }

  @Get(':kind/:language/new')
  async fresh(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('kind') kind: string,
    @Param('language') language: string,
  ): Promise<string> {
    const [last] = await this.versions(me, kind, language);
    const kept = request.kept as Form | null;
    const typed = kept ? typedLetter(kept, last!.kind) : { blocks: last!.blocks, note: '', after: last!.version };
    return this.form(request, last!, typed);
  }

  @Get(':kind/:language/:version')
  async show(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('kind') kind: string,
    @Param('language') language: string,
    @Param('version') version: string,
  ): Promise<string> {
    const all = await this.versions(me, kind, language);
    const found = all.find((t) => t.version === wholeIn(version));
    if (!found) throw new Refused(refuse('notFound', 'There is no such version of this letter.'));
    return this.pages.html(request, 'letters/version.njk', versionContext(found, all, this.at()));
  }

  @Post(':kind/:language/new')
  @HttpCode(200)
  async write(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('kind') kind: string,
    @Param('language') language: string,
  ): Promise<string | undefined> {
    const [last] = await this.versions(me, kind, language);
    const form = formOf(request);
    const typed = typedLetter(form, last!.kind);
    const step = one(form, 'step');
    if (step === 'change') return this.form(request, last!, typed);
    const problems = refuseFields(letterDraftProblems({ ...typed, kind: last!.kind, language: last!.language }));
    if (problems) return this.form(request, last!, typed, { reply, refusal: problems });
    if (step === 'publish') {
      const outcome = await this.templates.publish(me, { ...typed, kind: last!.kind, language: last!.language });
      if (!isRefusal(outcome)) return void seeOther(reply, paths.adminLetter(kind, language), 'letterPublished');
      return this.form(
        request,
        last!,
        { ...typed, after: outcome.revision ?? typed.after },
        { reply, refusal: outcome },
      );
    }
    const context = { ...publishContext(last!, typed, this.at()), carried: carriedLetter(typed) };
    return this.pages.html(request, 'letters/publish.njk', context);
  }

  private at = () => ({ date: this.clock.now().toISOString().slice(0, 10), clocks: this.reference.clocks });

  /** Every version of a letter, the newest first; nobody but an administrator has these pages. */
  private async versions(me: SignedIn, kind: string, language: string): Promise<LetterVersion[]> {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.letters);
    const all = await this.templates.versions(kindOf(kind) ?? '', language);
    if (!all.length) throw new Refused(refuse('notFound', 'There is no letter of this kind in this language.'));
    return all;
  }

  private form(request: Exchange, last: LetterVersion, typed: TypedLetter, no?: { reply: Reply; refusal: Refusal }) {
    const context = formContext(last, typed, no?.refusal);
    return no
      ? this.pages.refused(request, no.reply, no.refusal, 'letters/new.njk', context)
      : this.pages.html(request, 'letters/new.njk', context);
  }
}
