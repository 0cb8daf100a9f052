import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { Posts, ReferenceData, TERMS_FORMATS, type SignedIn } from '#casework';
import { contentDisposition } from '#platform';
import { Me, type Reply } from '../shell/exchange.js';
import { openPost } from './open-post.js';
import { postFrame } from './post-frame.js';
import { openReport } from './report-parts.js';
import { reportDocx, reportFileName } from './report-docx.js';

/** Sends a report as Word, with the parts that the reader may read. */
export async function sendReport(
  { posts, reference }: { posts: Posts; reference: ReferenceData },
  { ref, id, asked }: { ref: string; id: string; asked: unknown },
  me: SignedIn,
  reply: Reply,
): Promise<void> {
  const view = await openPost(posts, ref, me);
  const read = openReport(view, me, id, asked);
  const { language, host } = view.facts.post;
  const place = host ? reference.countryName(host, language) : postFrame(view, me, 'reports', reference).place;
  const document = await reportDocx(read, { ref, place, language });
  await reply
    .header('content-type', TERMS_FORMATS.docx)
    .header('content-disposition', contentDisposition(reportFileName(read, ref)))
    .header('cache-control', 'private, no-store')
    .send(document);
}

/** Reports as Word documents. */
@Controller('deployments/:ref/reports')
export class ReportFilesController {
  constructor(
    private readonly posts: Posts,
    private readonly reference: ReferenceData,
  ) {}

  @Get(':id.docx')
  word(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Query('for') asked: unknown,
    @Me() me: SignedIn,
    @Res() reply: Reply,
  ): Promise<void> {
    const { posts, reference } = this;
    return sendReport({ posts, reference }, { ref, id, asked }, me, reply);
  }
}
