import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { Cases, CLOCK, ReferenceData, type CaseView, type SignedIn, type VersionView } from '#casework';
import type { Clock } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { orNotFound } from './case-frame.js';
import { fullPage } from './full.presenter.js';
import { openCase } from './open-case.js';
import { changeInHandPage, changesPage, versionsPage } from './versions.presenter.js';

/** What was submitted, as it was, and what changed from one time to the next. */
@Controller('requests/:ref/versions')
export class VersionsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: Cases,
    private readonly names: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private today = (): string => this.clock.now().toISOString().slice(0, 10);

  @Get()
  async list(@Req() request: Exchange, @Me() me: SignedIn, @Param('ref') ref: string): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const versions = await this.cases.versions(view);
    return this.pages.html(request, 'request/versions.njk', versionsPage(view, versions, this.names, this.today()));
  }

  @Get(':number')
  async version(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
    @Param('number') number: string,
  ): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const version = await this.frozen(view, number);
    const page = { view, text: { kind: 'version' as const, version }, names: this.names, today: this.today() };
    return this.pages.html(request, 'request/full.njk', fullPage({ ...page, tab: 'versions' }));
  }

  @Get(':number/changes')
  async changes(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param() { ref, number }: { ref: string; number: string },
    @Query('since') since?: string,
  ): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    if (number === 'in-hand') return this.inHand(request, view);
    const after = await this.frozen(view, number);
    const before = await this.frozen(view, since ?? String(after.number - 1));
    return this.pages.html(request, 'request/changes.njk', changesPage(view, before, after, this.names, this.today()));
  }

  /** What the office has changed and not submitted, beside the version that is judged: nobody else has this page. */
  private async inHand(request: Exchange, view: CaseView): Promise<string> {
    const before = orNotFound(view.readsDraft && view.facts.changeInHand ? await this.cases.version(view) : null);
    const after = { ...before, content: await this.cases.content(view), documents: view.facts.documents };
    return this.pages.html(
      request,
      'request/changes.njk',
      changeInHandPage(view, before, after, this.names, this.today()),
    );
  }

  /** The version of a number in the address. */
  private async frozen(view: CaseView, number: string): Promise<VersionView> {
    return orNotFound(/^[1-9]\d{0,5}$/.test(number) ? await this.cases.version(view, Number(number)) : null);
  }
}
