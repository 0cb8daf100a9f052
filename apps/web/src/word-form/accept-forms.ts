import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#casework';
import type { FieldProblem } from '#domain';
import { keepable, only } from '../request/answers.js';
import { SaveAnswers } from '../request/save-answers.js';
import { withoutRow } from '../request/section.form.js';
import { formOf, many, one, text, type Exchange, type Form } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { answersInForm } from './form-texts.js';
import { CHOOSE, choiceOf } from './word-form.blocks.js';
import type { UnderstoodInput } from './word-form.presenter.js';
import { WordForms } from './word-forms.js';

/** The step that a page says its form was made from; one that cannot be read is none. */
const madeIn = (form: Form): number => (/^\d{1,9}$/.test(one(form, 'made')) ? Number(one(form, 'made')) : 0);

/** Keeps what a person chose of a form that came back. The page carries the texts itself: nothing waits on the server. */
@Injectable()
export class AcceptForms {
  constructor(
    private readonly forms: WordForms,
    private readonly saving: SaveAnswers,
  ) {}

  /** The page again, from what was typed on it, beside what is stored by now. */
  async drawn(
    ref: string,
    me: SignedIn,
    form: Form,
    now: Date,
    problems: FieldProblem[] = [],
  ): Promise<UnderstoodInput> {
    const open = await this.forms.open(ref, me);
    const brought = answersInForm(form);
    const made = madeIn(form);
    // A page that does not say what it was made from is compared with what is stored: nothing is taken by itself then.
    const fields =
      (await this.forms.compare(open, made, brought)) ?? (await this.forms.compare(open, open.view.revision, brought))!;
    return {
      open,
      names: this.forms.names,
      // Only what differed is on the page; whatever is not there was not brought, and stays as it is.
      fields: fields.filter(({ outcome }) => outcome !== 'missing'),
      made,
      brought,
      form,
      outside: text(form, 'outside'),
      notes: [],
      problems,
      editing: [...new Set([...many(form, 'editing'), ...many(form, 'edit')])],
      add: one(form, 'add'),
      now,
    };
  }

  /** One change with everything that was chosen; or the page again, with nothing kept. */
  async accept(request: Exchange, ref: string, me: SignedIn, now: Date): Promise<UnderstoodInput | 'kept'> {
    const form = formOf(request);
    const drop = one(form, 'drop');
    if (one(form, 'add') || one(form, 'edit') || drop)
      return this.drawn(ref, me, drop ? withoutRow(form, drop) : form, now);
    const shown = many(form, 'of');
    const undecided = many(form, 'asked').filter((path) => !['file', 'stored'].includes(one(form, choiceOf(path))));
    const typed = answersInForm(form);
    const chosen = shown.filter((path) => path in typed && one(form, choiceOf(path)) !== 'stored');
    const answers = only(typed, chosen);
    const problems = [
      ...undecided.map((path) => ({ path: choiceOf(path), message: CHOOSE })),
      ...keepable(answers).problems,
    ];
    if (problems.length) return this.drawn(ref, me, form, now, problems);
    const saved = await this.saving.save(request, me, ref, answers, { offline: true });
    if (saved.refusal) throw new Refused(saved.refusal);
    return saved.problems.length ? this.drawn(ref, me, form, now, saved.problems) : 'kept';
  }
}
