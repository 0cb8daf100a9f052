import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Casework, Cases, CLOCK, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { isRefusal, refuse, type Refusal } from '#domain';
import { hasSignatures } from '../request/case-frame.js';
import type { Clock } from '#platform';
import { openCase } from '../request/open-case.js';
import { act } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { DONE_BY, stepIn, typedSignature, type TypedSignature } from './signatures.form.js';
import { signaturesPage } from './signatures.presenter.js';

const TEMPLATE = 'together/signatures.njk';

/** The countries of a request of several offices: the part of each, and who has signed which text. */
@Controller('requests/:ref/signatures')
export class SignaturesController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const view = await openCase(this.cases, ref, me);
    // One office signs it, and no option for several countries is offered: there is nothing to see here.
    if (!hasSignatures(view.facts)) return seeOther(reply, paths.request(ref));
    const typed = request.kept ? typedSignature(request.kept as Form) : null;
    return this.pages.html(request, TEMPLATE, await this.page(view, me, typed));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    await openCase(this.cases, ref, me);
    const typed = typedSignature(formOf(request));
    const event = stepIn(typed);
    const done = event
      ? await act(this.casework, request, me, ref, event)
      : refuse('invalid', 'The page was not sent whole. Load it again, and send it again.');
    if (!isRefusal(done)) {
      // Whose country has left may not know of the request any more.
      const seen = typed.step !== 'WITHDRAW_COUNTRY' || (await this.cases.find(ref, me)) !== null;
      return seeOther(reply, seen ? paths.signatures(ref) : paths.home(), DONE_BY[event!.type]);
    }
    const view = await openCase(this.cases, ref, me);
    return this.pages.refused(request, reply, done, TEMPLATE, await this.page(view, me, typed, done));
  }

  private async page(view: CaseView, me: SignedIn, typed: TypedSignature | null, refusal?: Refusal) {
    const content = await this.cases.content(view);
    const today = this.clock.now().toISOString().slice(0, 10);
    return signaturesPage({ view, me, content, typed, refusal, names: this.reference, today });
  }
}
