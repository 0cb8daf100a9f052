import { Controller, Get, Query, Req } from '@nestjs/common';
import { bridgersIn, gapsOf, type SignedIn } from '#casework';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { placesOnLand } from '../shell/static-assets.js';
import { backPlanPart, GAPS_EACH, gapsPage, medianWords } from './gaps.presenter.js';
import { PostsFrame } from './posts-frame.js';
import { FILTER_NAMES } from './posts-query.js';

/** The gap finder: where nobody is or will be, what could bridge it, and when a request must be in. */
@Controller('deployments/gaps')
export class GapsController {
  constructor(
    private readonly pages: Pages,
    private readonly frame: PostsFrame,
  ) {}

  @Get()
  async gaps(@Req() request: Exchange, @Me() me: SignedIn, @Query() asked: Record<string, unknown>): Promise<string> {
    const opened = await this.frame.open('gaps', me, asked);
    const { view, query } = opened;
    const { reference, list } = this.frame;
    const [rows, offices] = await Promise.all([gapsOf(view, GAPS_EACH), list.offices()]);
    const regions = [...new Set(rows.flatMap((row) => row.regions))];
    const posts = regions.length ? await bridgersIn(view, regions) : [];
    const { today, medians } = view.asOf;
    const around = { posts, offices, places: placesOnLand(), names: reference, today };
    const plan = backPlanPart(asked, medians, reference, today);
    return this.pages.html(request, 'deployments/gaps.njk', {
      ...this.frame.context(opened),
      ...gapsPage(rows, query, around),
      plan,
      kept: FILTER_NAMES.filter((name) => query[name]).map((name) => ({ name, value: query[name] })),
      medians: medianWords(medians),
      errors: plan.error ? [{ text: plan.error, href: '#by-day' }] : [],
    });
  }
}
