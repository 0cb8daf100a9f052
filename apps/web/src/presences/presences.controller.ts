import { Controller, Get, Inject, Query, Req, type StreamableFile } from '@nestjs/common';
import { CLOCK, Presences, type SignedIn } from '#casework';
import type { Clock } from '#platform';
import { tabsBeside } from '../deployments/past-tabs.js';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { Fault } from '../shell/refusals.js';
import { presencesAsked } from './asked.js';
import { presenceFile } from './presence-files.js';
import { presencesPage } from './presences.presenter.js';

/** Type of presence and location, on any day and in any year. */
@Controller('presences')
export class PresencesController {
  constructor(
    private readonly pages: Pages,
    private readonly presences: Presences,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Query() query: Record<string, unknown>,
  ): Promise<string | StreamableFile> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const { done: _, ...given } = query;
    const { asked, format, problems } = presencesAsked(given, today);
    // Nobody should take a file for another day than it is of.
    if (format && problems.length) throw new Fault(422, 'invalid', `${problems[0]!.message}.`, { fields: problems });
    const table = await this.presences.table(me, asked, today);
    if (format) return presenceFile(table, { asked, format, today });
    const page = presencesPage(table, { asked, today, problems, me });
    return this.pages.html(request, 'presences/presences.njk', { ...page, tabs: tabsBeside(me, 'presences') });
  }
}
