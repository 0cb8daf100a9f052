import { Controller, Get, Inject, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { Cases, CLOCK, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { mayOpen, type CaseDocument } from '#domain';
import { contentDisposition, FileMissing, type Clock, type FileStore } from '#platform';
import { FILES } from '../shell/files.js';
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
    @Inject(FILES) private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() request: Exchange, @Me() me: SignedIn, @Param('ref') ref: string): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const documents = (await this.readable(view)).filter((d) => mayOpen(me, view.facts, d));
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
    const found = orNotFound(await this.find(view, id));
    const document = orNotFound(mayOpen(me, view.facts, found) ? found : null);
    const content = await this.files.get(document.id).catch((error: unknown) => {
      if (error instanceof FileMissing) return null;
      throw error;
    });
    // What people send is never run here, and never kept by anybody in between.
    void reply
      .header('content-security-policy', 'sandbox')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store');
    return new StreamableFile(orNotFound(content), {
      type: document.type,
      length: document.size,
      disposition: contentDisposition(document.name),
    });
  }

  /** The documents of the text that this person reads: the one in work, or the last version. */
  private async readable(view: CaseView): Promise<readonly CaseDocument[]> {
    return view.readsDraft ? view.facts.documents : ((await this.cases.version(view))?.documents ?? []);
  }

  /** A document of the text that this person reads, else of a version before. */
  private async find(view: CaseView, id: string): Promise<CaseDocument | undefined> {
    const now = (await this.readable(view)).find((d) => d.id === id);
    for (let number = view.facts.version; !now && number > 0; number -= 1) {
      const before = (await this.cases.version(view, number))?.documents.find((d) => d.id === id);
      if (before) return before;
    }
    return now;
  }
}
