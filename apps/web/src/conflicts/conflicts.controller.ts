import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CLOCK, Conflicts, People, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, notFound, type Refusal, type Role } from '#domain';
import type { Clock } from '#platform';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { conflictErrors, conflictOf, typedConflict, type TypedConflict } from './conflicts.form.js';
import { conflictsContext } from './conflicts.presenter.js';

const TEMPLATE = 'conflicts/conflicts.njk';
const JUDGING: readonly Role[] = ['deskOfficer', 'reviewer', 'panelChair', 'approver'];
const isAdministrator = (me: SignedIn): boolean => me.assignments.some((a) => a.role === 'administrator');
const addressOf = (me: SignedIn, person: string): string =>
  person === me.id ? paths.conflicts() : paths.conflicts(person);

/** Everybody keeps the register of their own conflicts of interest; administrators keep it for others. */
@Controller('conflicts')
export class ConflictsController {
  constructor(
    private readonly pages: Pages,
    private readonly conflicts: Conflicts,
    private readonly people: People,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  own(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    return this.show(request, me, me.id);
  }

  @Post()
  @HttpCode(200)
  addOwn(@Req() request: Exchange, @Res({ passthrough: true }) reply: Reply, @Me() me: SignedIn) {
    return this.add(request, reply, me, me.id);
  }

  @Get(':person')
  of(@Req() request: Exchange, @Param('person') person: string, @Me() me: SignedIn): Promise<string> {
    return this.show(request, me, person);
  }

  @Post(':person')
  @HttpCode(200)
  addFor(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('person') person: string,
    @Me() me: SignedIn,
  ) {
    return this.add(request, reply, me, person);
  }

  @Post(':person/:id/end')
  @HttpCode(200)
  async end(
    @Res({ passthrough: true }) reply: Reply,
    @Param('person') person: string,
    @Param('id') id: string,
    @Me() me: SignedIn,
  ): Promise<void> {
    const outcome = await this.conflicts.end(me, person, id);
    if (isRefusal(outcome)) throw new Refused(outcome);
    seeOther(reply, addressOf(me, person), 'conflictEnded');
  }

  private async show(request: Exchange, me: SignedIn, person: string): Promise<string> {
    const typed = typedConflict((request.kept ?? {}) as Form);
    return this.pages.html(request, TEMPLATE, await this.context(me, person, typed));
  }

  private async add(request: Exchange, reply: Reply, me: SignedIn, person: string): Promise<string | undefined> {
    const typed = typedConflict(formOf(request));
    const outcome = await this.conflicts.register(me, person, conflictOf(typed));
    if (!isRefusal(outcome)) return void seeOther(reply, addressOf(me, person), 'conflictRegistered');
    if (outcome.code === 'notFound') throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(me, person, typed, outcome));
  }

  private async context(me: SignedIn, id: string, typed: TypedConflict, refusal?: Refusal) {
    const kept = await this.conflicts.of(me, id);
    if (isRefusal(kept)) throw new Refused(kept);
    const own = id === me.id;
    const found = own ? me : await this.people.find(id);
    if (!found) throw new Refused(notFound());
    const judges = isAdministrator(me)
      ? (await this.people.all()).filter((p) => p.assignments.some((a) => JUDGING.includes(a.role)))
      : [];
    const countries = this.reference
      .allCountries()
      .map(({ code }) => ({ value: code, text: this.reference.countryName(code) }))
      .sort((a, b) => a.text.localeCompare(b.text, 'en'));
    return conflictsContext({
      person: { id, name: found.name, own },
      kept,
      typed,
      names: this.reference,
      countries,
      today: this.clock.now().toISOString().slice(0, 10),
      errors: refusal ? conflictErrors(refusal, typed) : [],
      people: judges.map((p) => ({ text: p.name, href: paths.conflicts(p.id) })),
    });
  }
}
