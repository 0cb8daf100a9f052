import { Injectable } from '@nestjs/common';
import { Cases, Frameworks, ReferenceData, type SignedIn } from '#casework';
import { availableActions, notFound, ownReview, type Refusal, type Reviewer } from '#domain';
import { stepFields } from '../shell/act.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import type { TypedSheet } from './score.form.js';
import { scoredBefore } from './new-version.js';
import { scoreContext } from './score.presenter.js';

/** What became of what was sent, and which criterion is asked for. */
interface Sent {
  refusal: Refusal;
  keptAll: boolean;
  asked: string;
}

/** What the page of the scores reads: the reviewer's own place, the frozen request, and the criteria that it was frozen with. */
@Injectable()
export class ScorePage {
  constructor(
    private readonly cases: Cases,
    private readonly frameworks: Frameworks,
    private readonly reference: ReferenceData,
  ) {}

  /** The reviewer's own place in the case; nobody else has this page. */
  async own(ref: string, me: SignedIn): Promise<Reviewer> {
    const found = await this.cases.forDeclaration(ref, me);
    const own = found && ownReview(me, found.facts);
    if (!own) throw new Refused(found ? NOT_YOURS.scores : notFound());
    return own;
  }

  /** Everything that the page prints. */
  async context(ref: string, me: SignedIn, typed: TypedSheet, more: Partial<Sent> = {}) {
    const view = await this.cases.find(ref, me);
    const own = view && ownReview(me, view.facts);
    const version = own && (await this.cases.version(view, own.requestVersion ?? view.facts.version));
    const framework = view?.facts.framework && (await this.frameworks.find(view.facts.framework.id));
    if (!own || !version || !framework) throw new Refused(notFound());
    const since = scoredBefore(own, version.number);
    const before = since === null ? null : await this.cases.version(view, since);
    const actions = availableActions(view.facts, me);
    const context = scoreContext({
      view,
      version,
      before,
      framework,
      own,
      typed,
      names: this.reference,
      actions,
      ...more,
    });
    return { ...context, hidden: stepFields(view.revision) };
  }
}
