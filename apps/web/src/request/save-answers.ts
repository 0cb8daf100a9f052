import { Injectable } from '@nestjs/common';
import { Casework, Cases, type AdvanceOptions, type CaseView, type SignedIn } from '#casework';
import {
  changesNothing,
  isRefusal,
  mergePatch,
  type HowWritten,
  type ContentPatch,
  type FieldProblem,
  type Refusal,
  type RequestContent,
} from '#domain';
import { onceFor } from '../shell/act.js';
import { formOf, one, type Exchange } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { compare, disputes, keepable, only, patchOf, type Answers } from './answers.js';
import { openCase } from './open-case.js';

/** What saving came to. */
export interface Kept {
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
/** The same with the case as it is now. */
export interface Saved extends Kept {
  view: CaseView;
}
/** Answers with the marks of what they were drawn from, and the key under which they are kept once. */
export interface Sent {
  answers: Answers;
  marks: string;
  once: AdvanceOptions['once'];
  /** How they came about, where they were not typed into their page. */
  how?: HowWritten;
}

/** The answers of a form that is sent. */
export const sentIn = (request: Exchange, ref: string, answers: Answers): Sent => {
  const form = formOf(request);
  const marks = one(form, 'marks');
  return { answers, marks, once: onceFor(form, [ref, 'EDIT', answers, marks]) };
};

/** What of some answers can be kept in a text, and what not. */
function weigh({ answers, marks }: Sent, content: RequestContent) {
  const { mine, contested } = compare(answers, content, marks);
  const { kept, problems } = keepable(mine);
  const patch = patchOf(kept, content);
  // Saving what is saved already is done, not refused.
  const nothing = changesNothing(content, patch);
  return {
    before: content,
    patch: nothing ? {} : patch,
    nothing,
    contested,
    problems: [...problems, ...disputes(contested)],
    mine: Object.keys(mine),
    unkept: Object.keys(mine).filter((path) => !(path in kept)),
  };
}

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

  /** The text as it stood after a line of the record. */
  textAt = (view: CaseView, seq: number): Promise<RequestContent | null> => this.cases.textAt(view, seq);

  /** Saves what can be saved, in the two statements of every step. An answer that nobody else has touched since the page was drawn is no conflict, whatever else changed. */
  async keep(me: SignedIn, ref: string, sent: Sent): Promise<Kept> {
    const { answers } = sent;
    let weighed: ReturnType<typeof weigh> | null = null;
    const word = (content: RequestContent): ContentPatch => (weighed = weigh(sent, content)).patch;
    const done = await this.casework.edit(ref, me, word, { ...sent.how, once: sent.once });
    const outcome = weighed as ReturnType<typeof weigh> | null;
    if (!outcome) {
      const refusal = done as Refusal;
      if (refusal.code === 'notFound') throw new Refused(refusal);
      return { content: {}, problems: [], contested: [], typed: answers, refusal };
    }
    const { before, patch, contested, problems } = outcome;
    const left = (paths: string[]) => only(answers, [...contested, ...paths]);
    if (!isRefusal(done) || outcome.nothing) {
      const content = mergePatch(before, patch);
      return { content, problems, contested, typed: left(outcome.unkept), refusal: null };
    }
    const wrong = done.code === 'invalid' ? (done.fields ?? []) : [];
    const all = { problems: [...problems, ...wrong], contested, typed: left(outcome.mine) };
    return { content: before, ...all, refusal: wrong.length ? null : done };
  }

  /** Saves what a form carries, and reads the case again for its page. */
  async save(request: Exchange, me: SignedIn, ref: string, answers: Answers, how: Sent['how'] = {}): Promise<Saved> {
    const kept = await this.keep(me, ref, { ...sentIn(request, ref, answers), how });
    return { ...kept, ...(await this.read(ref, me)) };
  }
}
