import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { bridgersIn, DeploymentList, gapsOf, POSTS_LIMIT, ReferenceData, type PostRow, type SignedIn } from '#casework';
import { DEPLOYMENT_STATES, GAP_REASONS } from '#domain';
import { noteText } from '../deployments/post-words.js';
import { bridgesFor, reasonOf } from '../deployments/gap-words.js';
import { postsFile } from '../deployments/posts-file.js';
import { Me, type Exchange } from '../shell/exchange.js';
import { placesOnLand } from '../shell/static-assets.js';
import { Described } from './described.js';
import { postsAsked } from './deployment-list-query.js';
import { accepted, formatOf } from './list-query.js';

type Asked = Record<string, string | string[]>;

/** A post of a list: what every page shows of it. That there is a candidate, those know who have a part in it. */
const rowBody = ({ id: _id, candidateOn: _candidateOn, ...row }: PostRow, today: string) => ({
  ...row,
  status: DEPLOYMENT_STATES[row.state].label,
  note: noteText(row, today),
});

/** Posts for programs: the lists of the pages, by the same filter. */
@ApiTags('Deployments')
@ApiBearerAuth()
@Controller('api/v1/deployments')
export class DeploymentListApi {
  constructor(
    private readonly list: DeploymentList,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  @Described('listDeployments')
  async page(@Req() request: Exchange, @Me() me: SignedIn, @Query() query: Asked) {
    const { filter, page } = postsAsked(query, this.reference);
    const view = await this.list.open(me, filter);
    const format = formatOf(query) ?? accepted(request.headers.accept);
    if (format) return postsFile(view, { sort: page.sort ?? 'attention', format, names: this.reference });
    const { rows, next } = await view.page(page);
    return { items: rows.map((row) => rowBody(row, view.asOf.today)), next };
  }

  @Get('gaps')
  @Described('listGaps')
  async gaps(@Me() me: SignedIn, @Query() query: Asked) {
    const { filter } = postsAsked(query, this.reference, ['sort', 'limit', 'after', 'format']);
    const view = await this.list.open(me, filter);
    const [rows, offices] = await Promise.all([gapsOf(view, POSTS_LIMIT), this.list.offices()]);
    const regions = [...new Set(rows.flatMap((row) => row.regions))];
    const posts = regions.length ? await bridgersIn(view, regions) : [];
    const { today, medians } = view.asOf;
    const around = { posts, offices, places: placesOnLand(), names: this.reference, today };
    const items = rows.map(({ total: _total, ...row }) => {
      const reason = row.gap === 'ahead' ? reasonOf(row) : null;
      return {
        ...rowBody(row, today),
        reason,
        reasonText: reason && GAP_REASONS[reason],
        suggestions: bridgesFor(row, around).map(({ kind, by, why }) => ({ kind, by, why })),
      };
    });
    const of = (gap: 'now' | 'ahead') => ({
      total: rows.find((row) => row.gap === gap)?.total ?? 0,
      items: items.filter((item) => item.gap === gap),
    });
    return { now: of('now'), ahead: of('ahead'), medians };
  }
}
