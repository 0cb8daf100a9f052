import { Controller, Get, Req } from '@nestjs/common';
import type { Exchange } from './exchange.js';
import { Pages } from './pages.js';
import { STATIC_PAGES } from './static-pages.js';

/** Pages whose text stands in their template: guidance and statements. */
@Controller()
export class StatementsController {
  constructor(private readonly pages: Pages) {}

  @Get(Object.keys(STATIC_PAGES).filter((path) => !STATIC_PAGES[path]!.filled))
  show(@Req() request: Exchange): string {
    const page = STATIC_PAGES[request.url.split('?')[0]!]!;
    return this.pages.html(request, page.template, {
      title: page.title,
      ...(page.breadcrumbs ? { breadcrumbs: page.breadcrumbs } : {}),
    });
  }
}
