import { Controller, Get, Inject, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CLOCK, PRESENCE_TYPES, Presences, REPORT_REGION_NAMES, type PresenceTable, type SignedIn } from '#casework';
import type { Clock } from '#platform';
import { presencesAsked, type PresenceFormat, type PresencesAsked } from '../presences/asked.js';
import { presenceFile } from '../presences/presence-files.js';
import { Me, type Exchange } from '../shell/exchange.js';
import { Fault } from '../shell/refusals.js';
import { Described } from './described.js';

/** The table of presences for programs: who was where on a day or in a year. */
@ApiTags('Presences')
@ApiBearerAuth()
@Controller('api/v1')
export class PresencesApi {
  constructor(
    private readonly presences: Presences,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('presences')
  @Described('listPresences')
  async list(@Req() { headers }: Exchange, @Me() me: SignedIn, @Query() query: Record<string, unknown>) {
    const asked = this.asked(query);
    const wantsCsv = (headers.accept ?? '').split(',')[0]!.trim().startsWith('text/csv');
    const format = asked.format ?? (wantsCsv ? 'csv' : null);
    return format ? this.file(me, asked, format) : bodyOf(await this.table(me, asked), asked);
  }

  @Get('presences.docx')
  @Described('printPresences')
  print(@Me() me: SignedIn, @Query() query: Record<string, unknown>): Promise<StreamableFile> {
    return this.file(me, this.asked(query), 'docx');
  }

  private today = (): string => this.clock.now().toISOString().slice(0, 10);

  private asked(query: Record<string, unknown>): PresencesAsked {
    const asked = presencesAsked(query, this.today());
    const { problems } = asked;
    if (problems.length) throw new Fault(422, 'invalid', `${problems[0]!.message}.`, { fields: problems });
    return asked;
  }

  private table(me: SignedIn, { asked }: PresencesAsked): Promise<PresenceTable> {
    return this.presences.table(me, asked, this.today());
  }

  private async file(me: SignedIn, given: PresencesAsked, format: PresenceFormat): Promise<StreamableFile> {
    return presenceFile(await this.table(me, given), { asked: given.asked, format, today: this.today() });
  }
}

/** The table as a program reads it. */
function bodyOf(table: PresenceTable, { asked }: PresencesAsked) {
  return {
    on: 'on' in asked ? asked.on : null,
    year: 'year' in asked ? asked.year : null,
    advisers: table.advisers,
    counts: table.counts.map(({ type, count }) => ({ type, name: PRESENCE_TYPES[type], count })),
    items: table.rows.map(({ region, type, ...row }) => ({
      ...row,
      region: region && REPORT_REGION_NAMES[region],
      type,
      typeName: PRESENCE_TYPES[type],
    })),
    footnotes: table.footnotes,
    notListed: table.notListed.map(({ ref, location }) => ({ ref, location })),
    listsOf: table.listed.map((region) => REPORT_REGION_NAMES[region]),
    published: table.published,
  };
}
