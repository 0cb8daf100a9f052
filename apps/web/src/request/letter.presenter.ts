import { letterSignatory, type CaseView } from '#casework';
import { letterCopies, longDate, type Letter, type RequestFacts } from '#domain';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { caseFrame } from './case-frame.js';
import { DECISION_WORDS, listed, type Names } from './case-words.js';

/** The decision whose letter an address asks for: the last one, or one by its number; null when there is none. */
export function decisionNumber(facts: RequestFacts, asked: string | undefined): number | null {
  const last = facts.decisions.length;
  const number = asked === undefined ? last : /^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : 0;
  return number >= 1 && number <= last ? number : null;
}

/** A letter as its page prints it: with its date in its own language, and in whose name it is signed. */
export const letterShown = (letter: Letter) => ({
  ...letter,
  day: longDate(letter.date, letter.language),
  signatory: letterSignatory(letter.language),
});

/** The page of a decision letter: the words that were sent, in the language in which they were. */
export function letterPage(view: CaseView, number: number, names: Names, today: string) {
  const { facts } = view;
  const decision = facts.decisions[number - 1]!;
  const { letter } = decision;
  const frame = caseFrame(view, 'summary', names);
  const which = number === facts.decisions.length ? '' : `?decision=${number}`;
  return {
    title: `Decision letter: ${frame.place}, ${frame.ref}`,
    breadcrumbs: [
      { text: 'Requests', href: paths.requests() },
      { text: frame.place, href: paths.request(facts.ref) },
      { text: 'Decision letter' },
    ],
    frame,
    today,
    heading: 'Decision letter',
    lead: `${DECISION_WORDS[decision.action].text} on ${date(decision.at)}${which ? '; a later decision followed' : ''}. The letter is addressed to the Resident Coordinator, with copies to the ${listed(letterCopies('en'))}.`,
    actions: [
      { text: 'Download as PDF', href: `${paths.letterPdf(facts.ref)}${which}` },
      { text: 'Back to the request', href: paths.request(facts.ref), secondary: true },
    ],
    letter: letterShown(letter),
  };
}
