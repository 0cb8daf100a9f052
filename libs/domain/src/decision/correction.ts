import { refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import type { PersonRef } from '../people/roles.js';
import type { Language } from '../request/content.js';
import { lastDecision, type RequestDecision, type RequestFacts } from '../request/facts.js';
import { longDate, type Letter } from '../request/letter.js';
import { optional, required } from '../text.js';
import { dayOf, type Instant } from '../time/working-days.js';

/** A letter that takes the place of one with a slip; both are kept. */
export interface Correction {
  by: PersonRef;
  at: Instant;
  reason: string;
  letter: Letter;
}
/** What is put right: to whom it is addressed, and the wording of parts that do not say what was decided. */
export interface LetterChanges {
  reason: string;
  to?: string;
  wording?: { part: number; text: string }[];
}

/** The letters of a decision, as they were sent. */
const ofDecision = (d: RequestDecision): Letter[] => [d.letter, ...(d.corrections ?? []).map((c) => c.letter)];
/** The letter of a decision that stands: the last correction of it, or the first. */
export const standingLetter = (d: RequestDecision): Letter => ofDecision(d).at(-1)!;

/** A letter of a case with its number, in the order in which they were sent. */
export interface NumberedLetter {
  number: number;
  at: Instant;
  letter: Letter;
  decision: RequestDecision;
  correction: Correction | null;
}
/** Every letter of a case, the first one first. */
export function lettersOf(facts: RequestFacts): NumberedLetter[] {
  return facts.decisions
    .flatMap((decision) => [
      { at: decision.at, letter: decision.letter, decision, correction: null },
      ...(decision.corrections ?? []).map((c) => ({ at: c.at, letter: c.letter, decision, correction: c })),
    ])
    .map((one, i) => ({ ...one, number: i + 1 }));
}

const isText = (part: Letter['parts'][number] | undefined): part is { text: string } =>
  part !== undefined && 'text' in part;
/** Which parts of a letter a correction leaves as they are. Letters of before do not say it: there everything around the reasons stays. */
export function bindingParts(letter: Letter, { action }: Pick<RequestDecision, 'action'>): number[] {
  if (letter.binding) return letter.binding;
  const last = letter.parts.length - 1;
  return letter.parts.flatMap((part, i) =>
    !isText(part) || !isText(letter.parts[i + 1]) || i === 1 || i === last || (action === 'APPROVE' && i === last - 1)
      ? [i]
      : [],
  );
}

const CITES: Record<Language, (number: number, day: string, reason: string) => string> = {
  en: (number, day, reason) =>
    `This letter takes the place of letter ${number} on this request, of ${day}. What was decided is the same. What is corrected: ${reason}`,
  fr: (number, day, reason) =>
    `La présente lettre remplace la lettre ${number} relative à cette demande, du ${day}. La décision reste la même. Ce qui est corrigé : ${reason}`,
  es: (number, day, reason) =>
    `Esta carta sustituye a la carta ${number} sobre esta solicitud, del ${day}. La decisión es la misma. Lo que se corrige: ${reason}`,
};

const MOST = 2_000;

function wordingProblems(letter: Letter, binding: number[], wording: NonNullable<LetterChanges['wording']>) {
  return wording.flatMap(({ part, text }, i): FieldProblem[] => {
    const path = `wording.${i}.text`;
    const stands = Number.isInteger(part) ? letter.parts[part] : undefined;
    if (!stands) return [{ path: `wording.${i}.part`, message: 'Choose a part that the letter has' }];
    if (binding.includes(part) || !isText(stands))
      return [
        {
          path: `wording.${i}.part`,
          message:
            'This part says what was decided, and a correction leaves that as it is. Reopen the request to decide anew',
        },
      ];
    return required(text, path, 'Write this part of the letter, or leave it as it was', MOST);
  });
}

/** The corrected letter, or what stands against it. */
export function correctedLetter(
  facts: RequestFacts,
  changes: LetterChanges,
  { at, signature }: { at: Instant; signature: string },
): Letter | Refusal {
  const decision = lastDecision(facts);
  if (!decision) return refuse('notReady', 'There is no letter to correct.');
  const { number, letter } = lettersOf(facts).at(-1)!;
  const binding = bindingParts(letter, decision);
  const wording = changes.wording ?? [];
  const to = changes.to?.trim();
  const problems = refuseFields([
    ...required(changes.reason, 'reason', 'Say what was wrong; it stands in the new letter', MOST),
    ...optional(to, 'to', 200),
    ...(to !== undefined && (to === '' || /[\r\n]/.test(to))
      ? [{ path: 'to', message: 'Write to whom the letter is addressed, on one line' }]
      : []),
    ...(wording.length > 60 ? [{ path: 'wording', message: 'Change 60 parts or fewer' }] : []),
    ...wordingProblems(letter, binding, wording.slice(0, 60)),
  ]);
  if (problems) return problems;
  const texts = new Map(wording.map(({ part, text }) => [part, text.trim()]));
  const parts = letter.parts.map((part, i) => (texts.has(i) ? { text: texts.get(i)! } : part));
  const same = parts.every((part, i) => part === letter.parts[i] || wordsOf(part) === wordsOf(letter.parts[i]!));
  if (same && (to === undefined || to === letter.to))
    return refuseFields([{ path: 'wording', message: 'Nothing differs from the letter that was sent' }])!;
  // The citation of an earlier correction makes way for the new one.
  const from = letter.corrects ? 1 : 0;
  const cites = CITES[letter.language](number, longDate(letter.date, letter.language), changes.reason.trim());
  return {
    ...letter,
    date: dayOf(at),
    to: to ?? letter.to,
    parts: [{ text: cites }, ...parts.slice(from)],
    signature,
    binding: [0, ...binding.filter((i) => i >= from).map((i) => i + 1 - from)],
    corrects: { number, date: letter.date },
  };
}
const wordsOf = (part: Letter['parts'][number]): string => ('text' in part ? part.text : part.list.join('\n'));
