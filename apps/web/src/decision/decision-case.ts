import { Inject, Injectable } from '@nestjs/common';
import { Cases, CLOCK, People, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { notFound, refuse, type Refusal } from '#domain';
import type { Clock } from '#platform';
import { openAssessment } from '../request/open-case.js';
import { Refused } from '../shell/refusals.js';
import { approvalsShown, type Ahead } from './approvals.presenter.js';
import { CAME_BACK_BY } from './case-summary.js';
import { proposedDecision, type DecisionEvent, type LetteredEvent, type TypedDecision } from './decision.form.js';
import { confirmContext, decisionContext, letterAhead } from './decision.presenter.js';

/** What is told to who may not open the request any more, and to who never could: nobody can tell them apart. */
const ENDED = refuse(
  'notFound',
  'Either your assignment as approver has ended, or there is no such request. Nothing was decided and nothing was sent.',
);

/** A case as its approver has it before them. */
@Injectable()
export class DecisionCase {
  constructor(
    private readonly cases: Cases,
    private readonly people: People,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Why text that was prepared cannot be sent by this person; null while they may know of the request. */
  async ended(ref: string, me: SignedIn): Promise<Refusal | null> {
    return (await this.cases.find(ref, me)) ? null : ENDED;
  }

  /** The page with the form. */
  async page(ref: string, me: SignedIn, given: TypedDecision | null, refusal: Refusal | undefined) {
    const view = await openAssessment(this.cases, ref, me);
    const version = await this.cases.version(view);
    if (!version) throw new Refused(notFound());
    const [returned] = await this.cases.history(view, me, { events: CAME_BACK_BY, limit: 1 });
    const typed = given ?? proposedDecision(view.facts);
    const drawn = decisionContext({ view, version, me, names: this.reference, typed, returned, refusal });
    const approvals = approvalsShown(
      view.facts,
      (await this.people.stillToDecide([view.facts])).get(view.facts.id) ?? [],
    );
    return { view, context: { ...drawn, approvals } };
  }

  /** The letter of a decision as it would be sent now. */
  async letter(ref: string, me: SignedIn, event: LetteredEvent) {
    const view = await openAssessment(this.cases, ref, me);
    const { countryName } = this.reference;
    return { view, letter: letterAhead(view.facts, me, event, { ...this.now(), countryName }) };
  }

  private now() {
    const { clocks, letterFor } = this.reference;
    return { at: this.clock.now().toISOString(), clocks, letterFor };
  }

  /** The last page before a decision. */
  async confirm(ref: string, me: SignedIn, typed: TypedDecision, event: DecisionEvent, ahead: Ahead) {
    const view = await openAssessment(this.cases, ref, me);
    const context = confirmContext({ view, me, names: this.reference, typed }, event, this.now(), ahead);
    return { view, context: { ...context, words: this.wordsOf(view, event) } };
  }

  /** The version of the words from which the letter of a decision is written now; 0 where there is none. */
  wordsOf({ facts }: CaseView, event: DecisionEvent): number {
    return event.type === 'SEND_BACK' ? 0 : this.reference.letterFor(event.type, facts.summary.language).version;
  }
}
