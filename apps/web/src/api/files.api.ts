import { createHash } from 'node:crypto';
import { Controller, Delete, Get, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Cases, type SignedIn } from '#casework';
import { refuse } from '#domain';
import { asGuest, Documents, type GoodUpload } from '../shell/documents.js';
import { Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Fault, Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { onceOf, revisionOf } from './parse.js';
import { notFound, orRefused, tagged } from './requests.api.js';

interface SentFile {
  upload: GoodUpload;
  section: number;
  tier: 'case' | 'risk';
}
const wrong = (path: string, message: string): Fault =>
  new Fault(422, 'invalid', message.endsWith('.') ? message : `${message}.`, { fields: [{ path, message }] });

/** The one file of a form with where it belongs, or why it is not taken. */
function sentFile(request: Exchange): SentFile {
  if (!request.isMultipart()) throw new Fault(415, 'mediaType', 'Send one file in a multipart form.');
  const [upload, ...more] = request.uploads;
  if (!upload || more.length) throw wrong('file', 'Send one file in a multipart form');
  const { inspected, file } = upload;
  if (!inspected.ok && file.tooLarge) throw new Fault(413, 'tooLarge', inspected.reason);
  if (!inspected.ok) throw wrong('file', inspected.reason);
  const form = (request.body ?? {}) as Form;
  const unknown = Object.keys(form).find((name) => name !== 'section' && name !== 'tier');
  if (unknown !== undefined)
    throw wrong(unknown.slice(0, 40), 'Send “section” and “tier” beside the file, nothing else');
  const [section, tier] = [one(form, 'section') || '9', one(form, 'tier') || 'case'];
  if (!/^[1-9]$/.test(section)) throw wrong('section', 'Choose a section from 1 to 9');
  if (tier !== 'case' && tier !== 'risk') throw wrong('tier', 'Choose “case” or “risk”');
  return { upload: { ...upload, inspected }, section: Number(section), tier };
}

/** Documents of a request. Bytes are kept under a name of ours; the record keeps the name as it was given. */
@ApiTags('Documents')
@ApiBearerAuth()
@Controller('api/v1/requests/:ref/files')
export class FilesApi {
  constructor(
    private readonly cases: Cases,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Described('listDocuments')
  async list(@Param('ref') ref: string, @Me() me: SignedIn) {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    return { items: await this.documents.of(view) };
  }

  @Post()
  @Described('addDocument')
  async attach(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const revision = revisionOf(request, false);
    const once = onceOf(request);
    if (!(await this.cases.find(ref, me))) throw notFound();
    const { upload, section, tier } = sentFile(request);
    const { name, sha256 } = upload.inspected;
    // The bytes are part of what was sent; the form beside them is in the fingerprint already.
    const fingerprint = createHash('sha256').update(`${once?.fingerprint} ${sha256} ${name}`).digest('hex');
    const options = { revision, once: once && { ...once, fingerprint } };
    const done = orRefused(await this.documents.add(ref, me, upload, { section, tier }, options));
    tagged(reply, done);
    const view = await this.cases.find(ref, me);
    const document = view?.facts.documents.find(
      (d) => d.sha256 === sha256 && d.name === name && d.section === section && d.tier === tier,
    );
    void reply.status(201);
    if (document) void reply.header('location', `/api/v1/requests/${ref}/files/${document.id}`);
    return { ref, revision: done.revision, document: document ?? null };
  }

  @Get(':id')
  @Described('openDocument')
  async download(
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const view = await this.cases.find(ref, me);
    const file = view && (await this.documents.open(view, id));
    if (!file) throw new Refused(refuse('notFound', 'There is no such document, or it is not one that you can open.'));
    asGuest(reply);
    return file;
  }

  @Delete(':id')
  @Described('removeDocument')
  async detach(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const revision = revisionOf(request, false);
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    const done = orRefused(await this.documents.remove(view, me, id, { revision, once: onceOf(request) }));
    tagged(reply, done);
    return { ref, revision: done.revision };
  }
}
