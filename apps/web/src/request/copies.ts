import { Injectable } from '@nestjs/common';
import { Casework, Cases, People, type Advanced, type AdvanceOptions, type CaseView, type SignedIn } from '#casework';
import { COPIES, copiedContent, copiesOf, COPY_REFUSAL, type CopyAs, type Refusal, type RequestContent } from '#domain';

/** As what somebody wants a copy, where it is one of the ways. */
export const copyAs = (value: string | undefined): CopyAs | null =>
  value !== undefined && Object.hasOwn(COPIES, value) ? (value as CopyAs) : null;

/** Begins requests from the text of earlier ones. */
@Injectable()
export class Copies {
  constructor(
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly people: People,
  ) {}

  /** What is taken over: the text that was submitted last, else the draft. */
  async text(view: CaseView): Promise<RequestContent> {
    return (await this.cases.version(view))?.content ?? (await this.cases.content(view));
  }

  /** Opens a draft with the text of a request, in the name of whoever signs for the country today. */
  async make(
    me: SignedIn,
    view: CaseView,
    as: CopyAs | null,
    once: AdvanceOptions['once'],
  ): Promise<Advanced | Refusal> {
    const { facts } = view;
    if (!as || !copiesOf(facts, me).includes(as)) return COPY_REFUSAL;
    const [signer] = await this.people.signersFor(facts.summary.countries);
    const content = copiedContent(await this.text(view), as);
    const { name, title, email } = signer ?? {};
    const by = name && title !== undefined && email ? { requestedBy: { name, title, email } } : {};
    return this.casework.open(me, { ...content, ...by }, once, { ref: facts.ref, version: facts.version, as });
  }
}
