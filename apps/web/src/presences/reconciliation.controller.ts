import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Reconciliation, type SignedIn } from '#casework';
import { isRefusal, type Role } from '#domain';
import { tabsBeside } from '../deployments/past-tabs.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { reconciliationPage, typedSettlement } from './reconciliation.presenter.js';

const TEMPLATE = 'presences/reconciliation.njk';
const has = (me: SignedIn, role: Role): boolean => me.assignments.some((a) => a.role === role);

/** What lists of the past contradict: desk officers settle what is of their region and read the rest; auditors read. */
@Controller('deployments/reconciliation')
export class ReconciliationController {
  constructor(
    private readonly pages: Pages,
    private readonly reconciliation: Reconciliation,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    if (!has(me, 'deskOfficer') && !has(me, 'auditor')) throw new Refused(NOT_YOURS.reconciliation);
    const all = await this.reconciliation.all();
    const typed = request.kept ? typedSettlement(request.kept as Form) : null;
    const page = reconciliationPage(all, { me, typed });
    return this.pages.html(request, TEMPLATE, { ...page, tabs: tabsBeside(me, 'reconciliation') });
  }

  @Post()
  @HttpCode(200)
  async settle(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    if (!has(me, 'deskOfficer')) throw new Refused(NOT_YOURS.reconciliation);
    const typed = typedSettlement(formOf(request));
    const outcome = await this.reconciliation.settle(me, typed);
    if (!isRefusal(outcome)) return void seeOther(reply, paths.reconciliation(), 'reconciled');
    const all = await this.reconciliation.all();
    const page = reconciliationPage(all, { me, typed, refusal: outcome });
    return this.pages.refused(request, reply, outcome, TEMPLATE, { ...page, tabs: tabsBeside(me, 'reconciliation') });
  }
}
