import { Injectable } from '@nestjs/common';
import { Cases, ReferenceData, type SignedIn } from '#casework';
import { refuse, type FieldProblem } from '#domain';
import { keepable, only, type Answers } from '../request/answers.js';
import { SaveAnswers, type Kept } from '../request/save-answers.js';
import type { Exchange, Form, Reply } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import type { FormOf } from './merge-form-of.js';
import { mergedIn, type Merged } from './merge.form.js';
import { mergePage } from './merge.presenter.js';

/** How far back it is looked for who saved the other text. */
const LOOKED_AT = 50;

/** What a merge page is about: the answers with two texts, and what was chosen of them so far. */
export interface Collision {
  form: FormOf;
  mine: Answers;
  choices?: Merged['choices'];
  problems?: Merged['undecided'];
  stays: boolean;
}

/** The choice between two texts, where nothing else stands against a save; null where something does. */
export function collisionOf(
  form: FormOf,
  { contested, typed }: Pick<Kept, 'contested' | 'typed'>,
  problems: readonly FieldProblem[],
  stays: boolean,
): Collision | null {
  const mine = only(typed, contested);
  const onlyTwice = contested.length > 0 && problems.every((p) => contested.includes(p.path));
  return onlyTwice && keepable(mine).problems.length === 0 ? { form, mine, stays } : null;
}

/** What a merge page asked, with what was chosen of it so far. */
export function askedAgain(form: FormOf, sent: Form, stays: boolean, problems: FieldProblem[] = []): Collision {
  const { mine, choices } = mergedIn(sent, form);
  return { form, mine, choices, problems, stays };
}

/** Draws the page on which one chooses between two texts of an answer. */
@Injectable()
export class MergePages {
  constructor(
    private readonly pages: Pages,
    private readonly cases: Cases,
    private readonly saving: SaveAnswers,
    private readonly reference: ReferenceData,
  ) {}

  /** The page as it is asked for the first time, and again while something is not chosen. */
  async draw(request: Exchange, reply: Reply, me: SignedIn, ref: string, collision: Collision): Promise<string> {
    const { view, content } = await this.saving.read(ref, me);
    const lines = await this.cases.history(view, me, { events: ['EDIT'], limit: LOOKED_AT });
    const page = mergePage({ ...collision, view, content, lines, me: me.id, names: this.reference });
    const { problems = [] } = collision;
    return this.pages.refused(
      request,
      reply,
      refuse(problems.length > 0 ? 'invalid' : 'stale', '', problems),
      'drafts/merge.njk',
      { ...page, errors: problems.length > 0 ? (page.errors ?? []) : [] },
    );
  }
}
