import { Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import { NO_OPTION, RegionalOptions, type SignedIn } from '#casework';
import { mayWriteOptions, readsOptions, writesOptions, type OptionContent, type RegionalOption } from '#domain';
import { identifierFrom } from '../shell/identifier.js';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { optionBody } from './options.body.js';
import { NewOptionShape, OptionShape, RetiringShape } from './options.dto.js';
import { jsonOf, onceOf, parseShape, revisionOf } from './parse.js';
import { orRefused, tagged } from './requests.api.js';

/** What is not sent of a country is null; everything else a shape has asked for. */
const contentIn = ({ region: _region, ...content }: OptionContent & { region?: string }): OptionContent => ({
  ...content,
  countries: content.countries.map((c) => ({ ...c, inCountryPerYear: c.inCountryPerYear ?? null })),
});

/** Regional options for programs. */
@ApiTags('Regional options')
@ApiBearerAuth()
@Controller('api/v1/regional-options')
export class RegionalOptionsApi {
  constructor(private readonly options: RegionalOptions) {}

  @Get()
  @Described('listRegionalOptions')
  async list(@Me() me: SignedIn, @Query('retired') asked?: string) {
    if (!readsOptions(me)) throw new Refused(NOT_YOURS.options);
    return { items: (await this.options.list(me, { retired: asked === 'true' })).map(optionBody) };
  }

  @Post()
  @Described('openRegionalOption')
  async open(@Req() request: Exchange, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply) {
    if (!writesOptions(me)) throw new Refused(NOT_YOURS.options);
    const sent = orRefused(parseShape<OptionContent & { region: string }>(jsonOf(request), NewOptionShape));
    const key = onceOf(request)?.key;
    const id = key ? identifierFrom(me.id, key) : randomUUID();
    const kept = orRefused(await this.options.open(me, id, sent.region, contentIn(sent)));
    tagged(reply, { revision: kept.version });
    void reply.status(201).header('location', `/api/v1/regional-options/${kept.id}`);
    return optionBody(kept);
  }

  @Get(':id')
  @Described('readRegionalOption')
  async read(@Param('id') id: string, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply) {
    return this.body(reply, await this.find(me, id));
  }

  @Post(':id/retirement')
  @HttpCode(200)
  @Described('retireRegionalOption')
  async retire(
    @Req() request: Exchange,
    @Param('id') id: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const version = await this.versionToWrite(request, me, id);
    const { reason } = orRefused(parseShape<{ reason: string }>(jsonOf(request), RetiringShape));
    return this.body(reply, orRefused(await this.options.retire(me, id, version, reason)));
  }

  @Put(':id')
  @Described('changeRegionalOption')
  async change(
    @Req() request: Exchange,
    @Param('id') id: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const version = await this.versionToWrite(request, me, id);
    const content = orRefused(parseShape<OptionContent>(jsonOf(request), OptionShape));
    return this.body(reply, orRefused(await this.options.change(me, id, version, contentIn(content))));
  }

  /** The version that was read, of who may write the option. */
  private async versionToWrite(request: Exchange, me: SignedIn, id: string): Promise<number> {
    const { region } = await this.find(me, id);
    if (!mayWriteOptions(me, region)) throw new Refused(NOT_YOURS.options);
    return Number(revisionOf(request, false));
  }

  private async find(me: SignedIn, id: string): Promise<RegionalOption> {
    const option = await this.options.find(me, id);
    if (!option) throw new Refused(NO_OPTION);
    return option;
  }

  private body(reply: Reply, option: RegionalOption) {
    tagged(reply, { revision: option.version });
    return optionBody(option);
  }
}
