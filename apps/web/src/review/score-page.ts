import { Injectable } from '@nestjs/common';
import { Cases, Frameworks, ReferenceData, ReviewNotes, type SignedIn } from '#casework';
import { availableActions, notFound, ownReview, type Refusal, type Reviewer } from '#domain';
import { stepFields } from '../shell/act.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { one, text, type Form } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import type { TypedSheet } from './score.form.js';
import { scoredBefore } from './new-version.js';
import { joinNotes, notesField, type TypedNotes } from './notes.form.js';
import { scoreContext } from './score.presenter.js';

/** What became of what was sent, and which criterion is asked for. */
interface Sent {
  refusal: Refusal;
  keptAll: boolean;
  asked: string;
  notes: TypedNotes;
}

/** What the page of the scores reads: the reviewer's own place, the frozen request, and the criteria that it was frozen with. */
@Injectable()
export class ScorePage {
  constructor(
    private readonly cases: Cases,
    private readonly frameworks: Frameworks,
    private readonly reference: ReferenceData,
    private readonly notes: ReviewNotes,
  ) {}

  /** The reviewer's own place in the case; nobody else has this page. */
  async own(ref: string, me: SignedIn): Promise<Reviewer> {
    const found = await this.cases.forDeclaration(ref, me);
    const own = found && ownReview(me, found.facts);
    if (!own) throw new Refused(found ? NOT_YOURS.scores : notFound());
    return own;
  }

  /** Keeps the reviewer’s own notes where a form has some: what another window kept meanwhile stays above them. */
  async keepNotes(ref: string, me: SignedIn, form: Form): Promise<Refusal | null> {
    const view = form.notes === undefined ? null : await this.cases.find(ref, me);
    const kept = view && (await this.notes.of(view, me));
    if (!view || kept === null) return null;
    return this.notes.keep(view, me, joinNotes(text(form, 'notes'), one(form, 'base-notes'), kept));
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
    const notes = notesField((await this.notes.of(view, me)) ?? '', more.notes);
    return { ...context, notes, hidden: stepFields(view.revision) };
  }
}
