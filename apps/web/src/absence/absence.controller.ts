import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Absences, Delegations, isAdministrator, type SignedIn } from '#casework';
import { isRefusal, type Refusal } from '#domain';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { allAwayPage, awayPage, typedAbsence, type TypedAbsence } from './absence.presenter.js';

const TEMPLATE = 'absence/absence.njk';
const keptForm = (request: Exchange): TypedAbsence => typedAbsence((request.kept ?? {}) as Form);

/** Days on which a person is away: they say so themselves. */
@Controller('account/away')
export class AbsenceController {
  constructor(
    private readonly pages: Pages,
    private readonly absences: Absences,
    private readonly delegations: Delegations,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, TEMPLATE, await this.page(me, keptForm(request)));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const form = formOf(request);
    const typed = typedAbsence(form);
    const ends = one(form, 'end');
    const refusal = ends ? await this.absences.end(me, ends, me.id) : await this.absences.set(me, typed.draft);
    if (!refusal) return seeOther(reply, paths.away(), ends ? 'absenceEnded' : 'absenceSet');
    return this.pages.refused(request, reply, refusal, TEMPLATE, await this.page(me, typed, refusal));
  }

  private async page(me: SignedIn, typed: TypedAbsence, refusal?: Refusal) {
    const [{ items: kept, zone }, acting] = await Promise.all([this.absences.with(me.id), this.delegations.of(me)]);
    return awayPage({ kept, zone, acting, mayLetAct: this.delegations.may(me) }, typed, refusal);
  }
}

/** Days on which people are away, for an administrator, who says so for whoever forgot. */
@Controller('admin/away')
export class AbsencesController {
  constructor(
    private readonly pages: Pages,
    private readonly absences: Absences,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, TEMPLATE, await this.page(me, keptForm(request)));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.absences);
    const form = formOf(request);
    const typed = typedAbsence(form);
    const ends = one(form, 'end');
    const refusal = ends ? await this.absences.end(me, ends) : await this.absences.set(me, typed.draft, typed.person);
    if (!refusal) return seeOther(reply, paths.adminAway(), ends ? 'absenceEndedFor' : 'absenceSetFor');
    return this.pages.refused(request, reply, refusal, TEMPLATE, await this.page(me, typed, refusal));
  }

  private async page(me: SignedIn, typed: TypedAbsence, refusal?: Refusal) {
    const all = await this.absences.all(me);
    if (isRefusal(all)) throw new Refused(NOT_YOURS.absences);
    return allAwayPage(all, typed, refusal);
  }
}
