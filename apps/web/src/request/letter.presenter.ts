import { letterSignatory, type CaseView, type MailLine, type Seen } from '#casework';
import {
  EVENTS,
  isRcSide,
  isRefusal,
  letterCopies,
  lettersOf,
  longDate,
  mayTake,
  type Actor,
  type Letter,
  type NumberedLetter,
  type RequestFacts,
} from '#domain';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { caseFrame } from './case-frame.js';
import { DECISION_WORDS, listed, type Names } from './case-words.js';
import { letterDelivery, supersededBy } from './letter-delivery.js';

const numberIn = (asked: string): number => (/^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : 0);

/** The letter that an address asks for: by its own number, the one that stands of a decision, or the last; null when there is none. */
export function letterAsked(facts: RequestFacts, asked: { decision?: string; letter?: string }): NumberedLetter | null {
  const all = lettersOf(facts);
  if (asked.letter !== undefined) return all.find((one) => one.number === numberIn(asked.letter!)) ?? null;
  if (asked.decision === undefined) return all.at(-1) ?? null;
  const decision = facts.decisions[numberIn(asked.decision) - 1];
  return all.findLast((one) => one.decision === decision) ?? null;
}

/** A letter as its page prints it: with its date in its own language, and in whose name it is signed. */
export const letterShown = (letter: Letter) => ({
  ...letter,
  day: longDate(letter.date, letter.language),
  signatory: letterSignatory(letter.language),
});

/** What else there is to say of a letter: which came after it, what it corrects, from which words it was written. */
function leadOf(shown: NumberedLetter, all: readonly NumberedLetter[]): string {
  const { decision, letter, correction } = shown;
  const after = all.find((one) => one.letter.corrects?.number === shown.number);
  const later = all.at(-1)!.decision === decision ? '' : '; a later decision followed';
  return [
    `${DECISION_WORDS[decision.action].text} on ${date(decision.at)}${later}.`,
    correction ? `This letter of ${date(correction.at)} corrects letter ${letter.corrects!.number}.` : '',
    after ? `Letter ${after.number} of ${date(after.at)} takes its place.` : '',
    `The letter is addressed to the Resident Coordinator, with copies to the ${listed(letterCopies('en'))}.`,
    letter.template ? `It was written from version ${letter.template} of its words.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

interface LetterInput {
  view: CaseView;
  shown: NumberedLetter;
  me: Actor;
  names: Names;
  today: string;
  /** The mails of the case; null for whoever does not read of them. */
  mails: readonly MailLine[] | null;
}

/** What can be done with a letter: the one that stands can be corrected, and sent again. */
function actionsOf(facts: RequestFacts, { number }: NumberedLetter, me: Actor) {
  const last = number === lettersOf(facts).length;
  const which = last ? '' : `?letter=${number}`;
  const step = (type: 'CORRECT_LETTER' | 'SEND_LETTER_AGAIN', href: string) =>
    last && !isRefusal(mayTake(facts, me, type)) ? [{ text: EVENTS[type].label, href, secondary: true }] : [];
  return [
    { text: 'Download as PDF', href: `${paths.letterPdf(facts.ref)}${which}` },
    { text: 'Download as Word', href: `${paths.letterDocx(facts.ref)}${which}`, secondary: true },
    ...step('CORRECT_LETTER', paths.correctLetter(facts.ref)),
    ...step('SEND_LETTER_AGAIN', paths.sendLetterAgain(facts.ref)),
    { text: 'Back to the request', href: paths.request(facts.ref), secondary: true },
  ];
}

/** Whether the country’s side has opened the decision: said to those who wait for it, above all where it has conditions. */
export function openedWords({ decision }: NumberedLetter, seen: Seen | null, me: Actor): string {
  if (me.assignments.some((a) => isRcSide(a.role))) return '';
  const conditions = decision.conditions.length ? ', with its conditions' : '';
  return seen
    ? `The Resident Coordinator’s side opened this decision${conditions}, on ${date(seen.at)}: ${seen.by}.`
    : `The Resident Coordinator’s side has not opened this decision${conditions} here yet.`;
}

/** The page of a decision letter: the words that were sent, in the language in which they were. */
export function letterPage({ view, shown, me, names, today, mails }: LetterInput) {
  const { facts } = view;
  const all = lettersOf(facts);
  const frame = caseFrame(view, 'summary', names);
  const superseding = supersededBy(shown, all);
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
    lead: leadOf(shown, all),
    actions: actionsOf(facts, shown, me),
    letter: letterShown(shown.letter),
    superseded: superseding && {
      text: `Superseded by letter ${superseding.number} of ${date(superseding.at)}`,
      href: paths.letter(facts.ref),
    },
    delivery: mails && letterDelivery(mails, all, shown),
    others: all
      .filter((one) => one.number !== shown.number)
      .map((one) => ({
        text: `Letter ${one.number}, ${date(one.at)}`,
        href: `${paths.letter(facts.ref)}?letter=${one.number}`,
        note: one.correction ? one.correction.reason : DECISION_WORDS[one.decision.action].text,
      })),
  };
}
