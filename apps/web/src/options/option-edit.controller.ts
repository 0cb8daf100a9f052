import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { SignedIn } from '#casework';
import { isRefusal, refuse, type RegionalOption, type Refusal } from '#domain';
import { revisionIn } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { countriesIn, proposalOf, typedProposal, withProposal, type TypedProposal } from './option.form.js';
import { identifierFrom } from '../shell/identifier.js';
import { OptionsFrame } from './options-frame.js';
import { choosePage, proposalPage } from './proposal.presenter.js';

const CHOOSE = 'options/choose.njk';
const PROPOSAL = 'options/proposal.njk';
const NO_REGION = refuse('invalid', 'Choose one of your regions.', [
  { path: 'region', message: 'Choose one of your regions' },
]);

/** Which countries, where, when, how many days in each, and why. */
@Controller('deployments/options')
export class OptionEditController {
  constructor(
    private readonly pages: Pages,
    private readonly frame: OptionsFrame,
  ) {}

  @Get('new')
  async start(@Req() request: Exchange, @Me() me: SignedIn, @Query() query: Form): Promise<string> {
    const region = this.regionIn(me, query);
    const kept = request.kept as Form | null;
    const countries = this.known(region, countriesIn(kept ?? query));
    const choosing = countries.length === 0 || one(query, 'choose') === '1';
    if (choosing && !kept) return this.choose(request, me, region, countries, null);
    const typed = typedProposal(kept ?? { country: countries });
    return this.pages.html(request, PROPOSAL, await this.page(me, region, typed, null));
  }

  @Post('new')
  @HttpCode(200)
  async open(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const region = this.regionIn(me, form);
    const typed = typedProposal(form);
    const content = withProposal(typed, null);
    const outcome = this.frame.writer(me).includes(one(form, 'region'))
      ? await this.frame.options.open(me, identifierFrom(me.id, one(form, 'once')), region, content)
      : NO_REGION;
    if (!isRefusal(outcome)) return void seeOther(reply, paths.optionCosts(outcome.id), 'optionSaved');
    const page = await this.page(me, region, typed, null, outcome);
    return this.pages.refused(request, reply, outcome, PROPOSAL, page);
  }

  @Get(':id/edit')
  async edit(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('id') id: string,
    @Query() query: Form,
  ): Promise<string> {
    const option = await this.frame.ofWriter(me, id);
    const asked = this.known(option.region, countriesIn(query));
    const current = option.countries.map((c) => c.country);
    if (one(query, 'choose') === '1' && !request.kept)
      return this.choose(request, me, option.region, asked.length ? asked : current, option);
    const typed = request.kept ? typedProposal(request.kept as Form) : proposalOf(option, asked);
    return this.pages.html(request, PROPOSAL, await this.page(me, option.region, typed, option));
  }

  @Post(':id/edit')
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('id') id: string,
  ): Promise<string | undefined> {
    const option = await this.frame.ofWriter(me, id);
    const form = formOf(request);
    const typed = typedProposal(form);
    const outcome = await this.frame.options.change(me, id, revisionIn(form), withProposal(typed, option));
    if (!isRefusal(outcome)) return void seeOther(reply, paths.optionCosts(id), 'optionSaved');
    if (outcome.code === 'notYourRole' || outcome.code === 'notFound') throw new Refused(outcome);
    const page = await this.page(me, option.region, typed, option, outcome);
    return this.pages.refused(request, reply, outcome, PROPOSAL, page);
  }

  /** The region for which somebody works here: the one named, else the first of theirs. */
  private regionIn(me: SignedIn, form: Form): string {
    const regions = this.frame.writer(me);
    const asked = one(form, 'region');
    const region = regions.find((r) => r === asked) ?? regions[0];
    if (!region) throw new Refused(NOT_YOURS.options);
    return region;
  }

  private known = (region: string, countries: string[]): string[] =>
    countries.filter((c) => this.frame.reference.regionOf(c) === region);

  private choose(request: Exchange, me: SignedIn, region: string, chosen: string[], option: RegionalOption | null) {
    const regions = option ? [option.region] : this.frame.writer(me);
    return this.pages.html(
      request,
      CHOOSE,
      choosePage({ region, regions, chosen, reference: this.frame.reference, option }),
    );
  }

  private async page(
    me: SignedIn,
    region: string,
    typed: TypedProposal,
    option: RegionalOption | null,
    refusal?: Refusal,
  ) {
    const codes = this.known(
      region,
      typed.days.map(([code]) => code),
    );
    const cover = await this.frame.cover(me, codes);
    return proposalPage({ region, typed, option, refusal, cover, reference: this.frame.reference });
  }
}
