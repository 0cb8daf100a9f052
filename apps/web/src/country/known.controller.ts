import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Casework, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, withKnown } from '#domain';
import { patchOf } from '../request/answers.js';
import { act } from '../shell/act.js';
import { formOf, many, Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { KnownAnswers } from './known-answers.js';
import { knownContext } from './known.presenter.js';

/** What is known of the countries of a draft, put into its answers where whoever writes it wants that. */
@Controller('requests/:ref/known')
export class KnownController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly known: KnownAnswers,
    private readonly names: ReferenceData,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('ref') ref: string): Promise<string> {
    const page = knownContext(await this.known.of(me, ref), this.names);
    return this.pages.html(request, 'country/known.njk', page);
  }

  @Post()
  @HttpCode(200)
  async take(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<void> {
    const { content, answers } = await this.known.of(me, ref);
    const wanted = many(formOf(request), 'take');
    const chosen = answers.filter((a) => wanted.includes(a.path) && !a.there);
    if (chosen.length === 0) return seeOther(reply, paths.known(ref));
    const patch = patchOf(Object.fromEntries(chosen.map((a) => [a.path, withKnown(content, a)])), content);
    const done = await act(this.casework, request, me, ref, { type: 'EDIT', patch });
    if (isRefusal(done)) throw new Refused(done);
    seeOther(reply, paths.known(ref), 'knownTaken');
  }
}
