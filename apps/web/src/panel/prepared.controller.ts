import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Casework, PreparedRecommendations, ReferenceData, RoundCases, type SignedIn, type ToApply } from '#casework';
import { isRound, notFound, readsPanel, refuse } from '#domain';
import { formOf, many, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { previewOf } from './prepared.js';
import { appliedContext, previewContext } from './prepared.presenter.js';

/** The requests that were chosen, each on the revision that its preview was drawn from. */
const chosenIn = (form: Form): ToApply[] =>
  many(form, 'request').map((ref) => {
    const revision = one(form, `revision-${ref}`);
    return { ref, revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0 };
  });

/** What the panel chair has prepared for a round: all of it before it goes, and then what became of each. */
@Controller('panel/:round/prepared')
export class PreparedController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: RoundCases,
    private readonly prepared: PreparedRecommendations,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  async preview(@Req() request: Exchange, @Me() me: SignedIn, @Param('round') round: string): Promise<string> {
    return this.pages.html(request, 'panel/prepared.njk', await this.context(me, round));
  }

  @Post()
  @HttpCode(200)
  async apply(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('round') round: string,
  ): Promise<string> {
    this.open(me, round);
    const form = formOf(request);
    const chosen = chosenIn(form);
    const key = one(form, 'once');
    if (chosen.length === 0 || !key) {
      const nothing = refuse('invalid', 'Choose at least one request', [
        { path: 'requests', message: 'Choose at least one request' },
      ]);
      return this.pages.refused(request, reply, nothing, 'panel/prepared.njk', await this.context(me, round));
    }
    const applied = await this.prepared.apply(me, round, chosen, key);
    return this.pages.html(request, 'panel/applied.njk', appliedContext(round, applied));
  }

  private open(me: SignedIn, round: string): void {
    if (!readsPanel(me)) throw new Refused(NOT_YOURS.panel);
    if (!isRound(round)) throw new Refused(notFound());
  }

  private async context(me: SignedIn, round: string) {
    this.open(me, round);
    const { cases } = await this.cases.of(me, round);
    return previewContext(round, previewOf(me, cases, this.casework), this.reference);
  }
}
