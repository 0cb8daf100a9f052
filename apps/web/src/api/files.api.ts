import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Controller, Delete, Get, Inject, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Casework, Cases, type SignedIn } from '#casework';
import { isRefusal, mayOpen, refuse } from '#domain';
import { contentDisposition, type FileStore } from '#platform';
import { FILES } from '../shell/files.js';
import { Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Fault, Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { onceOf, revisionOf } from './parse.js';
import { notFound, orRefused } from './requests.api.js';

/** Documents of a request. Bytes are kept under a name of ours; the record keeps the name as it was given. */
@ApiTags('Documents')
@ApiBearerAuth()
@Controller('api/v1/requests/:ref/files')
export class FilesApi {
  constructor(
    private readonly casework: Casework,
    private readonly cases: Cases,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  @Get()
  @Described('files')
  async list(@Param('ref') ref: string, @Me() me: SignedIn) {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    return { items: view.facts.documents.filter((d) => mayOpen(me, view.facts, d)) };
  }

  @Post()
  @Described('attach')
  async attach(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const revision = revisionOf(request, 'ATTACH');
    if (!(await this.cases.find(ref, me))) throw notFound();
    const upload = request.uploads[0];
    if (!upload || request.uploads.length > 1)
      throw new Fault(422, 'invalid', 'Send one file in a multipart form.', {
        fields: [{ path: 'file', message: 'Send one file in a multipart form' }],
      });
    if (upload.file.tooLarge && !upload.inspected.ok) throw new Fault(413, 'tooLarge', upload.inspected.reason);
    if (!upload.inspected.ok)
      throw new Fault(422, 'invalid', upload.inspected.reason, {
        fields: [{ path: 'file', message: upload.inspected.reason }],
      });
    const form = (request.body ?? {}) as Form;
    const section = Number(one(form, 'section') || '9');
    if (!Number.isInteger(section) || section < 1 || section > 9)
      throw new Fault(422, 'invalid', 'Choose a section from 1 to 9.', {
        fields: [{ path: 'section', message: 'Choose a section from 1 to 9' }],
      });
    const { name, type, size, sha256 } = upload.inspected;
    const id = randomUUID();
    await this.files.put(id, createReadStream(upload.file.path), { size, type, sha256 });
    const document = {
      id,
      name,
      type,
      size,
      sha256,
      section,
      tier: one(form, 'tier') === 'risk' ? ('risk' as const) : ('case' as const),
    };
    const once = onceOf(request);
    const done = await this.casework.advance(
      ref,
      me,
      { type: 'ATTACH', document },
      { revision, once: once && { ...once, fingerprint: `${once.fingerprint}${sha256}` } },
    );
    // A file that no case points at is of no use to anybody.
    if (isRefusal(done) || done.repeated) await this.files.remove(id);
    const { revision: now } = orRefused(done);
    void reply.status(201).header('etag', `"${now}"`).header('location', `/api/v1/requests/${ref}/files/${id}`);
    return { ref, revision: now, document };
  }

  @Get(':id')
  @Described('download')
  async download(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const view = await this.cases.find(ref, me);
    const document = view?.facts.documents.find((d) => d.id === id);
    if (!view || !document || !mayOpen(me, view.facts, document))
      throw new Refused(refuse('notFound', 'There is no such document, or it is not one that you can open.'));
    void reply
      .header('content-security-policy', 'sandbox')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store');
    return new StreamableFile(await this.files.get(id), {
      type: document.type,
      length: document.size,
      disposition: contentDisposition(document.name),
    });
  }

  @Delete(':id')
  @Described('detach')
  async detach(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const revision = revisionOf(request, 'DETACH');
    const done = orRefused(
      await this.casework.advance(ref, me, { type: 'DETACH', documentId: id }, { revision, once: onceOf(request) }),
    );
    void reply.header('etag', `"${done.revision}"`);
    return { ref, revision: done.revision };
  }
}
