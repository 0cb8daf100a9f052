import { Controller, Get, Inject, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import { Cases, CLOCK, ReferenceData, type SignedIn } from '#casework';
import type { Clock } from '#platform';
import { asGuest, Documents } from '../shell/documents.js';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { orNotFound } from './case-frame.js';
import { documentsPage } from './documents.presenter.js';
import { openCase } from './open-case.js';

/** The documents of a request, and each of them to take away. */
@Controller('requests/:ref/documents')
export class DocumentsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    private readonly documents: Documents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() request: Exchange, @Me() me: SignedIn, @Param('ref') ref: string): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const documents = await this.documents.of(view);
    const versions = await this.cases.versions(view);
    const today = this.clock.now().toISOString().slice(0, 10);
    const page = documentsPage({ view, me, documents, versions, names: this.reference, today });
    return this.pages.html(request, 'request/documents.njk', page);
  }

  @Get(':id')
  async download(
    @Me() me: SignedIn,
    @Param() { ref, id }: { ref: string; id: string },
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const view = await openCase(this.cases, ref, me);
    const file = orNotFound(await this.documents.open(view, id));
    asGuest(reply);
    return file;
  }
}
