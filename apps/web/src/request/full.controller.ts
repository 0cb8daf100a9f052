import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { Cases, CLOCK, ReferenceData, type CaseView, type SignedIn } from '#casework';
import type { Clock } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { fullPage, type Text } from './full.presenter.js';
import { openCase } from './open-case.js';
import { hasTextInWork } from './text-in-work.js';

/** The whole request, for reading and for paper. */
@Controller('requests/:ref')
export class FullController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: Cases,
    private readonly names: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('full')
  async full(@Req() request: Exchange, @Me() me: SignedIn, @Param('ref') ref: string): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const text = await this.textOf(view);
    const today = this.clock.now().toISOString().slice(0, 10);
    return this.pages.html(
      request,
      'request/full.njk',
      fullPage({ view, text, names: this.names, today, tab: 'full' }),
    );
  }

  /** The office reads its text in work while it writes or corrects it; everybody else, and everything later, the last version. */
  private async textOf(view: CaseView): Promise<Text> {
    const version = hasTextInWork(view) ? null : await this.cases.version(view);
    return version
      ? { kind: 'version', version }
      : { kind: 'inWork', content: await this.cases.content(view), documents: view.facts.documents };
  }
}
