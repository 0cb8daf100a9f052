import { Controller, Get, Query, Req } from '@nestjs/common';
import { ReferenceData, TermsStandards } from '#casework';
import { isLanguage } from '#domain';
import { settingsInWords } from '../guidance/settings.js';
import type { Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { STATIC_PAGES } from '../shell/static-pages.js';
import { date } from '../shell/words.js';
import { standardViews } from './clause-views.js';
import { languageLinks } from './standard.presenter.js';

const HERE = '/guidance/terms-of-reference';

/** The standard terms of reference that are in force, for everybody to read. */
@Controller()
export class TermsGuidanceController {
  constructor(
    private readonly pages: Pages,
    private readonly standards: TermsStandards,
    private readonly reference: ReferenceData,
  ) {}

  @Get(HERE)
  async show(@Req() request: Exchange, @Query('language') asked: string | undefined): Promise<string> {
    const standard = await this.standards.current();
    const language = isLanguage(asked) ? asked : 'en';
    const { template, title, breadcrumbs } = STATIC_PAGES[HERE]!;
    return this.pages.html(request, template, {
      title,
      s: settingsInWords(this.reference.clocks),
      ...(breadcrumbs ? { breadcrumbs } : {}),
      version: `Version ${standard.version}, in force since ${date(standard.publishedAt)}.`,
      languages: languageLinks(HERE, language),
      language,
      clauses: standardViews({ definition: standard }, language),
    });
  }
}
