import { isRefusal, type Refusal } from '#domain';
import type { Exchange, Reply } from './exchange.js';
import { seeOther, type Done, type Pages } from './pages.js';
import { Refused } from './refusals.js';

/** Where the form stands from which a step was sent. */
export interface FormPage {
  pages: Pages;
  request: Exchange;
  reply: Reply;
  template: string;
  /** The page to which it leads, and what it says there. */
  to: [path: string, done: Done];
  /** The page once more, with what was typed and what is wrong with it. */
  again: (refusal: Refusal) => Promise<Parameters<Pages['refused']>[4]>;
  /** Refusals that no correction of the form would help: they have a page of their own. */
  final?: readonly Refusal['code'][];
}

/** What follows a step from a form: the next page, or the same page once more with what was typed. */
export async function takenOrAgain(
  outcome: object | Refusal,
  { pages, request, reply, template, to: [path, done], again, final = ['notFound'] }: FormPage,
): Promise<string | undefined> {
  if (!isRefusal(outcome)) return void seeOther(reply, path, done);
  if (final.includes(outcome.code)) throw new Refused(outcome);
  return pages.refused(request, reply, outcome, template, await again(outcome));
}
