import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Posts, ReferenceData, type SignedIn } from '#casework';
import { openPost } from '../deployment/open-post.js';
import { sendReport } from '../deployment/report-files.controller.js';
import { openReport } from '../deployment/report-parts.js';
import { reportBody } from '../deployment/report.presenter.js';
import { Me, type Reply } from '../shell/exchange.js';
import { onlyThese } from './address.js';
import { Described } from './described.js';

/** Filed reports for programs: one text, as each of its readers reads it. */
@ApiTags('Deployments')
@ApiBearerAuth()
@Controller('api/v1/deployments/:ref/reports')
export class PostReportsApi {
  constructor(
    private readonly posts: Posts,
    private readonly reference: ReferenceData,
  ) {}

  @Get(':id')
  @Described('readReport')
  async read(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Me() me: SignedIn,
    @Query() query: Record<string, unknown>,
  ) {
    const view = await openPost(this.posts, ref, me);
    return reportBody(openReport(view, me, id, onlyThese(query, 'for').for));
  }

  @Get(':id.docx')
  @Described('downloadReport')
  word(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Me() me: SignedIn,
    @Query('for') asked: unknown,
    @Res() reply: Reply,
  ): Promise<void> {
    const { posts, reference } = this;
    return sendReport({ posts, reference }, { ref, id, asked }, me, reply);
  }
}
