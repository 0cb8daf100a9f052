import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { Casework, Cases, type AdvanceOptions, type Advanced, type CaseView, type SignedIn } from '#casework';
import { isRefusal, type CaseDocument, type Refusal } from '#domain';
import { contentDisposition, FileMissing, type FileStore, type InspectedUpload } from '#platform';
import type { Reply, Upload } from './exchange.js';
import { FILES } from './files.js';

/** A file that was inspected and found good. */
export type GoodUpload = Upload & { inspected: InspectedUpload };

/** Adds documents to a request and takes them away: the bytes in the store, the rest in the record. */
@Injectable()
export class Documents {
  constructor(
    private readonly casework: Casework,
    private readonly cases: Cases,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  /** Adds one file. The bytes are kept first, so that the record never names what is not there. */
  async add(
    ref: string,
    me: SignedIn,
    { inspected, file }: GoodUpload,
    place: Pick<CaseDocument, 'section' | 'tier'>,
    options: AdvanceOptions,
  ): Promise<Advanced | Refusal> {
    const { name, type, size, sha256 } = inspected;
    const id = randomUUID();
    await this.files.put(id, createReadStream(file.path), { type, size, sha256 });
    const event = { type: 'ATTACH', document: { id, name, type, size, sha256, ...place } } as const;
    const done = await this.casework.advance(ref, me, event, options).catch(async (error: unknown) => {
      await this.files.remove(id);
      throw error;
    });
    // What no case points at is of no use to anybody: refused, or added already by the same click.
    if (isRefusal(done) || done.repeated) await this.files.remove(id);
    return done;
  }

  /** Takes a document away. Its bytes go too, unless a version that was submitted holds it. */
  async remove(view: CaseView, me: SignedIn, documentId: string, options: AdvanceOptions): Promise<Advanced | Refusal> {
    const frozen = (await this.cases.version(view))?.documents.some((d) => d.id === documentId) === true;
    const done = await this.casework.advance(view.facts.ref, me, { type: 'DETACH', documentId }, options);
    if (!isRefusal(done) && !done.repeated && !frozen) await this.files.remove(documentId);
    return done;
  }

  /** The documents of the text that this person reads: the one in work, or the last version. */
  async of(view: CaseView): Promise<CaseDocument[]> {
    const all = view.readsDraft ? view.facts.documents : ((await this.cases.version(view))?.documents ?? []);
    return all.filter((d) => view.tiers.has(d.tier));
  }

  /** A document to take away, of the text that this person reads or of a version before; null where there is none for them. */
  async open(view: CaseView, id: string): Promise<StreamableFile | null> {
    const document = (await this.of(view)).find((d) => d.id === id) ?? (await this.cases.frozenDocument(view, id));
    if (!document) return null;
    const content = await this.files.get(document.id).catch((error: unknown) => {
      if (error instanceof FileMissing) return null;
      throw error;
    });
    const { type, size, name } = document;
    return content && new StreamableFile(content, { type, length: size, disposition: contentDisposition(name) });
  }
}

/** What people send is never run here, and never kept by anybody in between. */
export function asGuest(reply: Reply): void {
  void reply
    .header('content-security-policy', 'sandbox')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store');
}
