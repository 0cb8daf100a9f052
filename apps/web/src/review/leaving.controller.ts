import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, mayTake, notFound, ownReview, refuse, roleFor, type Refusal, type RequestFacts } from '#domain';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther, type Done } from '../shell/pages.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused, statusOf } from '../shell/refusals.js';
import { leavingErrors, leavingEvent, typedLeaving, type Leaving, type TypedLeaving } from './leaving.form.js';
import { leavingContext } from './leaving.presenter.js';

const TEMPLATE = 'review/leaving.njk';
const EVENT = { decline: 'DECLINE_APPOINTMENT', release: 'RELEASE', conflict: 'RECORD_CONFLICT' } as const;
const DONE: Record<Leaving, Done> = {
  decline: 'declinedAppointment',
  release: 'released',
  conflict: 'conflictRecorded',
};
interface Found {
  facts: RequestFacts;
  revision: number;
}

/** How a reviewer leaves: they decline, the desk officer releases them, or a conflict of interest is recorded. */
@Controller()
export class LeavingController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
  ) {}

  @Get('reviews/:ref/decline')
  decline(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    return this.show(request, me, ref, me.id, 'decline');
  }

  @Post('reviews/:ref/decline')
  @HttpCode(200)
  declined(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    return this.take(request, reply, me, ref, me.id, 'decline');
  }

  @Get('requests/:ref/reviewers/:person/release')
  release(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Param('person') person: string,
    @Me() me: SignedIn,
  ): Promise<string> {
    return this.show(request, me, ref, person, 'release');
  }

  @Post('requests/:ref/reviewers/:person/release')
  @HttpCode(200)
  released(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Param('person') person: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    return this.take(request, reply, me, ref, person, 'release');
  }

  @Get('requests/:ref/reviewers/:person/conflict')
  conflict(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Param('person') person: string,
    @Me() me: SignedIn,
  ): Promise<string> {
    return this.show(request, me, ref, person, 'conflict');
  }

  @Post('requests/:ref/reviewers/:person/conflict')
  @HttpCode(200)
  recorded(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Param('person') person: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    return this.take(request, reply, me, ref, person, 'conflict');
  }

  private async show(request: Exchange, me: SignedIn, ref: string, person: string, leaving: Leaving): Promise<string> {
    const found = await this.found(ref, me, person, leaving);
    const may = mayTake(found.facts, me, EVENT[leaving]);
    if (isRefusal(may)) throw new Refused(may);
    return this.pages.html(
      request,
      TEMPLATE,
      this.context(found, me, person, leaving, typedLeaving((request.kept ?? {}) as Form)),
    );
  }

  private async take(
    request: Exchange,
    reply: Reply,
    me: SignedIn,
    ref: string,
    person: string,
    leaving: Leaving,
  ): Promise<string | undefined> {
    const typed = typedLeaving(formOf(request));
    const outcome = await act(this.casework, request, me, ref, leavingEvent(leaving, person, typed));
    if (!isRefusal(outcome)) {
      const away = leaving === 'decline' ? paths.reviews() : person === me.id ? '/' : paths.reviewers(ref);
      return void seeOther(reply, away, DONE[leaving]);
    }
    if (outcome.code === 'notFound' || outcome.code === 'notYourRole') throw new Refused(outcome);
    const found = await this.found(ref, me, person, leaving);
    void reply.status(statusOf(outcome));
    return this.pages.html(request, TEMPLATE, this.context(found, me, person, leaving, typed, outcome));
  }

  /** A reviewer who declines may not know more of the case than that they are appointed. */
  private async found(ref: string, me: SignedIn, person: string, leaving: Leaving): Promise<Found> {
    const found = leaving === 'decline' ? await this.cases.forDeclaration(ref, me) : await this.cases.find(ref, me);
    if (!found) throw new Refused(notFound());
    if (leaving === 'decline') {
      if (!ownReview(me, found.facts)) throw new Refused(NOT_YOURS.scores);
      return found;
    }
    const as = roleFor(me, found.facts, EVENT[leaving]);
    if (isRefusal(as)) throw new Refused(as);
    if (leaving === 'conflict' && person !== me.id && !me.assignments.some((a) => a.role === 'panelChair'))
      throw new Refused(refuse('notYourRole', 'A conflict of somebody else is recorded by the panel chair.'));
    const known = found.facts.reviewers.some((r) => r.person.id === person) || person === me.id;
    if (!known) throw new Refused(notFound());
    return found;
  }

  private context(
    { facts, revision }: Found,
    me: SignedIn,
    id: string,
    leaving: Leaving,
    typed: TypedLeaving,
    refusal?: Refusal,
  ) {
    const name = facts.reviewers.find((r) => r.person.id === id)?.person.name ?? me.name;
    const address = {
      decline: paths.declineAppointment(facts.ref),
      release: paths.release(facts.ref, id),
      conflict: paths.recordConflict(facts.ref, id),
    }[leaving];
    const person = { name, own: id === me.id };
    const errors = refusal ? leavingErrors(refusal, typed) : [];
    const input = { leaving, facts, person, typed, names: this.reference, address, errors };
    return { ...leavingContext(input), hidden: stepFields(revision) };
  }
}
