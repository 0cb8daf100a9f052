import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Cases, Casework, Endorsements, type CaseView, type EndorserStanding, type SignedIn } from '#casework';
import {
  agenciesSaid,
  endorsementTable,
  endorsersOf,
  suggestedCosts,
  type Endorser,
  type EndorsementAnswer,
  type EventOf,
  type RequestContent,
} from '#domain';
import { readsEndorsers } from '../endorsing/endorsements.presenter.js';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Described } from './described.js';
import { InviteEndorsersShape } from './endorsing.dto.js';
import { jsonOf, onceOf, parseShape, revisionOf } from './parse.js';
import { notFound, orRefused, tagged } from './requests.api.js';

const answerBody = ({ text: _text, answeredBy, ...answer }: EndorsementAnswer) => ({
  ...answer,
  answeredBy: answeredBy ?? null,
});
const earlierBody = ({ again = [], changed = [] }: Endorser) =>
  [...again.flatMap((a) => (a.answer ? [a.answer] : [])), ...changed].map(answerBody);

const endorserBody = (e: Endorser, { state, at, problem }: EndorserStanding) => ({
  endorser: e.key,
  agency: e.agency,
  name: e.name,
  title: e.title,
  email: e.email,
  language: e.language,
  standing: state,
  since: at,
  problem,
  until: e.until,
  askedBy: e.askedBy.name,
  askedAt: e.askedAt,
  askedAgain: (e.again ?? []).map(({ by, at: on, note }) => ({ by: by.name, at: on, note })),
  answer: e.answer && answerBody(e.answer),
  earlier: earlierBody(e),
  follows: e.follows ?? null,
  ended: e.ended ? { by: e.ended.by.name, at: e.ended.at, reason: e.ended.reason } : null,
});

/** Those who endorse a request: the whole table for its parties, and how far each is for the office that asks them. */
@ApiTags('Requests')
@ApiBearerAuth()
@Controller('api/v1/requests/:ref/endorsements')
export class EndorsementsApi {
  constructor(
    private readonly cases: Cases,
    private readonly casework: Casework,
    private readonly endorsements: Endorsements,
  ) {}

  @Get()
  @Described('readEndorsements')
  async read(@Param('ref') ref: string, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply) {
    const view = await this.find(ref, me);
    const content = await this.cases.content(view);
    tagged(reply, view);
    return {
      table: endorsementTable(content, agenciesSaid(view.facts, view.readsDraft)),
      ...(readsEndorsers(view, me) ? await this.office(view, content) : {}),
    };
  }

  @Post()
  @HttpCode(201)
  @Described('inviteEndorsers')
  async invite(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    await this.find(ref, me);
    const revision = revisionOf(request, false);
    const sent = orRefused(
      parseShape<Omit<EventOf<'INVITE_ENDORSERS'>, 'type'>>(jsonOf(request), InviteEndorsersShape),
    );
    const event = { type: 'INVITE_ENDORSERS' as const, ...sent };
    const done = orRefused(await this.casework.advance(ref, me, event, { revision, once: onceOf(request) }));
    const view = await this.find(ref, me);
    tagged(reply, done);
    return { revision: done.revision, ...(await this.office(view, await this.cases.content(view))) };
  }

  private async find(ref: string, me: SignedIn): Promise<CaseView> {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    return view;
  }

  private async office(view: CaseView, content: RequestContent) {
    const standings = await this.endorsements.of(view.facts);
    return {
      endorsers: endorsersOf(view.facts).map((e) => endorserBody(e, standings.get(e.key)!)),
      suggestedCosts: suggestedCosts(view.facts, content),
    };
  }
}
