import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, mayTake } from '#domain';
import type { Clock } from '#platform';
import { one, type Form } from '../shell/exchange.js';
import { DraftSurroundings } from '../together/draft-surroundings.js';
import type { Answers } from './answers.js';
import { ownScoresIn } from './check.form.js';
import { checkPage, type CheckInput } from './check.presenter.js';
import type { Saved } from './save-answers.js';
import { submittingStep } from './submit.form.js';

type Read = Pick<Saved, 'view' | 'content'>;

/** Draws the check, with what stands around the draft, and reads what was typed on it. */
@Injectable()
export class CheckPages {
  constructor(
    private readonly reference: ReferenceData,
    private readonly surroundings: DraftSurroundings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The own scores, and the present coordinator where the form asks to name them in place of the one of before. */
  async typed(form: Form, { view, content }: Read): Promise<Answers> {
    const answers = ownScoresIn(form);
    if (one(form, 'requester') !== 'yes') return answers;
    const found = await this.surroundings.succession(view, content);
    return found ? { ...answers, requestedBy: found.now } : answers;
  }

  /** The page of the check as this person opens it. */
  async page(me: SignedIn, read: Read, typed: Partial<CheckInput>) {
    const { view, content } = read;
    return checkPage({
      view,
      content,
      ...typed,
      ...(await this.surroundings.beforeSubmission(view, content, me)),
      framework: this.reference.frameworkFor(view.facts.summary.type),
      names: this.reference,
      now: this.clock.now(),
      calls: this.reference.calls,
      signs: !isRefusal(mayTake(view.facts, me, submittingStep(view.facts))),
    });
  }
}
