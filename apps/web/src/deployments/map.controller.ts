import { Controller, Get, Query, Req } from '@nestjs/common';
import type { SignedIn } from '#casework';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { postsAddress, filtersOf } from './posts-query.js';
import { countriesTable } from './map.presenter.js';
import { PostsFrame } from './posts-frame.js';
import { mapOf } from './posts-map.js';

const MOST_ROWS = 60;

/** Posts and requests on land, and the same country by country. */
@Controller('deployments/map')
export class MapController {
  constructor(
    private readonly pages: Pages,
    private readonly frame: PostsFrame,
  ) {}

  @Get()
  async map(@Req() request: Exchange, @Me() me: SignedIn, @Query() asked: Record<string, unknown>): Promise<string> {
    const opened = await this.frame.open('map', me, asked);
    const context = this.frame.context(opened);
    const { places, map, off, count } = await mapOf(opened, me, this.frame.reference);
    const given = { names: this.frame.reference, today: opened.view.asOf.today, query: opened.query, tab: opened.tab };
    return this.pages.html(request, 'deployments/map.njk', {
      ...context,
      filters: { ...context.filters, count },
      map,
      off: off && {
        text: off,
        link: { text: 'See every post in the table', href: postsAddress('table', filtersOf(opened.query)) },
      },
      list: countriesTable(places, MOST_ROWS, given),
      note: places.length > MOST_ROWS ? `${MOST_ROWS} of ${places.length} countries` : '',
      downloads: opened.figures.total > 0,
    });
  }
}
