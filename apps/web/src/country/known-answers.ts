import { Inject, Injectable } from '@nestjs/common';
import { Cases, CLOCK, CountriesKnown, type CaseView, type SignedIn } from '#casework';
import { isRefusal, knownAnswers, mayTake, type KnownAnswer, type RequestContent } from '#domain';
import type { Clock } from '#platform';
import { openCase } from '../request/open-case.js';
import { Refused } from '../shell/refusals.js';

/** A draft with what is known for its answers. */
export interface KnownForDraft {
  view: CaseView;
  content: RequestContent;
  answers: KnownAnswer[];
}

/** Reads what is known for the answers of a draft, for whoever writes it. */
@Injectable()
export class KnownAnswers {
  constructor(
    private readonly cases: Cases,
    private readonly known: CountriesKnown,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(me: SignedIn, ref: string): Promise<KnownForDraft> {
    const view = await openCase(this.cases, ref, me);
    const may = mayTake(view.facts, me, 'EDIT');
    if (isRefusal(may)) throw new Refused(may);
    const [content, facts] = await Promise.all([
      this.cases.content(view),
      this.known.facts(view.facts.summary.countries),
    ]);
    return { view, content, answers: knownAnswers(facts, content, this.clock.now().toISOString().slice(0, 10)) };
  }
}
