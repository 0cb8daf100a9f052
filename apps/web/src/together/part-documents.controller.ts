import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, CLOCK, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, mayTake, refuse, SECTIONS } from '#domain';
import type { Clock } from '#platform';
import { Attachments, DOCUMENTS } from '../request/attachments.js';
import { openCase } from '../request/open-case.js';
import { formOf, Me, one, type Exchange, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { signaturesPage } from './signatures.presenter.js';

const NONE = 'Choose a document to add';

/** Documents that the office of another country brings to a regional request, and takes away again. */
@Controller('requests/:ref/signatures/documents')
export class PartDocumentsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    private readonly attachments: Attachments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whoever comes back here after signing in goes on where the form is. */
  @Get()
  async show(@Res({ passthrough: true }) reply: Reply, @Me() me: SignedIn, @Param('ref') ref: string): Promise<void> {
    await openCase(this.cases, ref, me);
    seeOther(reply, paths.signatures(ref));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const view = await openCase(this.cases, ref, me);
    const may = mayTake(view.facts, me, 'ATTACH');
    if (isRefusal(may)) throw new Refused(may);
    const form = formOf(request);
    const gone = one(form, 'remove');
    if (gone) {
      await this.attachments.detach(request, me, view, gone);
      return seeOther(reply, paths.signatures(ref), 'documentRemoved');
    }
    const section = SECTIONS.find((s) => String(s.number) === one(form, 'section')) ?? SECTIONS.at(-1)!;
    const sent = request.uploads.some((u) => u.field === DOCUMENTS);
    const [problem] = sent ? (await this.attachments.take(request, me, ref, section)).map((p) => p.message) : [NONE];
    if (!problem) return seeOther(reply, paths.signatures(ref), 'documentAdded');
    return this.again(request, reply, me, ref, { problem, section: String(section.number) });
  }

  private async again(
    request: Exchange,
    reply: Reply,
    me: SignedIn,
    ref: string,
    upload: { problem: string; section: string },
  ): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const content = await this.cases.content(view);
    const today = this.clock.now().toISOString().slice(0, 10);
    const { limit } = this.attachments;
    const page = signaturesPage({ view, me, content, typed: null, upload, limit, names: this.reference, today });
    const refused = refuse('invalid', upload.problem, [{ path: DOCUMENTS, message: upload.problem }]);
    return this.pages.refused(request, reply, refused, 'together/signatures.njk', page);
  }
}
