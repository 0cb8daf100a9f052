import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { Casework, Cases, type CaseView, type SignedIn } from '#casework';
import { isRefusal, type CaseDocument, type FieldProblem, type Refusal } from '#domain';
import type { Environment, FileStore } from '#platform';
import { onceFor } from '../shell/act.js';
import type { Exchange, Form, Upload } from '../shell/exchange.js';
import { FILES } from '../shell/files.js';
import { ENVIRONMENT } from '../shell/pages.js';
import { bytes } from '../shell/words.js';

/** The field of every form that takes documents. */
export const DOCUMENTS = 'documents';

/** Adds documents to a request and takes them away: the bytes in the store, the rest in the record. */
@Injectable()
export class Attachments {
  constructor(
    private readonly casework: Casework,
    private readonly cases: Cases,
    @Inject(FILES) private readonly files: FileStore,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** How large a document may be, in words. */
  get limit(): string {
    return bytes(this.environment.uploadMaxBytes);
  }

  /** Adds every document that came with a form; answers what is wrong with those that were not taken. */
  async attach(
    request: Exchange,
    me: SignedIn,
    ref: string,
    place: Pick<CaseDocument, 'section' | 'tier'>,
  ): Promise<{ added: number; problems: FieldProblem[] }> {
    const problems: FieldProblem[] = [];
    const uploads = request.uploads.filter((u) => u.field === DOCUMENTS);
    for (const upload of uploads) {
      const trouble = await this.attachOne(upload, request, me, ref, place);
      if (trouble !== null) problems.push({ path: DOCUMENTS, message: trouble });
    }
    return { added: uploads.length - problems.length, problems };
  }

  /** Adding takes nothing from anybody, so another person's step in between does not stand against it. */
  private async attachOne(
    { inspected, file }: Upload,
    request: Exchange,
    me: SignedIn,
    ref: string,
    place: Pick<CaseDocument, 'section' | 'tier'>,
  ): Promise<string | null> {
    if (!inspected.ok) return inspected.reason;
    const { name, type, size, sha256 } = inspected;
    const id = randomUUID();
    const once = onceFor(request.body as Form, [ref, 'ATTACH', place, name, sha256]);
    await this.files.put(id, createReadStream(file.path), { type, size, sha256 });
    const event = { type: 'ATTACH', document: { id, name, type, size, sha256, ...place } } as const;
    const done = await this.casework.advance(ref, me, event, { revision: 'latest', once }).catch(async (error) => {
      await this.files.remove(id);
      throw error;
    });
    // What no case points at is of no use to anybody: refused, or added already by the same click.
    if (isRefusal(done) || done.repeated) await this.files.remove(id);
    return isRefusal(done) ? (done.fields?.[0]?.message ?? done.message) : null;
  }

  /** Takes a document away. Its bytes go too, unless a version that was submitted holds it. */
  async detach(request: Exchange, me: SignedIn, view: CaseView, documentId: string): Promise<Refusal | null> {
    const { ref } = view.facts;
    const once = onceFor(request.body as Form, [ref, 'DETACH', documentId]);
    const frozen = (await this.cases.version(view))?.documents.some((d) => d.id === documentId) === true;
    const event = { type: 'DETACH', documentId } as const;
    const done = await this.casework.advance(ref, me, event, { revision: 'latest', once });
    if (isRefusal(done)) return done;
    if (!frozen) await this.files.remove(documentId);
    return null;
  }
}
