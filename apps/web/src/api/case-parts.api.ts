import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Cases, People, Posts, Work, type CaseView, type SignedIn } from '#casework';
import {
  concernedCountries,
  isRefusal,
  keysFor,
  lastDecision,
  nameOnLine,
  refuse,
  roleFor,
  standingLetter,
} from '#domain';
import { waitingForOthers } from '../decision/other-approvers.js';
import { Me } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { assessmentBody } from './assessment.body.js';
import { LINES, onlyThese, wholeNumber } from './address.js';
import { Described } from './described.js';
import { freeOf, suggestionsBody } from './suggestions.body.js';
import { notFound } from './requests.api.js';

/** Parts of a request: its record, its versions, its assessment, its letter; and what waits for the caller. */
@ApiTags('Requests')
@ApiBearerAuth()
@Controller('api/v1')
export class CasePartsApi {
  constructor(
    private readonly cases: Cases,
    private readonly people: People,
    private readonly work: Work,
    private readonly posts: Posts,
  ) {}

  @Get('me')
  @Described('whoAmI')
  me(@Me() me: SignedIn) {
    const { id, name, email, language, assignments } = me;
    return { id, name, email, language, assignments };
  }

  @Get('todos')
  @Described('listTodos')
  async todos(@Me() me: SignedIn) {
    const [requests, posts, decided] = await Promise.all([
      this.work.todos(me),
      this.posts.todos(me),
      waitingForOthers(this.work, this.people, me),
    ]);
    const items = [
      ...requests.map(({ facts, clock, what }) => ({ facts, countries: facts.summary.countries, clock, what })),
      ...posts.map(({ facts, clock, what }) => ({ facts, countries: concernedCountries(facts), clock, what })),
    ];
    return {
      items: items
        .map(({ facts, countries, what, clock }) => ({
          ref: facts.ref,
          countries,
          what,
          dueOn: clock.dueOn,
          since: clock.startedAt,
        }))
        .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
      waitingForOthers: decided.map(({ facts, given, needed, still }) => ({
        ref: facts.ref,
        countries: facts.summary.countries,
        given,
        needed,
        stillAsked: still,
      })),
    };
  }

  @Get('requests/:ref/timeline')
  @Described('readTimeline')
  async timeline(@Param('ref') ref: string, @Me() me: SignedIn, @Query() query: Record<string, unknown>) {
    const { before, limit } = onlyThese(query, 'before', 'limit');
    const view = await this.find(ref, me);
    const bound = wholeNumber(limit, 'limit', LINES) ?? 50;
    const lines = await this.cases.history(view, me, { before: wholeNumber(before, 'before'), limit: bound });
    const items = lines.map(({ seq, at, event, name, role, actingFor, data, ...l }) => {
      const by = nameOnLine(me, view.facts, { event, actor: { id: l.actorId, name: l.actorName }, role });
      // Where a name is not told, neither is as what they did it.
      return { revision: seq, at, type: event, name, by, role: by === l.actorName ? role : null, actingFor, data };
    });
    return { items, next: lines.length === bound ? lines.at(-1)!.seq : null };
  }

  @Get('requests/:ref/versions')
  @Described('listVersions')
  async versions(@Param('ref') ref: string, @Me() me: SignedIn) {
    return { items: await this.cases.versions(await this.find(ref, me)) };
  }

  @Get('requests/:ref/versions/:number')
  @Described('readVersion')
  async version(@Param('ref') ref: string, @Param('number') number: string, @Me() me: SignedIn) {
    const found = await this.cases.version(await this.find(ref, me), wholeNumber(number, 'number'));
    if (!found) throw new Refused(refuse('notFound', 'There is no such version.'));
    const { sections, ...version } = found;
    return { ...version, questions: sections };
  }

  @Get('requests/:ref/assessment')
  @Described('readAssessment')
  async assessment(@Param('ref') ref: string, @Me() me: SignedIn) {
    const found = await this.find(ref, me);
    const [discussed, severities] = await Promise.all([
      found.facts.revealedAt ? this.cases.history(found, me, { events: ['DISCUSS'], limit: LINES }) : [],
      this.cases.severities(found, me),
    ]);
    const body = assessmentBody(me, found.facts, discussed, severities);
    if (!body)
      throw new Refused(
        refuse('notYourRole', 'Scores are read by OHCHR only. The reasons are in the decision letter.'),
      );
    return body;
  }

  @Get('requests/:ref/reviewers')
  @Described('listReviewers')
  async reviewers(@Param('ref') ref: string, @Me() me: SignedIn) {
    const { facts } = await this.find(ref, me);
    const may = roleFor(me, facts, 'APPOINT');
    if (isRefusal(may)) throw new Refused(may);
    return { items: freeOf(await this.people.reviewersFor(facts.summary), facts) };
  }

  @Get('requests/:ref/reviewer-suggestions')
  @Described('listReviewerSuggestions')
  async suggestions(@Param('ref') ref: string, @Me() me: SignedIn) {
    const { facts } = await this.find(ref, me);
    const may = roleFor(me, facts, 'APPOINT');
    if (isRefusal(may)) throw new Refused(may);
    const [known, chairs] = await Promise.all([this.people.reviewersFor(facts.summary), this.people.chairs()]);
    return suggestionsBody(facts, known, chairs);
  }

  @Get('requests/:ref/letter')
  @Described('readLetter')
  async letter(@Param('ref') ref: string, @Me() me: SignedIn) {
    const decision = lastDecision((await this.find(ref, me)).facts);
    if (!decision) throw new Refused(refuse('notFound', 'No decision has been made yet, so there is no letter.'));
    return standingLetter(decision);
  }

  private async find(ref: string, me: SignedIn): Promise<CaseView> {
    const view = keysFor(me).any.length ? await this.cases.find(ref, me) : null;
    if (!view) throw notFound();
    return view;
  }
}
