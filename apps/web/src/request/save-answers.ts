import { Injectable } from '@nestjs/common';
import { Casework, Cases, type CaseView, type SignedIn } from '#casework';
import { changesNothing, isRefusal, mayTake, type FieldProblem, type Refusal, type RequestContent } from '#domain';
import { onceFor } from '../shell/act.js';
import { formOf, one, type Exchange } from '../shell/exchange.js';
import { compare, disputes, keepable, only, patchOf, type Answers } from './answers.js';
import { openCase } from './open-case.js';

/** What saving came to. */
export interface Saved {
  view: CaseView;
  /** What is stored now. */
  content: RequestContent;
  /** What is wrong with the answers that are not stored. */
  problems: FieldProblem[];
  /** Answers that somebody else changed at the same time; nothing was written over. */
  contested: string[];
  /** Answers that were changed on the page and are not stored, for whatever reason: as they were typed. */
  typed: Answers;
  /** Why nothing at all could be saved. */
  refusal: Refusal | null;
}

const ATTEMPTS = 5;

/** Keeps the answers of one form of a request: those that were changed, and nothing of anybody else's. */
@Injectable()
export class SaveAnswers {
  constructor(
    private readonly casework: Casework,
    private readonly cases: Cases,
  ) {}

  /** Reads the case as it is now. */
  async read(ref: string, me: SignedIn): Promise<{ view: CaseView; content: RequestContent }> {
    const view = await openCase(this.cases, ref, me);
    return { view, content: await this.cases.content(view) };
  }

  /** Saves what can be saved. An answer that nobody else has touched since the page was drawn is no conflict, whatever else changed. */
  async save(request: Exchange, me: SignedIn, ref: string, answers: Answers): Promise<Saved> {
    const form = formOf(request);
    for (let attempt = 1; ; attempt += 1) {
      const read = await this.read(ref, me);
      const may = mayTake(read.view.facts, me, 'EDIT');
      if (isRefusal(may)) return { ...read, problems: [], contested: [], typed: answers, refusal: may };
      const { mine, contested } = compare(answers, read.content, one(form, 'marks'));
      const { kept, problems } = keepable(mine);
      problems.push(...disputes(contested));
      const left = (stored: Answers) =>
        only(answers, [...contested, ...Object.keys(mine).filter((path) => !(path in stored))]);
      const patch = patchOf(kept, read.content);
      // Saving what is saved already is done, not refused.
      if (changesNothing(read.content, patch))
        return { ...read, problems, contested, typed: left(kept), refusal: null };
      const options = { revision: read.view.revision, once: onceFor(form, [ref, 'EDIT', patch]) };
      const done = await this.casework.advance(ref, me, { type: 'EDIT', patch }, options);
      if (isRefusal(done) && done.code === 'stale' && attempt < ATTEMPTS) continue;
      const now = await this.read(ref, me);
      if (!isRefusal(done)) return { ...now, problems, contested, typed: left(kept), refusal: null };
      const wrong = done.code === 'invalid' ? (done.fields ?? []) : [];
      const all = { problems: [...problems, ...wrong], contested, typed: left({}) };
      return { ...now, ...all, refusal: wrong.length ? null : done };
    }
  }
}
