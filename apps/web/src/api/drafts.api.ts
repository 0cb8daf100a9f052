import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Cases, EarlierTexts, type CaseView, type SignedIn } from '#casework';
import { readsEarlierTexts, refuse } from '#domain';
import { Me } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { onlyThese, wholeNumber } from './address.js';
import { Described } from './described.js';
import { notFound } from './requests.api.js';

const MOST = 100;

/** What a draft said before, for programs of the office that writes it. */
@ApiTags('Requests')
@ApiBearerAuth()
@Controller('api/v1/requests/:ref/drafts')
export class DraftsApi {
  constructor(
    private readonly cases: Cases,
    private readonly texts: EarlierTexts,
  ) {}

  @Get()
  @Described('listEarlierTexts')
  async list(@Param('ref') ref: string, @Me() me: SignedIn, @Query() query: Record<string, unknown>) {
    const { before, limit } = onlyThese(query, 'before', 'limit');
    const view = await this.open(ref, me);
    const from = wholeNumber(before, 'before');
    const page = await this.texts.page(view, {
      limit: wholeNumber(limit, 'limit', MOST) ?? 25,
      ...(from === undefined ? {} : { before: from }),
    });
    const items = page.states.map((s) => ({
      revision: s.seq,
      firstRevision: s.first,
      at: s.at,
      since: s.since,
      saves: s.saves,
      by: s.actorName,
      actingFor: s.actingFor,
      parts: s.parts.map(String),
      broughtBackFrom: s.from,
    }));
    return { items, next: page.next };
  }

  @Get(':number')
  @Described('readEarlierText')
  async read(@Param('ref') ref: string, @Param('number') number: string, @Me() me: SignedIn) {
    const view = await this.open(ref, me);
    const seq = wholeNumber(number, 'number') ?? 0;
    const [save, content] = await Promise.all([this.texts.save(view, seq), this.cases.textAt(view, seq)]);
    if (!save || !content) throw new Refused(refuse('notFound', 'No text of this draft was saved with that revision.'));
    return { revision: save.seq, at: save.at, by: save.actorName, actingFor: save.actingFor, content };
  }

  private async open(ref: string, me: SignedIn): Promise<CaseView> {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    if (!readsEarlierTexts(me, view.facts)) throw new Refused(NOT_YOURS.earlierTexts);
    return view;
  }
}
