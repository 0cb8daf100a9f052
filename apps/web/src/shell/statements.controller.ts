import { Controller, Get, Req } from '@nestjs/common';
import { ReferenceData } from '#casework';
import { scoringInWords, settingsInWords, timesAllowed } from '../guidance/settings.js';
import type { Exchange } from './exchange.js';
import { Pages } from './pages.js';
import { STATIC_PAGES } from './static-pages.js';

/** Pages whose text stands in their template: guidance, with the settings that it speaks of, and statements. */
@Controller()
export class StatementsController {
  constructor(
    private readonly pages: Pages,
    private readonly reference: ReferenceData,
  ) {}

  @Get(Object.keys(STATIC_PAGES).filter((path) => !STATIC_PAGES[path]!.filled))
  show(@Req() request: Exchange): string {
    const page = STATIC_PAGES[request.url.split('?')[0]!]!;
    const { clocks, frameworkFor } = this.reference;
    return this.pages.html(request, page.template, {
      title: page.title,
      s: settingsInWords(clocks),
      times: timesAllowed(clocks),
      scoring: scoringInWords(frameworkFor('')),
      ...(page.breadcrumbs ? { breadcrumbs: page.breadcrumbs } : {}),
    });
  }
}
