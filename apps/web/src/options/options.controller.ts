import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { SignedIn } from '#casework';
import { mayWriteOptions, type RegionalOption } from '#domain';
import { many, Me, one, type Exchange, type Form } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { OptionsFrame } from './options-frame.js';
import { comparePage, optionPage, optionsPage, retiredPage } from './options.presenter.js';

const MOST_COMPARED = 3;

/** The options of a region: all of them, one, and up to three side by side. */
@Controller('deployments/options')
export class OptionsController {
  constructor(
    private readonly pages: Pages,
    private readonly frame: OptionsFrame,
  ) {}

  @Get()
  async list(@Req() request: Exchange, @Me() me: SignedIn, @Query() query: Form): Promise<string> {
    this.frame.reader(me);
    const retired = one(query, 'retired') === 'true';
    const options = await this.frame.options.list(me, { retired });
    const writes = this.frame.regionsOf(me).length > 0;
    const page = retired
      ? retiredPage(options, this.frame.reference)
      : optionsPage(options, this.frame.reference, writes);
    return this.pages.html(request, 'options/options.njk', { ...page, tabs: this.frame.tabs(me) });
  }

  @Get('compare')
  async compare(@Req() request: Exchange, @Me() me: SignedIn, @Query() query: Form): Promise<string> {
    this.frame.reader(me);
    const ids = [...new Set(many(query, 'option'))];
    const options: RegionalOption[] = [];
    for (const id of ids.slice(0, MOST_COMPARED)) options.push(await this.frame.find(me, id));
    const page = comparePage(options, this.frame.reference, ids.length > MOST_COMPARED);
    return this.pages.html(request, 'options/compare.njk', { ...page, tabs: this.frame.tabs(me) });
  }

  @Get(':id')
  async show(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('id') id: string,
    @Query() query: Form,
  ): Promise<string> {
    const asked = one(query, 'version');
    const option = await this.frame.find(me, id, /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null);
    const [versions, cover] = await Promise.all([
      this.frame.options.versions(option),
      this.frame.cover(
        me,
        option.countries.map((c) => c.country),
      ),
    ]);
    const writes = mayWriteOptions(me, option.region);
    const page = optionPage({ option, versions, cover, names: this.frame.reference, writes });
    return this.pages.html(request, 'options/option.njk', page);
  }
}
