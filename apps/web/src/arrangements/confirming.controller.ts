import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, mayTake } from '#domain';
import { openCase } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import type { PageError } from '../shell/views.js';
import { CONFIRMING, confirmingContext, type ConfirmingPage } from './confirming.presenter.js';

const TEMPLATE = 'arrangements/confirming.njk';
const NAMES = Object.keys(CONFIRMING);

/** The page that an address names with its last word. */
const pageOf = (request: Exchange): ConfirmingPage =>
  CONFIRMING[request.url.split('?')[0]!.split('/').at(-1) as keyof typeof CONFIRMING];

/** Cost sharing and hosting: what the country's side confirms, each on a page of its own. */
@Controller('requests/:ref')
export class ConfirmingController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
  ) {}

  @Get(NAMES)
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const page = pageOf(request);
    const { facts } = await openCase(this.cases, ref, me);
    if (isRefusal(mayTake(facts, me, page.step)) && !request.kept) return seeOther(reply, paths.arrangements(ref));
    const form = (request.kept as Form | null) ?? page.known(facts);
    return this.pages.html(request, TEMPLATE, await this.context(page, ref, me, form));
  }

  @Post(NAMES)
  @HttpCode(200)
  async confirm(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const page = pageOf(request);
    const form = formOf(request);
    const { event, errors } = page.read(form);
    const outcome = await act(this.casework, request, me, ref, event);
    if (!isRefusal(outcome)) return seeOther(reply, paths.arrangements(ref), page.done);
    if (['notFound', 'notYourRole', 'notNow'].includes(outcome.code)) throw new Refused(outcome);
    const context = await this.context(page, ref, me, form, errors(outcome));
    return this.pages.refused(request, reply, outcome, TEMPLATE, context);
  }

  private async context(page: ConfirmingPage, ref: string, me: SignedIn, form: Form, errors: PageError[] = []) {
    const view = await openCase(this.cases, ref, me);
    const content = await this.cases.content(view);
    const context = confirmingContext({ page, view, content, names: this.reference, form, errors });
    return { ...context, hidden: stepFields(view.revision) };
  }
}
