import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { isAdministrator, TermsPublisher, TermsStandards, type SignedIn, type TermsStandard } from '#casework';
import {
  checkStandard,
  isLanguage,
  isRefusal,
  refuse,
  refuseFields,
  type Refusal,
  type TermsDefinition,
} from '#domain';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { typedStandard } from './standard.form.js';
import { formContext, listContext, publishContext, versionContext } from './standard.presenter.js';

const wholeIn = (value: string | undefined): number => (/^\d{1,6}$/.test(value ?? '') ? Number(value) : 0);

/** The standard terms of reference, for an administrator: versions, a new one, what it changes, and its publication. */
@Controller('admin/terms')
export class StandardTermsController {
  constructor(
    private readonly pages: Pages,
    private readonly standards: TermsStandards,
    private readonly publisher: TermsPublisher,
  ) {}

  @Get()
  async list(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, 'terms/standard-list.njk', listContext(await this.all(me)));
  }

  @Get('new')
  async fresh(@Req() request: Exchange, @Me() me: SignedIn, @Query('from') from: string | undefined): Promise<string> {
    const all = await this.all(me);
    const kept = request.kept as Form | null;
    if (kept) return this.form(request, typedStandard(kept), wholeIn(one(kept, 'after')));
    const start = all.find((s) => s.version === wholeIn(from)) ?? all[0]!;
    return this.form(request, start.texts, all[0]!.version);
  }

  @Get(':version')
  async show(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('version') version: string,
    @Query('language') asked: string | undefined,
  ): Promise<string> {
    const all = await this.all(me);
    const found = all.find((s) => s.version === wholeIn(version));
    if (!found) throw new Refused(refuse('notFound', 'There is no such version of the standard terms of reference.'));
    const context = versionContext(found, all, isLanguage(asked) ? asked : 'en');
    return this.pages.html(request, 'terms/standard-version.njk', context);
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
    const texts = typedStandard(form);
    const [step, after] = [one(form, 'step'), wholeIn(one(form, 'after'))];
    if (step === 'change') return this.form(request, texts, after);
    const problems = refuseFields(checkStandard(texts));
    if (problems) return this.form(request, texts, after, { reply, refusal: problems });
    if (step !== 'publish') {
      const context = { ...publishContext(texts, all[0]!), carried: carried(texts, after) };
      return this.pages.html(request, 'terms/standard-publish.njk', context);
    }
    const outcome = await this.publisher.publish(me, texts, after);
    if (!isRefusal(outcome)) return void seeOther(reply, paths.adminTerms(), 'termsPublished');
    return this.form(request, texts, outcome.revision ?? after, { reply, refusal: outcome });
  }

  /** Every version; nobody but an administrator has these pages. */
  private async all(me: SignedIn): Promise<TermsStandard[]> {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.terms);
    return this.standards.all();
  }

  private form(
    request: Exchange,
    texts: TermsDefinition['texts'],
    after: number,
    no?: { reply: Reply; refusal: Refusal },
  ): string {
    const context = formContext(texts, after, no?.refusal);
    return no
      ? this.pages.refused(request, no.reply, no.refusal, 'terms/standard-new.njk', context)
      : this.pages.html(request, 'terms/standard-new.njk', context);
  }
}

/** What was typed, as hidden fields of the page that shows the changes. */
function carried(texts: TermsDefinition['texts'], after: number) {
  const fields: [string, string][] = [['after', String(after)]];
  for (const { key, criteria } of texts.en.clauses) {
    fields.push(['key', key]);
    for (const criterion of criteria) fields.push([`criteria-${key}`, criterion]);
  }
  for (const [language, { parts, clauses }] of Object.entries(texts)) {
    for (const [part, name] of Object.entries(parts)) fields.push([`part-${language}-${part}`, name]);
    for (const { key, heading, text, results } of clauses)
      fields.push(
        [`heading-${language}-${key}`, heading],
        [`text-${language}-${key}`, text],
        [`results-${language}-${key}`, results.join('\n')],
      );
  }
  return fields.map(([name, value]) => ({ name, value }));
}
