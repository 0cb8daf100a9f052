import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { Casework, Cases, type AdvanceOptions, type Advanced, type CaseView, type SignedIn } from '#casework';
import { isRefusal, type CaseDocument, type Refusal } from '#domain';
import type { FileStore, InspectedUpload } from '#platform';
import type { Upload } from './exchange.js';
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
}
