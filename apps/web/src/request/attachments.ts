import { Inject, Injectable } from '@nestjs/common';
import type { CaseView, SignedIn } from '#casework';
import { isRefusal, type CaseDocument, type FieldProblem, type Section } from '#domain';
import type { Environment } from '#platform';
import { onceFor } from '../shell/act.js';
import { Documents, type GoodUpload } from '../shell/documents.js';
import { formOf, one, type Exchange, type Upload } from '../shell/exchange.js';
import { ENVIRONMENT } from '../shell/pages.js';
import { bytes } from '../shell/words.js';

/** The field of every form that takes documents. */
export const DOCUMENTS = 'documents';

type Place = Pick<CaseDocument, 'section' | 'tier'>;

/** Documents of the section that holds the risk notes may be as restricted as they are. */
export const mayRestrict = (section: Section): boolean => section.questions.some((q) => q.tier === 'risk');

/** The documents that come with a form of the office: several at once, each taken or refused for itself. */
@Injectable()
export class Attachments {
  constructor(
    private readonly documents: Documents,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** How large a document may be, in words. */
  get limit(): string {
    return bytes(this.environment.uploadMaxBytes);
  }

  /** Adds every document that came with the form of a section; answers what is wrong with those that were not taken. */
  async take(request: Exchange, me: SignedIn, ref: string, section: Section): Promise<FieldProblem[]> {
    const problems: FieldProblem[] = [];
    const restricted = mayRestrict(section) && one(formOf(request), 'restricted') === 'yes';
    const place: Place = { section: section.number, tier: restricted ? 'risk' : 'case' };
    for (const upload of request.uploads.filter((u) => u.field === DOCUMENTS)) {
      const trouble = await this.attachOne(upload, request, me, ref, place);
      if (trouble !== null) problems.push({ path: DOCUMENTS, message: trouble });
    }
    return problems;
  }

  private async attachOne(
    upload: Upload,
    request: Exchange,
    me: SignedIn,
    ref: string,
    place: Place,
  ): Promise<string | null> {
    const { inspected } = upload;
    if (!inspected.ok) return inspected.reason;
    const once = onceFor(formOf(request), [ref, 'ATTACH', place, inspected.name, inspected.sha256]);
    // Adding takes nothing from anybody, so another person's step in between does not stand against it.
    const done = await this.documents.add(ref, me, upload as GoodUpload, place, { revision: 'latest', once });
    return isRefusal(done) ? (done.fields?.[0]?.message ?? done.message) : null;
  }

  /** Takes a document away. One that is not there any more is gone, which is what was wanted. */
  async detach(request: Exchange, me: SignedIn, view: CaseView, documentId: string): Promise<void> {
    const once = onceFor(formOf(request), [view.facts.ref, 'DETACH', documentId]);
    await this.documents.remove(view, me, documentId, { revision: 'latest', once });
  }
}
