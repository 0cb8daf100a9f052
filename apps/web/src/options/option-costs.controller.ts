import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { SignedIn } from '#casework';
import { isRefusal } from '#domain';
import { revisionIn } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { costsPage } from './costs.presenter.js';
import { costsOf, typedCosts, withCosts } from './option.form.js';
import { OptionsFrame } from './options-frame.js';

const TEMPLATE = 'options/costs.njk';

/** What an option costs, by year and country, and who pays which part. */
@Controller('deployments/options/:id/costs')
export class OptionCostsController {
  constructor(
    private readonly pages: Pages,
    private readonly frame: OptionsFrame,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('id') id: string): Promise<string> {
    const option = await this.frame.ofWriter(me, id);
    const typed = request.kept ? typedCosts(request.kept as Form, option) : costsOf(option);
    return this.pages.html(request, TEMPLATE, costsPage({ option, typed, names: this.frame.reference }));
  }

  @Post()
  @HttpCode(200)
  async save(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('id') id: string,
  ): Promise<string | undefined> {
    const option = await this.frame.ofWriter(me, id);
    const form = formOf(request);
    const typed = typedCosts(form, option);
    const outcome = await this.frame.options.change(me, id, revisionIn(form), withCosts(typed, option));
    if (!isRefusal(outcome)) return void seeOther(reply, paths.option(id), 'optionSaved');
    if (outcome.code === 'notYourRole' || outcome.code === 'notFound') throw new Refused(outcome);
    const page = costsPage({ option, typed, names: this.frame.reference, refusal: outcome });
    return this.pages.refused(request, reply, outcome, TEMPLATE, page);
  }
}
