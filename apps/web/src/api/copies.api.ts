import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Cases, type SignedIn } from '#casework';
import type { CopyAs } from '#domain';
import { Copies } from '../request/copies.js';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { CopyShape } from './copies.dto.js';
import { Described } from './described.js';
import { jsonOf, onceOf, parseShape } from './parse.js';
import { notFound, orRefused, tagged } from './requests.api.js';

/** Requests that are begun from the text of earlier ones, for programs. */
@ApiTags('Requests')
@ApiBearerAuth()
@Controller('api/v1/requests/:ref/copies')
export class CopiesApi {
  constructor(
    private readonly copies: Copies,
    private readonly cases: Cases,
  ) {}

  @Post()
  @Described('copyRequest')
  async make(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    const { as } = orRefused(parseShape<{ as: CopyAs }>(jsonOf(request), CopyShape));
    const made = orRefused(await this.copies.make(me, view, as, onceOf(request)));
    void reply.status(201).header('location', `/api/v1/requests/${made.ref}`);
    tagged(reply, made);
    return { ref: made.ref, basedOn: { ref, version: view.facts.version, as } };
  }
}
