import { Controller, Get, Inject, Req } from '@nestjs/common';
import { CLOCK, ReferenceData } from '#casework';
import type { Clock } from '#platform';
import { callSentence } from '../calls/call-words.js';
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
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(Object.keys(STATIC_PAGES).filter((path) => !STATIC_PAGES[path]!.filled))
  show(@Req() request: Exchange): string {
    const page = STATIC_PAGES[request.url.split('?')[0]!]!;
    const { calls, clocks, frameworkFor } = this.reference;
    return this.pages.html(request, page.template, {
      title: page.title,
      s: settingsInWords(clocks),
      times: timesAllowed(clocks),
      call: callSentence('ordinary', this.clock.now().toISOString().slice(0, 10), calls),
      scoring: scoringInWords(frameworkFor('')),
      ...(page.breadcrumbs ? { breadcrumbs: page.breadcrumbs } : {}),
    });
  }
}
